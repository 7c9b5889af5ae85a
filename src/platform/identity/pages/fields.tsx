import type { ComponentChildren } from 'preact';
import { z } from 'zod';
import type { Answers } from '../../http/form-use.store.ts';
import { readAddress } from '../../mail/message.ts';
import type { FormErrors } from '../../ui/errors.ts';
import { Input, PasswordInput } from '../../ui/govuk.tsx';
import { Layout, type LayoutProps } from '../../ui/layout.tsx';
import { PageTitle } from '../../ui/patterns.tsx';
import { home } from '../next.ts';

/** What was sent with a form; a field that repeats is nobody's honest answer, and the schema refuses it. */
export const answersOf = (request: { body: unknown }): Answers => (request.body ?? {}) as Answers;

/** What stood in a field, to be shown again. Never used for passwords. */
export const typed = (answers: Answers, name: string): string => {
  const value = answers[name];
  return typeof value === 'string' ? value : '';
};

const notAnAddress = 'Enter an email address in the correct format, like name@example.com';
export const emailField = z
  .string('Enter your email address')
  .trim()
  .min(1, 'Enter your email address')
  .transform((text, context) => {
    const address = readAddress(text);
    if (address === undefined) context.addIssue({ code: 'custom', message: notAnAddress });
    return address ?? z.NEVER;
  });

/** Passwords are taken as they are: spaces at either end may be meant. */
export const passwordField = (message: string) => z.string(message).min(1, message).max(1000, message);

type FieldProps = { errors: FormErrors };

export const EmailInput = ({
  errors,
  value,
  label = 'Email address',
  hint,
}: FieldProps & { value: string; label?: string; hint?: string }) => (
  <Input
    id="email"
    name="email"
    type="email"
    autocomplete="username"
    autocapitalize="none"
    spellcheck={false}
    label={{ text: label }}
    {...(hint ? { hint: { text: hint } } : {})}
    value={value}
    errorMessage={errors.on('email')}
  />
);

export const CurrentPassword = ({ errors, label = 'Password' }: FieldProps & { label?: string }) => (
  <PasswordInput
    id="password"
    name="password"
    autocomplete="current-password"
    label={{ text: label }}
    errorMessage={errors.on('password')}
  />
);

export const NewPassword = ({ errors }: FieldProps) => (
  <PasswordInput
    id="new-password"
    name="new-password"
    autocomplete="new-password"
    label={{ text: 'New password' }}
    hint={{
      text: 'At least 12 characters. Three words that mean something to you alone are easy to remember and hard to guess. Pasting is fine',
    }}
    errorMessage={errors.on('new-password')}
  />
);

export const CodeInput = ({ errors, label, hint }: FieldProps & { label: string; hint: string }) => (
  <Input
    id="code"
    name="code"
    classes="govuk-input--width-10"
    autocomplete="one-time-code"
    autocapitalize="none"
    spellcheck={false}
    label={{ text: label }}
    hint={{ text: hint }}
    errorMessage={errors.on('code')}
  />
);

/** For password managers: whose password the form beside it is about. */
export const WhoseAccount = ({ email }: { email: string }) => (
  <input type="text" name="username" autocomplete="username" value={email} hidden readonly />
);

export const Next = ({ next }: { next: string }) =>
  next === home ? null : <input type="hidden" name="next" value={next} />;

/** A page of plain reading. */
export const Reading = ({ title, lead, children, ...layout }: LayoutProps & { lead?: string }) => (
  <Layout title={title} {...layout}>
    <div class="reading">
      <PageTitle title={title} lead={lead} />
      {children}
    </div>
  </Layout>
);

/** The way on for whoever is stuck. */
export const Stuck = ({ children }: { children?: ComponentChildren }) => (
  <p>{children} If you cannot get any further, ask your partnership’s business manager.</p>
);

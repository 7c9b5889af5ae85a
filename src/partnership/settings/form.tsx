import { createHash } from 'node:crypto';
import type { ComponentChildren } from 'preact';
import { z } from 'zod';
import { isPlainDate, type PlainDate } from '../../platform/calendar/plain-date.ts';
import type { Answers } from '../../platform/http/form-use.store.ts';
import { type FormErrors, formError, noErrors } from '../../platform/ui/errors.ts';
import { useFrame } from '../../platform/ui/frame.ts';
import { Input, InsetText } from '../../platform/ui/govuk.tsx';
import { DayInput, FormPage } from '../../platform/ui/patterns.tsx';

/** What a form brought, to be shown again. */
export interface Asked {
  answers?: Answers;
  errors?: FormErrors;
}

/** A mark of what somebody saw when they opened a form. */
export const markOf = (seen: unknown): string =>
  createHash('sha256').update(JSON.stringify(seen)).digest('base64url').slice(0, 22);

/** Whether what stands now is not what stood there when the form was opened. */
export const isStale = (answers: Answers, now: unknown): boolean => answers['seen'] !== markOf(now);

const staleText =
  'Somebody else changed this while you had it open. What you typed is still here; look at what was saved, then save again';
/** Said in place of saving over what somebody else has saved. */
export const staleError: FormErrors = formError('', staleText);

interface SettingsFormProps {
  title: string;
  lead?: ComponentChildren;
  errors: FormErrors | undefined;
  /** What stands now, for the mark. */
  seen: unknown;
  /** The same in words, shown beside a form that came too late. */
  saved?: string | undefined;
  submit?: string;
  /** Whether the form holds a file. */
  files?: boolean;
  /** What stands above the form, such as a search of its own. */
  before?: ComponentChildren;
  /** Where the settings' pages go back to, below `/settings`. */
  back?: string;
  children: ComponentChildren;
}

/** One form of the settings. It knows what was seen when it was opened, so that nobody saves over somebody else's change. */
export function SettingsForm(props: SettingsFormProps) {
  const { title, lead, errors = noErrors, seen, saved, submit = 'Save', before, files, back = '', children } = props;
  const home = `${useHome()}/settings${back}`;
  return (
    <FormPage
      title={title}
      lead={lead}
      errors={errors}
      submit={submit}
      cancel={home}
      before={before}
      files={files}
      backLink={{ href: home, text: 'Back' }}
    >
      {errors === staleError && saved !== undefined && <InsetText text={`Saved now: ${saved}`} />}
      <input type="hidden" name="seen" value={markOf(seen)} />
      {children}
    </FormPage>
  );
}

interface TextFieldProps {
  name: string;
  label: string;
  hint?: string | undefined;
  /** What stands, where nothing has been typed. */
  value: string;
  asked: Asked;
  classes?: string | undefined;
  type?: 'email' | 'tel' | undefined;
}

/** A line of text: as it was typed, or else as it stands. */
export const TextField = ({
  name,
  label,
  hint,
  value,
  asked: { answers, errors = noErrors },
  ...rest
}: TextFieldProps) => (
  <Input
    id={name}
    name={name}
    label={{ text: label }}
    hint={hint === undefined ? undefined : { text: hint }}
    value={answers ? typedIn(answers, name) : value}
    errorMessage={errors.on(name)}
    {...rest}
  />
);

interface DayFieldProps {
  name: string;
  legend: string;
  hint?: string;
  /** What stands, where nothing has been typed. */
  day: PlainDate | undefined;
  asked: { [Part in keyof Asked]: Asked[Part] | undefined };
}

/** A day: as it was typed, or else as it stands. */
export const DayField = ({ name, asked: { answers, errors }, ...rest }: DayFieldProps) => (
  <DayInput name={name} errorMessage={errors?.on(name)} {...rest} {...(answers && { answers })} />
);

/** What was typed in a field. */
export const typedIn = (answers: Answers, name: string): string => {
  const value = answers[name];
  return typeof value === 'string' ? value : '';
};

/** What was sent with a form. */
export const answersOf = ({ body }: { body: unknown }): Answers => (body ?? {}) as Answers;

/** A day, or undefined where nothing was typed, over the text that `dayText` gives. */
export function optionalDay(wrong: string) {
  return z.string(wrong).transform((text, context): PlainDate | undefined => {
    if (text === '') return undefined;
    if (isPlainDate(text)) return text;
    context.addIssue({ code: 'custom', message: wrong });
    return z.NEVER;
  });
}

/** The address of the partnership's front page, before which every address inside it begins. */
export const useHome = (): string => `/${useFrame().partnership?.slug ?? ''}`;

import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { IdentityScope } from '../../database/database.ts';
import { type Answer, page } from '../../http/answers.ts';
import { found } from '../../http/errors.ts';
import type { Address } from '../../mail/message.ts';
import { confirmAddress, sendLater } from '../../mail/outbox.store.ts';
import { type FormErrors, formError, formErrors, noErrors } from '../../ui/errors.ts';
import { FormPage } from '../../ui/patterns.tsx';
import { findAccount, noteEvent } from '../account.store.ts';
import type { AccountScope } from '../doors.ts';
import { beginEmailChange, confirmEmailChange, findEmailChange, finishEmailChange } from '../email-change.store.ts';
import { findLink, takeLink } from '../link-token.store.ts';
import { emailLeftMail, emailNewMail, emailOldMail } from '../mails.ts';
import { hashToken } from '../secrets.ts';
import { isSharedMailbox, sharedMailboxText } from '../shared-mailbox.ts';
import { countTry, subjectOf } from '../throttle.store.ts';
import { inAWhile } from '../throttle.ts';
import { deviceOf } from '../way-in.ts';
import { DeadLinkPage } from './dead-link.tsx';
import { answersOf, EmailInput, emailField, Reading, typed } from './fields.tsx';
import { needProof } from './prove.tsx';

const Form = z.object({ email: emailField });

export async function showEmail(scope: AccountScope, request: FastifyRequest): Promise<Answer> {
  needProof(scope, request);
  const { email } = found(await findAccount(scope, scope.account));
  return page(<EmailPage current={email} />);
}

/** Asks both mailboxes. Whether the new address is somebody’s already cannot be told from the answer. */
export async function takeEmail(scope: AccountScope, request: FastifyRequest): Promise<Answer> {
  needProof(scope, request);
  const answers = answersOf(request);
  const account = found(await findAccount(scope, scope.account));
  const again = (errors: FormErrors, status = 422) =>
    page(<EmailPage current={account.email} email={typed(answers, 'email')} errors={errors} />, status);
  const form = Form.safeParse(answers);
  if (!form.success) return again(formErrors(form.error));
  const { email } = form.data;
  if (email === account.email) return again(formError('email', 'This is the address you have now. Enter another'));
  if (isSharedMailbox(email)) return again(formError('email', sharedMailboxText));
  const freeAt = await countTry(scope, [subjectOf(request.server.concordat.keys, 'letters', scope.account)]);
  if (freeAt)
    return again(
      formError('email', `There have been too many requests. Try again ${inAWhile(freeAt, scope.now)}`),
      429,
    );
  await beginEmailChange(scope, scope.account, email);
  await sendLater(scope, { account: scope.account }, emailOldMail, {});
  await sendLater(scope, { address: email }, emailNewMail, { account: scope.account });
  return page(<AskedBothPage current={account.email} email={email} />);
}

const tokenIn = (request: FastifyRequest) => (request.params as { token: string }).token;
const findConfirmation = (scope: IdentityScope, request: FastifyRequest) =>
  findLink(scope, ['email-old', 'email-new'], tokenIn(request));

/** Shows what the link would do; following it changes nothing, because mail scanners follow links. */
export async function showEmailChange(scope: IdentityScope, request: FastifyRequest): Promise<Answer> {
  const link = await findConfirmation(scope, request);
  const change = link && (await findEmailChange(scope, link.account));
  if (!change) return page(<DeadLinkPage />, 404);
  return page(<ConfirmEmailPage newEmail={change.newEmail} />);
}

export async function takeEmailChange(scope: IdentityScope, request: FastifyRequest): Promise<Answer> {
  const link = await findConfirmation(scope, request);
  const change = link && (await findEmailChange(scope, link.account));
  if (!link || !change || !(await takeLink(scope, link.purpose, hashToken(tokenIn(request)))))
    return page(<DeadLinkPage />, 404);
  const mailbox = link.purpose === 'email-old' ? 'old' : 'new';
  await confirmEmailChange(scope, link.account, mailbox);
  const both = mailbox === 'old' ? change.newConfirmed : change.oldConfirmed;
  if (!both) return page(<OneToGoPage />);
  const left = found(await findAccount(scope, link.account)).email;
  if (!(await finishEmailChange(scope, link.account, change.newEmail))) return page(<DeadLinkPage />, 404);
  await confirmAddress(scope, change.newEmail);
  await noteEvent(scope, link.account, 'email-changed', deviceOf(request));
  await sendLater(scope, { address: left as Address }, emailLeftMail, { at: scope.now.toISOString() });
  return page(<EmailChangedPage email={change.newEmail} />);
}

const EmailPage = ({
  current,
  email = '',
  errors = noErrors,
}: {
  current: string;
  email?: string;
  errors?: FormErrors;
}) => (
  <FormPage
    title="Change your email address"
    lead={`You have ${current} now. We send a link to it and to the new address; the change is made when both have been followed.`}
    errors={errors}
    submit="Send the links"
    cancel="/account"
    action="/account/email"
  >
    <EmailInput
      errors={errors}
      value={email}
      label="New email address"
      hint="One that you alone read. Your rights, and your organisation’s sign-in, stay as they are"
    />
  </FormPage>
);

const AskedBothPage = ({ current, email }: { current: string; email: string }) => (
  <Reading title="Look in both mailboxes" backLink={{ href: '/account', text: 'Your account' }}>
    <p>
      Links are on their way to {current} and to {email}. Follow both within a day. Until then nothing changes.
    </p>
    <p>
      If you can no longer read {current}, ask your partnership’s business manager to invite you at the new address.
    </p>
  </Reading>
);

const ConfirmEmailPage = ({ newEmail }: { newEmail: string }) => (
  <FormPage
    title="Change the email address?"
    lead={`From then on you sign in as ${newEmail}.`}
    submit="Yes, use this address"
  >
    {null}
  </FormPage>
);

const OneToGoPage = () => (
  <Reading title="Thank you: one more to go">
    <p>Now follow the link in the other mailbox. The address changes when both have been followed.</p>
  </Reading>
);

const EmailChangedPage = ({ email }: { email: string }) => (
  <Reading title="Your email address has been changed">
    <p>
      From now on you sign in as <strong>{email}</strong>.
    </p>
    <p>
      <a class="govuk-link" href="/account">
        Your account
      </a>
    </p>
  </Reading>
);

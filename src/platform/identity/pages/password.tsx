import type { FastifyRequest } from 'fastify';
import { type Answer, goTo, page } from '../../http/answers.ts';
import { found } from '../../http/errors.ts';
import { sendLater } from '../../mail/outbox.store.ts';
import { type FormErrors, noErrors } from '../../ui/errors.ts';
import { FormPage } from '../../ui/patterns.tsx';
import { findAccount, noteEvent, setPassword } from '../account.store.ts';
import type { AccountScope } from '../doors.ts';
import { endLinks } from '../link-token.store.ts';
import { changedMail } from '../mails.ts';
import { hashPassword } from '../password.ts';
import { endSessions } from '../session.store.ts';
import { deviceOf } from '../way-in.ts';
import { NewPassword, WhoseAccount } from './fields.tsx';
import { readNewPassword } from './new-password.ts';
import { needProof } from './prove.tsx';

export async function showPassword(scope: AccountScope, request: FastifyRequest): Promise<Answer> {
  needProof(scope, request);
  const { email } = found(await findAccount(scope, scope.account));
  return page(<PasswordPage email={email} />);
}

/** Every other session ends: whoever knew the old password is out. */
export async function takePassword(scope: AccountScope, request: FastifyRequest): Promise<Answer> {
  needProof(scope, request);
  const account = found(await findAccount(scope, scope.account));
  const read = readNewPassword(request, account);
  if ('errors' in read) return page(<PasswordPage email={account.email} errors={read.errors} />, 422);
  await setPassword(scope, scope.account, await hashPassword(read.password));
  await endSessions(scope, scope.account, scope.session.id);
  await endLinks(scope, scope.account, 'reset');
  await noteEvent(scope, scope.account, 'password-changed', deviceOf(request));
  await sendLater(scope, { account: scope.account }, changedMail, {
    change: 'password-changed',
    at: scope.now.toISOString(),
  });
  return goTo('/account');
}

const PasswordPage = ({ email, errors = noErrors }: { email: string; errors?: FormErrors }) => (
  <FormPage
    title="Choose a new password"
    lead="You stay signed in here and are signed out everywhere else."
    errors={errors}
    submit="Save password"
    cancel="/account"
    action="/account/password"
  >
    <WhoseAccount email={email} />
    <NewPassword errors={errors} />
  </FormPage>
);

import type { FastifyRequest } from 'fastify';
import type { IdentityScope } from '../../database/database.ts';
import { type Answer, goTo, page } from '../../http/answers.ts';
import { confirmAddress, sendLater } from '../../mail/outbox.store.ts';
import { type FormErrors, noErrors } from '../../ui/errors.ts';
import { FormPage } from '../../ui/patterns.tsx';
import { type Account, findAccount, noteEvent, setPassword } from '../account.store.ts';
import { forgetDevices } from '../device.store.ts';
import { endLinks, findLink, takeLink } from '../link-token.store.ts';
import { changedMail } from '../mails.ts';
import { hashPassword } from '../password.ts';
import { hashToken } from '../secrets.ts';
import { endSessions } from '../session.store.ts';
import { deviceOf } from '../way-in.ts';
import { DeadLinkPage } from './dead-link.tsx';
import { NewPassword, WhoseAccount } from './fields.tsx';
import { readNewPassword } from './new-password.ts';

const tokenIn = (request: FastifyRequest) => (request.params as { token: string }).token;

async function accountOfLink(scope: IdentityScope, request: FastifyRequest): Promise<Account | undefined> {
  const link = await findLink(scope, 'reset', tokenIn(request));
  return link && (await findAccount(scope, link.account));
}

export async function showReset(scope: IdentityScope, request: FastifyRequest): Promise<Answer> {
  const account = await accountOfLink(scope, request);
  return account ? page(<ResetPage account={account} />) : page(<DeadLinkPage />, 404);
}

/** The new password stands, and everything the old one had opened is shut. Nobody is signed in by it: a second factor may be due. */
export async function takeReset(scope: IdentityScope, request: FastifyRequest): Promise<Answer> {
  const account = await accountOfLink(scope, request);
  if (!account) return page(<DeadLinkPage />, 404);
  const read = readNewPassword(request, account);
  if ('errors' in read) return page(<ResetPage account={account} errors={read.errors} />, 422);
  const hash = await hashPassword(read.password);
  if (!(await takeLink(scope, 'reset', hashToken(tokenIn(request))))) return page(<DeadLinkPage />, 404);
  await setPassword(scope, account.id, hash);
  await endSessions(scope, account.id);
  await endLinks(scope, account.id);
  await forgetDevices(scope, account.id);
  await confirmAddress(scope, account.email);
  await noteEvent(scope, account.id, 'password-set', deviceOf(request));
  await sendLater(scope, { account: account.id }, changedMail, {
    change: 'password-changed',
    at: scope.now.toISOString(),
  });
  return goTo('/sign-in?after=reset');
}

const ResetPage = ({ account, errors = noErrors }: { account: Account; errors?: FormErrors }) => (
  <FormPage title="Choose a new password" errors={errors} submit="Save password">
    <WhoseAccount email={account.email} />
    <NewPassword errors={errors} />
  </FormPage>
);

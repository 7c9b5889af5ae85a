import type { FastifyRequest } from 'fastify';
import { formatMoment } from '../../calendar/in-words.ts';
import { type Answer, page } from '../../http/answers.ts';
import { found } from '../../http/errors.ts';
import { Layout } from '../../ui/layout.tsx';
import { type Fact, Facts, PageTitle } from '../../ui/patterns.tsx';
import { type Account, type AccountEvent, findAccount, listEvents } from '../account.store.ts';
import type { AccountScope } from '../doors.ts';
import { findEmailChange } from '../email-change.store.ts';
import { listFactors } from '../factor.store.ts';
import type { OwnFactors } from '../factors.ts';
import { listSessions } from '../session.store.ts';
import { listSignOns } from '../sign-on.store.ts';
import { signOnName } from './sign-in.tsx';

export async function showAccount(scope: AccountScope, request: FastifyRequest): Promise<Answer> {
  const account = found(await findAccount(scope, scope.account));
  const change = await findEmailChange(scope, scope.account);
  return page(
    <AccountPage
      account={account}
      newEmail={change?.newEmail}
      factors={await listFactors(scope, scope.account)}
      sessions={(await listSessions(scope, scope.account)).length}
      signOn={signOnName(request)}
      linked={(await listSignOns(scope, scope.account)).length > 0}
      events={await listEvents(scope, scope.account)}
    />,
  );
}

interface AccountModel {
  account: Account;
  /** An address that waits to be confirmed. */
  newEmail: string | undefined;
  factors: OwnFactors;
  sessions: number;
  signOn: string | undefined;
  linked: boolean;
  events: readonly { what: AccountEvent; device: string; at: Date }[];
}

const AccountPage = (model: AccountModel) => (
  <Layout title="Your account">
    <PageTitle title="Your account" />
    <Facts facts={factsOf(model)} />
    <h2 class="govuk-heading-m">What happened here lately</h2>
    {model.events.length === 0 ? (
      <p>Nothing yet.</p>
    ) : (
      <ul class="govuk-list">
        {model.events.map(({ what, device, at }) => (
          <li key={at.toISOString()}>
            {formatMoment(at)}: {eventText[what]} ({device})
          </li>
        ))}
      </ul>
    )}
    <p>If something here was not you, change your password and tell your partnership’s business manager.</p>
  </Layout>
);

function factsOf({ account, newEmail, factors, sessions, signOn, linked }: AccountModel): Fact[] {
  const email = newEmail ? `${account.email} (${newEmail} waits to be confirmed)` : account.email;
  const facts: Fact[] = [
    { key: 'Name', value: account.name },
    { key: 'Email address', value: email, action: { text: 'Change', about: 'email address', href: '/account/email' } },
    {
      key: 'Password',
      value: account.passwordHash === undefined ? 'None' : 'Set',
      action: {
        text: account.passwordHash === undefined ? 'Set' : 'Change',
        about: 'password',
        href: '/account/password',
      },
    },
    {
      key: 'Second step',
      value: factorsInWords(factors, account.factorRequired),
      action: { text: 'Manage', about: 'second step', href: '/account/second-factor' },
    },
    {
      key: 'Signed in on',
      value: sessions === 1 ? '1 device' : `${sessions} devices`,
      action: { text: 'See', about: 'where you are signed in', href: '/account/sessions' },
    },
  ];
  if (signOn) {
    facts.push({
      key: `Sign-in with ${signOn}`,
      value: linked ? 'Connected' : 'Not connected',
      action: { text: linked ? 'Manage' : 'Connect', about: `sign-in with ${signOn}`, href: '/account/sign-on' },
    });
  }
  return facts;
}

/** “Authenticator app, 7 printed codes”. */
export function factorsInWords({ passkeys, authenticators, printedCodes }: OwnFactors, required: boolean): string {
  const count = (n: number, one: string, many: string) => (n === 0 ? [] : [n === 1 ? one : `${n} ${many}`]);
  const words = [
    ...count(passkeys.length, 'Passkey or hardware key', 'passkeys or hardware keys'),
    ...count(authenticators.length, 'Authenticator app', 'authenticator apps'),
    ...(printedCodes ? [printedCodes.left === 1 ? '1 printed code' : `${printedCodes.left} printed codes`] : []),
  ];
  if (words.length > 0) return words.join(', ');
  return required ? 'None yet; your role asks for one' : 'None; your role does not ask for one';
}

const eventText: Record<AccountEvent, string> = {
  'signed-in': 'signed in',
  'password-set': 'password chosen',
  'password-changed': 'password changed',
  'email-changed': 'email address changed',
  'factor-added': 'second step added',
  'factor-removed': 'second step removed',
  'factors-reset': 'all second steps removed',
  'sign-on-linked': 'organisation’s sign-in connected',
  'sign-on-unlinked': 'organisation’s sign-in disconnected',
  'sessions-ended': 'signed out elsewhere',
};

import type { FastifyRequest } from 'fastify';
import type { IdentityScope } from '../../database/database.ts';
import { type Answer, goTo, page, withCookies } from '../../http/answers.ts';
import { confirmAddress } from '../../mail/outbox.store.ts';
import { type FormErrors, noErrors } from '../../ui/errors.ts';
import { Form } from '../../ui/form.tsx';
import { Button } from '../../ui/govuk.tsx';
import { type Account, findAccount, noteEvent, setPassword } from '../account.store.ts';
import { findLink, takeLink } from '../link-token.store.ts';
import { leadingTo } from '../next.ts';
import { hashPassword } from '../password.ts';
import { hashToken } from '../secrets.ts';
import { hasWayIn } from '../sign-on.store.ts';
import { admit, deviceOf } from '../way-in.ts';
import { DeadLinkPage } from './dead-link.tsx';
import { NewPassword, Reading, Stuck, WhoseAccount } from './fields.tsx';
import { readNewPassword } from './new-password.ts';
import { signOnName } from './sign-in.tsx';

const tokenIn = (request: FastifyRequest) => (request.params as { token: string }).token;

async function invited(scope: IdentityScope, request: FastifyRequest): Promise<Account | undefined> {
  const link = await findLink(scope, 'invitation', tokenIn(request));
  return link && (await findAccount(scope, link.account));
}

export async function showInvitation(scope: IdentityScope, request: FastifyRequest): Promise<Answer> {
  const account = await invited(scope, request);
  if (!account) return page(<DeadLinkPage />, 404);
  if (await hasWayIn(scope, account)) return page(<WelcomeBackPage name={account.name} />);
  return page(<WelcomePage account={account} token={tokenIn(request)} signOn={signOnName(request)} />);
}

/** Whoever holds the link has the mailbox: they choose a password and are in, with a second factor to set up where one is due. */
export async function takeInvitation(scope: IdentityScope, request: FastifyRequest): Promise<Answer> {
  const account = await invited(scope, request);
  if (!account) return page(<DeadLinkPage />, 404);
  if (await hasWayIn(scope, account)) return page(<WelcomeBackPage name={account.name} />);
  const read = readNewPassword(request, account);
  if ('errors' in read) {
    const { errors } = read;
    return page(
      <WelcomePage account={account} token={tokenIn(request)} signOn={signOnName(request)} errors={errors} />,
      422,
    );
  }
  const hash = await hashPassword(read.password);
  if (!(await takeLink(scope, 'invitation', hashToken(tokenIn(request))))) return page(<DeadLinkPage />, 404);
  await setPassword(scope, account.id, hash);
  await confirmAddress(scope, account.email);
  await noteEvent(scope, account.id, 'password-set', deviceOf(request));
  const { factorDue, cookies } = await admit(scope, request, account, { first: true });
  return withCookies(goTo(factorDue ? '/sign-in/second-factor' : '/today'), ...cookies);
}

interface WelcomeModel {
  account: Account;
  token: string;
  signOn: string | undefined;
  errors?: FormErrors;
}

const WelcomePage = ({ account, token, signOn, errors = noErrors }: WelcomeModel) => (
  <Reading
    title={`Welcome, ${account.name}`}
    errors={errors}
    lead="Your partnership works in Concordat. Say how you want to sign in, and you are there."
  >
    {signOn && (
      <>
        <p>
          <a class="govuk-button" role="button" draggable={false} href={`/invitation/${token}/sign-on`}>
            Sign in with {signOn}
          </a>
        </p>
        <h2 class="govuk-heading-m">Or choose a password</h2>
      </>
    )}
    <Form>
      <WhoseAccount email={account.email} />
      <p>
        You will sign in as <strong>{account.email}</strong>.
      </p>
      <NewPassword errors={errors} />
      <Button text="Save password and go on" preventDoubleClick />
    </Form>
    <Stuck />
  </Reading>
);

const WelcomeBackPage = ({ name }: { name: string }) => (
  <Reading title={`Welcome back, ${name}`}>
    <p>You have an account already. Sign in, and the new partnership is in your list.</p>
    <p>
      <a class="govuk-button" role="button" draggable={false} href={leadingTo('/sign-in', '/today')}>
        Sign in
      </a>
    </p>
    <Stuck />
  </Reading>
);

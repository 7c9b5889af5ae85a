import type { FastifyRequest } from 'fastify';
import { type Answer, goTo, page, withCookies } from '../../http/answers.ts';
import { SignInNeeded } from '../../http/errors.ts';
import { readCookie } from '../../http/respond.ts';
import { type FormErrors, formError, noErrors } from '../../ui/errors.ts';
import { FormPage } from '../../ui/patterns.tsx';
import { findAccount } from '../account.store.ts';
import { findDevice } from '../device.store.ts';
import { type AccountScope, withNext } from '../doors.ts';
import { proofMinutes } from '../factors.ts';
import { home, leadingTo, readNext } from '../next.ts';
import { isPassword } from '../password.ts';
import { deviceCookie, provedWithin } from '../session.ts';
import { countTry, forgetTries } from '../throttle.store.ts';
import { inAWhile } from '../throttle.ts';
import { step } from '../way-in.ts';
import { answersOf, CurrentPassword, Next, Reading, Stuck, WhoseAccount } from './fields.tsx';
import { signOnName, whoTries } from './sign-in.tsx';

/**
 * The first line of a sensitive act: who has not shown a password or a factor lately does so first, and then comes back.
 *
 * @param minutes how lately; ten unless said
 * @throws {SignInNeeded} when it is longer ago
 */
export function needProof({ session, now }: AccountScope, request: FastifyRequest, minutes = proofMinutes): void {
  if (!provedWithin(minutes, session, now)) throw new SignInNeeded(backTo(request));
}

/** A form that was sent leads back to the page it stood on. */
const backTo = (request: FastifyRequest): string =>
  request.method === 'GET'
    ? withNext('/account/prove', request)
    : leadingTo('/account/prove', request.url.split('?')[0] ?? home);

export async function showProve(scope: AccountScope, request: FastifyRequest): Promise<Answer> {
  const next = readNext((request.query as { next?: unknown }).next);
  const account = await findAccount(scope, scope.account);
  const signOn = signOnName(request);
  if (account?.passwordHash === undefined) return page(<NoPasswordPage signOn={signOn} next={next} />);
  return page(<ProvePage email={account.email} next={next} signOn={signOn} />);
}

export async function takeProof(scope: AccountScope, request: FastifyRequest): Promise<Answer> {
  const answers = answersOf(request);
  const next = readNext(answers['next']);
  const account = await findAccount(scope, scope.account);
  const again = (text: string, status = 422) =>
    page(
      <ProvePage
        email={account?.email ?? ''}
        next={next}
        signOn={signOnName(request)}
        errors={formError('password', text)}
      />,
      status,
    );
  const { password } = answers;
  if (typeof password !== 'string' || password === '') return again('Enter your password');
  const device = await findDevice(scope, scope.account, readCookie(request, deviceCookie));
  const { keys } = request.server.concordat;
  const subjects = [whoTries(keys, request, `prove ${scope.account}`, device?.trusted ? device.id : undefined)];
  const freeAt = await countTry(scope, subjects);
  if (freeAt) return again(`There have been too many tries. Try again ${inAWhile(freeAt, scope.now)}`, 429);
  if (!(await isPassword(password, account?.passwordHash))) return again('The password is not right');
  await forgetTries(scope, subjects);
  return withCookies(goTo(next), await step(scope, request, scope.session, undefined));
}

interface ProveModel {
  email: string;
  next: string;
  signOn: string | undefined;
  errors?: FormErrors;
}

const ProvePage = ({ email, next, signOn, errors = noErrors }: ProveModel) => (
  <FormPage
    title="Is it still you?"
    lead="What you are about to do matters, so please show your password once more."
    errors={errors}
    submit="Continue"
    cancel="/account"
    action="/account/prove"
  >
    <WhoseAccount email={email} />
    <CurrentPassword errors={errors} />
    <Next next={next} />
    {signOn && (
      <p>
        <a class="govuk-link" href={leadingTo('/account/prove/sign-on', next)}>
          Show it at {signOn} instead
        </a>
      </p>
    )}
  </FormPage>
);

/** For an account that has no password: its organisation's sign-on can speak for it, or nothing can. */
const NoPasswordPage = ({ signOn, next }: { signOn: string | undefined; next: string }) => (
  <Reading title="Is it still you?" backLink={{ href: '/account' }}>
    {signOn ? (
      <>
        <p>What you are about to do matters, so please sign in once more.</p>
        <p>
          <a class="govuk-button" role="button" draggable={false} href={leadingTo('/account/prove/sign-on', next)}>
            Sign in with {signOn}
          </a>
        </p>
      </>
    ) : (
      <p>This account has no password, so there is nothing to show here.</p>
    )}
    <Stuck />
  </Reading>
);

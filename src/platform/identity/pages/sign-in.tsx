import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Database, IdentityScope } from '../../database/database.ts';
import { type Answer, goTo, page, withCookies } from '../../http/answers.ts';
import { readCookie } from '../../http/respond.ts';
import { type FormErrors, formError, formErrors, noErrors } from '../../ui/errors.ts';
import { NotificationBanner } from '../../ui/govuk.tsx';
import { FormPage } from '../../ui/patterns.tsx';
import { type Account, findAccountByEmail } from '../account.store.ts';
import { findDevice } from '../device.store.ts';
import { sessionOf } from '../doors.ts';
import { home, leadingTo, readNext } from '../next.ts';
import { isPassword } from '../password.ts';
import type { Keys } from '../secrets.ts';
import { deviceCookie } from '../session.ts';
import { countTry, forgetTries, type Subject, subjectOf, uncountTry } from '../throttle.store.ts';
import { inAWhile, subscriberOf } from '../throttle.ts';
import { admit } from '../way-in.ts';
import { answersOf, CurrentPassword, EmailInput, emailField, Next, passwordField, typed } from './fields.tsx';

const Form = z.object({ email: emailField, password: passwordField('Enter your password') });
const order = ['email', 'password'];

/** One text for a wrong password, an unknown address and an account without a password. */
const notRight = 'The email address or the password is not right. Check both, or choose a new password';

export async function showSignIn(_database: Database, request: FastifyRequest): Promise<Answer> {
  const { next, after } = request.query as { next?: unknown; after?: unknown };
  const session = await sessionOf(request);
  if (session) return goTo(session.factorDue ? leadingTo('/sign-in/second-factor', readNext(next)) : readNext(next));
  return page(<SignInPage next={readNext(next)} after={after} signOn={signOnName(request)} />);
}

export async function takeSignIn(database: Database, request: FastifyRequest): Promise<Answer> {
  const answers = answersOf(request);
  const next = readNext(answers['next']);
  const again = (errors: FormErrors, status = 422) =>
    page(
      <SignInPage email={typed(answers, 'email')} next={next} errors={errors} signOn={signOnName(request)} />,
      status,
    );
  const form = Form.safeParse(answers);
  if (!form.success) return again(formErrors(form.error, order));

  const { email, password } = form.data;
  const attempt = await database.asAccount(undefined, (scope) => begin(scope, request, email));
  if (attempt.freeAt) {
    const wait = inAWhile(attempt.freeAt, database.now());
    return again(
      formError('password', `There have been too many tries. Try again ${wait}, or choose a new password`),
      429,
    );
  }
  const { account } = attempt;
  if (!(await isPassword(password, account?.passwordHash)) || !account) return again(formError('password', notRight));
  return await database.asAccount(account.id, async (scope) => {
    const same = await findAccountByEmail(scope, email);
    if (same?.passwordHash !== account.passwordHash) return again(formError('password', notRight));
    await forgetTries(scope, attempt.own);
    await uncountTry(scope, attempt.office);
    const { factorDue, cookies } = await admit(scope, request, account);
    return withCookies(goTo(factorDue ? leadingTo('/sign-in/second-factor', next) : next), ...cookies);
  });
}

interface Attempt {
  account: Account | undefined;
  /** When the next try may be made, where this one may not. */
  freeAt: Date | undefined;
  own: readonly Subject[];
  office: Subject;
}

/** Counts the try and finds the account, the same way whether there is one or not. */
async function begin(scope: IdentityScope, request: FastifyRequest, email: string): Promise<Attempt> {
  const { keys } = request.server.concordat;
  const account = await findAccountByEmail(scope, email);
  const device = await findDevice(scope, account?.id ?? nobody, readCookie(request, deviceCookie));
  const own = [whoTries(keys, request, email, device?.trusted ? device.id : undefined)];
  const office = subjectOf(keys, 'address', subscriberOf(request.ip));
  const freeAt = await countTry(scope, device?.trusted ? own : [...own, office]);
  return { account, freeAt, own, office };
}

/** In place of an account that does not exist, so that it takes the same road. */
const nobody = '00000000-0000-0000-0000-000000000000';

/** Whose count a try belongs to: a browser that is known has one of its own, everyone else shares their address's. */
export const whoTries = (keys: Keys, request: FastifyRequest, whose: string, device: string | undefined): Subject =>
  device === undefined
    ? subjectOf(keys, 'stranger', whose, subscriberOf(request.ip))
    : subjectOf(keys, 'knownDevice', whose, device);

export const signOnName = (request: FastifyRequest): string | undefined => request.server.concordat.config.signOn?.name;

interface SignInModel {
  email?: string;
  next?: string;
  after?: unknown;
  errors?: FormErrors;
  /** What the organisation's own sign-in is called, where there is one. */
  signOn: string | undefined;
}

export const SignInPage = ({ email = '', next = home, after, errors = noErrors, signOn }: SignInModel) => (
  <FormPage title="Sign in" errors={errors} submit="Sign in" action="/sign-in">
    {after === 'sign-out' && <NotificationBanner text="You have signed out." type="success" role="region" />}
    {after === 'reset' && (
      <NotificationBanner
        text="Your password has been changed. Sign in with the new one."
        type="success"
        role="region"
      />
    )}
    {signOn && (
      <>
        <p>
          <a class="govuk-button" role="button" draggable={false} href={leadingTo('/sign-on', next)}>
            Sign in with {signOn}
          </a>
        </p>
        <p>Or with your email address and password:</p>
      </>
    )}
    <EmailInput errors={errors} value={email} />
    <CurrentPassword errors={errors} />
    <Next next={next} />
    <p>
      <a class="govuk-link" href="/forgotten-password">
        I have forgotten my password
      </a>
    </p>
  </FormPage>
);

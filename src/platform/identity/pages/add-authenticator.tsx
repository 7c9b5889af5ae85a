import type { FastifyRequest } from 'fastify';
import { type Answer, goTo, page, withCookies } from '../../http/answers.ts';
import { found } from '../../http/errors.ts';
import { type FormErrors, formError, noErrors } from '../../ui/errors.ts';
import { FormPage } from '../../ui/patterns.tsx';
import { findAccount } from '../account.store.ts';
import { addAuthenticator } from '../authenticator.store.ts';
import { addressForApp, newSeed, stepOf } from '../authenticator.ts';
import type { AccountScope } from '../doors.ts';
import { readNext } from '../next.ts';
import { type Keys, seal, unseal } from '../secrets.ts';
import { deviceOf, step } from '../way-in.ts';
import { mayAdd, tellFactorAdded } from './factors.tsx';
import { answersOf, CodeInput, Next, typed } from './fields.tsx';
import { QrCode } from './qr-code.tsx';

export async function showAddAuthenticator(scope: AccountScope, request: FastifyRequest): Promise<Answer> {
  await mayAdd(scope, request);
  const next = readNext((request.query as { next?: unknown }).next);
  return await ask(scope, request, newSeed(), next);
}

/** The seed is kept only when its first code was right; until then it travels sealed in the form. */
export async function takeAddAuthenticator(scope: AccountScope, request: FastifyRequest): Promise<Answer> {
  await mayAdd(scope, request);
  const answers = answersOf(request);
  const next = readNext(answers['next']);
  const { keys } = request.server.concordat;
  const seed = openSeed(keys, scope, typed(answers, 'seed'));
  if (seed === undefined)
    return await ask(
      scope,
      request,
      newSeed(),
      next,
      formError('code', 'This page had been open for too long. Scan the new picture'),
    );
  const code = typed(answers, 'code').replaceAll(/\s/g, '');
  const first = await stepOf(seed, code, scope.now, 0);
  if (first === undefined) {
    const text =
      code === ''
        ? 'Enter the code your app shows'
        : 'That is not the code your app should show now. Enter the one it shows, and check that your phone’s clock is right';
    return await ask(scope, request, seed, next, formError('code', text));
  }
  await addAuthenticator(scope, keys, scope.account, { seed, step: first, device: deviceOf(request) });
  await tellFactorAdded(scope, request);
  const cookie = await step(scope, request, scope.session, scope.session.factor ?? 'authenticator');
  return withCookies(goTo(next), cookie);
}

async function ask(
  scope: AccountScope,
  request: FastifyRequest,
  seed: string,
  next: string,
  errors?: FormErrors,
): Promise<Answer> {
  const { email } = found(await findAccount(scope, scope.account));
  const sealed = sealSeed(request.server.concordat.keys, scope, seed);
  return page(
    <AddAuthenticatorPage seed={seed} sealed={sealed} email={email} next={next} errors={errors ?? noErrors} />,
    errors ? 422 : 200,
  );
}

const hour = 3_600_000;
/** For one account, and for this hour and the next. */
const about = (account: string, at: number) => `new authenticator of ${account} in ${Math.floor(at / hour)}`;

const sealSeed = (keys: Keys, { account, now }: AccountScope, seed: string): string =>
  seal(keys.derive('seeds in forms'), about(account, now.getTime()), seed).toString('base64url');

function openSeed(keys: Keys, { account, now }: AccountScope, sealed: string): string | undefined {
  const key = keys.derive('seeds in forms');
  const bytes = Buffer.from(sealed, 'base64url');
  return unseal(key, about(account, now.getTime()), bytes) ?? unseal(key, about(account, now.getTime() - hour), bytes);
}

interface AddAuthenticatorModel {
  seed: string;
  sealed: string;
  email: string;
  next: string;
  errors: FormErrors;
}

const AddAuthenticatorPage = ({ seed, sealed, email, next, errors }: AddAuthenticatorModel) => (
  <FormPage
    title="Add an authenticator app"
    lead="Any authenticator app will do, on a work phone or your own. It needs no signal and tells nobody anything."
    errors={errors}
    submit="Add this app"
    backLink={{ href: '/account/second-factor' }}
    action="/account/second-factor/authenticator"
  >
    <ol class="govuk-list govuk-list--number">
      <li>Open the app and choose to add an account.</li>
      <li>
        Scan this picture:
        <div>
          <QrCode
            text={addressForApp(seed, email)}
            label="Picture for your authenticator app. The key below says the same"
          />
        </div>
      </li>
      <li>
        Or type this key: <code class="reference">{inGroups(seed)}</code>
      </li>
    </ol>
    <input type="hidden" name="seed" value={sealed} />
    <CodeInput errors={errors} label="The code your app shows now" hint="6 digits. It changes every 30 seconds" />
    <Next next={next} />
  </FormPage>
);

/** Four characters at a time are easier to copy. */
const inGroups = (seed: string) => seed.match(/.{1,4}/g)?.join(' ') ?? seed;

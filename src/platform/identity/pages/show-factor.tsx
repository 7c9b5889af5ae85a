import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import type { FastifyRequest } from 'fastify';
import { type Answer, goTo, page, withCookies } from '../../http/answers.ts';
import { type FormErrors, formError, noErrors } from '../../ui/errors.ts';
import { Form } from '../../ui/form.tsx';
import { Button } from '../../ui/govuk.tsx';
import type { AccountScope } from '../doors.ts';
import { listFactors } from '../factor.store.ts';
import { countUsable, hasAny, type OwnFactors } from '../factors.ts';
import { leadingTo, readNext } from '../next.ts';
import { listCredentials } from '../passkey.store.ts';
import { askForPasskey } from '../passkey.ts';
import { fewCodes } from '../printed-codes.ts';
import { challenge } from '../session.store.ts';
import { readShown, type Shown } from '../show-factor.ts';
import { inAWhile } from '../throttle.ts';
import { step } from '../way-in.ts';
import { answersOf, CodeInput, Next, Reading, Stuck } from './fields.tsx';
import { PasskeyForm } from './passkey-form.tsx';

export async function showFactorPage(scope: AccountScope, request: FastifyRequest): Promise<Answer> {
  const next = readNext((request.query as { next?: unknown }).next);
  if (!scope.session.factorDue) return goTo(next);
  const own = await listFactors(scope, scope.account);
  if (!hasAny(own)) return goTo(leadingTo('/account/second-factor', next));
  if (countUsable(own) === 0) return page(<NoneLeftPage />);
  return page(<ShowFactorPage own={own} next={next} passkey={await askPasskey(scope, request, own)} />);
}

export async function takeFactor(scope: AccountScope, request: FastifyRequest): Promise<Answer> {
  const answers = answersOf(request);
  const next = readNext(answers['next']);
  if (!scope.session.factorDue) return goTo(next);
  const shown = await readShown(scope, request, answers);
  if (!('factor' in shown)) return again(scope, request, shown, next);
  const cookie = await step(scope, request, scope.session, shown.factor);
  return withCookies(goTo(await afterFactor(scope, next)), cookie);
}

/** Whoever is about to run out of codes is led to new ones before they are. */
async function afterFactor(scope: AccountScope, next: string): Promise<string> {
  const own = await listFactors(scope, scope.account);
  const left = own.printedCodes?.left ?? fewCodes + 1;
  const onlyCodes = own.passkeys.length + own.authenticators.length === 0;
  return onlyCodes && left <= fewCodes ? leadingTo('/account/second-factor/printed-codes', next) : next;
}

async function again(
  scope: AccountScope,
  request: FastifyRequest,
  shown: Exclude<Shown, { factor: unknown }>,
  next: string,
): Promise<Answer> {
  const own = await listFactors(scope, scope.account);
  const passkey = await askPasskey(scope, request, own);
  const errors = 'freeAt' in shown ? tooMany(shown.freeAt, scope.now) : wrong[shown.wrong];
  return page(
    <ShowFactorPage own={own} next={next} passkey={passkey} errors={errors} />,
    'freeAt' in shown ? 429 : 422,
  );
}

export const tooMany = (freeAt: Date, now: Date): FormErrors =>
  formError('code', `There have been too many tries. Try again ${inAWhile(freeAt, now)}`);

const wrong: Record<'code' | 'passkey' | 'nothing', FormErrors> = {
  code: formError(
    'code',
    'That code is not right, or was used before. Wait for the next one, or use another printed code',
  ),
  nothing: formError('code', 'Enter a code'),
  passkey: formError('passkey', 'The passkey or hardware key was not accepted. Try once more'),
};

/** Asks the browser for a passkey, where the account has one. */
async function askPasskey(
  scope: AccountScope,
  request: FastifyRequest,
  own: OwnFactors,
): Promise<PublicKeyCredentialRequestOptionsJSON | undefined> {
  if (own.passkeys.length === 0) return undefined;
  const asked = await askForPasskey(request.server.concordat.config.url, await listCredentials(scope, scope.account));
  await challenge(scope, scope.session.id, asked.challenge);
  return asked;
}

interface ShowFactorModel {
  own: OwnFactors;
  next: string;
  passkey?: PublicKeyCredentialRequestOptionsJSON | undefined;
  errors?: FormErrors;
}

export const ShowFactorPage = ({ own, next, passkey, errors = noErrors }: ShowFactorModel) => {
  const codes = own.authenticators.length > 0 || (own.printedCodes?.left ?? 0) > 0;
  return (
    <Reading title="Show your second step" errors={errors}>
      <p>A password alone can be guessed or stolen. Show one more thing that is yours.</p>
      {passkey && <PasskeyForm ask={passkey} next={next} button="Use my passkey or hardware key" errors={errors} />}
      {codes && (
        <Form action="/sign-in/second-factor">
          {passkey && <h2 class="govuk-heading-m">Or enter a code</h2>}
          <CodeInput errors={errors} label="Code" hint={hintFor(own)} />
          <Next next={next} />
          <Button text="Continue" preventDoubleClick />
        </Form>
      )}
      <Stuck>
        <a class="govuk-link" href="/sign-out">
          Sign out
        </a>{' '}
        to begin again.
      </Stuck>
    </Reading>
  );
};

function hintFor({ authenticators, printedCodes }: OwnFactors): string {
  const app = 'the 6 digits your authenticator app shows now';
  const paper = 'one of your printed codes, each of which works once';
  if (authenticators.length === 0) return `Enter ${paper}`;
  return printedCodes && printedCodes.left > 0 ? `Enter ${app}, or ${paper}` : `Enter ${app}`;
}

const NoneLeftPage = () => (
  <Reading title="All your printed codes are used">
    <p>You need a second step to go on, and none of your printed codes is left.</p>
    <p>
      Ask your partnership’s business manager to have your second step reset. Two people there have to agree, and you
      will be told.
    </p>
    <p>
      <a class="govuk-link" href="/sign-out">
        Sign out
      </a>
    </p>
  </Reading>
);

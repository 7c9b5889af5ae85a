import type { FastifyRequest } from 'fastify';
import { type Answer, goTo, page, withCookies } from '../../http/answers.ts';
import { found } from '../../http/errors.ts';
import { type FormErrors, formError, noErrors } from '../../ui/errors.ts';
import { findAccount } from '../account.store.ts';
import type { AccountScope } from '../doors.ts';
import { leadingTo, readNext } from '../next.ts';
import { addPasskey, listCredentials } from '../passkey.store.ts';
import { askForNewPasskey, readNewPasskey } from '../passkey.ts';
import { challenge, takeChallenge } from '../session.store.ts';
import { deviceOf, step } from '../way-in.ts';
import { mayAdd, tellFactorAdded } from './factors.tsx';
import { answersOf, Reading, typed } from './fields.tsx';
import { PasskeyForm } from './passkey-form.tsx';

export async function showAddPasskey(scope: AccountScope, request: FastifyRequest): Promise<Answer> {
  await mayAdd(scope, request);
  return await ask(scope, request, readNext((request.query as { next?: unknown }).next));
}

export async function takeAddPasskey(scope: AccountScope, request: FastifyRequest): Promise<Answer> {
  await mayAdd(scope, request);
  const answers = answersOf(request);
  const next = readNext(answers['next']);
  const question = await takeChallenge(scope, scope.session.id);
  const { url } = request.server.concordat.config;
  const passkey = question && (await readNewPasskey(url, question, typed(answers, 'passkey')));
  if (!passkey || !(await addPasskey(scope, scope.account, passkey, deviceOf(request)))) {
    return await ask(
      scope,
      request,
      next,
      formError('passkey', 'The passkey or hardware key was not accepted. Try once more'),
    );
  }
  await tellFactorAdded(scope, request);
  const cookie = await step(scope, request, scope.session, scope.session.factor ?? 'passkey');
  return withCookies(goTo(next), cookie);
}

async function ask(scope: AccountScope, request: FastifyRequest, next: string, errors?: FormErrors): Promise<Answer> {
  const account = found(await findAccount(scope, scope.account));
  const own = await listCredentials(scope, scope.account);
  const asked = await askForNewPasskey(request.server.concordat.config.url, account, own);
  await challenge(scope, scope.session.id, asked.challenge);
  return page(<AddPasskeyPage ask={asked} next={next} errors={errors ?? noErrors} />, errors ? 422 : 200);
}

const AddPasskeyPage = ({ ask, next, errors }: { ask: object; next: string; errors: FormErrors }) => (
  <Reading
    title="Add a passkey or hardware key"
    lead="Your browser asks for your fingerprint, your face, a PIN, or a touch of the key. What it shows us works here and nowhere else."
    errors={errors}
    backLink={{ href: leadingTo('/account/second-factor', next) }}
  >
    <PasskeyForm ask={ask} next={next} button="Add a passkey or hardware key" errors={errors} make />
  </Reading>
);

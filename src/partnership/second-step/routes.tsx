import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { permit } from '../../platform/access/permit.ts';
import { addDays } from '../../platform/calendar/days.ts';
import type { Scope } from '../../platform/database/database.ts';
import { isId } from '../../platform/database/ids.ts';
import { type Answer, goTo, page } from '../../platform/http/answers.ts';
import { found, NotFound } from '../../platform/http/errors.ts';
import type { Answers } from '../../platform/http/form-use.store.ts';
import type { Handler } from '../../platform/identity/doors.ts';
import { agreeToFactorReset, askFactorReset } from '../../platform/identity/factor-reset.store.ts';
import { type FormErrors, formError, formErrors, noErrors } from '../../platform/ui/errors.ts';
import { inScope, type SeatedScope } from '../doors.ts';
import { listPeople, type Person } from '../people/person.store.ts';
import { partnershipPermissions } from '../permissions.ts';
import { listPeopleHolding } from '../seat.store.ts';
import { needFrom, noLongerNeeded } from '../task.store.ts';
import { AnswerPage } from './pages/answer.tsx';
import { SecondStepPage } from './pages/second-step.tsx';
import { addLostStep, answerLostStep, findAccountOf, findLostStep, listLostSteps } from './second-step.store.ts';
import {
  type AnswerRefusal,
  type AskingRefusal,
  agreeTask,
  type LostStep,
  rulingOnAnswering,
  rulingOnAsking,
  secondsFor,
} from './second-step.ts';

/** *A lost second step*: one person asks for its reset, a second one agrees or does not. */
export const secondStepRoutes: FastifyPluginAsync = async (app) => {
  app.get('/', inScope(showSecondStep));
  app.post('/', inScope(takeAsking));
  app.get('/:id', inScope(showLost));
  app.post('/:id', inScope(takeAnswer));
};

const showSecondStep: Handler<SeatedScope> = async (scope) => {
  permit(scope, 'second-step.reset');
  return await secondStepPage(scope, {}, noErrors);
};

async function secondStepPage(scope: SeatedScope, answers: Answers, errors: FormErrors): Promise<Answer> {
  const [people, lost] = [await listPeople(scope), await listLostSteps(scope)];
  const { slug, person: me, now } = scope;
  return page(
    <SecondStepPage slug={slug} me={me} now={now} people={people} lost={lost} answers={answers} errors={errors} />,
    errors === noErrors ? 200 : 422,
  );
}

const Form = z.object({
  person: z.string('Select who has lost their second step').min(1, 'Select who has lost their second step'),
  knownBy: z
    .string('Say how you made sure that it is them')
    .trim()
    .min(1, 'Say how you made sure that it is them')
    .max(500, 'What you write must be 500 characters or fewer'),
});

const takeAsking: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'second-step.reset');
  const answers = (request.body ?? {}) as Answers;
  const form = Form.safeParse(answers);
  if (!form.success) return await secondStepPage(scope, answers, formErrors(form.error, Object.keys(Form.shape)));
  const people = await listPeople(scope);
  const person = people.find(({ id }) => id === form.data.person);
  if (!person) return await secondStepPage(scope, answers, formError('person', 'Select somebody from the list'));
  const seconds = await listSeconds(scope, people);
  const asking = { person, by: scope.person, before: await listLostSteps(scope), seconds, now: scope.now };
  const ruling = rulingOnAsking(asking);
  if (!ruling.allowed) return await secondStepPage(scope, answers, formError('person', askingText[ruling.because]));
  const id = found(await askFactorReset(scope, found(await findAccountOf(scope, person.id)), scope.account));
  await addLostStep(scope, { id, person: person.id, knownBy: form.data.knownBy });
  for (const second of secondsFor(person.id, scope.person, seconds)) await askToAgree(scope, second, id, person);
  return goTo(`/${scope.slug}/second-step/${id}`);
};

/** Who could be the second person: who may, and can sign in. */
async function listSeconds(scope: Scope, people: readonly Person[]): Promise<string[]> {
  const holding = new Set(await listPeopleHolding(scope, partnershipPermissions['second-step.reset'].roles));
  return people.filter(({ id, signsIn }) => signsIn && holding.has(id)).map(({ id }) => id);
}

const askToAgree = (scope: SeatedScope, second: string, id: string, person: Person) =>
  needFrom(scope, second, id, {
    kind: agreeTask,
    title: `Agree, or do not, to reset the second step of ${person.name}`,
    why: `${scope.seat.name} asked for it; two people have to agree within three days`,
    path: `/second-step/${id}`,
    dueOn: addDays(scope.today, 3),
  });

const askingText: Record<AskingRefusal, string> = {
  own: 'Nobody asks for their own: ask a colleague in the office, or a chair',
  'does-not-sign-in': 'This person does not sign in here, so there is nothing to reset',
  'asked-already': 'This was asked for already, and waits for a second person',
  'nobody-to-agree': 'There is nobody else here who could agree. Give somebody a role that may, first',
};

async function readLost(scope: SeatedScope, request: FastifyRequest): Promise<LostStep> {
  const { id } = request.params as { id: string };
  if (!isId(id)) throw new NotFound();
  return found(await findLostStep(scope, id));
}

async function answerPage(scope: SeatedScope, lost: LostStep, errors: FormErrors): Promise<Answer> {
  const { slug, person: me, now } = scope;
  const people = await listPeople(scope);
  const status = errors === noErrors ? 200 : 422;
  return page(<AnswerPage slug={slug} me={me} now={now} lost={lost} people={people} errors={errors} />, status);
}

const showLost: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'second-step.reset');
  return await answerPage(scope, await readLost(scope, request), noErrors);
};

const AnswerForm = z.object({ answer: z.enum(['agree', 'refuse'], 'Select whether you agree') });

const takeAnswer: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'second-step.reset');
  const lost = await readLost(scope, request);
  const form = AnswerForm.safeParse(request.body ?? {});
  if (!form.success) return await answerPage(scope, lost, formErrors(form.error));
  const agrees = form.data.answer === 'agree';
  const ruling = rulingOnAnswering(lost, scope.person, agrees, scope.now);
  const refused = (because: AnswerRefusal) => answerPage(scope, lost, formError('answer', answerText[because]));
  if (!ruling.allowed) return await refused(ruling.because);
  if (!(await answerLostStep(scope, lost.id, agrees))) return await refused('answered-already');
  if (agrees) await agreeToFactorReset(scope, lost.id, scope.account);
  await noLongerNeeded(scope, agreeTask, lost.id);
  return goTo(`/${scope.slug}/second-step/${lost.id}`);
};

const answerText: Record<AnswerRefusal, string> = {
  'own-account': 'Nobody agrees to the reset of their own second step',
  'same-person': 'You asked for this: somebody else has to agree',
  'done-already': 'Somebody has answered already',
  'answered-already': 'Somebody has answered already',
  'too-old': 'This was asked for more than three days ago. Ask anew',
};

import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { permit } from '../../platform/access/permit.ts';
import { isId } from '../../platform/database/ids.ts';
import { goTo, page } from '../../platform/http/answers.ts';
import { found, NotFound } from '../../platform/http/errors.ts';
import type { Answers } from '../../platform/http/form-use.store.ts';
import type { Handler } from '../../platform/identity/doors.ts';
import { type FormErrors, noErrors } from '../../platform/ui/errors.ts';
import { inScope, type SeatedScope } from '../doors.ts';
import { findPerson, listPeople, markLeft, type Person } from '../people/person.store.ts';
import { letLeave } from './carry-out.ts';
import { callOff, findPlannedLeaving } from './leaving.store.ts';
import type { Present, Thing } from './leaving.ts';
import { listOwned } from './owned.ts';
import { ConfirmLeavingPage } from './pages/confirm.tsx';
import { LeavingPage } from './pages/leaving.tsx';
import { LeftPage, OwnAccessPage } from './pages/left.tsx';
import { PlannedPage } from './pages/planned.tsx';
import { readPlan, refusalsOf } from './plan-form.ts';
import { holdPerson, listManagers, listThings } from './things.store.ts';

/** *Leaving*: what is theirs is ended or handed over, and their access ends. */
export const leavingRoutes: FastifyPluginAsync = async (app) => {
  app.get('/', inScope(showLeaving));
  app.post('/', inScope(checkLeaving));
  app.post('/confirm', inScope(takeLeaving));
  app.post('/call-off', inScope(takeCallingOff));
  app.post('/back', inScope(takeBack));
};

/** Everything a page about somebody's leaving is made from. */
export interface LeavingFacts {
  slug: string;
  person: Person;
  things: readonly Thing[];
  people: readonly Person[];
  present: Present;
}

async function readFacts(scope: SeatedScope, request: FastifyRequest): Promise<LeavingFacts> {
  const { id } = request.params as { id: string };
  if (!isId(id)) throw new NotFound();
  const person = found(await findPerson(scope, id));
  const people = (await listPeople(scope)).filter((one) => one.leftOn === undefined && one.id !== id);
  const present = {
    by: scope.person,
    managers: await listManagers(scope),
    others: new Map(people.map(({ id: other, signsIn }) => [other, { signsIn }])),
  };
  return {
    slug: scope.slug,
    person,
    people,
    present,
    things: [...(await listThings(scope, id)), ...(await listOwned(scope, request.server.house.holdings, id))],
  };
}

const showLeaving: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'access.change');
  const facts = await readFacts(scope, request);
  const { slug, person } = facts;
  if (person.id === scope.person) return page(<OwnAccessPage slug={slug} person={person} />);
  if (person.leftOn !== undefined) return page(<LeftPage slug={slug} person={person} />);
  const planned = await findPlannedLeaving(scope, person.id);
  const change = (request.query as { change?: string }).change !== undefined;
  if (planned && !change) return page(<PlannedPage facts={facts} plan={planned} />);
  return page(<LeavingPage facts={facts} plan={planned} answers={{}} errors={noErrors} />);
};

/** Nothing is changed yet: what would happen is shown, to be confirmed. */
const checkLeaving: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'access.change');
  const facts = await readFacts(scope, request);
  const answers = (request.body ?? {}) as Answers;
  const again = (errors: FormErrors) => page(<LeavingPage facts={facts} answers={answers} errors={errors} />, 422);
  const read = readPlan(answers, facts);
  if ('errors' in read) return again(read.errors);
  const errors = refusalsOf(read.plan, facts);
  if (errors) return again(errors);
  return page(<ConfirmLeavingPage facts={facts} plan={read.plan} answers={answers} today={scope.today} />);
};

const takeLeaving: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'access.change');
  const { id } = request.params as { id: string };
  if (isId(id)) await holdPerson(scope, id); // what is read after this stays true until the end
  const facts = await readFacts(scope, request);
  const answers = (request.body ?? {}) as Answers;
  const again = (errors: FormErrors) => page(<LeavingPage facts={facts} answers={answers} errors={errors} />, 422);
  const read = readPlan(answers, facts);
  if ('errors' in read) return again(read.errors);
  const errors = refusalsOf(read.plan, facts);
  if (errors) return again(errors);
  await letLeave(scope, facts.person.id, read.plan, request.server.house.holdings);
  return goTo(`/${scope.slug}/people/${facts.person.id}/leaving`);
};

const takeCallingOff: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'access.change');
  const { person } = await readFacts(scope, request);
  await callOff(scope, person.id);
  return goTo(`/${scope.slug}/people/${person.id}/leaving`);
};

/** They are part of the partnership again; seats and roles are given anew, if at all. */
const takeBack: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'access.change');
  const { person } = await readFacts(scope, request);
  if (person.leftOn !== undefined) await markLeft(scope, person.id, undefined);
  return goTo(`/${scope.slug}/people/${person.id}`);
};

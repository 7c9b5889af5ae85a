import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { permit } from '../../platform/access/permit.ts';
import { type Answer, goTo, page } from '../../platform/http/answers.ts';
import { found } from '../../platform/http/errors.ts';
import type { Answers } from '../../platform/http/form-use.store.ts';
import type { Handler } from '../../platform/identity/doors.ts';
import { type FormErrors, formError, noErrors } from '../../platform/ui/errors.ts';
import { readListAddress } from '../../platform/ui/patterns.tsx';
import { inScope, type SeatedScope } from '../doors.ts';
import { isRegime, regimes } from '../regimes/regimes.ts';
import { findAbout, holdAbout } from '../settings/settings.store.ts';
import { type ItemsForm, readAnswers } from './answers-form.ts';
import { listHeld } from './held.store.ts';
import { move } from './move.ts';
import { CarryPage } from './pages/carry.tsx';
import { GiveUpPage, MovePage } from './pages/move.tsx';
import { RecordPage } from './pages/record.tsx';
import { StartPage } from './pages/start.tsx';
import { TransitionPage } from './pages/transition.tsx';
import { answerItems, beginTransition, closeTransition, listAnswered, listTransitions } from './transition.store.ts';
import {
  type Answered,
  type Held,
  isOpen,
  itemKinds,
  keyOf,
  type MoveRefusal,
  movesFrom,
  rulingOnMoving,
  type Transition,
} from './transition.ts';

/** *Transition*: the partnership moves to another regime or edition, and everything it holds is carried or ended. */
export const transitionRoutes: FastifyPluginAsync = async (app) => {
  app.get('/', inScope(showStart));
  app.post('/', inScope(takeStart));
  app.get('/:id', inScope(showTransition));
  app.post('/:id', inScope(takeAnswers));
  app.get('/:id/carry', inScope(showCarry));
  app.post('/:id/carry', inScope(takeCarry));
  app.get('/:id/move', inScope(showMove));
  app.post('/:id/move', inScope(takeMove));
  app.get('/:id/give-up', inScope(showGiveUp));
  app.post('/:id/give-up', inScope(takeGiveUp));
};

const showStart: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'transition.change');
  const { to } = request.query as { to?: unknown };
  return await startPage(scope, typeof to === 'string' ? to : '', noErrors);
};

async function startPage(scope: SeatedScope, to: string, errors: FormErrors): Promise<Answer> {
  const { regime } = await findAbout(scope);
  const model = { slug: scope.slug, regime, to, transitions: await listTransitions(scope), errors };
  return page(<StartPage {...model} />, errors === noErrors ? 200 : 422);
}

const takeStart: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'transition.change');
  const { regime } = await holdAbout(scope);
  const open = (await listTransitions(scope)).find(isOpen);
  if (open) return goTo(`/${scope.slug}/transition/${open.id}`);
  const { to } = (request.body ?? {}) as Answers;
  if (typeof to !== 'string' || !isRegime(to) || !movesFrom(regime).includes(regimes[to]))
    return await startPage(scope, '', formError('to', 'Select what the partnership moves to'));
  return goTo(`/${scope.slug}/transition/${await beginTransition(scope, regime.id, to)}`);
};

/** A transition with everything held and answered. */
export interface TransitionModel {
  at: string;
  transition: Transition;
  held: readonly Held[];
  answered: readonly Answered[];
  me: string;
}

async function readTransition(scope: SeatedScope, request: FastifyRequest): Promise<TransitionModel> {
  const { id } = request.params as { id: string };
  const transition = found((await listTransitions(scope)).find((one) => one.id === id));
  return {
    at: `/${scope.slug}/transition/${id}`,
    transition,
    held: isOpen(transition) ? await listHeld(scope) : [],
    answered: await listAnswered(scope, id),
    me: scope.person,
  };
}

const listOf = ({ at }: TransitionModel, { query }: Pick<FastifyRequest, 'query'>) =>
  readListAddress(at, query as Record<string, unknown>, { filters: ['kind', 'unanswered'], sorts: [] });

function itemsPage(model: TransitionModel, request: FastifyRequest, { typed, errors }: ItemsForm): Answer {
  const { transition } = model;
  if (!isOpen(transition) || !isRegime(transition.from) || !isRegime(transition.to))
    return page(<RecordPage {...model} />);
  const [from, to] = [regimes[transition.from], regimes[transition.to]];
  const list = listOf(model, request);
  const props = { ...model, from, to, list, typed, errors };
  return page(<TransitionPage {...props} />, errors === noErrors ? 200 : 422);
}

const showTransition: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'transition.change');
  return itemsPage(await readTransition(scope, request), request, { typed: {}, errors: noErrors });
};

const takeAnswers: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'transition.change');
  const model = await readTransition(scope, request);
  if (!isOpen(model.transition)) return goTo(model.at);
  const typed = (request.body ?? {}) as Answers;
  const read = readAnswers(typed, model);
  if ('errors' in read) return itemsPage(model, request, { typed, errors: read.errors });
  await answerItems(scope, model.transition.id, read.carried, 'carried', '');
  await answerItems(scope, model.transition.id, read.ended, 'ended', read.because);
  return goTo(request.url);
};

const kindOf = (value: unknown) => itemKinds.find((kind) => kind === value);
const unansweredOf = ({ held, answered }: TransitionModel, kind: unknown): Held[] => {
  const known = new Set(answered.map(keyOf));
  return held.filter((one) => one.kind === kind && !known.has(keyOf(one)));
};

/** What would be carried at once, before it is. */
const showCarry: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'transition.change');
  const model = await readTransition(scope, request);
  const kind = kindOf((request.query as { kind?: unknown }).kind);
  if (!isOpen(model.transition) || !kind) return goTo(model.at);
  return page(<CarryPage at={model.at} kind={kind} items={unansweredOf(model, kind)} />);
};

/** Carries what was shown and is still unanswered: what was added since is asked about. */
const takeCarry: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'transition.change');
  const model = await readTransition(scope, request);
  if (!isOpen(model.transition)) return goTo(model.at);
  const { kind, shown } = (request.body ?? {}) as Answers;
  const keys = new Set([shown ?? []].flat());
  const items = unansweredOf(model, kindOf(kind)).filter((one) => keys.has(keyOf(one)));
  await answerItems(scope, model.transition.id, items, 'carried', '');
  return goTo(model.at);
};

const showMove: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'transition.change');
  const model = await readTransition(scope, request);
  const { to } = model.transition;
  if (!isOpen(model.transition) || !isRegime(to)) return goTo(model.at);
  return page(<MovePage {...model} to={regimes[to]} />);
};

const takeMove: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'transition.change');
  const { regime } = await holdAbout(scope);
  const model = await readTransition(scope, request);
  const { transition, held, answered, at } = model;
  const { to } = transition;
  if (!isOpen(transition) || !isRegime(to)) return goTo(at);
  const ruling = rulingOnMoving(transition, regime.id, held, answered, scope.person);
  if (!ruling.allowed) return itemsPage(model, request, { typed: {}, errors: formError('', moveText[ruling.because]) });
  await move(scope, { id: transition.id, to }, held, answered);
  return goTo(at);
};

const moveText: Record<MoveRefusal, string> = {
  unanswered: 'Something is unanswered, perhaps because it was added meanwhile. Answer for it first',
  'own-access': 'Your own role of business manager cannot end here: carry it, or let another business manager move',
  'not-the-same-regime': 'The partnership works under another regime by now. Give this transition up and begin anew',
};

const showGiveUp: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'transition.change');
  const { transition, at } = await readTransition(scope, request);
  return isOpen(transition) ? page(<GiveUpPage at={at} />) : goTo(at);
};

const takeGiveUp: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'transition.change');
  await holdAbout(scope); // so that it is not moved at the same time
  const { transition, at } = await readTransition(scope, request);
  if (isOpen(transition)) await closeTransition(scope, transition.id, 'given-up');
  return goTo(at);
};

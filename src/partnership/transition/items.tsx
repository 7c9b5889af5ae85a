import type { FastifyRequest } from 'fastify';
import { permit } from '../../platform/access/permit.ts';
import { type Answer, goTo, page } from '../../platform/http/answers.ts';
import { found } from '../../platform/http/errors.ts';
import type { Answers } from '../../platform/http/form-use.store.ts';
import type { Handler } from '../../platform/identity/doors.ts';
import { formError, noErrors } from '../../platform/ui/errors.ts';
import { readListAddress } from '../../platform/ui/patterns.tsx';
import type { SeatedScope } from '../doors.ts';
import { isRegime, regimes } from '../regimes/regimes.ts';
import { type ItemsForm, readAnswers } from './answers-form.ts';
import { asItBelongs, type Choice, choicesIn, goesAlong } from './carrying.ts';
import { type Holding, holdingsIn, listHeld } from './holding.ts';
import { CarryPage } from './pages/carry.tsx';
import { RecordPage } from './pages/record.tsx';
import { TransitionPage } from './pages/transition.tsx';
import { answerItems, listAnswered, listTransitions } from './transition.store.ts';
import { type Answered, type Held, isOpen, keyOf, type Transition } from './transition.ts';

/** A transition with everything held and answered. */
export interface TransitionModel {
  at: string;
  /** The address of its partnership. */
  slug: string;
  transition: Transition;
  held: readonly Held[];
  answered: readonly Answered[];
  /** The kinds there are to answer for. */
  holdings: readonly Holding[];
  choices: readonly Choice[];
  /** Who may not end their own access; nobody where the partnership closes anyway. */
  me: string | undefined;
}

export async function readTransition(scope: SeatedScope, request: FastifyRequest): Promise<TransitionModel> {
  const { id } = request.params as { id: string };
  const transition = found((await listTransitions(scope)).find((one) => one.id === id));
  const holdings = holdingsIn(transition.kind, request.server.house.holdings);
  return {
    at: `/${scope.slug}/transition/${id}`,
    slug: scope.slug,
    transition,
    held: isOpen(transition) ? await listHeld(scope, transition.kind, holdings) : [],
    answered: await listAnswered(scope, id),
    holdings,
    choices: choicesIn(transition),
    me: transition.kind === 'regime' ? scope.person : undefined,
  };
}

const listOf = ({ at }: TransitionModel, { query }: Pick<FastifyRequest, 'query'>) =>
  readListAddress(at, query as Record<string, unknown>, { filters: ['kind', 'unanswered'], sorts: [] });

export function itemsPage(model: TransitionModel, request: FastifyRequest, { typed, errors }: ItemsForm): Answer {
  const { from, to, kind } = model.transition;
  const law = isRegime(from) && isRegime(to) ? { from: regimes[from], to: regimes[to] } : undefined;
  if (!isOpen(model.transition) || (kind === 'regime' && !law)) return page(<RecordPage {...model} />);
  const props = { ...model, law, list: listOf(model, request), typed, errors };
  return page(<TransitionPage {...props} />, errors === noErrors ? 200 : 422);
}

export const showTransition: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'transition.change');
  return itemsPage(await readTransition(scope, request), request, { typed: {}, errors: noErrors });
};

export const takeAnswers: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'transition.change');
  const model = await readTransition(scope, request);
  if (!isOpen(model.transition)) return goTo(model.at);
  const typed = (request.body ?? {}) as Answers;
  const read = readAnswers(typed, model);
  if ('errors' in read) return itemsPage(model, request, { typed, errors: read.errors });
  const { id } = model.transition;
  for (const { to, items } of read.carried) await answerItems(scope, id, items, { answer: 'carried', to });
  await answerItems(scope, id, read.ended, { answer: 'ended', because: read.because });
  return goTo(request.url);
};

/** What is not answered and can be carried. */
const openOf = ({ held, answered }: TransitionModel, kind: unknown): Held[] => {
  const known = new Set(answered.map(keyOf));
  return held.filter((one) => one.kind === kind && one.stays === undefined && !known.has(keyOf(one)));
};

/** What would be carried at once, before it is. */
export const showCarry: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'transition.change');
  const model = await readTransition(scope, request);
  return carryPage(model, (request.query as { kind?: unknown }).kind, noErrors);
};

function carryPage(model: TransitionModel, kind: unknown, errors: ItemsForm['errors']): Answer {
  const holding = model.holdings.find((one) => one.kind === kind);
  if (!isOpen(model.transition) || !holding) return goTo(model.at);
  const { at, choices } = model;
  const props = { at, holding, items: openOf(model, kind), choices, errors };
  return page(<CarryPage {...props} />, errors === noErrors ? 200 : 422);
}

/** Carries what was shown and is still unanswered: what was added since is asked about. */
export const takeCarry: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'transition.change');
  const model = await readTransition(scope, request);
  const { transition, at, choices } = model;
  if (!isOpen(transition)) return goTo(at);
  const { kind, shown, to } = (request.body ?? {}) as Answers;
  const keys = new Set([shown ?? []].flat());
  const items = openOf(model, kind).filter((one) => keys.has(keyOf(one)));
  const choice = choices.length === 1 ? choices[0] : choices.find(({ value }) => value === to);
  if (!choice && to !== asItBelongs) return carryPage(model, kind, formError('to', 'Select where they go'));
  const goesTo = (item: Held) => choice?.to ?? goesAlong(item, model.answered);
  for (const [where, those] of Map.groupBy(items, (item) => goesTo(item)?.join(' ')))
    if (where !== undefined)
      await answerItems(scope, transition.id, those, { answer: 'carried', to: where.split(' ').filter(Boolean) });
  return goTo(at);
};

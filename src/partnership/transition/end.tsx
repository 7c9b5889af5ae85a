import { permit } from '../../platform/access/permit.ts';
import { download, goTo, page } from '../../platform/http/answers.ts';
import type { Handler } from '../../platform/identity/doors.ts';
import { acted } from '../../platform/trail/trail.store.ts';
import { formError } from '../../platform/ui/errors.ts';
import type { SeatedScope } from '../doors.ts';
import { isRegime, regimes } from '../regimes/regimes.ts';
import { holdAbout } from '../settings/settings.store.ts';
import { itemsPage, readTransition } from './items.tsx';
import { move } from './move.ts';
import { recordAsCsv } from './outcome.ts';
import { GiveUpPage, MovePage } from './pages/move.tsx';
import { closeTransition } from './transition.store.ts';
import { isOpen, type MoveRefusal, rulingOnMoving } from './transition.ts';

export const showMove: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'transition.change');
  const model = await readTransition(scope, request);
  const { to } = model.transition;
  if (!isOpen(model.transition) || !isRegime(to)) return goTo(model.at);
  return page(<MovePage {...model} to={regimes[to]} />);
};

/** Done alone, so that what is held is counted once nobody else changes it. */
export const takeMove: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'transition.change');
  const { regime } = await holdAbout(scope);
  const model = await readTransition(scope, request);
  const { transition, held, answered, at } = model;
  const { to } = transition;
  if (!isOpen(transition) || !isRegime(to)) return goTo(at);
  const ruling = rulingOnMoving(transition, regime.id, held, answered, scope.person);
  if (!ruling.allowed) return itemsPage(model, request, { typed: {}, errors: formError('', moveText[ruling.because]) });
  await move(scope, { id: transition.id, to }, model);
  return goTo(at);
};

const moveText: Record<MoveRefusal, string> = {
  unanswered: 'Something is unanswered, perhaps because it was added meanwhile. Answer for it first',
  'own-access': 'Your own role of business manager cannot end here: carry it, or let another business manager move',
  'not-the-same-regime': 'The partnership works under another regime by now. Give this transition up and begin anew',
};

export const showGiveUp: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'transition.change');
  const { transition, at } = await readTransition(scope, request);
  return isOpen(transition) ? page(<GiveUpPage at={at} />) : goTo(at);
};

export const takeGiveUp: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'transition.change');
  await holdAbout(scope); // so that it is not moved at the same time
  const { transition, at } = await readTransition(scope, request);
  if (isOpen(transition)) await closeTransition(scope, transition.id, 'given-up');
  return goTo(at);
};

/** What became of each thing, or what was answered for it so far. */
export const sendRecord: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'transition.change');
  const { transition, answered, holdings } = await readTransition(scope, request);
  await acted(scope, 'export', 'transition', { id: transition.id }, { as: 'csv', things: answered.length });
  const name = `transition-${transition.doneOn ?? transition.begunOn}.csv`;
  return download(name, 'text/csv; charset=utf-8', recordAsCsv(answered, holdings));
};

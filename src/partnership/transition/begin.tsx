import { permit } from '../../platform/access/permit.ts';
import { type Answer, goTo, page } from '../../platform/http/answers.ts';
import type { Answers } from '../../platform/http/form-use.store.ts';
import type { Handler } from '../../platform/identity/doors.ts';
import { type FormErrors, formError, noErrors } from '../../platform/ui/errors.ts';
import type { SeatedScope } from '../doors.ts';
import { isRegime, regimes } from '../regimes/regimes.ts';
import { findAbout, holdAbout } from '../settings/settings.store.ts';
import { isSlug } from '../slug.ts';
import { listArrivals } from './arrival.store.ts';
import { mostParts } from './carrying.ts';
import { ReorganisePage } from './pages/reorganise.tsx';
import { StartPage } from './pages/start.tsx';
import { beginReorganisation, beginTransition, listTransitions } from './transition.store.ts';
import { isOpen, movesFrom } from './transition.ts';

export const showStart: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'transition.change');
  const { to } = request.query as { to?: unknown };
  return await startPage(scope, typeof to === 'string' ? to : '', noErrors);
};

async function startPage(scope: SeatedScope, to: string, errors: FormErrors): Promise<Answer> {
  const { regime } = await findAbout(scope);
  const [transitions, arrivals] = [await listTransitions(scope), await listArrivals(scope)];
  const closed = scope.seat.partnership.closedOn !== undefined;
  const model = { slug: scope.slug, regime, to, closed, transitions, arrivals, errors };
  return page(<StartPage {...model} />, errors === noErrors ? 200 : 422);
}

export const takeStart: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'transition.change');
  const { regime } = await holdAbout(scope);
  const open = (await listTransitions(scope)).find(isOpen);
  if (open) return goTo(`/${scope.slug}/transition/${open.id}`);
  const { to } = (request.body ?? {}) as Answers;
  if (typeof to !== 'string' || !isRegime(to) || !movesFrom(regime).includes(regimes[to]))
    return await startPage(scope, '', formError('to', 'Select what the partnership moves to'));
  return goTo(`/${scope.slug}/transition/${await beginTransition(scope, regime.id, to)}`);
};

export const showReorganise: Handler<SeatedScope> = async (scope) => {
  permit(scope, 'transition.change');
  const open = (await listTransitions(scope)).find(isOpen);
  if (open) return goTo(`/${scope.slug}/transition/${open.id}`);
  return page(<ReorganisePage slug={scope.slug} typed={{}} errors={noErrors} />);
};

/** Addresses are not looked up: a partnership that one is not in looks like one that is not there. */
export const takeReorganise: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'transition.change');
  await holdAbout(scope); // so that two do not begin at the same time
  const open = (await listTransitions(scope)).find(isOpen);
  if (open) return goTo(`/${scope.slug}/transition/${open.id}`);
  const typed = (request.body ?? {}) as Answers;
  const read = readReorganisation(typed, scope.slug);
  if ('errors' in read) return page(<ReorganisePage slug={scope.slug} typed={typed} errors={read.errors} />, 422);
  return goTo(`/${scope.slug}/transition/${await beginReorganisation(scope, read.kind, read.goesTo)}`);
};

function readReorganisation(
  typed: Answers,
  own: string,
): { kind: 'merge' | 'split'; goesTo: string[] } | { errors: FormErrors } {
  const { kind, goesTo: said } = typed;
  if (kind !== 'merge' && kind !== 'split') return { errors: formError('kind', 'Select whether it merges or splits') };
  const words = typeof said === 'string' ? said.split(/[\s,]+/).map((one) => one.replaceAll('/', '')) : [];
  const goesTo = [...new Set(words.filter((one) => one !== ''))];
  const refuse = (text: string) => ({ errors: formError('goesTo', text) });
  const wrong = goesTo.find((one) => !isSlug(one));
  if (wrong !== undefined) return refuse(`“${wrong}” must be the address of a partnership, like north-vale`);
  if (goesTo.includes(own)) return refuse('The address must be another partnership’s: this one closes');
  if (kind === 'merge' && goesTo.length !== 1) return refuse('Enter the address of the one partnership it merges into');
  if (kind === 'split' && (goesTo.length < 2 || goesTo.length > mostParts))
    return refuse(`Enter the addresses of two to ${mostParts} partnerships it splits into, one on each line`);
  return { kind, goesTo };
}

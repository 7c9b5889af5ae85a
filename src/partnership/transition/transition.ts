import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import { type Regime, type RegimeId, regimeIds } from '../regimes/regime.ts';
import { regimes } from '../regimes/regimes.ts';

/** Something the partnership holds, as it stands now. */
export interface Held {
  /** Of a `Holding`. */
  kind: string;
  id: string;
  title: string;
  /** Whose it is, where it is somebody's. */
  person?: string;
  role?: string;
  /** What has to come along to another partnership with it, by identifier. */
  needs?: readonly string[];
  /** What it belongs to and could do without. */
  follows?: readonly string[];
  /** Whether it holds the agency of whoever asks to account: they do not decide about it. */
  ofOwnAgency?: boolean;
  /** Why it cannot go to another partnership. It can only end there. */
  stays?: string;
}

export type ItemAnswer = 'carried' | 'ended';

/** What was said of something held. */
export interface Answered {
  kind: string;
  id: string;
  title: string;
  answer: ItemAnswer;
  because: string;
  /** Addresses of the partnerships it is carried to; none where it stays in its own. */
  to: readonly string[];
  /** In which of them it was there already; known once it is done. */
  joined: readonly string[];
}

/** What sort of transition it is: to another regime or edition, into another partnership, or into several. */
export type TransitionKind = 'regime' | 'merge' | 'split';

export interface Transition {
  id: string;
  kind: TransitionKind;
  /** The regimes; '' where the partnership merges or splits. */
  from: string;
  to: string;
  /** Addresses of the partnerships that go on; none where the partnership itself does. */
  goesTo: readonly string[];
  begunOn: PlainDate;
  doneOn: PlainDate | undefined;
  givenUpOn: PlainDate | undefined;
}

export const isOpen = ({ doneOn, givenUpOn }: Transition): boolean => doneOn === undefined && givenUpOn === undefined;

/** What a thing is known by in a form. */
export const keyOf = ({ kind, id }: Pick<Held, 'kind' | 'id'>): string => `${kind}-${id}`;

/** The regimes and editions that a partnership can move to: those of its nation, but its own. */
export const movesFrom = (present: Regime): Regime[] =>
  regimeIds
    .map((id: RegimeId) => regimes[id])
    .filter(({ id, nation }) => nation === present.nation && id !== present.id);

/** What is held, by kind, and what was said of it. It is in balance when nothing is unanswered. */
export interface Balance {
  kind: string;
  held: number;
  carried: number;
  ended: number;
  unanswered: number;
  /** Of those, what can go along; the rest can only end. */
  canGo: number;
}

/**
 * Only what is held now counts: what was added since is unanswered, what is gone is no longer part of it.
 *
 * @param kinds the kinds there are to answer for; left out, those of what is held
 */
export function reconcile(
  held: readonly Pick<Held, 'kind' | 'id' | 'stays'>[],
  answered: readonly Answered[],
  kinds: readonly string[] = [...new Set(held.map(({ kind }) => kind))],
): Balance[] {
  const answers = new Map(answered.map((one) => [keyOf(one), one.answer]));
  return kinds.map((kind) => {
    const all = held.filter((one) => one.kind === kind);
    const those = (answer: ItemAnswer | undefined) => all.filter((one) => answers.get(keyOf(one)) === answer);
    const open = those(undefined);
    return {
      kind,
      held: all.length,
      carried: those('carried').length,
      ended: those('ended').length,
      unanswered: open.length,
      canGo: open.filter(({ stays }) => stays === undefined).length,
    };
  });
}

export const unansweredIn = (balance: readonly Balance[]): number =>
  balance.reduce((sum, { unanswered }) => sum + unanswered, 0);

/** What was to be carried and is no longer there: it ended by itself. */
export const goneSince = (held: readonly Held[], answered: readonly Answered[]): Answered[] => {
  const there = new Set(held.map(keyOf));
  return answered.filter((one) => one.answer === 'carried' && !there.has(keyOf(one)));
};

export type EndingRefusal = 'own-access' | 'own-agency' | 'no-reason';
export type MoveRefusal = 'unanswered' | 'own-access' | 'not-the-same-regime';
export type Ruling<Refusal> = { allowed: true } | { allowed: false; because: Refusal };

const refuse = <Refusal>(because: Refusal): Ruling<Refusal> => ({ allowed: false, because });

/** Whoever moves the partnership has to be able to give access afterwards. */
const isOwnAccess = (item: Held, by: string | undefined): boolean =>
  by !== undefined && item.person === by && item.role === 'business-manager';

/** Whether `by` may end something; nobody where the partnership closes, and everything in it ends anyway. */
export function rulingOnEnding(item: Held, because: string, by: string | undefined): Ruling<EndingRefusal> {
  if (isOwnAccess(item, by)) return refuse('own-access');
  if (by !== undefined && item.ofOwnAgency) return refuse('own-agency');
  return because.trim() === '' ? refuse('no-reason') : { allowed: true };
}

/** Whether `by` may move the partnership now. */
export function rulingOnMoving(
  { from }: Pick<Transition, 'from'>,
  present: string,
  held: readonly Held[],
  answered: readonly Answered[],
  by: string,
): Ruling<MoveRefusal> {
  if (from !== present) return refuse('not-the-same-regime');
  if (unansweredIn(reconcile(held, answered)) > 0) return refuse('unanswered');
  const ended = new Set(answered.filter(({ answer }) => answer === 'ended').map(keyOf));
  return held.some((one) => ended.has(keyOf(one)) && isOwnAccess(one, by)) ? refuse('own-access') : { allowed: true };
}

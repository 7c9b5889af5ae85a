import { allowed, type Ruling, refuse } from '../directory/ruling.ts';
import { type Answered, type Held, keyOf, reconcile, type Transition, unansweredIn } from './transition.ts';

/** Something that is carried to a partnership without what it needs there. */
export interface Lacking {
  item: Held;
  /** The partnership's address. */
  to: string;
  /** What it would be without, or why it cannot go at all. */
  why: string;
}

/** What is carried somewhere and would lack something there: a seat without its group, a role without its holder. */
export function lackingIn(held: readonly Held[], answered: readonly Answered[]): Lacking[] {
  const answers = new Map(answered.map((one) => [keyOf(one), one]));
  const byId = new Map(held.map((one) => [one.id, { title: one.title, to: answers.get(keyOf(one))?.to ?? [] }]));
  const lackingThere = (item: Held, to: string): Lacking[] =>
    (item.needs ?? []).flatMap((id) => {
      const need = byId.get(id);
      return need?.to.includes(to)
        ? []
        : [{ item, to, why: `It would be without “${need?.title ?? 'what has left or ended meanwhile'}”` }];
    });
  return held.flatMap((item) =>
    (answers.get(keyOf(item))?.to ?? []).flatMap((to) =>
      item.stays === undefined ? lackingThere(item, to) : [{ item, to, why: item.stays }],
    ),
  );
}

/**
 * Where an item goes when it goes with what it belongs to: where all that it needs goes, and of the rest where any goes.
 * Undefined where nothing it belongs to is carried.
 */
export function goesAlong(item: Held, answered: readonly Answered[]): readonly string[] | undefined {
  const byId = new Map(answered.map(({ id, to }) => [id, to]));
  const needs = (item.needs ?? []).map((id) => byId.get(id) ?? []);
  const follows = (item.follows ?? []).flatMap((id) => byId.get(id) ?? []);
  const [first, ...others] = needs;
  const to = first === undefined ? follows : first.filter((one) => others.every((all) => all.includes(one)));
  return to.length === 0 ? undefined : [...new Set(to)].toSorted();
}

export type ReorganisingRefusal = 'unanswered' | 'lacking';

/** Whether a partnership can merge or split now. */
export function rulingOnReorganising(
  held: readonly Held[],
  answered: readonly Answered[],
): Ruling<ReorganisingRefusal> {
  if (unansweredIn(reconcile(held, answered)) > 0) return refuse('unanswered');
  return lackingIn(held, answered).length > 0 ? refuse('lacking') : allowed;
}

/** One of the answers that can be given in a transition: its value in a form, what it says, and where it carries to. */
export interface Choice {
  value: string;
  text: string;
  to: readonly string[];
}

/** How an item can be carried: along, or, where the partnership merges or splits, to one or several of those that go on. */
export function choicesIn({ kind, goesTo }: Pick<Transition, 'kind' | 'goesTo'>): Choice[] {
  if (kind === 'regime') return [{ value: 'carried', text: 'Carried along', to: [] }];
  return subsetsOf(goesTo).map((to) => ({
    value: ['carried', ...to].join('+'),
    text: `To ${to.length > 2 && to.length === goesTo.length ? 'all of them' : to.join(' and ')}`,
    to,
  }));
}

/** Every choice of at least one, the smallest first. */
const subsetsOf = (all: readonly string[]): string[][] =>
  Array.from({ length: 2 ** all.length - 1 }, (_, at) => all.filter((_one, bit) => ((at + 1) >> bit) & 1)).toSorted(
    (a, b) => a.length - b.length,
  );

/** The value that an answer has in a form; '' for none. */
export const valueOf = (answered: Pick<Answered, 'answer' | 'to'> | undefined): string =>
  answered === undefined ? '' : answered.answer === 'ended' ? 'ended' : ['carried', ...answered.to].join('+');

/** At most so many partnerships can one split into; each item has a choice for every set of them. */
export const mostParts = 5;

/** In place of a choice: each goes where what it belongs to goes. */
export const asItBelongs = 'as-it-belongs';

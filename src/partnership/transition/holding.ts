import type { Scope } from '../../platform/database/database.ts';
import type { Owned } from '../leaving/owned.ts';
import type { Arriving } from './arriving.ts';
import type { Held, TransitionKind } from './transition.ts';

/**
 * A kind of thing that a partnership holds, and how it goes along when the partnership changes its regime, merges or splits.
 *
 * A floor or duty that keeps records adds its kinds to the registry (`holdingsOf`) and nothing in between changes: the pages
 * ask for each item, the reconciliation counts it, the operator's command carries it. Where a merging partnership has rows in a
 * table that no kind names and nothing says why it stays, the command refuses: nothing is left behind unseen.
 */
export interface Holding {
  /** What it is known by in an answer: `agency`. */
  kind: string;
  /** What people call them: “Agencies”. */
  title: string;
  /** The tables whose rows go along with an item. */
  tables: readonly string[];
  /** Tables beside them whose rows stay in the partnership that closes, to be read there, and why. */
  staysBehind?: Readonly<Record<string, string>>;
  /** Whether it is answered for when the regime changes. It then stays as it is, or `end` ends it. */
  inRegime?: true;
  /** Whether it is answered for by people and seats, and so only when the regime changes. */
  onlyInRegime?: true;
  /** Whether it is still listed in a partnership that has closed: part of its history, or of who may read that. */
  remains?: true;
  /**
   * Everything of this kind that goes on today or begins later.
   *
   * @param listed what the kinds before this one hold: titles by identifier
   */
  list(scope: Scope, listed: ReadonlyMap<string, string>): Promise<Held[]>;
  /** Ends one today, as the person of the scope and for the reason they gave, when the regime changes. */
  end?(scope: Scope, item: Held, because: string): Promise<void>;
  /**
   * Reads what is to go along, in the partnership that closes; `items` are some of what `list` gave. What it returns writes it in
   * a partnership that goes on, and must say of each item what it became there: `arriving.bring`. Kinds are carried in their
   * order in the registry, so what an item needs is there before it. Left out where nothing of the kind can go along.
   */
  take?(scope: Scope, items: readonly Held[]): Promise<Put>;
  /** What follows from what has come, once everything is there and counted: what is needed of whom, for instance. */
  settle?(scope: Scope, arriving: Arriving): Promise<void>;
  /** Ends what still goes on in a partnership that closes. The kinds of this floor are ended together (`closePartnership`). */
  close?(scope: Scope): Promise<void>;
  /** What of it is one person's own, for when they leave. */
  owned?: Owned;
}

export type Put = (scope: Scope, arriving: Arriving) => Promise<void>;

/** The kinds there are to answer for in a transition. */
export const holdingsIn = (kind: TransitionKind, holdings: readonly Holding[]): Holding[] =>
  holdings.filter((one) => (kind === 'regime' ? one.inRegime : !one.onlyInRegime));

/**
 * Everything a partnership holds of these kinds, in their order. Where it merges or splits, what needs something that is not held
 * itself (somebody who has left, a group that has ended) can only end; when the regime changes, everything can go on.
 */
export async function listHeld(scope: Scope, kind: TransitionKind, holdings: readonly Holding[]): Promise<Held[]> {
  const held: Held[] = [];
  const listed = new Map<string, string>();
  for (const holding of holdings) {
    const found = await holding.list(scope, listed);
    for (const { id, title } of found) listed.set(id, title);
    held.push(...found.map((item) => (kind === 'regime' ? stayingAnyway(item) : unlessItLacks(item, listed))));
  }
  return held;
}

const stayingAnyway = ({ stays: _, ...item }: Held): Held => item;

const unlessItLacks = (item: Held, listed: ReadonlyMap<string, string>): Held =>
  item.stays === undefined && item.needs?.some((id) => !listed.has(id))
    ? { ...item, stays: 'What it needs has left or ended already' }
    : item;

export const titleOfKind = (holdings: readonly Holding[], kind: string): string =>
  holdings.find((one) => one.kind === kind)?.title ?? kind;

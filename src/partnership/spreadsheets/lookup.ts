import { formatDay } from '../../platform/calendar/in-words.ts';
import { isPlainDate, type PlainDate } from '../../platform/calendar/plain-date.ts';
import { nearestName } from '../../platform/documents/nearest.ts';
import type { Entry } from './directory.ts';
import { type Draft, nameKey } from './draft.ts';
import type { RowReader } from './row-reader.ts';

/** What rows are planned against. */
export interface Planning {
  /** The directory as it stands. */
  base: Draft;
  /** The directory as the rows so far would leave it. */
  draft: Draft;
  today: PlainDate;
  /** What rows have said whole, and the line of the first that did. */
  repeated: Map<string, number>;
  /** Seats that a row of this file is about. */
  claimed: Set<string>;
  hints: Hints;
}

/** Names to suggest for one that is unknown. */
export class Hints {
  readonly #draft: Draft;
  readonly #known = new Map<string, string | undefined>();

  constructor(draft: Draft) {
    this.#draft = draft;
  }

  /** “: did you mean Dunmere Council?”, or nothing. After 200 names nobody reads on. */
  for(kind: 'agency' | 'group' | 'person', said: string): string {
    const key = `${kind} ${nameKey(said)}`;
    if (!this.#known.has(key) && this.#known.size < 200) {
      const names = this.#draft.namesOf(kind);
      const meant = names.get(nearestName(nameKey(said), names.keys()) ?? '') ?? '';
      this.#known.set(key, this.#draft.named(kind, meant).length > 0 ? meant : undefined);
    }
    const name = this.#known.get(key);
    return name === undefined ? '' : `: did you mean ${name}?`;
  }
}

const lastDays = { agency: 'endedOn', group: 'endedOn', person: 'leftOn' } as const;
type Named = keyof typeof lastDays;
const manyOf: Record<Named, string> = { agency: 'agencies', group: 'groups', person: 'people' };

/** Whether the record goes on today. */
export const goesOn = ({ kind, facts }: Entry, today: PlainDate): boolean => {
  const last = facts[lastDays[kind as Named]] ?? '';
  return last === '' || last >= today;
};

/** A day as people write it. */
export const dayInWords = (day: string): string => (isPlainDate(day) ? formatDay(day, 'plain') : day);

/**
 * The one record of that name which goes on today. Where there is none for certain the row is told why; `undefined` and no reason
 * means that the name is unknown.
 */
export function findNamed({ draft, today }: Planning, row: RowReader, kind: Named, name: string): Entry | undefined {
  const all = draft.named(kind, name);
  const live = all.filter((entry) => goesOn(entry, today));
  if (live.length > 1)
    row.reject(`${live.length} ${manyOf[kind]} here are called “${name}”: say which by its reference`);
  const [over] = all;
  if (live.length === 0 && over) row.reject(`${name} ended on ${dayInWords(over.facts[lastDays[kind]] ?? '')}`);
  return live.length === 1 ? live[0] : undefined;
}

/** The key of a record that a row names and that has to be there; '' where it names none, or the row is told what is wrong. */
export function keyNamed(planning: Planning, row: RowReader, kind: Named, name: string): string {
  if (name === '') return '';
  const before = row.reasons.length;
  const entry = findNamed(planning, row, kind, name);
  if (!entry && row.reasons.length === before) {
    row.waits = true;
    row.reject(`no ${kind} here is called “${name}”${planning.hints.for(kind, name)}`);
  }
  return entry?.key ?? '';
}

/** The record that a row gives the reference of; undefined where it gives none, or a wrong one and is told so. */
export function findReferred({ base, draft }: Planning, row: RowReader, kind: Named | 'seat'): Entry | undefined {
  const reference = row.raw('reference').toLowerCase();
  if (reference === '') return undefined;
  const entry = base.find(kind, reference);
  if (!entry) row.reject(`no ${kind} here has the reference “${reference.slice(0, 40)}”`);
  return entry && draft.find(kind, entry.key);
}

/** Whether a record would stand above itself. */
export function isAbove(draft: Draft, key: string, parent: string): boolean {
  const seen = new Set<string>();
  for (let at = parent; at !== '' && !seen.has(at); at = draft.fact(at, 'parent')) {
    if (at === key) return true;
    seen.add(at);
  }
  return false;
}

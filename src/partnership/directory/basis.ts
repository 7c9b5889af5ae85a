import { hash } from 'node:crypto';

/** A record field by field, each under its name on the form, in the words in which people read it. */
export type Told = Readonly<Record<string, string>>;

/** The fingerprint of a record as it stands. A form carries the one it was based on, so that a change meanwhile is seen. */
export const basisOf = (told: Told): string =>
  hash('sha256', JSON.stringify(Object.entries(told).toSorted(([a], [b]) => (a < b ? -1 : 1))), 'hex').slice(0, 32);

/** A field in which what stands now is not what somebody is about to save. */
export interface Difference {
  field: string;
  now: string;
  mine: string;
}

/** The fields in which the two differ, in the order of `now`. */
export const differences = (now: Told, mine: Told): readonly Difference[] =>
  Object.entries(now)
    .filter(([field, words]) => words !== (mine[field] ?? ''))
    .map(([field, words]) => ({ field, now: words, mine: mine[field] ?? '' }));

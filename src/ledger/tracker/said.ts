import type { SaidOf } from './tracker.store.ts';

/** What was last said of how an action goes, by what was said of it, the last first; where a file came from is no such thing. */
export const updateIn = (said: readonly SaidOf[] = []): string =>
  said.find(({ kind }) => kind !== 'brought-in' && kind !== 'changed' && kind !== 'raised')?.words ?? '';

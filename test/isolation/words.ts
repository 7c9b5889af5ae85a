import type { Column } from './catalogue.ts';

/** The two example partnerships, each the other's stranger. */
export const sides = ['a', 'b'] as const;
export type Side = (typeof sides)[number];

/**
 * Canary words: they stand in every column that can hold words, and are looked for everywhere else. A word says whose it is:
 * `canaryb` belongs to partnership B; `canaryshutb` to a case of B whose team the readers are not on; `canarysafeb` to a
 * protected field of B, for whom the case alone is not enough.
 */
export const wordOf = (side: Side, shut: boolean, { class: protection }: Pick<Column, 'class'>): string =>
  `canary${shut ? 'shut' : ''}${protection === 'P3' ? 'safe' : ''}${side}`;

/** The canary words in a text, each once. */
export const canariesIn = (text: string): string[] => [...new Set(text.match(/canary[a-z]+/g))];

/** Those of `words` that somebody of `side` must never see: another partnership's, and those of a case they are not on. */
export const leaksTo = (side: Side, words: readonly string[]): string[] =>
  words.filter((word) => !word.endsWith(side) || word.startsWith('canaryshut'));

/** The other partnership. */
export const otherThan = (side: Side): Side => (side === 'a' ? 'b' : 'a');

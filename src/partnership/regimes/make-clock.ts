import type { Anchor, Clock, Length } from './regime.ts';
import type { Said } from './said.ts';

export const workingDays = (count: number): Length => ({ count, unit: 'working-days' });
export const days = (count: number): Length => ({ count, unit: 'days' });
export const weeks = (count: number): Length => ({ count, unit: 'weeks' });
export const months = (count: number): Length => ({ count, unit: 'months' });

/** A clock by whose end something must be done. */
export const clock = (title: string, length: Said<Length>, starts: Said<Anchor>, ends: string): Clock => ({
  title,
  length,
  starts,
  ends,
  bound: 'by',
});

/** A clock before whose end something may not be done. */
export const waiting = (title: string, length: Said<Length>, starts: Said<Anchor>, ends: string): Clock => ({
  ...clock(title, length, starts, ends),
  bound: 'not-before',
});

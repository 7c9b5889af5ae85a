import { hash } from 'node:crypto';
import { inject } from 'vitest';

/** Whether proofs are to be whole where they are otherwise sampled. */
export const thorough = process.env['THOROUGH'] === '1';

/**
 * Whether this run tries `what`: everything with `--thorough`, otherwise one in `oneIn`. Which ones changes from day to day;
 * `SAMPLE=2026-11-23` tries those of a day again.
 *
 * @param what the same words in every run
 */
export const isSampled = (what: string, oneIn: number): boolean =>
  thorough || isTaken(`${inject('sample')} ${what}`, oneIn);

/** Whether `text` is one of the one in `oneIn` that chance, always the same for one text, takes. */
export const isTaken = (text: string, oneIn: number): boolean =>
  parseInt(hash('sha1', text).slice(0, 8), 16) % oneIn === 0;

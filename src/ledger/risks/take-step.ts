import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { OnBehalfOf } from '../on-behalf.tsx';
import type { Changes, NewEntry } from './risk.store.ts';
import type { Scale, Score } from './score.ts';

/** What somebody says when they take a step. Scores and days have been checked by then. */
export type Said =
  | { step: 'review'; likelihood: number; impact: number; reviewOn: PlainDate; words: string }
  | { step: 'accept'; words: string }
  | { step: 'seek-reduction'; words: string }
  | { step: 'close'; words: string }
  | { step: 'reopen'; words: string; reviewOn: PlainDate };

/** What a step needs to know besides the risk. */
export interface Circumstances {
  today: PlainDate;
  scale: Scale;
  onBehalf?: OnBehalfOf | undefined;
}

/** What a step makes of a risk. Whether it is allowed is another question: `rulingOn`. */
export function takeStep(said: Said, { today, scale, onBehalf }: Circumstances): { entry: NewEntry; changes: Changes } {
  const { words } = said;
  switch (said.step) {
    case 'review': {
      const score: Score = { likelihood: said.likelihood, impact: said.impact };
      return {
        entry: { kind: 'reviewed', score: { ...score, scale }, words, onBehalf },
        changes: { current: score, reviewedOn: today, reviewOn: said.reviewOn },
      };
    }
    case 'accept':
      return { entry: { kind: 'accepted', words }, changes: { acceptedWhy: words } };
    case 'seek-reduction':
      return { entry: { kind: 'sought', words }, changes: { acceptedWhy: '' } };
    case 'close':
      return { entry: { kind: 'closed', words }, changes: { closedOn: today } };
    case 'reopen':
      return { entry: { kind: 'reopened', words }, changes: { closedOn: undefined, reviewOn: said.reviewOn } };
  }
}

import { addMonths } from '../../platform/calendar/days.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import { allowed, type Ruling, refuse } from '../directory/ruling.ts';
import { type Gap, nameOf } from './gap.ts';

/** That the partnership knows of a gap and lives with it, until a day and for a reason. */
export interface GapAnswer {
  /** The gap's name. */
  gap: string;
  because: string;
  /** The last day; on the day after it the gap is open again by itself. */
  acceptedUntil: PlainDate;
  /** The person who said so. */
  answeredBy: string;
  answeredOn: PlainDate;
}

/** For how long a gap may be accepted at a time. */
export const longestMonths = 12;

export type AcceptRefusal = 'not-ahead' | 'too-far';

/** Whether a gap may be accepted until that day: from today's own day to a year ahead. */
export function rulingOnAccepting(acceptedUntil: PlainDate, today: PlainDate): Ruling<AcceptRefusal> {
  if (acceptedUntil < today) return refuse('not-ahead');
  return acceptedUntil > addMonths(today, longestMonths) ? refuse('too-far') : allowed;
}

/** A gap, and the answer that holds for it today; one that has lapsed does not. */
export interface AnsweredGap {
  gap: Gap;
  answer: GapAnswer | undefined;
}

/** The gaps with the answers that hold on `today`. */
export function withAnswers(gaps: readonly Gap[], answers: readonly GapAnswer[], today: PlainDate): AnsweredGap[] {
  const holding = new Map(
    answers.filter(({ acceptedUntil }) => acceptedUntil >= today).map((answer) => [answer.gap, answer]),
  );
  return gaps.map((gap) => ({ gap, answer: holding.get(nameOf(gap)) }));
}

import { addMonths } from '../../platform/calendar/days.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';

/** Once a year everybody's access is looked at: who still needs theirs. */
export interface AccessReview {
  id: string;
  begunOn: PlainDate;
  finishedOn: PlainDate | undefined;
}

/** Somebody who can sign in, and what they can do. */
export interface Access {
  person: string;
  name: string;
  agency: string | undefined;
  /** Their roles, in words. */
  roles: readonly string[];
  isManager: boolean;
}

export type Keeping = 'keeps' | 'ends';
export interface ReviewAnswer {
  answer: Keeping;
  by: string;
  on: PlainDate;
}
export type ReviewAnswers = ReadonlyMap<string, ReviewAnswer>;

/** The review is due a year after the last one began, or after the partnership did. */
export const isReviewDue = (lastBegunOn: PlainDate, today: PlainDate): boolean => addMonths(lastBegunOn, 12) <= today;

export type FinishRefusal = 'not-all-answered' | 'own-access' | 'no-business-manager';
export type FinishRuling = { allowed: true } | { allowed: false; because: FinishRefusal };

/** Whether `by` may finish a review: everybody is answered for, and somebody is left who can give access. */
export function rulingOnFinishing(access: readonly Access[], answers: ReviewAnswers, by: string): FinishRuling {
  const refuse = (because: FinishRefusal): FinishRuling => ({ allowed: false, because });
  if (access.some(({ person }) => !answers.has(person))) return refuse('not-all-answered');
  if (answers.get(by)?.answer === 'ends') return refuse('own-access');
  const left = access.filter(({ person, isManager }) => isManager && answers.get(person)?.answer === 'keeps');
  return left.length === 0 ? refuse('no-business-manager') : { allowed: true };
}

/** Whose access ends when it is finished. */
export const endingIn = (access: readonly Access[], answers: ReviewAnswers): Access[] =>
  access.filter(({ person }) => answers.get(person)?.answer === 'ends');

import { addDays } from '../../platform/calendar/days.ts';
import { todayInLondon } from '../../platform/calendar/plain-date.ts';
import type { Scope } from '../../platform/database/database.ts';
import type { Job } from '../../platform/jobs/job.ts';
import { forEachOpenPartnership } from '../open.ts';
import { listPeopleHolding } from '../seat.store.ts';
import { needFrom } from '../task.store.ts';
import { beginReview, listReviews } from './access-review.store.ts';
import { type AccessReview, isReviewDue } from './access-review.ts';

export const reviewTask = 'access-review.answer';
const daysToAnswer = 28;

export const openReview = (reviews: readonly AccessReview[]): AccessReview | undefined =>
  reviews.find(({ finishedOn }) => finishedOn === undefined);

/** Begins a review and asks every business manager; where one is going on, it is that one. @returns its identifier */
export async function begin(scope: Scope): Promise<string> {
  const open = openReview(await listReviews(scope));
  if (open) return open.id;
  const id = await beginReview(scope);
  for (const person of await listPeopleHolding(scope, ['business-manager'])) {
    await needFrom(scope, person, id, {
      kind: reviewTask,
      title: 'Say who still needs their access',
      why: 'The yearly review of access',
      path: `/access-review/${id}`,
      dueOn: addDays(scope.today, daysToAnswer),
    });
  }
  return id;
}

/** Begins the review where a year has passed since the last one began, or since the partnership did. */
export async function beginWhenDue(scope: Scope): Promise<void> {
  const reviews = await listReviews(scope);
  const last = reviews[0]?.begunOn ?? todayInLondon(madeAt(scope.partnership));
  if (!openReview(reviews) && isReviewDue(last, scope.today)) await begin(scope);
}

/** An identifier begins with the moment it was made, in milliseconds. */
const madeAt = (id: string): Date => new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16));

export const accessReviewJobs: readonly Job[] = [
  {
    name: 'access-review.begin',
    every: '15 0 * * *',
    run: ({ database }) => forEachOpenPartnership(database, beginWhenDue),
  },
];

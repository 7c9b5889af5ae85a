import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { BoardReview, Council, Inspection } from './facts.ts';
import { type Framework, type Grade, grades, isGrade, type Outcome, rankOf } from './judgement.ts';

/**
 * What is counted when board reviews are counted.
 *
 * - `all-reviews`: every review. A board shared by three councils and reviewed beside each counts three times; one reviewed
 *   again counts again. This is how published accounts count.
 * - `first-reviews`: the first review beside each council: as above, without the reviews made at a re-inspection.
 * - `boards`: each board once, by its latest review.
 */
export const bases = ['all-reviews', 'first-reviews', 'boards'] as const;
export type Basis = (typeof bases)[number];

/** How many have each grade; every grade is there, best first. */
export type GradeCounts = Record<Grade, number>;

/** A review whose outcome is a grade. */
export type GradedReview = BoardReview & { outcome: Grade };

/**
 * The reviews that count on `basis`: graded, and published on or before `asAt`. In order of their day.
 *
 * Each counts once, so their number is the sum of their grades. On the basis `boards` a board reviewed beside several
 * councils on one day is represented by the least good of those grades, and where they agree by the council first by code.
 */
export function reviewsCounted(reviews: readonly BoardReview[], asAt: PlainDate, basis: Basis): GradedReview[] {
  const published = reviews.filter(isGraded).filter((review) => review.publishedOn <= asAt);
  const inOrder = published.toSorted((a, b) => byDay(a, b) || byCode(a, b));
  switch (basis) {
    case 'all-reviews':
      return inOrder;
    case 'first-reviews':
      return [...Map.groupBy(inOrder, (review) => review.authority).values()].flatMap((those) => those.slice(0, 1));
    case 'boards':
      return [...Map.groupBy(inOrder, (review) => review.board).values()]
        .map((those) => those.reduce(standing))
        .toSorted(byDay);
  }
}

const isGraded = (review: BoardReview): review is GradedReview => isGrade(review.outcome);
const byDay = (a: BoardReview, b: BoardReview) => compare(a.publishedOn, b.publishedOn);
const byCode = (a: BoardReview, b: BoardReview) => compare(a.authority, b.authority);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Which of two reviews of one board says how it stands: the later; on one day the less good. `review` wins a tie. */
function standing(review: GradedReview, next: GradedReview): GradedReview {
  if (next.publishedOn !== review.publishedOn) return next.publishedOn > review.publishedOn ? next : review;
  return rankOf(next.outcome) > rankOf(review.outcome) ? next : review;
}

/** How many different boards the reviews are of. */
export const boardsIn = (reviews: readonly BoardReview[]): number => new Set(reviews.map(({ board }) => board)).size;

/** How many outcomes there are of each grade. "Not judged" is no grade and is left out. */
export function countGrades(outcomes: Iterable<Outcome | undefined>): GradeCounts {
  const counts: GradeCounts = { outstanding: 0, good: 0, 'requires-improvement': 0, inadequate: 0 };
  for (const outcome of outcomes) if (isGrade(outcome)) counts[outcome] += 1;
  return counts;
}

export const sumOf = (counts: GradeCounts): number => grades.reduce((sum, grade) => sum + counts[grade], 0);

/**
 * Each council's overall effectiveness under a framework as it stood on `asAt`: the latest graded one published by then, a
 * re-inspection's where there was one. By the council's code.
 *
 * The outcome of an abolished council stands until one of its successors has been graded under the same framework.
 */
export function councilOutcomes(
  inspections: readonly Inspection[],
  councils: ReadonlyMap<string, Council>,
  framework: Framework,
  asAt: PlainDate,
): Map<string, Grade> {
  const latest = new Map<string, { publishedOn: PlainDate; grade: Grade }>();
  for (const { framework: under, authority, publishedOn, outcomes } of inspections) {
    const grade = outcomes['overall-effectiveness'];
    if (under !== framework || publishedOn > asAt || !isGrade(grade)) continue;
    const known = latest.get(authority);
    if (!known || publishedOn > known.publishedOn) latest.set(authority, { publishedOn, grade });
  }
  const superseded = (code: string) =>
    councils.get(code)?.successors.some((successor) => latest.has(successor)) ?? false;
  return new Map([...latest].filter(([code]) => !superseded(code)).map(([code, { grade }]) => [code, grade]));
}

import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import { type Agreement, agreementOf, type Pair } from './agreement.ts';
import {
  type Basis,
  boardsIn,
  councilOutcomes,
  countGrades,
  type GradeCounts,
  type GradedReview,
  reviewsCounted,
  sumOf,
} from './count.ts';
import type { Facts } from './facts.ts';
import { type Framework, frameworkFacts, isGrade, type Judgement } from './judgement.ts';

export interface Question {
  framework: Framework;
  /** Reports published on or before this day count. */
  asAt: PlainDate;
  basis: Basis;
}

/** What `concordat inspections analyse` prints, and what the pages show. */
export interface Analysis extends Question {
  board: { reviews: number; boards: number; grades: GradeCounts };
  council: { authorities: number; grades: GradeCounts };
  comparisons: (Agreement & { with: Judgement })[];
  regions: { region: string; reviews: number; grades: GradeCounts; matched: number }[];
}

/**
 * Boards and councils under a framework on a day.
 *
 * `comparisons` sets each counted review beside the judgements of its own inspection, one entry for each judgement of the
 * framework; a judgement that was not made is left out of that entry's `reviews`. `regions` has all nine, by the region of
 * the council beside which the board was reviewed; `matched` is against overall effectiveness. A framework that reviews no
 * boards has no comparisons.
 */
export function analyse(facts: Facts, { framework, asAt, basis }: Question): Analysis {
  const ofFramework = facts.reviews.filter((review) => review.inspection.framework === framework);
  const counted = reviewsCounted(ofFramework, asAt, basis);
  const council = countGrades(councilOutcomes(facts.inspections, facts.councils, framework, asAt).values());
  const compared = ofFramework.length > 0 ? frameworkFacts[framework].judgements : [];
  return {
    framework,
    asAt,
    basis,
    board: { reviews: counted.length, boards: boardsIn(counted), grades: gradesOf(counted) },
    council: { authorities: sumOf(council), grades: council },
    comparisons: compared.map((judgement) => ({ with: judgement, ...agreementOf(pairsWith(judgement, counted)) })),
    regions: facts.regions.map((region) => {
      const there = counted.filter((review) => facts.councils.get(review.authority)?.region === region);
      const { matched } = agreementOf(pairsWith('overall-effectiveness', there));
      return { region, reviews: there.length, grades: gradesOf(there), matched };
    }),
  };
}

const gradesOf = (reviews: readonly GradedReview[]) => countGrades(reviews.map(({ outcome }) => outcome));

/** Each review's grade beside what its own inspection said of `judgement`, where that was graded. */
export function pairsWith(judgement: Judgement, reviews: readonly GradedReview[]): Pair[] {
  return reviews.flatMap(({ outcome, inspection }): Pair[] => {
    const council = inspection.outcomes[judgement];
    return isGrade(council) ? [[outcome, council]] : [];
  });
}

import { formatDay } from '../../platform/calendar/in-words.ts';
import { percent } from '../../platform/charts/percent.ts';
import type { Analysis } from './analysis.ts';
import type { Basis, GradeCounts } from './count.ts';
import { frameworkFacts, grades, judgementNames, outcomeNames } from './judgement.ts';

/** What is counted, in a few words. */
export const basisNames: Record<Basis, string> = {
  'all-reviews': 'all reviews',
  'first-reviews': 'first reviews',
  boards: 'boards',
};

/** What is counted, in a sentence. */
export const basisSentences: Record<Basis, string> = {
  'all-reviews':
    'Every review counts: a board shared by three councils was reviewed beside each and counts three times, and a board reviewed again counts again. Published accounts count like this.',
  'first-reviews': 'The first review beside each council counts; a review made at a re-inspection does not.',
  boards:
    'Each board counts once, by its latest review. A shared board reviewed beside several councils on one day is set beside the first of them by code; had its grades differed, the least good would count.',
};

/** An analysis as lines of text, for the command line. */
export function analysisInWords({ framework, asAt, basis, board, council, comparisons, regions }: Analysis): string[] {
  const head = `${frameworkFacts[framework].name}, reports published on or before ${formatDay(asAt, 'plain')}, counting ${basisNames[basis]}`;
  const boards = [
    `Board reviews: ${board.reviews}, of ${board.boards} boards`,
    ...gradeLines(board.grades, board.reviews),
  ];
  return [
    head,
    '',
    ...(board.reviews > 0 ? boards : ['No board was reviewed.']),
    '',
    `Councils: ${council.authorities}, by their latest outcome`,
    ...gradeLines(council.grades, council.authorities),
    ...(comparisons.length > 0 ? ['', 'Board beside council, in the same inspection'] : []),
    ...comparisons.map(
      (each) =>
        `  ${judgementNames[each.with].padEnd(38)} ${count(each.matched)} of ${count(each.reviews)} match (${percent(each.matched, each.reviews)}), board better ${each.boardBetter}, worse ${each.boardWorse}, weighted kappa ${each.weightedKappa ?? '–'}`,
    ),
    ...(board.reviews > 0 ? ['', 'By region (matched against overall effectiveness)'] : []),
    ...(board.reviews > 0 ? regions : []).map(
      ({ region, reviews, grades: counts, matched }) =>
        `  ${region.padEnd(26)} ${count(reviews)} reviews: ${grades.map((grade) => `${counts[grade]} ${outcomeNames[grade].toLowerCase()}`).join(', ')}; ${matched} matched`,
    ),
  ];
}

const count = (number: number) => String(number).padStart(3);

const gradeLines = (counts: GradeCounts, whole: number) =>
  grades.map(
    (grade) => `  ${outcomeNames[grade].padEnd(22)} ${count(counts[grade])}  ${percent(counts[grade], whole)}`,
  );

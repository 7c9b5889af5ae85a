import { formatDay } from '../../../platform/calendar/in-words.ts';
import type { FigureFacts } from '../../../platform/charts/figure.tsx';
import type { Analysis } from '../analysis.ts';
import type { GradeCounts } from '../count.ts';
import { grades, type Judgement, judgementNames, outcomeNames } from '../judgement.ts';
import { judgementInSentence } from './sentences.ts';
import { comparisonSeries, countsInWords, gradeSeries, valuesOf } from './series.ts';

/** What *Boards and councils* shows of one judgement: both side by side, how they agree, and the same for every judgement. */
export function agreementFigures(analysis: Analysis, judgement: Judgement): FigureFacts[] {
  const comparison = analysis.comparisons.find((each) => each.with === judgement);
  if (!comparison || comparison.reviews === 0) return [];
  return [sideBySide(comparison, analysis), agreement(comparison, analysis), byJudgement(analysis)];
}

type Comparison = Analysis['comparisons'][number];

const dayOf = ({ asAt }: Analysis) => formatDay(asAt, 'plain');

function sideBySide({ with: judgement, table, reviews }: Comparison, analysis: Analysis): FigureFacts {
  const boards = countsOf(table.map((row) => row.reduce((sum, each) => sum + each, 0)));
  const councils = countsOf(grades.map((_, column) => table.reduce((sum, row) => sum + (row[column] ?? 0), 0)));
  const rows = [
    { label: 'Boards', counts: boards },
    { label: `Councils, ${judgementInSentence[judgement]}`, counts: councils },
  ];
  const caption = `Boards and councils in the same inspections, published by ${dayOf(analysis)}`;
  return {
    id: 'side-by-side',
    title: 'Side by side',
    chart: {
      kind: 'bars',
      alternative: `${caption}. ${rows.map(({ label, counts }) => `${label}: ${countsInWords(counts)}`).join('. ')}.`,
      series: gradeSeries,
      rows: rows.map(({ label, counts }) => ({ label, values: valuesOf(counts) })),
      scale: 'share',
    },
    table: {
      caption,
      columns: [{ heading: 'Judged' }, ...gradeHeadings],
      rows: rows.map(({ label, counts }) => [
        label,
        ...valuesOf(counts).map((count) => ({ part: count, whole: reviews })),
      ]),
    },
  };
}

const gradeHeadings = grades.map((grade) => ({ heading: outcomeNames[grade], numeric: true }));

const countsOf = ([outstanding = 0, good = 0, third = 0, inadequate = 0]: readonly number[]): GradeCounts => ({
  outstanding,
  good,
  'requires-improvement': third,
  inadequate,
});

function agreement(
  { with: judgement, table, matched, reviews, weightedKappa }: Comparison,
  analysis: Analysis,
): FigureFacts {
  const caption = `Boards down, councils’ ${judgementNames[judgement].toLowerCase()} across, published by ${dayOf(analysis)}`;
  const rows = grades.map((grade, at) => ({ label: outcomeNames[grade], values: table[at] ?? [] }));
  const kappa =
    weightedKappa === null
      ? ''
      : ` Weighted kappa is ${weightedKappa.toFixed(2)}: 1 would be full agreement, 0 what chance would give.`;
  return {
    id: 'agreement',
    title: 'Agreement',
    note: `Marked are the ${matched} of ${reviews} in which both had one grade.${kappa}`,
    chart: {
      kind: 'bars',
      alternative: `How councils were graded beside boards of each grade. ${rows
        .map(({ label, values }) => `Board ${label.toLowerCase()}: councils ${countsInWords(countsOf(values))}`)
        .join('. ')}.`,
      series: gradeSeries,
      rows: rows.map(({ label, values }) => ({ label: `Board ${label.toLowerCase()}`, values })),
      scale: 'count',
    },
    table: {
      caption,
      columns: [{ heading: 'Board' }, ...gradeHeadings, { heading: 'All', numeric: true }],
      rows: rows.map(({ label, values }) => [label, ...values, values.reduce((sum, each) => sum + each, 0)]),
      totals: [
        'All',
        ...grades.map((_, column) => rows.reduce((sum, { values }) => sum + (values[column] ?? 0), 0)),
        reviews,
      ],
      marked: grades.map((_, at) => at + 1),
    },
  };
}

function byJudgement(analysis: Analysis): FigureFacts {
  const { comparisons } = analysis;
  const caption = `The board’s grade beside each judgement of the council, published by ${dayOf(analysis)}`;
  return {
    id: 'judgements',
    title: 'By judgement',
    note: 'Each review is set beside the judgements of its own inspection. What was not judged there is left out, so the numbers of reviews differ a little.',
    chart: {
      kind: 'bars',
      alternative: `${caption}. ${comparisons
        .map(
          ({ with: judgement, matched, boardBetter, boardWorse }) =>
            `${judgementNames[judgement]}: board better ${boardBetter}, same grade ${matched}, board worse ${boardWorse}`,
        )
        .join('. ')}.`,
      series: comparisonSeries,
      rows: comparisons.map((each) => ({
        label: capital(judgementInSentence[each.with]),
        values: [each.boardBetter, each.matched, each.boardWorse],
      })),
      scale: 'share',
    },
    table: {
      caption,
      columns: [
        { heading: 'Judgement of the council' },
        { heading: 'Reviews', numeric: true },
        { heading: 'Same grade', numeric: true },
        { heading: 'Board better', numeric: true },
        { heading: 'Board worse', numeric: true },
        { heading: 'Weighted kappa', numeric: true },
      ],
      rows: comparisons.map((each) => [
        judgementNames[each.with],
        each.reviews,
        { part: each.matched, whole: each.reviews },
        each.boardBetter,
        each.boardWorse,
        each.weightedKappa?.toFixed(2),
      ]),
    },
  };
}

const capital = (words: string) => words.slice(0, 1).toUpperCase() + words.slice(1);

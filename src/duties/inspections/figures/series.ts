import type { Series } from '../../../platform/charts/series.tsx';
import type { GradeCounts } from '../count.ts';
import { type Grade, grades, isGrade, type Outcome, outcomeNames } from '../judgement.ts';

const look: Record<Grade, Omit<Series, 'name'>> = {
  outstanding: { mark: 'O', fill: '#0a3733', ink: '#ffffff', pattern: 'plain' },
  good: { mark: 'G', fill: '#2f7d5b', ink: '#ffffff', pattern: 'lines' },
  'requires-improvement': { mark: 'RI', fill: '#f4b942', ink: '#12312f', pattern: 'dots' },
  inadequate: { mark: 'I', fill: '#b3402e', ink: '#ffffff', pattern: 'cross' },
};

/** The four grades in charts, best first: dark, striped, light and dotted, crossed. */
export const gradeSeries: readonly Series[] = grades.map((grade) => ({ name: outcomeNames[grade], ...look[grade] }));

export const seriesOf = (outcome: Outcome | undefined): Series | undefined =>
  isGrade(outcome) ? gradeSeries[grades.indexOf(outcome)] : undefined;

/** How the board's grade stood beside the council's. */
export const comparisonSeries: readonly Series[] = [
  { name: 'Board better', mark: 'B', fill: '#2f7d5b', ink: '#ffffff', pattern: 'lines' },
  { name: 'Same grade', mark: 'S', fill: '#cfe6da', ink: '#12312f', pattern: 'plain' },
  { name: 'Board worse', mark: 'W', fill: '#b3402e', ink: '#ffffff', pattern: 'cross' },
];

/** The numbers of a count in the order of the grades. */
export const valuesOf = (counts: GradeCounts): number[] => grades.map((grade) => counts[grade]);

/** "3 outstanding, 40 good, 57 requiring improvement and 22 inadequate". */
export function countsInWords(counts: GradeCounts): string {
  const words = ['outstanding', 'good', 'requiring improvement', 'inadequate'];
  const [best, second, third, last] = valuesOf(counts).map((count, at) => `${count} ${words[at] ?? ''}`);
  return `${best ?? ''}, ${second ?? ''}, ${third ?? ''} and ${last ?? ''}`;
}

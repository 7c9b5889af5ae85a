import type { FigureFacts } from '../../platform/charts/figure.tsx';
import type { Series } from '../../platform/charts/series.tsx';
import { countInWords } from '../../platform/ui/patterns.tsx';
import { managerStage, stageInWords } from '../stages/stages.ts';
import { countPairs, countSubjects, type StageCount, worstStageOf } from './count.ts';
import { outcomes, subjects } from './disagreement.ts';
import type { Counted } from './disagreement-counts.store.ts';

const inTime: Series = { name: 'Answered in time', mark: 'T', fill: '#2f7d5b', ink: '#ffffff', pattern: 'plain' };
const late: Series = { name: 'Late or never', mark: 'L', fill: '#b3402e', ink: '#ffffff', pattern: 'cross' };
const running: Series = { name: 'Time still runs', mark: 'R', fill: '#dfe6e4', ink: '#12312f', pattern: 'lines' };

/** The figures about disagreements: stages, pairs of agencies, subjects. @param names of agencies, by id */
export const figuresOf = (
  counted: readonly Counted[],
  stages: readonly StageCount[],
  names: ReadonlyMap<string, string>,
): readonly FigureFacts[] => [stageFigure(stages), pairFigure(counted, names), subjectFigure(counted)];

const stageFigure = (stages: readonly StageCount[]): FigureFacts => ({
  id: 'stages',
  title: 'Where it waits',
  note: 'How many reached each stage, and how often the other agency answered in its time. Time is counted in working days, from the day the stage began.',
  chart: {
    kind: 'bars',
    alternative: stages
      .map(
        ({ stage, inTime: good, late: bad }) =>
          `${stageInWords('disagreement', stage)}: ${good} in time, ${bad} late or never`,
      )
      .join('. '),
    series: [inTime, late, running],
    rows: stages.map((one) => ({
      label: stageInWords('disagreement', one.stage),
      values: [one.inTime, one.late, one.running],
    })),
    scale: 'count',
  },
  table: {
    caption: 'Disagreements by stage reached',
    columns: [
      { heading: 'Stage' },
      { heading: 'Reached', numeric: true },
      { heading: 'Answered in time', numeric: true },
      { heading: 'Late or never', numeric: true },
      { heading: 'Time still runs', numeric: true },
      { heading: 'Median working days', numeric: true },
    ],
    rows: stages.map((one) => [
      stageInWords('disagreement', one.stage),
      one.reached,
      { part: one.inTime, whole: one.reached },
      { part: one.late, whole: one.reached },
      one.running,
      one.median,
    ]),
    marked: stages.map(({ stage }) => (stage === managerStage ? 3 : undefined)),
  },
});

const pairFigure = (counted: readonly Counted[], names: ReadonlyMap<string, string>): FigureFacts => ({
  id: 'agencies',
  title: 'Between whom',
  table: {
    caption: 'Disagreements by agency',
    columns: [
      { heading: 'Raised by' },
      { heading: 'With' },
      { heading: 'Disagreements', numeric: true },
      { heading: 'Not ended', numeric: true },
    ],
    rows: countPairs(counted).map(({ raising, other, count, open }) => [
      names.get(raising),
      names.get(other),
      count,
      open,
    ]),
  },
});

const subjectFigure = (counted: readonly Counted[]): FigureFacts => ({
  id: 'subjects',
  title: 'What about, and what came of it',
  table: {
    caption: 'Disagreements by subject',
    columns: [
      { heading: 'About' },
      { heading: 'All', numeric: true },
      ...Object.values(outcomes).map((heading) => ({ heading, numeric: true })),
      { heading: 'Not ended', numeric: true },
    ],
    rows: countSubjects(counted).map(({ subject, all, open, by }) => [subjects[subject], all, ...by.values(), open]),
  },
});

/** What the figures come to, in sentences. Few disagreements are a finding, and no success. */
export function sentencesOf(counted: readonly Counted[], stages: readonly StageCount[], agencies: number): string[] {
  const involved = new Set(counted.flatMap(({ raisingAgency, otherAgency }) => [raisingAgency, otherAgency])).size;
  const raising = new Set(counted.map(({ raisingAgency }) => raisingAgency)).size;
  const untold = counted.filter(({ outcome, toldOn }) => outcome !== undefined && toldOn === undefined).length;
  const worst = worstStageOf(stages);
  return [
    `${countInWords(counted.length, 'disagreement')} raised by ${raising} of ${agencies} agencies. A low number is a finding and not a success: ask the ${Math.max(agencies - involved, 0)} agencies that appear nowhere here whether their staff know that they may disagree, and how.`,
    worst === undefined
      ? 'No answer came late at any stage.'
      : `The step that fails most is ${stageInWords('disagreement', worst.stage).toLowerCase()}: ${worst.late} of ${worst.late + worst.inTime} answers came late or never.`,
    ...(untold > 0
      ? [`${countInWords(untold, 'ended disagreement')} whose raiser has not been told what came of it.`]
      : []),
  ];
}

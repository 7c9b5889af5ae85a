import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import { lastStageOf } from '../stages/stages.ts';
import { type Outcome, outcomes, type Subject, subjects } from './disagreement.ts';
import type { Counted, CountedStage } from './disagreement-counts.store.ts';

/** How a stage went: answered in its time, later or not at all, or its time still runs. */
export type Punctuality = 'in-time' | 'late' | 'running';

export const punctualityOf = ({ answeredOn, endedOn, dueOn }: CountedStage, today: PlainDate): Punctuality => {
  const until = answeredOn ?? endedOn;
  if (answeredOn !== null && answeredOn <= dueOn) return 'in-time';
  if (answeredOn === null && (until ?? today) <= dueOn) return endedOn === null ? 'running' : 'in-time';
  return 'late';
};

/** What is known of one stage over many disagreements. */
export interface StageCount {
  stage: number;
  reached: number;
  inTime: number;
  late: number;
  running: number;
  /** Of those that were answered or ended, in the days that `length` counts; undefined where there is none. */
  median: number | undefined;
}

/**
 * Each stage: how many reached it, and how they fared there. A stage that ended in its time without an answer, because it was
 * settled, counts as in time.
 *
 * @param length how long it is from a day to a day
 */
export const countStages = (
  counted: readonly Counted[],
  today: PlainDate,
  length: (from: PlainDate, to: PlainDate) => number,
): readonly StageCount[] =>
  Array.from({ length: lastStageOf('disagreement') }, (_, at) => {
    const here = counted.flatMap(({ stages }) => stages.filter(({ stage }) => stage === at + 1));
    const went = here.map((one) => punctualityOf(one, today));
    const lengths = here.flatMap(({ begunOn, answeredOn, endedOn }) => {
      const over = answeredOn ?? endedOn;
      return over === null ? [] : [length(begunOn, over)];
    });
    const count = (wanted: Punctuality) => went.filter((one) => one === wanted).length;
    return {
      stage: at + 1,
      reached: here.length,
      inTime: count('in-time'),
      late: count('late'),
      running: count('running'),
      median: medianOf(lengths),
    };
  });

export function medianOf(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  const before = sorted[sorted.length / 2 - 1];
  if (middle === undefined) return undefined;
  return sorted.length % 2 === 0 && before !== undefined ? (before + middle) / 2 : middle;
}

/** The stage at which the largest share of answers came late or never, among those that were reached; none where all were in time. */
export const worstStageOf = (stages: readonly StageCount[]): StageCount | undefined =>
  stages
    .filter(({ late }) => late > 0)
    .toSorted((a, b) => shareLate(b) - shareLate(a) || b.late - a.late)
    .at(0);

const shareLate = ({ late, inTime }: StageCount) => late / (late + inTime);

/** How often each agency raised one with each other, the most first. */
export function countPairs(
  counted: readonly Counted[],
): readonly { raising: string; other: string; count: number; open: number }[] {
  const pairs = Map.groupBy(counted, ({ raisingAgency, otherAgency }) => `${raisingAgency} ${otherAgency}`);
  return [...pairs.values()]
    .flatMap((all) => {
      const [first] = all;
      const open = all.filter(({ outcome }) => outcome === undefined).length;
      return first ? [{ raising: first.raisingAgency, other: first.otherAgency, count: all.length, open }] : [];
    })
    .toSorted((a, b) => b.count - a.count);
}

/** How often it was about each subject, and what came of it. */
export const countSubjects = (
  counted: readonly Counted[],
): readonly { subject: Subject; all: number; open: number; by: ReadonlyMap<Outcome, number> }[] =>
  (Object.keys(subjects) as Subject[]).map((subject) => {
    const about = counted.filter((one) => one.subject === subject);
    const by = new Map(
      (Object.keys(outcomes) as Outcome[]).map((outcome) => [
        outcome,
        about.filter((one) => one.outcome === outcome).length,
      ]),
    );
    return { subject, all: about.length, open: about.filter((one) => one.outcome === undefined).length, by };
  });

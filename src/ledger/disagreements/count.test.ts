import { describe, expect, test } from 'vitest';
import { daysBetween } from '../../platform/calendar/days.ts';
import { plainDate } from '../../platform/calendar/plain-date.ts';
import { countPairs, countStages, countSubjects, medianOf, punctualityOf, worstStageOf } from './count.ts';
import type { Counted, CountedStage } from './disagreement-counts.store.ts';

const today = plainDate('2026-11-23');
const day = (date: number) => plainDate(`2026-11-${String(date).padStart(2, '0')}`);
const aStage = (stage: number, said: Partial<CountedStage> = {}): CountedStage => ({
  stage,
  begunOn: day(2),
  dueOn: day(4),
  answeredOn: null,
  endedOn: null,
  ...said,
});
const aCounted = (said: Partial<Counted> = {}): Counted => ({
  raisingAgency: 'school',
  otherAgency: 'council',
  subject: 'threshold',
  urgent: false,
  stage: 1,
  outcome: undefined,
  raisedOn: day(2),
  endedOn: undefined,
  toldOn: undefined,
  stages: [aStage(1)],
  ...said,
});

test.each([
  ['late', { answeredOn: day(5) }],
  ['late', {}],
  ['late', { endedOn: day(9) }],
  ['in-time', { answeredOn: day(4) }],
  ['in-time', { endedOn: day(3) }],
  ['running', { dueOn: today }],
] as const)('a stage counts as %s with %o', (went, said) => {
  expect(punctualityOf(aStage(2, said), today)).toBe(went);
});

describe('stages', () => {
  const counted = [
    aCounted({
      stages: [
        aStage(1, { answeredOn: day(3), endedOn: day(5) }),
        aStage(2, { answeredOn: day(12), endedOn: day(12) }),
      ],
    }),
    aCounted({ stages: [aStage(1, { answeredOn: day(2), endedOn: day(3) }), aStage(2)] }),
    aCounted({ stages: [aStage(1, { answeredOn: day(4), endedOn: day(4) })] }),
    aCounted({ stages: [aStage(1, { dueOn: today })] }),
  ];
  const stages = countStages(counted, today, daysBetween);

  test('are counted with what was late, and the middle of their lengths', () => {
    expect(stages.slice(0, 3)).toEqual([
      { stage: 1, reached: 4, inTime: 3, late: 0, running: 1, median: 1 },
      { stage: 2, reached: 2, inTime: 0, late: 2, running: 0, median: 10 },
      { stage: 3, reached: 0, inTime: 0, late: 0, running: 0, median: undefined },
    ]);
  });

  test('tell which fails most, and none where all were in time', () => {
    expect(worstStageOf(stages)?.stage).toBe(2);
    expect(worstStageOf(countStages([], today, daysBetween))).toBeUndefined();
  });
});

test('the middle of an even number lies between two', () => {
  expect([medianOf([]), medianOf([3]), medianOf([5, 1]), medianOf([9, 1, 2])]).toEqual([undefined, 3, 3, 2]);
});

test('pairs and subjects add up to all', () => {
  const counted = [
    aCounted({ raisingAgency: 'council', otherAgency: 'school' }),
    aCounted(),
    aCounted({ outcome: 'upheld', subject: 'drift' }),
  ];
  expect(countPairs(counted)).toEqual([
    { raising: 'school', other: 'council', count: 2, open: 1 },
    { raising: 'council', other: 'school', count: 1, open: 1 },
  ]);
  const bySubject = countSubjects(counted);
  expect(bySubject.reduce((sum, { all }) => sum + all, 0)).toBe(3);
  expect(bySubject.find(({ subject }) => subject === 'drift')?.by.get('upheld')).toBe(1);
});

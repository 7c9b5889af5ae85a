import { describe, expect, test } from 'vitest';
import { bankHolidaysOf } from '../../platform/calendar/bank-holiday-files.ts';
import { plainDate } from '../../platform/calendar/plain-date.ts';
import { dueOf, lastStageOf, lengthOf, stageInWords, stagesOf } from './stages.ts';

const holidays = bankHolidaysOf('england-and-wales');
const defaults = stagesOf('disagreement', []);
const due = (stage: number, from: string, urgent = false, stages = defaults) =>
  dueOf(stages, stage, plainDate(from), { urgent, holidays });

describe('the clock of a stage', () => {
  test('refuses a stage that the road does not have', () => {
    expect(() => due(6, '2026-11-23')).toThrow(RangeError);
    expect(() => due(0, '2026-11-23')).toThrow(RangeError);
  });

  test('runs in working days, over weekends and bank holidays', () => {
    expect(due(1, '2026-11-23')).toBe('2026-11-23');
    expect(due(2, '2026-11-20')).toBe('2026-11-24');
    expect(due(3, '2026-12-23')).toBe('2027-01-04'); // Christmas, the substitute for Boxing Day and New Year are no working days
  });

  test('is shorter on the urgent track', () => {
    for (const { stage, workingDays, urgentWorkingDays } of defaults)
      expect([stage, urgentWorkingDays <= workingDays]).toEqual([stage, true]);
    expect(due(4, '2026-11-23', true)).toBe('2026-11-24');
  });

  test('is the partnership’s own where it has set it, and else a default that says so', () => {
    const own = stagesOf('disagreement', [{ stage: 2, workingDays: 1, urgentWorkingDays: 0 }]);
    expect(own.map((stage) => stage.own)).toEqual([false, true, false, false, false]);
    expect(due(2, '2026-11-23', false, own)).toBe('2026-11-24');
    expect(due(3, '2026-11-23', false, own)).toBe('2026-11-30');
  });
});

test('stages and lengths are said in words', () => {
  expect([lastStageOf('challenge'), lastStageOf('disagreement')]).toEqual([4, 5]);
  expect([0, 1, 2].map(lengthOf)).toEqual(['the same day', '1 working day', '2 working days']);
  expect(stageInWords('disagreement', 2)).toBe('Stage 2: Manager to manager');
  expect(stageInWords('challenge', 9)).toBe('Stage 9');
});

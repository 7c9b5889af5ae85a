import { assert, constantFrom, date, integer, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bankHolidaysOf } from '../../platform/calendar/bank-holiday-files.ts';
import { plainDate } from '../../platform/calendar/plain-date.ts';
import { isWorkingDay } from '../../platform/calendar/working-days.ts';
import { lengthInWords, runClock, sourceOf, unverifiedIn } from './clock.ts';
import { clock, days, months, weeks, workingDays } from './make-clock.ts';
import type { Length, RegimeId } from './regime.ts';
import { regimes } from './regimes.ts';
import { setting, settled } from './said.ts';

const england = bankHolidaysOf('england-and-wales');
const run = (length: Length, from: string) => runClock(length, plainDate(from), england);

describe('a clock', () => {
  test.each([
    ['5 working days over Christmas, with 26 December on a Saturday', workingDays(5), '2026-12-18', '2026-12-29', 5, 2],
    ['15 working days over the year’s end', workingDays(15), '2026-12-18', '2027-01-13', 15, 3],
    ['15 working days over Easter and early May', workingDays(15), '2026-04-16', '2026-05-08', 15, 1],
    ['15 working days over a leap day', workingDays(15), '2024-02-20', '2024-03-12', 15, 0],
    ['15 working days over the June of 2012', workingDays(15), '2012-05-25', '2012-06-19', 15, 2],
    ['6 months over Christmas, to a Sunday', months(6), '2026-08-31', '2027-02-28', 126, 3],
    ['12 months from a leap day', months(12), '2024-02-29', '2025-02-28', 253, 8],
    ['3 weeks', weeks(3), '2026-12-18', '2027-01-08', 12, 3],
    ['2 days from a Friday', days(2), '2026-11-27', '2026-11-29', 0, 0],
  ])('of %s', (_, length, from, due, working, skipped) => {
    const ran = run(length, from);
    expect([ran.due, ran.workingDays, ran.skipped.length]).toEqual([due, working, skipped]);
  });

  test('names the bank holidays on the way, in order', () => {
    expect(run(workingDays(5), '2026-12-18').skipped).toEqual([
      { date: '2026-12-25', name: 'Christmas Day', substitute: false },
      { date: '2026-12-28', name: 'Boxing Day', substitute: true },
    ]);
  });

  test('of working days ends on a working day and counts as many as it is long, whatever day it starts', () => {
    const aDay = date({ min: new Date('2006-04-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    const aLength = record({ count: integer({ min: 1, max: 80 }), unit: constantFrom('working-days' as const) });
    const law = property(aDay, aLength, (at, length) => {
      const { due, workingDays: counted, skipped, from } = run(length, at.toISOString().slice(0, 10));
      const inside = skipped.every(({ date: day }) => day > from && day < due);
      return isWorkingDay(due, england) && counted === length.count && inside;
    });
    expect(() => assert(law)).not.toThrow();
  });
});

const dueUnder = (regime: RegimeId, name: keyof (typeof regimes)[RegimeId]['clocks'], from: string) => {
  const found = regimes[regime].clocks[name];
  return found && run(found.length.value, from).due;
};

test('the change from boards to partnerships comes to the days it came to', () => {
  expect(dueUnder('england-2017-act-2018', 'arrangements-publication', '2018-06-29')).toBe('2019-06-29');
  expect(dueUnder('england-2017-act-2018', 'arrangements-operation', '2019-06-29')).toBe('2019-09-29');
  expect(dueUnder('england-2004-act', 'serious-case-review-transition', '2019-09-29')).toBe('2020-09-29');
});

test.each([
  [workingDays(1), '1 working day'],
  [workingDays(15), '15 working days'],
  [days(1), '1 day'],
  [weeks(3), '3 weeks'],
  [months(1), '1 month'],
  [months(6), '6 months'],
])('a length in words', (length, words) => {
  expect(lengthInWords(length)).toBe(words);
});

describe('what nobody has checked is said', () => {
  const law = { law: 'The Act, section 1', readIn: 'The gazette' };
  const source = 'The Act, section 1; read in The gazette';

  test('of nothing, where both are settled', () => {
    const sure = clock('Told', settled(days(2), law), settled('incident-known', law), 'told');
    expect(unverifiedIn(sure)).toEqual([]);
    expect(sourceOf(sure)).toBe(source);
  });

  test('of the length and of the start, with what is done elsewhere', () => {
    const choices = ['incident-known', 'incident-notified'] as const;
    const unsure = clock('Told', setting(days(2), law), setting('incident-known', law, choices), 'told');
    expect(unverifiedIn(unsure)).toEqual([
      'its length, 2 days',
      'the day it starts from; elsewhere: the day the notification is sent to the national panel',
    ]);
    expect(sourceOf(unsure)).toBe(`${source} (unverified: length, day it starts from)`);
  });
});

import { assert, date, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bankHolidaysOf } from './bank-holiday-files.ts';
import { addDays, weekdayOf } from './days.ts';
import { plainDate } from './plain-date.ts';
import { addWorkingDays, bankHolidaysBetween, isWorkingDay, workingDaysBetween } from './working-days.ts';

const england = bankHolidaysOf('england-and-wales');
const aDay = date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((at) =>
  plainDate(at.toISOString().slice(0, 10)),
);
const aCount = integer({ min: 1, max: 300 });

describe('working days', () => {
  test.each([
    ['within a week', '2026-11-23', 4, '2026-11-27'],
    ['over a weekend', '2026-11-23', 5, '2026-11-30'],
    ['from a Saturday', '2026-11-28', 1, '2026-11-30'],
    ['from a Sunday', '2026-11-29', 5, '2026-12-04'],
    ['over Christmas, with 26 December on a Saturday', '2026-12-18', 5, '2026-12-29'],
    ['from the Saturday that is 26 December', '2026-12-26', 1, '2026-12-29'],
    ['from Christmas Day', '2026-12-25', 15, '2027-01-19'],
    ['over the year’s end', '2026-12-18', 15, '2027-01-13'],
    ['over Christmas, with 25 December on a Saturday', '2027-12-24', 5, '2028-01-05'],
    ['over Easter', '2026-04-01', 5, '2026-04-10'],
    ['over a leap day', '2024-02-28', 2, '2024-03-01'],
    ['over the end of a February without one', '2023-02-27', 2, '2023-03-01'],
    ['over a leap day at a weekend', '2020-02-28', 1, '2020-03-02'],
    ['over the two holidays of June 2012', '2012-06-01', 1, '2012-06-06'],
    ['on the Monday in May 2012 that was none that year', '2012-05-25', 1, '2012-05-28'],
    ['over the State Funeral of 2022', '2022-09-16', 1, '2022-09-20'],
    ['over the Friday to which a holiday was moved in 2020', '2020-05-01', 5, '2020-05-11'],
    ['by none, from a bank holiday', '2026-12-25', 0, '2026-12-25'],
    ['backwards over Christmas', '2026-12-29', -1, '2026-12-24'],
    ['backwards from a Sunday', '2026-11-29', -1, '2026-11-27'],
  ])('%s', (_, from, count, to) => {
    expect(addWorkingDays(plainDate(from), count, england)).toBe(to);
  });

  test('half of one is refused', () => {
    expect(() => addWorkingDays(plainDate('2026-11-23'), 1.5, england)).toThrow('whole');
  });

  test('are not counted back into years whose bank holidays are not known', () => {
    expect(() => addWorkingDays(plainDate('1978-01-05'), -10, england)).toThrow('1978');
  });
});

const holds = (law: Parameters<typeof assert>[0]) => expect(() => assert(law)).not.toThrow();

test('counting there, and then what was counted, agrees; and back again, from a working day, is where one began', () => {
  holds(
    property(aDay, aCount, (day, count) => {
      const there = addWorkingDays(day, count, england);
      const firstBefore = isWorkingDay(day, england) ? day : addWorkingDays(day, -1, england);
      return (
        isWorkingDay(there, england) &&
        workingDaysBetween(day, there, england) === count &&
        addWorkingDays(there, -count, england) === firstBefore
      );
    }),
  );
});

test('one by one comes to the same as all at once', () => {
  holds(
    property(aDay, aCount, aCount, (day, some, more) => {
      const inTwo = addWorkingDays(addWorkingDays(day, some, england), more, england);
      return inTwo === addWorkingDays(day, some + more, england);
    }),
  );
});

test('every day after is a working day, a weekend or a bank holiday, and never two of them', () => {
  holds(
    property(aDay, integer({ min: 0, max: 400 }), (from, days) => {
      const to = addDays(from, days);
      const weekend = Array.from({ length: days }, (_, at) => addDays(from, at + 1)).filter(
        (day) => weekdayOf(day) > 5,
      );
      const skipped = bankHolidaysBetween(from, to, england);
      return workingDaysBetween(from, to, england) + skipped.length + weekend.length === days;
    }),
  );
});

test('nothing lies between a day and one before it', () => {
  const [day, before] = [plainDate('2026-12-29'), plainDate('2026-12-20')];
  expect(workingDaysBetween(day, before, england)).toBe(0);
  expect(bankHolidaysBetween(day, before, england)).toEqual([]);
});

import { assert, date, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, daysBetween, weekdayOf } from './days.ts';
import { isPlainDate, plainDate, todayInLondon } from './plain-date.ts';

const aDay = date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }).map((at) =>
  plainDate(at.toISOString().slice(0, 10)),
);

describe('a day', () => {
  test.each(['2024-02-29', '2000-02-29', '2026-12-31', '0001-01-01'])('%s is one', (text) => {
    expect(isPlainDate(text)).toBe(true);
  });
  test.each([
    '2023-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '26-01-01',
    '',
    '2026-01-01T00:00',
  ])('%j is none', (text) => {
    expect(isPlainDate(text)).toBe(false);
    expect(() => plainDate(text)).toThrow('YYYY-MM-DD');
  });
});

describe('counting days', () => {
  test.each([
    ['over a leap day', '2024-02-28', 2, '2024-03-01'],
    ['over no leap day', '2023-02-28', 2, '2023-03-02'],
    ['over the spring clock change', '2026-03-28', 2, '2026-03-30'],
    ['over the autumn clock change', '2026-10-24', 2, '2026-10-26'],
    ['over New Year', '2026-12-31', 1, '2027-01-01'],
    ['backwards', '2026-03-01', -1, '2026-02-28'],
    ['by none', '2026-03-01', 0, '2026-03-01'],
  ])('%s', (_, from, count, to) => {
    expect(addDays(plainDate(from), count)).toBe(to);
    expect(daysBetween(plainDate(from), plainDate(to))).toBe(count);
  });
  test('there and back is where one began', () => {
    const thereAndBack = property(aDay, integer({ min: -40_000, max: 40_000 }), (day, count) => {
      const there = addDays(day, count);
      return daysBetween(day, there) === count && addDays(there, -count) === day;
    });
    expect(() => assert(thereAndBack)).not.toThrow();
  });
  test('half a day is refused', () => {
    expect(() => addDays(plainDate('2026-03-01'), 0.5)).toThrow('whole');
  });
});

describe('counting months', () => {
  test.each([
    ['to the same day', '2026-11-23', 6, '2027-05-23'],
    ['to the end of a February', '2026-08-31', 6, '2027-02-28'],
    ['to the end of a February in a leap year', '2027-08-31', 6, '2028-02-29'],
    ['from a leap day to a year without', '2024-02-29', 12, '2025-02-28'],
    ['from a leap day to the next', '2024-02-29', 48, '2028-02-29'],
    ['to the end of a short month', '2026-03-31', 1, '2026-04-30'],
    ['over the year’s end', '2026-12-31', 2, '2027-02-28'],
    ['to December', '2026-06-30', 6, '2026-12-30'],
    ['backwards over the year’s end', '2026-01-31', -2, '2025-11-30'],
    ['by none', '2026-01-31', 0, '2026-01-31'],
  ])('%s', (_, from, count, to) => {
    expect(addMonths(plainDate(from), count)).toBe(to);
  });
  test('a day that every month has is kept, there and back', () => {
    const thereAndBack = property(aDay, integer({ min: -1200, max: 1200 }), (day, count) => {
      const there = addMonths(day, count);
      return day.slice(8) > '28' || (there.slice(8) === day.slice(8) && addMonths(there, -count) === day);
    });
    expect(() => assert(thereAndBack)).not.toThrow();
  });
  test('half a month is refused', () => {
    expect(() => addMonths(plainDate('2026-03-01'), 0.5)).toThrow('whole');
  });
});

test.each([
  ['2026-11-23', 1],
  ['2026-11-29', 7],
  ['1969-12-29', 1],
  ['1969-12-28', 7],
])('%s is day %i of its week', (day, weekday) => {
  expect(weekdayOf(plainDate(day))).toBe(weekday);
});

describe('today in London', () => {
  test.each([
    ['in winter, when London has the time of UTC', '2026-01-10T23:59:59Z', '2026-01-10'],
    ['in summer, when London is an hour ahead', '2026-07-10T23:00:00Z', '2026-07-11'],
    ['just before the clocks go forward', '2026-03-29T00:59:59Z', '2026-03-29'],
    ['on the first summer midnight', '2026-03-29T23:00:00Z', '2026-03-30'],
    ['on the night the clocks go back', '2026-10-24T23:30:00Z', '2026-10-25'],
    ['at the first winter midnight', '2026-10-25T23:30:00Z', '2026-10-25'],
  ])('%s', (_, now, day) => {
    expect(todayInLondon(new Date(now))).toBe(day);
  });
  test('whatever was asked just before', () => {
    const format = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' });
    const instant = date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
    assert(
      property(instant, integer({ min: -7_200_000, max: 7_200_000 }), (now, step) => {
        for (const at of [now, new Date(now.getTime() + step)]) expect(todayInLondon(at)).toBe(format.format(at));
      }),
    );
  });
});

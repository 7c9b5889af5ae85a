import { expect, test } from 'vitest';
import { bankHolidaysOf } from '../../platform/calendar/bank-holiday-files.ts';
import { plainDate } from '../../platform/calendar/plain-date.ts';
import { anybody, isQuiet, type QuietPeriod } from './quiet.ts';
import { defaultRules } from './rules.ts';

const half: QuietPeriod = {
  id: 'half',
  name: 'Half-term',
  fromOn: plainDate('2026-10-26'),
  untilOn: plainDate('2026-10-30'),
  schoolsOnly: true,
  authority: 'E06000023',
};
const calendar = { bankHolidays: bankHolidaysOf('england-and-wales'), periods: [half] };
const quiet = (day: string, listener = anybody, rules = defaultRules) =>
  isQuiet(rules, calendar, listener, plainDate(day));
const aSchool = { ...anybody, school: true };

test('nobody hears from us at a weekend or on a bank holiday, unless the partnership wants it', () => {
  expect(quiet('2026-06-06')).toBe(true); // a Saturday
  expect(quiet('2026-08-31')).toBe(true);
  expect(quiet('2026-09-01')).toBe(false);
  expect(quiet('2026-06-06', anybody, { ...defaultRules, quietWeekdays: [] })).toBe(false);
  expect(quiet('2026-08-31', anybody, { ...defaultRules, quietBankHolidays: false })).toBe(false);
});

test('a school’s holidays are its own, to the last day, and those of its council alone', () => {
  expect(quiet('2026-10-26', aSchool)).toBe(true);
  expect(quiet('2026-10-30', { ...aSchool, terms: 'E06000023' })).toBe(true);
  expect(quiet('2026-10-30', { ...aSchool, terms: 'E06000022' })).toBe(false);
  expect(quiet('2026-10-26')).toBe(false);
  expect(quiet('2026-11-02', aSchool)).toBe(false);
});

test('somebody hears nothing on the days on which they do not work, while some day is left', () => {
  expect(quiet('2026-06-05', { ...anybody, notOn: [5] })).toBe(true);
  expect(quiet('2026-06-04', { ...anybody, notOn: [5] })).toBe(false);
  expect(quiet('2026-06-04', { ...anybody, notOn: [1, 2, 3, 4, 5] })).toBe(false);
});

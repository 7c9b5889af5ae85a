import { expect, test } from 'vitest';
import { plainDate } from '../../platform/calendar/plain-date.ts';
import { defaultRules, lastRung, longestSilence, toneOf } from './rules.ts';

const due = plainDate('2026-06-01');

test.each([
  ['2026-05-17', undefined],
  ['2026-05-18', '2026-05-18'],
  ['2026-05-28', '2026-05-18'],
  ['2026-05-29', '2026-05-29'],
  ['2026-06-01', '2026-05-29'],
  ['2026-06-02', '2026-06-02'],
  ['2026-06-16', '2026-06-16'],
  ['2026-06-29', '2026-06-16'],
  ['2026-06-30', '2026-06-30'],
  ['2027-06-01', '2027-06-01'],
])('on %s something was last to be said on %s', (day, rung) => {
  expect(lastRung(defaultRules, due, plainDate(day))).toBe(rung);
});

test('with no days named it is said every so many days from the day it is due', () => {
  const rules = { ...defaultRules, daysBefore: [], daysAfter: [], thenEvery: 7 };
  expect(lastRung(rules, due, plainDate('2026-05-31'))).toBeUndefined();
  expect(lastRung(rules, due, plainDate('2026-06-07'))).toBe('2026-06-01');
  expect(lastRung(rules, due, plainDate('2026-06-08'))).toBe('2026-06-08');
});

test.each([
  [-14, false, 'help'],
  [0, false, 'help'],
  [1, false, 'remind'],
  [14, false, 'remind'],
  [15, false, 'firm'],
  [400, false, 'firm'],
  [400, true, 'help'],
] as const)('%i days overdue, something in the way: %s, the tone is %s', (overdue, blocked, tone) => {
  expect(toneOf(defaultRules, overdue, blocked)).toBe(tone);
});

test('help goes on for as long as the rules say, and firmness may come at once', () => {
  expect(toneOf({ ...defaultRules, remindFrom: 8 }, 7, false)).toBe('help');
  expect(toneOf({ ...defaultRules, remindFrom: 8, firmFrom: 1 }, 1, false)).toBe('firm');
});

test('the longest silence is the longest of what the rules leave between two times', () => {
  expect(longestSilence(defaultRules)).toBe(14);
  expect(longestSilence({ ...defaultRules, daysAfter: [1, 40] })).toBe(39);
  expect(longestSilence({ ...defaultRules, thenEvery: 7, daysAfter: [1], quietAfterAnswer: 30 })).toBe(30);
});

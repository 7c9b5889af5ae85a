import { expect, test } from 'vitest';
import { formatDay, formatDue, formatMoment, formatTime } from './in-words.ts';
import { plainDate } from './plain-date.ts';

test.each([
  ['long', 'Friday 27 November 2026'],
  ['plain', '27 November 2026'],
  ['weekday', 'Fri 27 Nov'],
  ['short', '27 Nov'],
] as const)('a day in its %s form', (form, words) => {
  expect(formatDay(plainDate('2026-11-27'), form)).toBe(words);
});

test('no day is written with a nought before it', () => {
  expect(formatDay(plainDate('2026-03-01'))).toBe('Sunday 1 March 2026');
});

test.each([
  ['2026-11-20', '2 days late'],
  ['2026-11-21', '1 day late'],
  ['2026-11-22', 'Today'],
  ['2026-11-23', 'Tomorrow'],
  ['2026-11-24', 'Tue 24 Nov'],
  ['2026-11-28', 'Sat 28 Nov'],
  ['2026-11-29', '29 Nov'],
  ['2027-11-21', '21 Nov'],
  ['2027-11-22', '22 Nov 2027'],
])('what is due on %s is, on 22 November 2026, due %s', (due, words) => {
  expect(formatDue(plainDate(due), plainDate('2026-11-22'))).toBe(words);
});

test('a moment is told by the clock in London', () => {
  expect(formatMoment(new Date('2026-07-10T23:05:00Z'))).toBe('11 July 2026, 00:05');
  expect(formatTime(new Date('2026-01-10T09:05:00Z'))).toBe('09:05');
});

import { expect, test } from 'vitest';
import { plainDate } from '../../platform/calendar/plain-date.ts';
import { type NeededTask, sortDay } from './today.ts';

const today = plainDate('2026-11-23');
const task = (title: string, due?: string): NeededTask => ({
  id: title,
  kind: 'a',
  title,
  why: '',
  path: '/x',
  dueOn: due === undefined ? undefined : plainDate(due),
  partnership: { slug: 'dunmere', shortName: 'Dunmere' },
});
const titles = (tasks: readonly NeededTask[]) => tasks.map(({ title }) => title);

test('what is late stands before what is due, whichever partnership it comes from', () => {
  const day = sortDay([task('due', '2026-11-24'), task('late', '2026-11-01'), task('today', '2026-11-23')], today);
  expect(titles(day.thisWeek)).toEqual(['late', 'today', 'due']);
});

test('this week is seven days, today included', () => {
  const day = sortDay([task('sixth', '2026-11-29'), task('seventh', '2026-11-30')], today);
  expect(titles(day.thisWeek)).toEqual(['sixth']);
  expect(titles(day.later)).toEqual(['seventh']);
});

test('what has no day comes last', () => {
  const day = sortDay([task('whenever'), task('in spring', '2027-04-01')], today);
  expect(titles(day.later)).toEqual(['in spring', 'whenever']);
});

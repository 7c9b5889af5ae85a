import { expect, test } from 'vitest';
import { addDays } from '../../platform/calendar/days.ts';
import { plainDate } from '../../platform/calendar/plain-date.ts';
import { anAction } from './action.fixture.ts';
import { goesOn, needsOf } from './needs.ts';

const today = plainDate('2026-11-23');
const kinds = (...[different]: Parameters<typeof anAction>) =>
  needsOf(anAction(different), today).map(({ of, task: { kind, dueOn } }) => `${of} ${kind} ${dueOn ?? 'any day'}`);

test('nothing is needed of what is over', () => {
  for (const state of ['withdrawn', 'embedded'] as const)
    expect([kinds({ state }), goesOn(anAction({ state }))]).toEqual([[], false]);
});

test('its owner is needed until its day, and the office where nobody owns it or more time is asked for', () => {
  expect(kinds()).toEqual(['owner action 2026-12-01']);
  expect(kinds({ owner: undefined })).toEqual(['office action-owner 2026-12-01']);
  expect(kinds({ askedUntil: plainDate('2027-01-31') })).toEqual([
    'owner action 2026-12-01',
    'office action-time 2026-12-01',
  ]);
});

test('what is claimed is to be verified, on no day that has passed', () => {
  expect(kinds({ state: 'claimed-done', dueOn: plainDate('2025-01-01') })).toEqual(['office action-verify any day']);
});

test('what changed for children is needed from four weeks before it is asked', () => {
  const impactDueOn = addDays(today, 28);
  expect(kinds({ state: 'verified', impactDueOn })).toEqual([`owner action-impact ${impactDueOn}`]);
  expect(kinds({ state: 'verified', impactDueOn: addDays(impactDueOn, 1) })).toEqual([]);
  expect(goesOn(anAction({ state: 'verified', impactDueOn: addDays(impactDueOn, 1) }))).toBe(true);
});

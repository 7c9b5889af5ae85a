import { expect, test } from 'vitest';
import { progressAfter, progressOf, stateOfStep, stepNames } from './steps.ts';

const statesAt = (kept: string, ...skipped: ('areas' | 'agencies')[]) =>
  stepNames.map((step) => stateOfStep(step, progressOf(kept), skipped));

test.each(['', 'constructor', 'canary', 'not-begun'])('setting up that stands at “%s” has not begun', (kept) => {
  expect(progressOf(kept)).toBe('not-begun');
  expect(new Set(statesAt(kept))).toEqual(new Set(['to-come']));
});

test('one step is next, those before it are done or were skipped, those after it are to come', () => {
  expect(statesAt('people', 'agencies')).toEqual(['done', 'skipped', 'next', 'to-come', 'to-come', 'to-come']);
});

test('behind the last step everything is done but what was skipped', () => {
  expect(statesAt('done', 'areas')).toEqual(['skipped', 'done', 'done', 'done', 'done', 'done']);
});

test('it goes on from the step it stands at, to the end', () => {
  expect(progressAfter('areas', 'areas')).toBe('agencies');
  expect(progressAfter('duties', 'duties')).toBe('done');
});

test('a step that is done again, or ahead of its turn, moves nothing', () => {
  expect(progressAfter('areas', 'people')).toBe('people');
  expect(progressAfter('duties', 'people')).toBe('people');
  expect(progressAfter('areas', 'done')).toBe('done');
});

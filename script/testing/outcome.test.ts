import { expect, test } from 'vitest';
import { countVitest, inWords, notRun, one, sum } from './outcome.ts';

const file = (status: string, ...tests: string[]) => ({
  name: 'a.test.ts',
  status,
  assertionResults: tests.map((outcome, at) => ({ status: outcome, fullName: `test ${at}` })),
});

test('each test of Vitest counts as one', () => {
  const report = { testResults: [file('failed', 'passed', 'failed', 'passed'), file('passed', 'passed', 'pending')] };
  expect(countVitest(report, 1)).toEqual({ passed: 3, failed: 1, skipped: ['test 1 (pending)'] });
});

test('a file that could not be read is a failure', () => {
  expect(countVitest({ testResults: [file('failed'), file('passed', 'passed')] }, 1)).toMatchObject({
    passed: 1,
    failed: 1,
  });
});

test('a file whose set-up failed is a failure although its tests were only skipped', () => {
  expect(countVitest({ testResults: [file('failed', 'pending', 'pending')] }, 1)).toMatchObject({
    passed: 0,
    failed: 1,
  });
});

test('a run that failed outside any test, or left no report, is a failure', () => {
  expect(countVitest({ testResults: [file('passed', 'passed')] }, 1)).toMatchObject({ passed: 1, failed: 1 });
  expect(countVitest(undefined, 0)).toMatchObject({ passed: 0, failed: 1 });
});

test('what could not be run is told here and a failure in the continuous integration', () => {
  expect(notRun('journeys', 'no browser', false)).toEqual({ passed: 0, failed: 0, skipped: ['journeys: no browser'] });
  expect(notRun('journeys', 'no browser', true).failed).toBe(1);
});

test('all steps together are one sum', () => {
  const all = sum([one(true), one(false), { passed: 10, failed: 2, skipped: ['a'] }]);
  expect(all).toEqual({ passed: 11, failed: 3, skipped: ['a'] });
  expect(inWords(all)).toBe('11 passed, 3 failed, 1 skipped');
  expect(inWords(one(true))).toBe('1 passed, 0 failed');
});

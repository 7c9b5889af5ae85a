import { describe, expect, test } from 'vitest';
import { addMonths } from '../../platform/calendar/days.ts';
import { plainDate } from '../../platform/calendar/plain-date.ts';
import { anAction } from './action.fixture.ts';
import { isOverdue, standingOf } from './action.ts';
import { takeStep } from './take-step.ts';

const today = plainDate('2026-11-23');
const by = { person: 'olive', today };

describe('an action is overdue', () => {
  test.each([
    ['not on its day', { dueOn: today }, false],
    ['from the day after', { dueOn: plainDate('2026-11-22') }, true],
    ['not once it is said to be done', { dueOn: plainDate('2026-11-22'), state: 'claimed-done' }, false],
    ['not when it is withdrawn', { dueOn: plainDate('2026-11-22'), state: 'withdrawn' }, false],
  ] as const)('%s', (_, different, overdue) => {
    expect(isOverdue(anAction(different), today)).toBe(overdue);
    expect(standingOf(anAction(different), today) === 'overdue').toBe(overdue);
  });
});

test('asking for time moves no day; the answer does, and the first day stays', () => {
  const until = plainDate('2027-01-31');
  const asked = takeStep(anAction(), { step: 'ask-for-time', until, because: 'capacity', words: '' }, by);
  expect(asked.changes).toEqual({ askedUntil: until });
  const settled = takeStep(anAction({ askedUntil: until }), { step: 'settle-time', until, words: 'Agreed' }, by);
  expect(settled.changes).toEqual({ dueOn: until, askedUntil: undefined });
  const declined = takeStep(
    anAction({ askedUntil: until }),
    { step: 'settle-time', until: undefined, words: 'No' },
    by,
  );
  expect(declined).toMatchObject({ entry: { kind: 'more-time-declined' }, changes: { askedUntil: undefined } });
});

test('what is in the way is in the way since it was first said', () => {
  const since = plainDate('2026-10-01');
  const blocked = anAction({ state: 'at-risk', blocked: { by: 'money', since } });
  expect(takeStep(blocked, { step: 'say-blocked', by: 'capacity', words: 'x' }, by).changes.blocked).toEqual({
    by: 'capacity',
    since,
  });
  expect(takeStep(blocked, { step: 'report-progress', state: 'on-track', words: '' }, by).changes.blocked).toBe(
    undefined,
  );
});

test('what the office enters for somebody says for whom, and how they said it', () => {
  const onBehalf = { of: 'olive', toldBy: 'call' } as const;
  const { entry } = takeStep(
    anAction(),
    { step: 'claim-done', words: 'All trained' },
    { person: 'bea', today, onBehalf },
  );
  expect(entry).toEqual({ kind: 'claimed', words: 'All trained', state: 'claimed-done', onBehalf });
});

describe('what changed for children', () => {
  const verified = anAction({ state: 'verified', stateOn: today, impactDueOn: addMonths(today, 6) });
  const answer = (finding: 'lasts' | 'partly' | 'did-not-stick', impactDueOn = verified.impactDueOn) =>
    takeStep({ ...verified, impactDueOn }, { step: 'answer-impact', finding, words: 'x' }, by);

  test('is asked six months after it was verified', () => {
    const claimed = anAction({ state: 'claimed-done', claimedBy: 'olive' });
    expect(takeStep(claimed, { step: 'verify', words: 'Seen' }, { person: 'petra', today }).changes).toEqual({
      state: 'verified',
      stateOn: today,
      impactDueOn: plainDate('2027-05-23'),
    });
  });
  test('and again after twelve, when it is embedded if it lasts', () => {
    expect(answer('lasts').changes).toEqual({ impactDueOn: plainDate('2027-11-23') });
    expect(answer('lasts', plainDate('2027-11-23'))).toMatchObject({
      entry: { kind: 'embedded', state: 'embedded' },
      changes: { state: 'embedded', impactDueOn: undefined },
    });
  });
  test('opens the action again where it did not stick', () => {
    expect(answer('did-not-stick')).toMatchObject({
      entry: { kind: 'impact', state: 'at-risk' },
      changes: { state: 'at-risk', dueOn: plainDate('2027-02-23'), claimedBy: undefined, impactDueOn: undefined },
    });
  });
});

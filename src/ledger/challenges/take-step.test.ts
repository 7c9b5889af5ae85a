import { describe, expect, test } from 'vitest';
import { addDays } from '../../platform/calendar/days.ts';
import { aChallenge, today } from './challenge.fixture.ts';
import { type Circumstances, type Said, takeStep } from './take-step.ts';

const around: Circumstances = { person: 'somebody', today, due: (stage) => addDays(today, stage * 10) };
const take = (said: Said, challenge = aChallenge(), more: Partial<Circumstances> = {}) =>
  takeStep(challenge, said, { ...around, ...more });
const words = 'Because';

describe('not settled by', () => {
  test('an answer that is not enough: it is asked for again, one stage further, with a clock of its own', () => {
    const { entry, changes } = take(
      { step: 'judge', judgement: 'not-enough', words },
      aChallenge({ state: 'answered' }),
    );
    expect(entry).toMatchObject({ kind: 'judged', choice: 'not-enough', stage: 1, dueOn: addDays(today, 20) });
    expect(changes).toEqual({ state: 'put', stage: 2, stageOn: today, dueOn: addDays(today, 20), stateOn: today });
  });

  test('one view while others are waited for', () => {
    const joint = { decided: false, because: 'waiting', waitFor: ['health'] } as const;
    expect(
      take({ step: 'give-view', judgement: 'enough', words }, aChallenge({ stage: 4 }), { joint }).changes,
    ).toEqual({});
  });

  test('silence: it goes further, and stays open to be answered', () => {
    expect(take({ step: 'escalate', words }).changes).toMatchObject({ stage: 2, dueOn: addDays(today, 20) });
  });
});

test('putting it gives the number, and the day until which the agency alone sees it', () => {
  const draft = aChallenge({ state: 'draft', number: undefined, putOn: undefined });
  expect(take({ step: 'put', until: addDays(today, 14), words }, draft, { number: 3 }).changes).toEqual({
    state: 'put',
    stateOn: today,
    number: 3,
    putOn: today,
    dueOn: addDays(today, 14),
    replyBy: addDays(today, 14),
    stageOn: today,
  });
});

test('a moved day moves what the agency alone sees at the first stage, and not later', () => {
  const until = addDays(today, 30);
  expect(take({ step: 'move-day', until, words }).changes).toEqual({ dueOn: until, replyBy: until });
  expect(take({ step: 'move-day', until, words }, aChallenge({ stage: 2 })).changes).toEqual({ dueOn: until });
});

test('the first reply keeps its day when a later one follows', () => {
  const first = addDays(today, -9);
  const again = aChallenge({ stage: 2, repliedOn: first });
  expect(take({ step: 'answer', position: 'accepted', words }, again).changes).toMatchObject({
    state: 'answered',
    position: 'accepted',
    repliedOn: first,
  });
});

test('what the lead safeguarding partners decide settles it, either way', () => {
  const joint = { decided: true, choice: 'not-enough' } as const;
  const { entry, changes } = take({ step: 'give-view', judgement: 'not-enough', words }, aChallenge({ stage: 4 }), {
    joint,
  });
  expect(entry).toMatchObject({ kind: 'view', choice: 'not-enough' });
  expect(changes).toMatchObject({ state: 'settled', sufficient: false });
});

test('a summary that is written anew is to be cleared anew', () => {
  const cleared = aChallenge({ state: 'closed', summary: 'Old', clearedBy: 'chair', clearedOn: today });
  expect(take({ step: 'write-summary', words: 'New' }, cleared).changes).toEqual({
    summary: 'New',
    summaryBy: 'somebody',
    clearedBy: undefined,
    clearedOn: undefined,
  });
});

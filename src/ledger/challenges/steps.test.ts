import { describe, expect, test } from 'vitest';
import { addDays } from '../../platform/calendar/days.ts';
import { aChallenge, aDoer, today } from './challenge.fixture.ts';
import { isOpenToAll } from './challenge.ts';
import { refusalText, rulingOn, type StepRefusal, stepNames, stepsFor } from './steps.ts';

const everything = [
  'challenges.put',
  'challenges.draft',
  'challenges.manage',
  'challenges.answer',
  'challenges.judge',
  'challenges.decide-jointly',
  'challenges.clear',
  'actions.raise',
];
const chair = aDoer('chair', 'independent', ...everything);
const councilChair = aDoer('council-chair', 'council', ...everything);
const police = aDoer('police', 'police', 'challenges.answer', 'challenges.judge');
const council = aDoer('council', 'council', 'challenges.answer', 'challenges.judge');
const office = aDoer('office', 'office', 'challenges.enter', 'challenges.manage', 'challenges.draft');
const nobody = aDoer('nobody', 'council');

const draft = aChallenge({ state: 'draft', number: undefined, putOn: undefined });
const put = aChallenge();
const late = aChallenge({ dueOn: addDays(today, -1) });
const answered = aChallenge({ state: 'answered', position: 'partly', repliedOn: today });
const lastPut = aChallenge({ stage: 4 });
const lastAnswered = aChallenge({ stage: 4, state: 'answered', repliedOn: today });
const settled = aChallenge({ state: 'settled', sufficient: true });
const summarised = aChallenge({ state: 'closed', summary: 'Better', summaryBy: 'chair' });

const refused = [
  ['answer', put, nobody, 'not-permitted'],
  ['answer', put, police, 'not-yours'],
  ['answer', draft, council, 'not-asked'],
  ['answer', answered, council, 'not-asked'],
  ['judge', put, chair, 'not-answered'],
  ['judge', answered, nobody, 'not-permitted'],
  ['judge', answered, council, 'own-agency'],
  ['judge', answered, councilChair, 'own-agency'],
  ['judge', lastAnswered, chair, 'last-stage'],
  ['give-view', answered, chair, 'not-last-stage'],
  ['give-view', settled, chair, 'not-asked'],
  ['give-view', lastAnswered, police, 'not-permitted'],
  ['escalate', put, chair, 'not-late'],
  ['escalate', answered, chair, 'not-asked'],
  ['escalate', { ...late, stage: 4 }, chair, 'last-stage'],
  ['escalate', late, councilChair, 'own-agency'],
  ['escalate', late, nobody, 'not-permitted'],
  ['put', put, chair, 'not-a-draft'],
  ['put', draft, police, 'not-permitted'],
  ['change', put, chair, 'not-a-draft'],
  ['change', draft, police, 'not-permitted'],
  ['move-day', put, councilChair, 'own-agency'],
  ['move-day', answered, chair, 'not-asked'],
  ['close', answered, chair, 'not-settled'],
  ['close', settled, councilChair, 'own-agency'],
  ['raise-action', draft, chair, 'still-a-draft'],
  ['raise-action', put, police, 'not-permitted'],
  ['write-summary', put, chair, 'not-settled'],
  ['clear-summary', settled, chair, 'no-summary'],
  ['clear-summary', summarised, chair, 'own-summary'],
  ['clear-summary', summarised, councilChair, 'own-agency'],
  ['withdraw', settled, chair, 'over'],
  ['withdraw', put, councilChair, 'own-agency'],
  ['withdraw', put, police, 'not-permitted'],
] as const;

test.each(refused.map(([step, challenge, doer, because]) => ({ step, challenge, doer, because })))(
  '$step is refused as $because to $doer.person',
  ({ step, challenge, doer, because }) => {
    expect(rulingOn(step, challenge, doer)).toEqual({ allowed: false, because });
  },
);

test('every refusal is seen, and has words', () => {
  const seen = new Set<StepRefusal>(refused.map(([, , , because]) => because));
  expect(Object.keys(refusalText).filter((because) => !seen.has(because as StepRefusal))).toEqual([]);
});

describe('what is open', () => {
  test('the agency answers at every stage, and the office for it', () => {
    expect(rulingOn('answer', put, council)).toEqual({ allowed: true, onBehalf: false });
    expect(rulingOn('answer', lastPut, council)).toEqual({ allowed: true, onBehalf: false });
    expect(rulingOn('answer', put, office)).toEqual({ allowed: true, onBehalf: true });
  });

  test('somebody of another agency judges, and the office enters what they said', () => {
    expect(rulingOn('judge', answered, police)).toEqual({ allowed: true, onBehalf: false });
    expect(rulingOn('judge', answered, office)).toEqual({ allowed: true, onBehalf: true });
  });

  test('at the last stage only the lead safeguarding partners say it, jointly', () => {
    expect(rulingOn('give-view', lastAnswered, chair)).toEqual({ allowed: true, onBehalf: false });
    expect(rulingOn('give-view', lastPut, office)).toEqual({ allowed: true, onBehalf: true });
    expect(stepsFor(lastAnswered, police)).toEqual([]);
  });

  test('what got no answer goes further by a judge of another agency or by the office', () => {
    expect(rulingOn('escalate', late, police).allowed).toBe(true);
    expect(rulingOn('escalate', late, office).allowed).toBe(true);
  });

  test('whoever it is about has no step with it but to answer', () => {
    for (const challenge of [draft, put, late, answered, lastAnswered, settled])
      expect(stepsFor(challenge, { ...councilChair, permissions: council.permissions })).toEqual(
        challenge.state === 'put' ? ['answer'] : [],
      );
  });

  test('a closed challenge leaves its summary and its actions', () => {
    expect(stepsFor(summarised, chair)).toEqual(['raise-action', 'write-summary']);
    expect(stepNames.filter((step) => rulingOn(step, aChallenge({ state: 'withdrawn' }), chair).allowed)).toEqual([
      'raise-action',
    ]);
  });
});

describe('the agency sees it first:', () => {
  test('others see it from its reply, or from the day after', () => {
    expect(isOpenToAll(draft, addDays(draft.replyBy, 30))).toBe(false);
    expect(isOpenToAll(put, put.replyBy)).toBe(false);
    expect(isOpenToAll(put, addDays(put.replyBy, 1))).toBe(true);
    expect(isOpenToAll(answered, today)).toBe(true);
  });

  test('what was withdrawn before that day is never seen by others', () => {
    const withdrawn = aChallenge({ state: 'withdrawn', stateOn: today });
    expect(isOpenToAll(withdrawn, addDays(withdrawn.replyBy, 30))).toBe(false);
    expect(isOpenToAll({ ...withdrawn, stateOn: addDays(withdrawn.replyBy, 1) }, addDays(withdrawn.replyBy, 2))).toBe(
      true,
    );
  });
});

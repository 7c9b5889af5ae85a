import { describe, expect, test } from 'vitest';
import { addDays } from '../../platform/calendar/days.ts';
import { plainDate } from '../../platform/calendar/plain-date.ts';
import type { Disagreement } from './disagreement.ts';
import { outcomesAt, stagesAfter } from './step-forms.ts';
import { type Doer, refusalText, rulingOn, type StepRefusal, stepsFor } from './steps.ts';
import { type Circumstances, takeStep } from './take-step.ts';

const today = plainDate('2026-11-23');
const aDisagreement = (said: Partial<Disagreement> = {}): Disagreement => ({
  id: '01900000-0000-7000-8000-000000000001',
  number: 4,
  subject: 'threshold',
  caseReference: 'C-118',
  difference: 'Whether the threshold is met',
  wanted: 'An assessment',
  raisedBy: 'visitor',
  raisingAgency: 'health',
  otherAgency: 'council',
  urgent: false,
  raisedOn: addDays(today, -3),
  stage: 2,
  dueOn: addDays(today, 2),
  outcome: undefined,
  endedOn: undefined,
  changed: '',
  learning: '',
  toldOn: undefined,
  withPerson: undefined,
  answeredOn: undefined,
  ...said,
});
const aDoer = (person: string, agency: string | undefined, ...permissions: string[]): Doer => ({
  person,
  agency,
  permissions: new Set(permissions),
  today,
});
const own = 'disagreements.read-agency';
const visitor = aDoer('visitor', 'health', 'disagreements.raise');
const colleague = aDoer('colleague', 'health', 'disagreements.raise');
const healthLead = aDoer('health-lead', 'health', own);
const councilLead = aDoer('council-lead', 'council', own);
const socialWorker = aDoer('social-worker', 'council', 'disagreements.raise');
const police = aDoer('police', 'police', own);
const chair = aDoer('chair', 'independent', own, 'disagreements.read', 'disagreements.decide');
const councilChair = aDoer('council-chair', 'council', own, 'disagreements.read', 'disagreements.decide');
const leadPartner = aDoer('chief', 'council', own, 'disagreements.decide-jointly');
const office = aDoer('office', 'office', own, 'disagreements.read', 'disagreements.enter', 'actions.raise');

const asked = aDisagreement();
const answered = aDisagreement({ answeredOn: today });
const late = aDisagreement({ dueOn: addDays(today, -1) });
const urgent = aDisagreement({ urgent: true });
const atPartnership = aDisagreement({ stage: 5 });
const ended = aDisagreement({ outcome: 'upheld', endedOn: today });
const told = aDisagreement({ outcome: 'upheld', endedOn: today, toldOn: today });

const refused = [
  ['answer', asked, visitor, 'not-yours'],
  ['answer', asked, socialWorker, 'not-yours'],
  ['answer', asked, police, 'not-yours'],
  ['answer', answered, councilLead, 'answered'],
  ['answer', ended, councilLead, 'over'],
  ['move-on', asked, visitor, 'still-time'],
  ['move-on', late, councilLead, 'not-yours'],
  ['move-on', late, colleague, 'not-yours'],
  ['move-on', { ...atPartnership, answeredOn: today }, visitor, 'last-stage'],
  ['move-on', ended, visitor, 'over'],
  ['end', asked, councilLead, 'not-yours'],
  ['end', told, visitor, 'over'],
  ['decide', asked, chair, 'not-last-stage'],
  ['decide', atPartnership, councilChair, 'own-agency'],
  ['decide', atPartnership, police, 'not-permitted'],
  ['give-view', atPartnership, chair, 'not-permitted'],
  ['give-view', answered, leadPartner, 'not-last-stage'],
  ['make-urgent', urgent, visitor, 'urgent-already'],
  ['make-urgent', asked, councilLead, 'not-yours'],
  ['tell', asked, visitor, 'still-open'],
  ['tell', told, visitor, 'told-already'],
  ['tell', ended, councilLead, 'not-permitted'],
  ['say-what-changed', asked, visitor, 'still-open'],
  ['say-what-changed', ended, police, 'not-yours'],
  ['raise-action', asked, visitor, 'not-permitted'],
] as const;

test.each(refused.map(([step, disagreement, doer, because]) => ({ step, disagreement, doer, because })))(
  '$step is refused as $because to $doer.person',
  ({ step, disagreement, doer, because }) => {
    expect(rulingOn(step, disagreement, doer)).toEqual({ allowed: false, because });
  },
);

test('every refusal is seen, and has words', () => {
  const seen = new Set<StepRefusal>(refused.map(([, , , because]) => because));
  expect(Object.keys(refusalText).filter((because) => !seen.has(because as StepRefusal))).toEqual([]);
});

describe('what is open', () => {
  test('whoever it is with answers, and anybody who speaks for the other agency, and the office for them', () => {
    expect(rulingOn('answer', asked, councilLead)).toEqual({ allowed: true, onBehalf: false });
    expect(rulingOn('answer', { ...asked, withPerson: 'social-worker' }, socialWorker).allowed).toBe(true);
    expect(rulingOn('answer', asked, office)).toEqual({ allowed: true, onBehalf: true });
  });

  test('it goes further once answered or late, and at any time where it is urgent', () => {
    for (const one of [answered, late, urgent]) expect(rulingOn('move-on', one, visitor).allowed).toBe(true);
    expect(rulingOn('move-on', late, healthLead).allowed).toBe(true);
  });

  test('only what is urgent jumps stages, and none goes beyond the last', () => {
    expect(stagesAfter(2, 5, false)).toEqual([3]);
    expect(stagesAfter(2, 5, true)).toEqual([3, 4, 5]);
    expect(stagesAfter(5, 5, true)).toEqual([]);
  });

  test('a chair of neither agency decides, or the lead safeguarding partners jointly', () => {
    expect(rulingOn('decide', atPartnership, chair)).toEqual({ allowed: true, onBehalf: false });
    expect(rulingOn('decide', atPartnership, office)).toEqual({ allowed: true, onBehalf: true });
    expect(rulingOn('give-view', atPartnership, leadPartner).allowed).toBe(true);
  });

  test('at the partnership the two can still settle it, and no longer say who was right', () => {
    expect(outcomesAt(5, 5)).toEqual(['resolved-informally', 'withdrawn']);
    expect(outcomesAt(4, 5)).toContain('upheld');
  });

  test('whoever raised it says that they know what came of it', () => {
    expect(stepsFor(ended, visitor)).toEqual(['tell', 'say-what-changed']);
    expect(stepsFor(told, police)).toEqual([]);
  });
});

describe('a step', () => {
  const around: Circumstances = {
    person: 'visitor',
    today,
    begunOn: addDays(today, -1),
    due: (stage, from, fast) => addDays(from, fast ? stage : stage * 10),
  };
  const words = 'Because';

  test('that stops no other clock: a view alone ends nothing', () => {
    const joint = { decided: false, because: 'waiting', waitFor: [] } as const;
    const taken = takeStep(atPartnership, { step: 'give-view', decision: 'upheld', words }, { ...around, joint });
    expect(taken).toMatchObject({ changes: {}, stage: {} });
  });

  test('further ends one stage and begins another with its own clock', () => {
    const said = { step: 'move-on', stage: 3, withPerson: 'head', words } as const;
    expect(takeStep(late, said, around)).toMatchObject({
      changes: { stage: 3, dueOn: addDays(today, 30) },
      stage: { endedOn: today },
      begins: { stage: 3, withPerson: 'head', begunOn: today },
    });
  });

  test('to urgent never gives more time than there was, nor a day that has passed', () => {
    const soon = takeStep(asked, { step: 'make-urgent', words }, around).changes;
    expect(soon).toEqual({ urgent: true, dueOn: addDays(today, 1) });
    const begunLongAgo = { ...around, begunOn: addDays(today, -20) };
    expect(takeStep(asked, { step: 'make-urgent', words }, begunLongAgo).changes.dueOn).toBe(today);
    expect(takeStep(late, { step: 'make-urgent', words }, around).changes.dueOn).toBe(late.dueOn);
  });

  test('that ends it tells whoever raised it only where they took it themselves', () => {
    const end = { step: 'end', outcome: 'resolved-informally', words } as const;
    expect(takeStep(asked, end, around).changes.toldOn).toBe(today);
    expect(takeStep(asked, end, { ...around, person: 'health-lead' }).changes.toldOn).toBeUndefined();
    const joint = { decided: true, choice: 'upheld' } as const;
    const decided = takeStep(
      atPartnership,
      { step: 'give-view', decision: 'upheld', words },
      { ...around, person: 'chief', joint },
    );
    expect(decided.changes).toEqual({ outcome: 'upheld', endedOn: today });
  });
});

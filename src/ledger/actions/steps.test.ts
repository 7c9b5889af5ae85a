import { describe, expect, test } from 'vitest';
import { permissions } from '../../app.ts';
import type { Role } from '../../partnership/roles.ts';
import { plainDate } from '../../platform/calendar/plain-date.ts';
import { anAction } from './action.fixture.ts';
import type { Action } from './action.ts';
import { type Doer, rulingOn, type Step, type StepRefusal, stepsFor } from './steps.ts';

const today = plainDate('2026-11-23');
const somebody = (role: Role, person: string, agency?: string): Doer => ({
  person,
  agency,
  today,
  permissions: permissions.of([role]),
});
const owner = somebody('agency-representative', 'olive', 'health');
const colleague = somebody('agency-representative', 'carl', 'health');
const police = somebody('safeguarding-partner-delegate', 'petra', 'police');
const office = somebody('business-manager', 'bea', 'office');
const assistant = somebody('named-assistant', 'nina', 'police');
const standing = (different: Partial<Action> = {}, evidence = 1) => ({ ...anAction(different), evidence });
const claimed = { state: 'claimed-done', claimedBy: 'olive' } as const;

describe('refused:', () => {
  test.each<[string, Step, Partial<Action>, Doer, StepRefusal]>([
    ['a colleague does not answer for the owner', 'report-progress', {}, colleague, 'not-permitted'],
    ['nobody answers for an action that is withdrawn', 'report-progress', { state: 'withdrawn' }, owner, 'not-open'],
    ['what is verified is not said to be done again', 'claim-done', { state: 'verified' }, owner, 'not-open'],
    ['what nobody claims is not verified', 'verify', {}, police, 'not-claimed'],
    ['the owner does not verify their own action', 'verify', claimed, owner, 'own-claim'],
    ['who entered the claim does not verify it', 'verify', { ...claimed, claimedBy: 'bea' }, office, 'own-claim'],
    ['a named assistant never verifies', 'verify', claimed, assistant, 'not-permitted'],
    [
      'nobody of the lead agency verifies a high priority',
      'verify',
      { ...claimed, priority: 'high' },
      colleague,
      'own-agency',
    ],
    ['nor what came from a review', 'verify', { ...claimed, sourceKind: 'review' }, colleague, 'own-agency'],
    ['nor what came from an inspection', 'verify', { ...claimed, sourceKind: 'inspection' }, colleague, 'own-agency'],
    [
      'the office does not verify for another agency',
      'verify',
      { ...claimed, priority: 'high' },
      office,
      'needs-other-agency',
    ],
    ['a delegate does not change what others promised', 'change', {}, police, 'not-permitted'],
    ['time that nobody asked for is not settled', 'settle-time', {}, office, 'not-asked'],
    ['what is open is not opened again', 'reopen', {}, office, 'still-open'],
    [
      'what changed is not asked before its day',
      'answer-impact',
      { state: 'verified', impactDueOn: plainDate('2026-11-24') },
      owner,
      'too-early',
    ],
    ['nor of what is not verified', 'answer-impact', claimed, owner, 'not-verified'],
  ])('%s', (_, step, different, doer, because) => {
    expect(rulingOn(step, standing(different), doer)).toEqual({ allowed: false, because });
  });

  test('nobody says that it is done before something shows it', () => {
    expect(rulingOn('claim-done', standing({}, 0), owner)).toEqual({ allowed: false, because: 'no-evidence' });
  });
});

test('the office does for the owner what the owner could do, and it is said to be for them', () => {
  for (const step of ['report-progress', 'say-blocked', 'ask-for-time', 'claim-done'] as const)
    expect([step, rulingOn(step, standing(), office), rulingOn(step, standing(), owner)]).toEqual([
      step,
      { allowed: true, onBehalf: true },
      { allowed: true, onBehalf: false },
    ]);
});

test('somebody of another agency verifies what matters most, and a group’s chair the rest', () => {
  expect(rulingOn('verify', standing({ ...claimed, priority: 'high' }), police).allowed).toBe(true);
  expect(rulingOn('verify', standing(claimed), somebody('sub-group-chair', 'sue', 'council')).allowed).toBe(true);
  expect(rulingOn('verify', standing(claimed), office).allowed).toBe(true);
});

test('the steps that are offered are those that are allowed', () => {
  expect(stepsFor(standing(), owner)).toEqual([
    'report-progress',
    'say-blocked',
    'not-mine',
    'ask-for-time',
    'add-evidence',
    'claim-done',
  ]);
  expect(stepsFor(standing({ ...claimed, priority: 'high' }), police)).toEqual(['verify', 'send-back']);
  expect(stepsFor(standing({ state: 'withdrawn' }), police)).toEqual([]);
});

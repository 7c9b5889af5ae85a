import { describe, expect, test } from 'vitest';
import { addDays } from '../../platform/calendar/days.ts';
import { plainDate } from '../../platform/calendar/plain-date.ts';
import { historyOf } from './history-figure.ts';
import { daysAhead, needOf } from './keep-needs.ts';
import { type Risk, type RiskEntry, standingOf } from './risk.ts';
import { bandOf, type Scale, trendOf } from './score.ts';
import { rulingOn, type Step, stepNames, stepsFor } from './steps.ts';
import { takeStep } from './take-step.ts';

const today = plainDate('2026-11-23');
const aRisk = (said: Partial<Risk> = {}): Risk => ({
  id: '01900000-0000-7000-8000-000000000003',
  number: 3,
  title: 'Too few social workers',
  cause: 'Posts are vacant',
  event: 'Visits are late',
  effect: 'Children wait',
  category: 'workforce',
  inherent: { likelihood: 5, impact: 5 },
  current: { likelihood: 3, impact: 4 },
  target: { likelihood: 2, impact: 4 },
  owner: 'owner',
  leadAgency: 'council',
  acceptedWhy: '',
  reviewOn: plainDate('2027-01-10'),
  reviewedOn: undefined,
  raisedOn: plainDate('2026-10-10'),
  closedOn: undefined,
  oldReference: '',
  ...said,
});
const as = (person: string, ...permissions: string[]) => ({ person, permissions: new Set(permissions) });
const office = as('office', 'risks.manage', 'risks.enter', 'actions.raise');
const chair = as('chair', 'risks.manage', 'risks.review', 'actions.raise');
const owner = as('owner');
const other = as('other');

describe('scores', () => {
  const bandsOn = (scale: Scale, ...products: [number, number][]) =>
    products.map(([likelihood, impact]) => bandOf({ likelihood, impact }, scale));
  test('fall into four bands, by the thresholds of their scale', () => {
    expect(bandsOn(5, [1, 3], [2, 2], [2, 3], [2, 4], [3, 4], [3, 5], [5, 5])).toEqual([
      'low',
      'medium',
      'medium',
      'high',
      'high',
      'very-high',
      'very-high',
    ]);
    expect(bandsOn(4, [1, 2], [1, 3], [2, 2], [2, 3], [3, 3], [3, 4], [4, 4])).toEqual([
      'low',
      'medium',
      'medium',
      'high',
      'high',
      'very-high',
      'very-high',
    ]);
  });
  test('go up and down by their product alone', () => {
    expect(trendOf({ likelihood: 2, impact: 4 }, { likelihood: 4, impact: 2 })).toBe('The same');
    expect(trendOf({ likelihood: 2, impact: 4 }, { likelihood: 3, impact: 3 })).toBe('Up');
    expect(trendOf({ likelihood: 2, impact: 4 }, { likelihood: 1, impact: 5 })).toBe('Down');
    expect(trendOf(undefined, { likelihood: 1, impact: 5 })).toBe('First score');
  });
});

describe('steps', () => {
  test('of an open risk are the keeper’s, and reviewing and describing it the owner’s too', () => {
    expect(stepsFor(aRisk(), chair)).toEqual(['review', 'change', 'add-control', 'raise-action', 'accept', 'close']);
    expect(stepsFor(aRisk(), owner)).toEqual(['review', 'change', 'add-control']);
    expect(stepsFor(aRisk(), other)).toEqual([]);
  });
  test('the office reviews for somebody whom it names, unless it owns the risk', () => {
    expect(rulingOn('review', aRisk(), office)).toEqual({ allowed: true, onBehalf: true });
    expect(rulingOn('review', aRisk({ owner: 'office' }), office)).toEqual({ allowed: true, onBehalf: false });
    expect(rulingOn('review', aRisk(), chair)).toEqual({ allowed: true, onBehalf: false });
  });
  test('of a closed risk there is one', () => {
    expect(stepsFor(aRisk({ closedOn: today }), chair)).toEqual(['reopen']);
    const because = (step: Step, risk: Risk) => {
      const ruling = rulingOn(step, risk, chair);
      return ruling.allowed ? 'allowed' : ruling.because;
    };
    expect(stepNames.map((step) => because(step, aRisk({ closedOn: today }))).slice(0, -1)).toEqual(
      Array.from({ length: 7 }, () => 'closed'),
    );
    expect(because('reopen', aRisk())).toBe('not-closed');
    expect(because('accept', aRisk({ acceptedWhy: 'The law' }))).toBe('accepted');
    expect(because('seek-reduction', aRisk())).toBe('not-accepted');
  });
  test('a review is the score of its day, and moves the next', () => {
    const said = {
      step: 'review',
      likelihood: 2,
      impact: 4,
      reviewOn: plainDate('2027-02-23'),
      words: 'Better',
    } as const;
    expect(takeStep(said, { today, scale: 5 })).toEqual({
      entry: { kind: 'reviewed', score: { likelihood: 2, impact: 4, scale: 5 }, words: 'Better', onBehalf: undefined },
      changes: { current: { likelihood: 2, impact: 4 }, reviewedOn: today, reviewOn: '2027-02-23' },
    });
  });
});

test('a risk stands as overdue from the day after its review was due, accepted or not, until it is closed', () => {
  const due = { reviewOn: today };
  expect([
    standingOf(aRisk(due), today),
    standingOf(aRisk(due), addDays(today, 1)),
    standingOf(aRisk({ ...due, acceptedWhy: 'The law' }), today),
    standingOf(aRisk({ ...due, acceptedWhy: 'The law' }), addDays(today, 1)),
    standingOf(aRisk({ ...due, closedOn: today }), addDays(today, 1)),
  ]).toEqual(['open', 'overdue', 'accepted', 'overdue', 'closed']);
});

test('a review is asked for from two weeks before it is due', () => {
  const at = (days: number) => needOf(aRisk({ reviewOn: addDays(today, days) }), today)?.dueOn;
  expect([at(daysAhead + 1), at(daysAhead), at(-30)]).toEqual([
    undefined,
    addDays(today, daysAhead),
    addDays(today, -30),
  ]);
  expect(needOf(aRisk({ reviewOn: today, closedOn: today }), today)).toBeUndefined();
});

test('the history tells each score on the scale of its day, and compares none across scales', () => {
  const entry = (said: Partial<RiskEntry>): RiskEntry => ({
    id: 'e',
    kind: 'reviewed',
    score: undefined,
    saidOn: today,
    words: 'So it is',
    enteredBy: 'office',
    onBehalf: undefined,
    corrects: undefined,
    ...said,
  });
  const { table, chart } = historyOf(
    aRisk(),
    [
      entry({ kind: 'raised', score: { likelihood: 4, impact: 4, scale: 4 } }),
      entry({ kind: 'changed' }),
      entry({ score: { likelihood: 4, impact: 4, scale: 5 }, onBehalf: { of: 'owner', toldBy: 'call' } }),
      entry({ score: { likelihood: 3, impact: 4, scale: 5 } }),
    ],
    new Map([
      ['office', 'Ola'],
      ['owner', 'Uma'],
    ]),
  );
  expect(table.rows.map((row) => row.slice(3, 7))).toEqual([
    [16, 'Very high', 'First score', 'Ola'],
    [16, 'Very high', 'First score', 'Uma, entered by Ola'],
    [12, 'High', 'Down', 'Ola'],
  ]);
  expect(chart?.alternative).toContain('12 of 25, high: likelihood 3, impact 4');
});

import { describe, expect, test } from 'vitest';
import { plainDate } from '../../platform/calendar/plain-date.ts';
import { settledAlready, withLocalSettings } from './local-settings.ts';
import { months, workingDays } from './make-clock.ts';
import { type ClockName, clockNames, type Regime, regimeIds } from './regime.ts';
import { inForceOn, isRegime, partnersOn, regimeOn, regimes, switchedOn } from './regimes.ts';

const all = regimeIds.map((id) => regimes[id]);
const newest = regimes['england-2017-act-2026'];
const board = regimes['england-2004-act'];
const clocksOf = ({ clocks }: Regime) =>
  clockNames.flatMap((name) => {
    const clock = clocks[name];
    return clock ? [{ name, ...clock }] : [];
  });
const settledIn = (regime: Regime) => ({
  lengths: clocksOf(regime).flatMap(({ name, length }) => (length.verified ? [name] : [])),
  starts: clocksOf(regime).flatMap(({ name, starts }) => (starts.verified ? [name] : [])),
});

test('every regime stands under its own id, in the order in which they began', () => {
  expect(all.map(({ id }) => id)).toEqual([...regimeIds]);
  const begun = all.map(({ inForce }) => inForce.from.value);
  expect(begun.toSorted()).toEqual(begun);
  expect(isRegime('england-2004-act')).toBe(true);
  expect(isRegime('toString')).toBe(false);
});

test.each([
  ['2006-03-31', undefined],
  ['2006-04-01', 'england-2004-act'],
  ['2018-06-28', 'england-2004-act'],
  ['2018-06-29', 'england-2017-act-2018'],
  ['2023-12-14', 'england-2017-act-2018'],
  ['2023-12-15', 'england-2017-act-2023'],
  ['2026-11-23', 'england-2017-act-2026'],
])('the newest law of England on %s is %s', (day, id) => {
  expect(regimeOn('england', plainDate(day))?.id).toBe(id);
});

test('while boards gave way to partnerships, both laws were in force', () => {
  const both = (day: string) => inForceOn('england', plainDate(day)).map(({ id }) => id);
  expect(both('2019-09-29')).toEqual(['england-2004-act', 'england-2017-act-2018']);
  expect(both('2019-09-30')).toEqual(['england-2017-act-2018']);
});

test('Wales and Northern Ireland have no law here yet, and are never given that of England', () => {
  expect(regimeOn('wales', plainDate('2026-11-23'))).toBeUndefined();
  expect(inForceOn('northern-ireland', plainDate('2026-11-23'))).toEqual([]);
});

describe('the clocks', () => {
  test('have each a regime that knows them', () => {
    const known = new Set(all.flatMap((regime) => clocksOf(regime).map(({ name }) => name)));
    expect(clockNames.filter((name) => !known.has(name))).toEqual([]);
  });

  test.each<[ClockName, string, string]>([
    ['incident-notification', '5 working-days', 'incident-known'],
    ['partner-notification', '5 working-days', 'incident-known'],
    ['rapid-review', '15 working-days', 'incident-notified'],
    ['practice-review-completion', '6 months', 'review-decided'],
    ['publication-notice', '7 working-days', 'report-sent'],
  ])('%s is %s since 2018, from the day of %s', (name, length, anchor) => {
    for (const id of ['england-2017-act-2018', 'england-2017-act-2023', 'england-2017-act-2026'] as const) {
      const clock = regimes[id].clocks[name];
      expect([id, `${clock?.length.value.count} ${clock?.length.value.unit}`]).toEqual([id, length]);
      expect(clock?.starts.value).toBe(anchor);
    }
  });

  test('rapid reviews are unknown to boards, and serious case reviews to partnerships', () => {
    expect(board.clocks['rapid-review']).toBeUndefined();
    expect(newest.clocks['serious-case-review-completion']).toBeUndefined();
    expect(board.vocabulary.practiceReview?.short).toBe('SCR');
    expect(newest.vocabulary.practiceReview?.short).toBe('LCSPR');
    expect(board.vocabulary.rapidReview).toBeUndefined();
  });
});

describe('what is settled, and nothing else,', () => {
  test.each<[string, { lengths: ClockName[]; starts: ClockName[] }]>([
    ['england-2004-act', { lengths: ['incident-notification'], starts: [] }],
    [
      'england-2017-act-2018',
      {
        lengths: [
          'incident-notification',
          'partner-notification',
          'rapid-review',
          'practice-review-completion',
          'yearly-report',
          'arrangements-publication',
          'arrangements-operation',
        ],
        starts: [
          'incident-notification',
          'partner-notification',
          'yearly-report',
          'arrangements-publication',
          'arrangements-operation',
          'joint-inspection-fieldwork',
        ],
      },
    ],
    [
      'england-2017-act-2023',
      {
        lengths: [
          'incident-notification',
          'partner-notification',
          'rapid-review',
          'practice-review-completion',
          'yearly-report',
          'guidance-adoption',
          'joint-inspection-fieldwork',
        ],
        starts: ['incident-notification', 'partner-notification', 'yearly-report', 'joint-inspection-fieldwork'],
      },
    ],
    [
      'england-2017-act-2026',
      {
        lengths: ['yearly-report', 'joint-inspection-fieldwork'],
        starts: ['yearly-report', 'joint-inspection-fieldwork'],
      },
    ],
  ])('of the clocks of %s', (id, settled) => {
    expect(isRegime(id) && settledIn(regimes[id])).toEqual(settled);
  });

  test('was read somewhere that can be found again', () => {
    const said = all.flatMap((regime) => [
      ...clocksOf(regime).flatMap(({ length, starts }) => [length, starts]),
      regime.inForce.from,
      regime.yearlyReport.must,
      ...regime.partners,
      ...regime.yearlyReport.parts,
    ]);
    expect(said.filter(({ verified, source }) => verified && !source.url?.startsWith('http'))).toEqual([]);
    expect(said.filter(({ source }) => source.law === '')).toEqual([]);
  });

  test('takes nothing from the text of 2026, which nobody has read', () => {
    const of2026 = [
      ...clocksOf(newest).flatMap(({ length, starts }) => [length, starts]),
      newest.inForce.from,
      ...newest.yearlyReport.parts,
      ...newest.partners,
    ].filter(({ source }) => /Safeguard Children 20\d\d/.test(source.law));
    expect(of2026.length).toBeGreaterThan(20);
    expect(of2026.filter(({ verified }) => verified)).toEqual([]);
    expect(of2026.filter(({ source }) => !source.law.includes('Safeguard Children 2026'))).toEqual([]);
  });
});

describe('the sections of the Act of 2026', () => {
  const aDay = plainDate('2027-09-01');
  const dated = withLocalSettings(newest, { switches: { 'act-2026-section-2': aDay } });
  const partyTo = (regime: Regime, day: string) =>
    partnersOn(regime, plainDate(day)).filter(({ standing }) => standing === 'party-to-the-arrangements');

  test('are off on every day while no day is appointed', () => {
    expect(newest.switches.map(({ id }) => id)).toEqual([
      'act-2026-section-2',
      'act-2026-section-3',
      'act-2026-section-4',
    ]);
    expect(switchedOn(newest, plainDate('2199-12-31'))).toEqual([]);
    expect(partyTo(newest, '2199-12-31')).toEqual([]);
  });

  test('are on from their day once they are dated, and bring their partners with them', () => {
    expect(switchedOn(dated, plainDate('2027-08-31'))).toEqual([]);
    expect(switchedOn(dated, aDay).map(({ id }) => id)).toEqual(['act-2026-section-2']);
    expect(partyTo(dated, '2027-08-31')).toEqual([]);
    expect(partyTo(dated, '2027-09-01').map(({ kind }) => kind)).toEqual(['education']);
  });

  test('are not dated otherwise where the program knows the day', () => {
    const later = withLocalSettings(dated, { switches: { 'act-2026-section-2': plainDate('2030-01-01') } });
    expect(switchedOn(later, aDay).length).toBe(1);
  });
});

test('the partners are those of their law', () => {
  const safeguarding = (regime: Regime) =>
    regime.partners.filter(({ standing }) => standing === 'safeguarding-partner').map(({ kind }) => kind);
  expect(safeguarding(newest)).toEqual(['local-authority', 'integrated-care-board', 'police']);
  expect(safeguarding(regimes['england-2017-act-2018'])).toContain('clinical-commissioning-group');
  expect(board.partners.length).toBe(12);
  expect(new Set(board.partners.map(({ standing }) => standing))).toEqual(new Set(['board-partner']));
  const childDeath = newest.partners.filter(({ standing }) => standing === 'child-death-review-partner');
  expect(childDeath.map(({ kind }) => kind)).toEqual(['local-authority', 'integrated-care-board']);
});

test('the yearly report has the parts of its edition, each once', () => {
  const keys = all.map(({ yearlyReport }) => yearlyReport.parts.map(({ key }) => key));
  expect(keys.map((parts) => parts.length)).toEqual([1, 4, 12, 12]);
  for (const parts of keys) expect(new Set(parts).size).toBe(parts.length);
  expect(regimes['england-2017-act-2018'].yearlyReport.parts.every(({ verified }) => verified)).toBe(true);
});

describe('a partnership’s own settings', () => {
  const own = { clocks: { 'rapid-review': { length: workingDays(10), starts: 'incident-known' as const } } };

  test('stand where the regime leaves a setting, and stay unverified', () => {
    const rapid = withLocalSettings(newest, own).clocks['rapid-review'];
    expect(rapid?.length).toMatchObject({ verified: false, value: { count: 10 } });
    expect(rapid?.starts).toMatchObject({ verified: false, value: 'incident-known' });
    expect(newest.clocks['rapid-review']?.length.value.count).toBe(15);
  });

  test('change nothing that is settled, and are named', () => {
    const edition = regimes['england-2017-act-2023'];
    expect(withLocalSettings(edition, own).clocks['rapid-review']?.length.value.count).toBe(15);
    expect(settledAlready(edition, own)).toEqual(['length of rapid-review']);
    expect(settledAlready(newest, own)).toEqual([]);
    expect(settledAlready(board, { clocks: { 'rapid-review': { length: months(1) } } })).toEqual([
      'length of rapid-review',
    ]);
  });
});

import { expect, test } from 'vitest';
import { plainDate } from '../../platform/calendar/plain-date.ts';
import { aHeldMessage, anAction, aPerson, theFacts } from './chivvying.fixture.ts';
import type { ActionFacts, PersonFacts } from './facts.ts';
import { planDay } from './plan-day.ts';
import { defaultRules } from './rules.ts';

/** What is said on `day` of one action. */
const said = (day: string, action: Partial<ActionFacts> = {}, ...people: PersonFacts[]) =>
  planDay(theFacts({ actions: [anAction(action)] }, ...people), plainDate(day));
const on = (day: string) => plainDate(day);
const away = (id: string, cover?: string) =>
  aPerson({ id, absences: [{ fromOn: on('2026-05-01'), untilOn: on('2026-12-31'), cover }] });

test('before it is due its owner is offered help', () => {
  expect(said('2026-05-18').lines).toEqual([
    { action: 'action', person: 'ada', owner: 'ada', tone: 'help', dueOn: '2026-06-01' },
  ]);
});

test.each([
  ['before the first day that the rules name', '2026-05-15', {}],
  ['when they were told on or after the last day that the rules name', '2026-06-12', { toldOn: on('2026-06-09') }],
  ['while an answer leaves them in peace', '2026-06-09', { answeredOn: on('2026-06-01') }],
  ['while more time is asked for', '2026-06-30', { askedUntil: on('2026-07-31') }],
  ['at a weekend', '2026-06-06', {}],
])('nobody is told %s', (_, day, action) => {
  expect(said(day, action).lines).toEqual([]);
});

test('what fell on a quiet day is said on the first day after it, once', () => {
  const due = { dueOn: on('2026-05-30') }; // so that the days of the rules fall on Sundays
  expect(said('2026-06-08', { ...due, toldOn: on('2026-06-01') }).lines).toHaveLength(1);
  expect(said('2026-06-09', { ...due, toldOn: on('2026-06-08') }).lines).toHaveLength(0);
  expect(said('2026-06-15', { ...due, toldOn: on('2026-06-08') }).lines).toHaveLength(1);
});

test('reminding turns firm, and offers help again where something is in the way', () => {
  expect(said('2026-06-02').lines[0]?.tone).toBe('remind');
  expect(said('2026-06-16').lines[0]?.tone).toBe('firm');
  expect(said('2026-06-16', { blocked: true }).lines[0]?.tone).toBe('help');
});

test('whoever covers for an absent owner is told in their place', () => {
  expect(said('2026-06-02', {}, away('ada', 'ben')).lines).toMatchObject([{ person: 'ben', owner: 'ada' }]);
});

test.each([
  ['is away with nobody to cover', away('ada'), 'member', 'away'],
  ['is away and so is who covers', away('ada', 'ben'), 'member', 'away'],
  ['has left', aPerson({ id: 'ada', leftOn: on('2026-05-31') }), 'member', 'gone'],
  ['cannot be written to', aPerson({ id: 'ada', account: undefined }), 'owner', 'no-way'],
  ['is a chief officer', aPerson({ id: 'ada', chiefOfficer: true }), 'owner', 'chief-officer'],
])('where the owner %s nothing is sent, and a message waits', (_, ada, level, why) => {
  const { lines, held } = said('2026-06-02', {}, ada, away('ben'));
  expect(lines).toEqual([]);
  expect(held).toMatchObject([{ level, why, to: level === 'owner' ? 'ada' : 'member' }]);
});

test('an action that nobody owns is put to the agency’s member, or else to the chair, or else to the office', () => {
  const unowned = { owner: undefined };
  expect(said('2026-06-02', unowned).held).toMatchObject([{ level: 'member', to: 'member', why: 'nobody' }]);
  const facts = theFacts({ actions: [anAction(unowned)], above: new Map() });
  expect(planDay(facts, on('2026-06-02')).held).toMatchObject([{ level: 'chair', to: 'chair' }]);
  expect(planDay({ ...facts, chair: undefined }, on('2026-06-02')).held).toMatchObject([
    { level: 'office', to: undefined },
  ]);
});

test('somebody who is away before the day is not given away: they may be back in time', () => {
  expect(said('2026-05-18', {}, away('ada'))).toEqual({ lines: [], held: [], moot: [] });
});

test('people who never sign in are written to where the partnership says so', () => {
  const ada = aPerson({ id: 'ada', account: undefined, address: 'ada@agency.example' });
  expect(said('2026-06-02', {}, ada).lines).toEqual([]);
  const facts = theFacts({ rules: { ...defaultRules, mailWithoutAccount: true } }, ada);
  expect(planDay(facts, on('2026-06-02')).lines).toMatchObject([{ person: 'ada' }]);
});

test('above the owner go the agency’s member, then the chair, then the chief officer: one after the other, and onto the list alone', () => {
  const told = { toldOn: on('2026-06-09') };
  const settled = (level: 'member' | 'chair') => aHeldMessage({ id: level, level, waiting: false });
  expect(said('2026-06-12', told).held).toEqual([]);
  expect(said('2026-06-15', told).held).toMatchObject([{ level: 'member', to: 'member', why: 'overdue' }]);
  expect(said('2026-06-29', { ...told, held: [aHeldMessage()] }).held).toEqual([]);
  expect(said('2026-06-29', { ...told, held: [settled('member')] }).held).toMatchObject([{ level: 'chair' }]);
  expect(said('2026-07-13', { ...told, held: [settled('member'), settled('chair')] }).held).toMatchObject([
    { level: 'chief-officer', to: 'chief' },
  ]);
});

test('nothing goes above an owner who was not told, who has just answered, or who stands there themselves', () => {
  expect(said('2026-06-15', { toldOn: on('2026-05-29') }).held).toEqual([]);
  expect(said('2026-06-15', { toldOn: on('2026-06-09'), answeredOn: on('2026-06-10') }).held).toEqual([]);
  expect(said('2026-06-15', { owner: 'member', toldOn: on('2026-06-09') }).held).toEqual([]);
  expect(said('2026-06-29', { owner: 'member', toldOn: on('2026-06-16') }).held).toMatchObject([{ level: 'chair' }]);
});

test('a level that the partnership leaves out is passed over', () => {
  const rules = { ...defaultRules, memberAfter: undefined };
  const facts = theFacts({ rules, actions: [anAction({ toldOn: on('2026-06-16') })] });
  expect(planDay(facts, on('2026-06-26')).held).toEqual([]);
  expect(planDay(facts, on('2026-06-29')).held).toMatchObject([{ level: 'chair' }]);
});

test('when nobody answers who asked for more time, the office hears of it', () => {
  const asked = { askedUntil: on('2026-08-31'), answeredOn: on('2026-06-02'), toldOn: on('2026-06-02') };
  expect(said('2026-06-12', asked).held).toEqual([]);
  expect(said('2026-06-15', asked).held).toMatchObject([{ level: 'office', why: 'time-asked' }]);
});

test('a message is moot once somebody can be told again', () => {
  const held = [aHeldMessage({ why: 'away' })];
  const plan = said('2026-06-16', { held });
  expect(plan.moot).toEqual(['held']);
  expect(plan.lines).toHaveLength(1);
  expect(said('2026-06-16', { held }, away('ada')).moot).toEqual([]);
  expect(said('2026-06-16', { held: [aHeldMessage()] }).moot).toEqual([]);
});

test('a partnership that has switched reminding off says nothing', () => {
  const facts = theFacts({ rules: { ...defaultRules, inUse: false }, moot: ['held'] });
  expect(planDay(facts, on('2026-06-16'))).toEqual({ lines: [], held: [], moot: ['held'] });
});

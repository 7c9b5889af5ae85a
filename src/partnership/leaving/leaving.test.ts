import { expect, test } from 'vitest';
import { plainDate } from '../../platform/calendar/plain-date.ts';
import { endingAll, goesTo, type Plan, type Present, rulingOnHandingOver, rulingOnLeaving, turnOf } from './leaving.ts';

const today = plainDate('2026-11-23');
const manager = { kind: 'role', id: 'r', title: 'Business manager', role: 'business-manager' } as const;
const seat = { kind: 'seat', id: 's', title: 'Member, Board' } as const;
const ann = { id: 'ann', leftOn: undefined };
const present: Present = {
  by: 'ben',
  managers: ['ann', 'ben'],
  others: new Map([
    ['ben', { signsIn: true }],
    ['cat', { signsIn: false }],
  ]),
};

test.each([
  ['their own access', { ...ann, id: 'ben' }, present, 'own-access'],
  ['somebody who has left already', { ...ann, leftOn: today }, present, 'left-already'],
  ['the last business manager without a successor', ann, { ...present, managers: ['ann'] }, 'last-business-manager'],
])('nobody ends %s', (_, leaver, there, because) => {
  expect(rulingOnLeaving(leaver, [manager], endingAll(today), there)).toEqual({ allowed: false, because });
});

test('the last business manager leaves when the role goes to somebody', () => {
  const plan: Plan = { ...endingAll(today), choices: new Map([['role-r', 'dan']]) };
  expect(rulingOnLeaving(ann, [manager], plan, { ...present, managers: ['ann'] })).toEqual({ allowed: true });
});

test.each([
  ['to themselves', seat, 'ann', 'to-themselves'],
  ['to somebody who has left', seat, 'dora', 'has-left'],
  ['of a role to whoever hands it over', manager, 'ben', 'own-role'],
  ['of the business manager’s role to somebody who cannot sign in', manager, 'cat', 'cannot-sign-in'],
  ['of an assistant to that assistant', { kind: 'assistant', other: 'ben' } as const, 'ben', 'own-assistant'],
])('nothing is handed over %s', (_, thing, to, because) => {
  expect(rulingOnHandingOver(ann, thing, to, present)).toEqual({ allowed: false, because });
});

test('the rest goes where the rest goes, but a role only where somebody said so', () => {
  const plan: Plan = { lastOn: today, restTo: 'ben', choices: new Map([['priority-p', undefined]]) };
  expect(goesTo(plan, seat)).toBe('ben');
  expect(goesTo(plan, manager)).toBeUndefined();
  expect(goesTo(plan, { kind: 'priority', id: 'p' })).toBeUndefined();
});

test('a role that ends today was good until yesterday, and a seat is held through its last day', () => {
  expect(turnOf({ lastOn: today }, today)).toEqual({
    seatsEndOn: '2026-11-23',
    seatsBeginOn: '2026-11-24',
    rolesEndOn: '2026-11-22',
    rolesBeginOn: '2026-11-23',
  });
  expect(turnOf({ lastOn: plainDate('2026-11-01') }, today)).toMatchObject({
    seatsEndOn: '2026-11-01',
    seatsBeginOn: '2026-11-23',
    rolesEndOn: '2026-11-01',
  });
});

import { describe, expect, test } from 'vitest';
import { plainDate } from '../../platform/calendar/plain-date.ts';
import { isOver, lastDayOf, rulingOnEndingRole, rulingOnGiving, rulingOnInvitation } from './access.ts';
import { aPerson, aRole } from './person.fixture.ts';

const today = plainDate('2026-11-23');
const yesterday = plainDate('2026-11-22');
const tomorrow = plainDate('2026-11-24');
const present = { by: 'manager', today };
const proposed = { role: 'observer', fromOn: today, untilOn: undefined, agency: undefined, group: undefined } as const;

describe('nobody gives a role', () => {
  test.each([
    ['to themselves', { id: 'manager' }, {}, 'own-role'],
    ['to somebody who has left', { leftOn: yesterday }, {}, 'left'],
    ['for an agency and a group at once', {}, { agency: 'school', group: 'board' }, 'agency-and-group'],
    ['that ends before it begins', {}, { fromOn: tomorrow, untilOn: today }, 'ends-before-it-begins'],
    ['that is over', {}, { fromOn: plainDate('2026-01-01'), untilOn: yesterday }, 'is-over'],
    ['that is held on some of its days', {}, { role: 'business-manager' }, 'held-already'],
  ] as const)('%s', (_, person, role, because) => {
    expect(rulingOnGiving({ ...proposed, ...role }, aPerson(person), [aRole()], present)).toEqual({
      allowed: false,
      because,
    });
  });
});

test.each([
  ['another role', {}, [aRole()]],
  ['the same role for another agency', { role: 'business-manager', agency: 'school' }, [aRole()]],
  ['the same role again once it has ended', { role: 'business-manager' }, [aRole({ untilOn: yesterday })]],
  ['a role to somebody whose last day is today', {}, []],
] as const)('a business manager may give %s', (_, role, held) => {
  expect(rulingOnGiving({ ...proposed, ...role }, aPerson({ leftOn: today }), held, present)).toEqual({
    allowed: true,
  });
});

describe('nobody ends', () => {
  const mine = aRole({ person: 'manager' });
  test.each([
    ['their own last role as business manager', mine, today, [mine], ['other'], 'own-last-business-manager'],
    [
      'their own last one even for later',
      mine,
      plainDate('2027-01-01'),
      [mine, aRole({ id: 'other', role: 'observer' })],
      ['other'],
      'own-last-business-manager',
    ],
    ['the last role of a business manager who can sign in', aRole(), today, [aRole()], [], 'last-business-manager'],
    ['a role that is over', aRole({ untilOn: yesterday }), today, [], ['other'], 'over-already'],
    [
      'a role before it begins',
      aRole({ fromOn: plainDate('2027-01-01') }),
      tomorrow,
      [],
      ['other'],
      'before-it-begins',
    ],
  ])('%s', (_, held, untilOn, all, otherManagers, because) => {
    expect(rulingOnEndingRole(held, untilOn, all, { ...present, otherManagers })).toEqual({ allowed: false, because });
  });
});

test('a business manager may end one of two such roles of their own, any other role of theirs, and another’s', () => {
  const [mine, second] = [aRole({ person: 'manager' }), aRole({ id: 'second', person: 'manager', agency: 'office' })];
  const lay = aRole({ person: 'manager', role: 'lay-member' });
  const ruling = (held: typeof mine, all: (typeof mine)[], otherManagers: string[]) =>
    rulingOnEndingRole(held, yesterday, all, { ...present, otherManagers }).allowed;
  expect(ruling(mine, [mine, second], [])).toBe(true);
  expect(ruling(lay, [mine, lay], [])).toBe(true);
  expect(ruling(aRole(), [aRole()], ['manager'])).toBe(true);
});

test.each([
  ['today, at once', '2026-11-23', '2024-01-01', '2026-11-22'],
  ['earlier, at once and not before', '2020-01-01', '2024-01-01', '2026-11-22'],
  ['later, on that day', '2026-12-31', '2024-01-01', '2026-12-31'],
  ['on the day it was given, so that no day is left', '2026-11-23', '2026-11-23', '2026-11-22'],
  ['before it has begun, so that no day is left', '2026-11-23', '2027-02-01', '2027-01-31'],
])('a role ends %s', (_, day, fromOn, last) => {
  const held = { fromOn: plainDate(fromOn) };
  expect(lastDayOf(held, plainDate(day), today)).toBe(last);
  expect(isOver({ ...held, untilOn: plainDate(last) }, today)).toBe(last <= '2026-11-22' || last < fromOn);
});

describe('nobody is invited', () => {
  test.each([
    ['who has left', { leftOn: yesterday }, [aRole()], undefined, 'left'],
    ['whose address is not known', { workEmail: undefined }, [aRole()], undefined, 'no-address'],
    ['who holds no role', {}, [aRole({ untilOn: yesterday })], undefined, 'no-role'],
    ['with the address of somebody else', {}, [aRole()], 'another', 'somebody-else'],
    ['again at an address they do not sign in with', { signsIn: true }, [aRole()], undefined, 'other-address'],
  ])('%s', (_, person, held, signsInWith, because) => {
    expect(rulingOnInvitation(aPerson(person), held, signsInWith, today)).toEqual({ allowed: false, because });
  });
});

test('somebody with a role to come may be invited, and again where they sign in with the same address', () => {
  const held = [aRole({ fromOn: tomorrow })];
  expect(rulingOnInvitation(aPerson(), held, undefined, today).allowed).toBe(true);
  expect(rulingOnInvitation(aPerson({ signsIn: true }), held, 'person', today).allowed).toBe(true);
});

import { describe, expect, test } from 'vitest';
import { plainDate } from '../../platform/calendar/plain-date.ts';
import type { GroupSeat } from '../groups/group-seat.store.ts';
import type { RoleHeld } from '../people/role-held.store.ts';
import { anAgency } from './agency.fixture.ts';
import { endOfRole, rolesOpenAfter, rulingOnAgency, rulingOnEnding, seatsOpenAfter } from './agency-rules.ts';

const trust = anAgency({ id: 'trust', name: 'Harbour Trust', kind: 'academy-trust' });
const school = anAgency({ id: 'school', name: 'Quay School', kind: 'secondary-school', parent: 'trust' });
const nursery = anAgency({ id: 'nursery', name: 'Quay Nursery', kind: 'early-years', parent: 'school' });
const all = [trust, school, nursery];
const proposed = { name: 'Tidewell School', parent: undefined, another: false };

describe('an agency may not stand', () => {
  test.each([
    ['below a body that is not in the partnership', { ...proposed, parent: 'elsewhere' }, 'no-such-body'],
    ['below itself', { ...proposed, id: 'trust', parent: 'trust' }, 'part-of-itself'],
    ['below a school that is its own', { ...proposed, id: 'trust', parent: 'nursery' }, 'part-of-itself'],
    ['under a name that another has, unless somebody says so', { ...proposed, name: ' quay  SCHOOL' }, 'same-name'],
  ])('%s', (_, agency, because) => {
    expect(rulingOnAgency(agency, all)).toEqual({ allowed: false, because });
  });
});

test('an agency may have the name of another one that somebody says is another, or of one that has ended', () => {
  expect(rulingOnAgency({ ...proposed, name: 'Quay School', another: true }, all)).toEqual({ allowed: true });
  const ended = anAgency({ name: 'Old School', endedOn: plainDate('2025-08-31') });
  expect(rulingOnAgency({ ...proposed, name: 'Old School' }, [ended])).toEqual({ allowed: true });
});

test('an agency may keep its own name', () => {
  expect(rulingOnAgency({ ...proposed, id: 'school', name: 'Quay School', parent: 'trust' }, all).allowed).toBe(true);
});

test('bodies that are each part of the other, as no form allows, do not hold the rule up', () => {
  const ring = [anAgency({ id: 'a', parent: 'b' }), anAgency({ id: 'b', parent: 'a' })];
  expect(rulingOnAgency({ ...proposed, id: 'c', parent: 'a' }, ring).allowed).toBe(true);
});

const day = plainDate('2026-11-23');
const aSeat = (seat: Partial<GroupSeat> = {}): GroupSeat => ({
  id: 'seat',
  group: 'board',
  agency: 'school',
  capacity: 'member',
  fromOn: plainDate('2024-01-01'),
  untilOn: undefined,
  holders: [],
  ...seat,
});
const aHolder = { id: 'holder', person: 'person', deputy: false, untilOn: undefined };

describe('an agency may not stop being part of the partnership', () => {
  const ended = { endedOn: plainDate('2026-01-01') };
  const late = plainDate('2026-12-01');
  test.each([
    ['twice', ended, [], true, 'ended-already'],
    ['while a seat of it goes on', {}, [aSeat()], false, 'goes-on'],
    ['before a seat of it begins', {}, [aSeat({ fromOn: late })], true, 'seat-begins-later'],
    [
      'before somebody begins to sit for it',
      {},
      [aSeat({ holders: [{ ...aHolder, fromOn: late }] })],
      true,
      'seat-begins-later',
    ],
  ])('%s', (_, agency, seats, withIt, because) => {
    const ending = { endedOn: day, withIt, mayEndRoles: true };
    expect(rulingOnEnding({ endedOn: undefined, ...agency }, { seats, roles: [] }, ending)).toEqual({
      allowed: false,
      because,
    });
  });
});

const aRole = (role: Partial<RoleHeld> = {}): RoleHeld => ({
  id: 'role',
  person: 'person',
  role: 'agency-representative',
  agency: 'school',
  group: undefined,
  fromOn: plainDate('2024-01-01'),
  untilOn: undefined,
  ...role,
});
const going = { endedOn: undefined };
const ending = { endedOn: day, withIt: true, mayEndRoles: true };

test.each([
  ['only by whoever may end them', aRole(), { ...ending, mayEndRoles: false }, 'roles-of-access'],
  ['only when it is said that they end too', aRole(), { ...ending, withIt: false }, 'goes-on'],
  ['not while a business manager is one for it', aRole({ role: 'business-manager' }), ending, 'manager-role'],
])('an agency for which roles are held is ended %s', (_, role, how, because) => {
  expect(rulingOnEnding(going, { seats: [], roles: [role] }, how)).toEqual({ allowed: false, because });
});

test('an agency may stop when its seats and roles end with it, or when it has none', () => {
  expect(rulingOnEnding(going, { seats: [aSeat()], roles: [aRole()] }, ending).allowed).toBe(true);
  const nothing = { ...ending, withIt: false, mayEndRoles: false };
  expect(rulingOnEnding(going, { seats: [], roles: [] }, nothing).allowed).toBe(true);
});

test('a role that would begin after the last day is held on no day', () => {
  const late = aRole({ fromOn: plainDate('2026-12-01') });
  expect([endOfRole(aRole(), day), endOfRole(late, day)]).toEqual([day, '2026-11-30']);
  const taken = aRole({ fromOn: plainDate('2026-12-01'), untilOn: plainDate('2026-11-30') });
  expect(rolesOpenAfter([taken, late], day)).toEqual([late]);
});

test('the seats that go on after a day are those of the agency without a last day, or with a later one', () => {
  const seats = [
    aSeat({ id: 'open' }),
    aSeat({ id: 'later', untilOn: plainDate('2026-11-24') }),
    aSeat({ id: 'that-day', untilOn: day }),
    aSeat({ id: 'another', agency: 'trust' }),
  ];
  expect(seatsOpenAfter(seats, 'school', day).map(({ id }) => id)).toEqual(['open', 'later']);
});

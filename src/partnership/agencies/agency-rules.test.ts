import { describe, expect, test } from 'vitest';
import { plainDate } from '../../platform/calendar/plain-date.ts';
import type { GroupSeat } from '../groups/group-seat.store.ts';
import { anAgency } from './agency.fixture.ts';
import { rulingOnAgency, rulingOnEnding, seatsOpenAfter } from './agency-rules.ts';

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
    ['while a seat of it goes on', {}, [aSeat()], false, 'seats-open'],
    ['before a seat of it begins', {}, [aSeat({ fromOn: late })], true, 'seat-begins-later'],
    [
      'before somebody begins to sit for it',
      {},
      [aSeat({ holders: [{ ...aHolder, fromOn: late }] })],
      true,
      'seat-begins-later',
    ],
  ])('%s', (_, agency, open, endSeats, because) => {
    expect(rulingOnEnding({ endedOn: undefined, ...agency }, open, { endedOn: day, endSeats })).toEqual({
      allowed: false,
      because,
    });
  });
});

test('an agency may stop when its seats end with it, or when it has none', () => {
  expect(rulingOnEnding({ endedOn: undefined }, [aSeat()], { endedOn: day, endSeats: true }).allowed).toBe(true);
  expect(rulingOnEnding({ endedOn: undefined }, [], { endedOn: day, endSeats: false }).allowed).toBe(true);
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

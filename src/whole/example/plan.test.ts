import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { agencyKindNames, agencyKinds } from '../../partnership/agencies/kinds.ts';
import { isOn, sitterOn } from '../../partnership/groups/seats.ts';
import { rulingOnUse } from '../../partnership/settings/duty-use.ts';
import { addDays } from '../../platform/calendar/days.ts';
import { plainDate } from '../../platform/calendar/plain-date.ts';
import { exampleLogo } from './logo.ts';
import { exampleAccounts, exampleEmail, examplePartnerships } from './people.ts';
import { planOf } from './plan.ts';
import type { Plan } from './planning.ts';

const today = plainDate('2026-11-23');
const plans = examplePartnerships.map((one) => planOf(one, today));
const [rivermouth, harrowdale] = plans as [Plan, Plan];

const agencyNamed = ({ agencies }: Plan, id: string | undefined) => agencies.find((one) => one.id === id);
const isThere = ({ endedOn }: { endedOn: unknown }) => endedOn === undefined;
const peopleIn = ({ people }: Plan) => people.filter(({ leftOn }) => leftOn === undefined);
const openSeats = ({ seats, groups }: Plan) =>
  seats.filter(
    (seat) => seat.untilOn === undefined && groups.find(({ id }) => id === seat.group)?.endedOn === undefined,
  );

test('the example is the same every time, and a day later everything is a day later', () => {
  expect(examplePartnerships.map((one) => planOf(one, today))).toEqual(plans);
  const [later] = examplePartnerships.map((one) => planOf(one, addDays(today, 1)));
  expect(later?.people.map(({ id, name }) => [id, name])).toEqual(rivermouth.people.map(({ id, name }) => [id, name]));
  expect(later?.seats.map(({ fromOn }) => fromOn)).toEqual(rivermouth.seats.map(({ fromOn }) => addDays(fromOn, 1)));
});

test('identifiers are in the order in which things were made, and nothing shares one', () => {
  for (const { agencies, people, groups, seats, roles } of plans) {
    const ids = [agencies, people, groups].flatMap((list) => list.map(({ id }) => id));
    expect(ids.toSorted()).toEqual(ids);
    const all = [...ids, ...seats.flatMap(({ id, holders }) => [id, ...holders]), ...roles.map(({ id }) => id)];
    expect(new Set(all).size).toBe(all.length);
  }
});

test('Rivermouth has two councils, forty agencies of every kind and a hundred and fifty people', () => {
  const here = rivermouth.agencies.filter(isThere);
  expect(here.filter(({ kind }) => kind === 'local-authority').length).toBe(2);
  expect(here.length).toBe(40);
  expect(agencyKindNames.filter((kind) => !here.some((one) => one.kind === kind))).toEqual([]);
  expect(peopleIn(rivermouth).length).toBe(150);
  expect([harrowdale.agencies.filter(isThere).length, peopleIn(harrowdale).length]).toEqual([12, 30]);
});

test('nobody in it is anywhere but at an address that cannot exist', () => {
  const addresses = [
    ...plans.flatMap(({ people }) => people.flatMap(({ workEmail }) => workEmail ?? [])),
    ...exampleAccounts.map(({ account }) => exampleEmail(account)),
    ...examplePartnerships.map(({ contact }) => contact.email),
  ];
  expect(addresses.filter((one) => !/^[^@\s]+@[a-z-]+\.example$/.test(one))).toEqual([]);
  expect(addresses.length).toBeGreaterThan(180);
  const domains = plans.flatMap(({ agencies }) => agencies.flatMap(({ emailDomains }) => emailDomains));
  expect(domains.filter((one) => !one.endsWith('.example'))).toEqual([]);
  const phones = [
    ...plans.flatMap(({ people }) => people.map(({ phone }) => phone)),
    ...examplePartnerships.map(({ contact }) => contact.phone),
  ];
  expect(phones.filter((one) => !/^(|01632 960\d{3}|07700 900\d{3})$/.test(one))).toEqual([]);
});

test('no two people have one name, and none is called what another account is', () => {
  for (const { people } of plans) expect(new Set(people.map(({ name }) => name)).size).toBe(people.length);
  const [ours, theirs] = plans.map(({ people }) => new Set(people.map(({ name }) => name)));
  expect([...(ours ?? [])].filter((name) => theirs?.has(name))).toEqual(['Superintendent Imran Qureshi']);
});

test('no organisation but the police is in both partnerships', () => {
  const [ours, theirs] = plans.map(({ organisations }) => new Map(organisations.map(({ id, name }) => [id, name])));
  expect([...(ours ?? [])].filter(([id]) => theirs?.has(id)).map(([, name]) => name)).toEqual(['Westry Police']);
});

test('who sits where is sound: one at a time, inside the seat’s days, and not after they have left', () => {
  const faults: string[] = [];
  for (const { seats, people } of plans) {
    for (const { id, fromOn, untilOn, holders } of seats) {
      const sitters = holders.filter(({ deputy }) => !deputy);
      for (const [at, one] of sitters.entries()) {
        const before = sitters[at - 1];
        if (before && (before.untilOn === undefined || before.untilOn >= one.fromOn)) faults.push(`${id}: two at once`);
      }
      for (const holder of holders) {
        const left = people.find((person) => person.id === holder.person)?.leftOn;
        const last = [left, untilOn].filter((day) => day !== undefined).toSorted()[0];
        if (holder.fromOn < fromOn || (last !== undefined && (holder.untilOn ?? '9999') > last))
          faults.push(`${id}: days`);
        if (holder.untilOn !== undefined && holder.untilOn < holder.fromOn) faults.push(`${id}: ends before it begins`);
      }
    }
  }
  expect(faults).toEqual([]);
});

test('roles come with seats and work, and end with them', () => {
  const wrong = plans.flatMap(({ roles, people }) =>
    roles.filter(({ person, untilOn, fromOn }) => {
      const left = people.find(({ id }) => id === person)?.leftOn;
      return (left !== undefined && (untilOn ?? '9999') > left) || (untilOn !== undefined && untilOn < fromOn);
    }),
  );
  expect(wrong).toEqual([]);
  const sitting = new Set(openSeats(rivermouth).flatMap((seat) => sitterOn(seat, today)?.person ?? []));
  const named = new Set(
    examplePartnerships[0]?.people.filter(({ roles }) => roles.length > 0).map(({ name }) => name) ?? [],
  );
  const without = rivermouth.people.filter(
    ({ id, name }) =>
      sitting.has(id) &&
      !named.has(name) &&
      !rivermouth.roles.some(({ person, fromOn, untilOn }) => person === id && isOn({ fromOn, untilOn }, today)),
  );
  expect(without).toEqual([]);
});

test('there is a gap of every kind to be found', () => {
  const { seats, groups, terms, priorities } = rivermouth;
  const vacant = openSeats(rivermouth).filter((seat) => !sitterOn(seat, today));
  const emptySince = vacant.map(({ holders }) => holders.at(-1)?.untilOn ?? today);
  expect(emptySince.filter((day) => day < addDays(today, -90)).length).toBeGreaterThanOrEqual(4);
  expect(emptySince.some((day) => day > addDays(today, -90))).toBe(true);

  const executive = groups.find(({ kind }) => kind === 'executive')?.id;
  const empty = vacant.find(({ group }) => group === executive);
  expect(agencyNamed(rivermouth, empty?.agency)).toMatchObject({
    name: 'Aldersea Council',
    standing: 'safeguarding-partner',
  });

  const kinds = new Set(openSeats(rivermouth).map(({ agency }) => agencyNamed(rivermouth, agency)?.kind));
  const schools = agencyKindNames.filter((kind) => agencyKinds[kind].sector === 'schools');
  expect(schools.filter((kind) => !kinds.has(kind))).toEqual(['independent-school']);

  const counts = Map.groupBy(
    openSeats(rivermouth).flatMap((seat) => sitterOn(seat, today)?.person ?? []),
    (id) => rivermouth.people.find((person) => person.id === id)?.name,
  );
  const busiest = [...counts].filter(([, held]) => held.length > 5).map(([name]) => name);
  expect(busiest).toEqual(['Patricia Nowak']);

  const current = groups.filter(isThere);
  const newest = current.map(({ id }) => terms.findLast(({ group }) => group === id));
  expect(newest.filter((one) => one && one.reviewOn < today).length).toBeGreaterThanOrEqual(3);
  expect(newest.filter((one) => one === undefined).length).toBe(1);
  expect(groups.filter(({ endedOn }) => endedOn !== undefined).length).toBe(2);
  expect(priorities.filter(({ lead, untilOn }) => lead === undefined && untilOn === undefined).length).toBe(1);
  expect(seats.filter(({ holders }) => holders.filter(({ deputy }) => !deputy).length > 1).length).toBeGreaterThan(20);
});

test('Rivermouth uses the duties that hold restricted records under both papers; Harrowdale waits for one', () => {
  const said = ({ dutyUse }: Plan) => dutyUse.map(({ duty, inUse, agreedOn }) => [duty, inUse, agreedOn !== undefined]);
  expect(said(rivermouth)).toEqual([
    ['case-reviews', true, true],
    ['child-deaths', true, true],
  ]);
  expect(said(harrowdale)).toEqual([['case-reviews', false, false]]);
  for (const { inUse, ...papers } of plans.flatMap(({ dutyUse }) => dutyUse))
    expect(rulingOnUse({ name: papers.duty, restricted: true }, { inUse, ...papers }, today).allowed).toBe(true);
});

test('they have come through the editions of the guidance with everything answered for', () => {
  expect(plans.map(({ transitions }) => transitions.map(({ from, to }) => `${from} to ${to}`))).toEqual([
    ['england-2017-act-2018 to england-2017-act-2023', 'england-2017-act-2023 to england-2017-act-2026'],
    ['england-2017-act-2023 to england-2017-act-2026'],
  ]);
  for (const { transitions, groups, people } of plans) {
    const known = new Set([...groups, ...people].map(({ id }) => id));
    for (const { begunOn, doneOn, items } of transitions) {
      expect(begunOn < doneOn).toBe(true);
      expect(items.length).toBeGreaterThan(5);
      expect(items.filter(({ id }) => !known.has(id))).toEqual([]);
    }
  }
});

test('the logo of the example is drawn the same every time', () => {
  expect(exampleLogo()).toEqual(exampleLogo());
  expect(PNG.sync.read(exampleLogo())).toMatchObject({ width: 280, height: 100 });
});

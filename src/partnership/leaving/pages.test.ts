import { expect } from 'vitest';
import type { House } from '../../../test/harness/house.ts';
import { test } from '../../../test/harness/pages.ts';
import { holdings } from '../../app.ts';
import { addDays } from '../../platform/calendar/days.ts';
import { todayInLondon } from '../../platform/calendar/plain-date.ts';
import { withClient } from '../../platform/database/connection.ts';
import type { Who } from '../../platform/database/database.ts';
import { newId } from '../../platform/database/ids.ts';
import { serviceIn } from '../../platform/jobs/partnerships.store.ts';
import { listOwnCases } from '../case-team.store.ts';
import { listGroupSeats } from '../groups/group-seat.store.ts';
import { giveRole } from '../partnership.store.ts';
import { findPerson, markLeft } from '../people/person.store.ts';
import { listRolesHeld } from '../people/role-held.store.ts';
import { listOwnTasks, needFrom } from '../task.store.ts';
import { carryOutDue, tidyAfter } from './carry-out.ts';
import { aTask, dayFields, giveThings } from './leaving.fixture.ts';
import { callOff } from './leaving.store.ts';
import { keyOf } from './leaving.ts';
import { listThings } from './things.store.ts';

const at = ({ person }: Pick<Who, 'person'>) => `/dunmere/people/${person}/leaving`;
const today = () => todayInLondon(new Date());

/** The form as its page sends it: everything goes where the rest goes, and roles end. */
async function fields(house: House, who: Who, restTo: string, lastOn = today()): Promise<Record<string, string>> {
  const things = await house.data.as(who, (scope) => listThings(scope, who.person));
  return {
    ...dayFields('lastOn', lastOn),
    restTo,
    ...Object.fromEntries(things.map((thing) => [keyOf(thing), thing.kind === 'role' ? 'ends' : ''])),
  };
}

/** Whose account what follows is waiting to be done for. */
const queued = (house: House) =>
  withClient(house.connections.superuser, async (client) => {
    const sql = `select data ->> 'account' as account from pgboss.job where name = 'access.ended'`;
    return (await client.query<{ account: string }>(sql)).rows.map(({ account }) => account);
  });

async function cast(house: House) {
  const manager = await house.person(house.dunmere, 'business-manager');
  const leaver = await house.person(house.dunmere, 'sub-group-chair');
  const successor = await house.person(house.dunmere, 'agency-representative');
  return { manager, leaver, successor, things: await giveThings(house, leaver, successor) };
}

test('is refused to those who may not end access, and unknown elsewhere', async ({ house, pages }) => {
  const { leaver } = await cast(house);
  const support = await pages.browse(await house.person(house.dunmere, 'business-support'));
  const neighbour = await pages.browse(await house.person(house.elsewhere, 'business-manager'));
  for (const path of ['', '/confirm', '/call-off', '/back']) {
    expect((await support.post(at(leaver) + path)).statusCode).toBe(403);
    expect((await neighbour.post(at(leaver) + path)).statusCode).toBe(404);
  }
  const stranger = await house.person(house.elsewhere, 'observer');
  const manager = await pages.browse(await house.person(house.dunmere, 'business-manager'));
  expect((await manager.get(at(stranger))).statusCode).toBe(404);
});

test('nobody ends their own access, and the last business manager does not leave without a successor', async ({
  house,
  pages,
}) => {
  const { manager, successor } = await cast(house);
  const own = await pages.browse(manager);
  expect((await own.get(at(manager))).body).toContain('You cannot end your own access');
  const refused = await own.post(`${at(manager)}/confirm`, await fields(house, manager, successor.person));
  expect([refused.statusCode, refused.body.includes('Nobody ends their own access')]).toEqual([422, true]);
  expect(await house.data.as(manager, (scope) => findPerson(scope, manager.person))).toMatchObject({ signsIn: true });
});

test('nothing goes to somebody who has left, and what was typed is still there', async ({ house, pages }) => {
  const { manager, leaver, successor } = await cast(house);
  const form = await fields(house, leaver, successor.person, addDays(today(), 30));
  await house.data.as(manager, (scope) => markLeft(scope, successor.person, today()));
  const answer = await (await pages.browse(manager)).post(at(leaver), form);
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain('this person has left');
  expect(answer.body).toContain(`value="${form['lastOn-year'] ?? ''}"`);
});

test('what became theirs after the form was shown is noticed', async ({ house, pages }) => {
  const { manager, leaver } = await cast(house);
  const shown = Object.entries(await fields(house, leaver, 'ends'));
  const before = Object.fromEntries(shown.filter(([name]) => !name.startsWith('priority-')));
  const answer = await (await pages.browse(manager)).post(`${at(leaver)}/confirm`, before);
  expect([answer.statusCode, answer.body.includes('which is new')]).toEqual([422, true]);
  expect(await house.data.as(manager, (scope) => findPerson(scope, leaver.person))).toMatchObject({ signsIn: true });
});

test('shows what would happen before anything does', async ({ house, pages }) => {
  const { manager, leaver, successor } = await cast(house);
  const visitor = await pages.browse(manager);
  const shown = await visitor.get(at(leaver));
  for (const words of ['Chair, Learning and practice group', 'Neglect', 'One task', 'Role: Sub-group chair'])
    expect(shown.body).toContain(words);
  const confirm = await visitor.post(at(leaver), await fields(house, leaver, successor.person));
  expect(confirm.statusCode).toBe(200);
  expect(confirm.body).toContain(`Goes to ${successor.name}`);
  expect((await (await pages.browse(leaver)).get('/dunmere')).statusCode).toBe(200);
});

test('somebody signed in is let in no more at their next request, and what was theirs goes on', async ({
  house,
  pages,
}) => {
  const { manager, leaver, successor, things } = await cast(house);
  const signedIn = await pages.browse(leaver);
  expect((await signedIn.get('/dunmere')).statusCode).toBe(200);
  const done = await (await pages.browse(manager)).post(
    `${at(leaver)}/confirm`,
    await fields(house, leaver, successor.person),
  );
  expect(done.statusCode).toBe(303);
  expect((await signedIn.get('/dunmere')).statusCode).toBe(404);
  expect(await queued(house)).toEqual([leaver.account]);
  expect((await signedIn.get('/partnerships')).body).not.toContain('/dunmere');
  const after = await house.data.as(successor, async (scope) => ({
    person: await findPerson(scope, leaver.person),
    left: await listThings({ ...scope, today: addDays(scope.today, 1) }, leaver.person),
    tasks: await listOwnTasks(scope),
    seat: (await listGroupSeats(scope)).find(({ id }) => id === things.seat)?.holders.at(-1),
    theirs: (await listThings(scope, successor.person)).map(({ kind }) => kind),
  }));
  expect(after.person).toMatchObject({ leftOn: today(), signsIn: false });
  expect(after.left).toEqual([]);
  expect(after.tasks).toMatchObject([{ title: aTask.title }]);
  expect(after.seat).toMatchObject({ person: successor.person, fromOn: addDays(today(), 1) });
  expect(after.theirs).toContain('priority');
});

test('sessions end with the last partnership, and not before', async ({ house, pages }) => {
  const { manager, leaver } = await cast(house);
  const inBoth = await house.person(house.dunmere, 'observer');
  await house.alsoIn(inBoth, house.elsewhere, 'observer');
  const visitor = await pages.browse(manager);
  for (const [who, status] of [
    [leaver, 303],
    [inBoth, 200],
  ] as const) {
    const theirs = await pages.browse(who);
    await visitor.post(`${at(who)}/confirm`, await fields(house, who, 'ends'));
    await tidyAfter(house.data, who);
    expect((await theirs.get('/today')).statusCode).toBe(status);
  }
});

test('places on case teams end too, so that being asked back brings nobody onto a case', async ({ house }) => {
  const { manager, leaver } = await cast(house);
  const [case_id, other] = [newId(), await house.person(house.dunmere, 'review-lead')];
  await house.data.asCaseTeam(manager, [case_id], async ({ db, partnership, today: from_on }) => {
    for (const { person: person_id } of [leaver, other]) {
      const place = { partnership_id: partnership, case_id, id: newId(), duty: 'case-reviews', person_id, from_on };
      await db
        .insertInto('case_team')
        .values({ ...place, reason_sealed: Buffer.alloc(1) })
        .execute();
    }
  });
  await tidyAfter(house.data, leaver);
  const cases = (who: Who) => house.data.as(who, (scope) => listOwnCases(scope, { duty: 'case-reviews' }));
  expect([await cases(leaver), await cases(other)]).toEqual([[], [case_id]]);
});

test('a last day to come is carried out on the morning after it, and can be called off until then', async ({
  house,
  pages,
}) => {
  const { manager, leaver, successor } = await cast(house);
  const visitor = await pages.browse(manager);
  const lastOn = addDays(today(), 10);
  const form = await fields(house, leaver, successor.person, lastOn);
  await visitor.post(`${at(leaver)}/confirm`, form);
  expect((await visitor.get(at(leaver))).body).toContain('They stay after all');
  const onDay = (day: number) =>
    house.data.as(serviceIn(house.dunmere.partnership), (scope) =>
      carryOutDue({ ...scope, today: addDays(today(), day) }, holdings),
    );
  const leftOn = async () => (await house.data.as(manager, (scope) => findPerson(scope, leaver.person)))?.leftOn;
  await visitor.post(`${at(leaver)}/call-off`);
  await onDay(11);
  expect(await leftOn()).toBeUndefined();
  await visitor.post(`${at(leaver)}/confirm`, form);
  await onDay(10);
  expect(await leftOn()).toBeUndefined();
  await onDay(11);
  expect(await leftOn()).toBe(lastOn);
});

test('access is gone with the last second of the last day, though nothing has been carried out', async ({
  house,
  pages,
}) => {
  const { manager, leaver, successor } = await cast(house);
  await house.alsoIn(leaver, house.elsewhere, 'observer');
  const lastOn = addDays(today(), 10);
  await (await pages.browse(manager)).post(
    `${at(leaver)}/confirm`,
    await fields(house, leaver, successor.person, lastOn),
  );
  const statusAt = async (moment: string) => {
    house.clock.now = new Date(moment);
    const theirs = await pages.browse(leaver);
    const { body } = await theirs.get('/today');
    return [(await theirs.get('/dunmere')).statusCode, body.includes('Read the report')];
  };
  const dayAfter = addDays(lastOn, 1);
  const midnight = new Date(`${dayAfter}T00:00:00${londonOffset(dayAfter)}`).getTime();
  expect(await statusAt(new Date(midnight - 1000).toISOString())).toEqual([200, true]);
  expect(await statusAt(new Date(midnight).toISOString())).toEqual([404, false]);
  await house.data.as(manager, (scope) => callOff(scope, leaver.person));
  expect(await statusAt(new Date(midnight).toISOString())).toEqual([200, true]);
});

/** How far London is from Greenwich on a day: `+01:00` in summer. */
const londonOffset = (day: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeZoneName: 'longOffset' })
    .formatToParts(new Date(`${day}T00:00:00Z`))
    .find(({ type }) => type === 'timeZoneName')
    ?.value.replace('GMT', '') || 'Z';

test('when whoever was to take over has left meanwhile, what is needed comes to a business manager', async ({
  house,
  pages,
}) => {
  const { manager, leaver, successor } = await cast(house);
  const lastOn = addDays(today(), 10);
  await (await pages.browse(manager)).post(
    `${at(leaver)}/confirm`,
    await fields(house, leaver, successor.person, lastOn),
  );
  await house.data.as(manager, (scope) => markLeft(scope, successor.person, today()));
  await house.data.as(serviceIn(house.dunmere.partnership), (scope) =>
    carryOutDue({ ...scope, today: addDays(today(), 11) }, holdings),
  );
  expect(await house.data.as(manager, listOwnTasks)).toMatchObject([{ title: aTask.title }]);
});

test('coming back undoes the last day and gives no right', async ({ house, pages }) => {
  const { manager, leaver } = await cast(house);
  const visitor = await pages.browse(manager);
  const theirs = await pages.browse(leaver);
  await visitor.post(`${at(leaver)}/confirm`, await fields(house, leaver, 'ends'));
  expect((await visitor.get(at(leaver))).body).toContain('They are back');
  await visitor.post(`${at(leaver)}/back`);
  expect(await house.data.as(manager, (scope) => findPerson(scope, leaver.person))).toMatchObject({
    leftOn: undefined,
    signsIn: false,
  });
  expect((await theirs.get('/dunmere')).statusCode).toBe(404);
});

test('a role that was given today is good for no day once its holder has left', async ({ house, pages }) => {
  const { manager, leaver } = await cast(house);
  await house.data.as(manager, (scope) => giveRole(scope, leaver.person, { role: 'observer', fromOn: today() }));
  await (await pages.browse(manager)).post(`${at(leaver)}/confirm`, await fields(house, leaver, 'ends'));
  const held = await house.data.as(manager, (scope) => listRolesHeld(scope, leaver.person));
  expect(held.map(({ untilOn }) => untilOn)).toEqual([addDays(today(), -1), addDays(today(), -1)]);
});

test('two business managers who end each other’s access leave one', async ({ house, pages }) => {
  const [one, other] = [
    await house.person(house.dunmere, 'business-manager'),
    await house.person(house.dunmere, 'business-manager'),
  ];
  const [first, second] = [await pages.browse(one), await pages.browse(other)];
  const [endOther, endOne] = [await fields(house, other, 'ends'), await fields(house, one, 'ends')];
  const held = Promise.withResolvers<void>();
  const holding = house.data.as(one, async (scope) => {
    await scope.db.selectFrom('partnership').select('name').forNoKeyUpdate().execute();
    await held.promise;
  });
  const both = Promise.all([first.post(`${at(other)}/confirm`, endOther), second.post(`${at(one)}/confirm`, endOne)]);
  setTimeout(held.resolve, 400);
  await holding;
  expect((await both).map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 422]);
});

test('a task of the same record that both had is there once', async ({ house, pages }) => {
  const { manager, leaver, successor } = await cast(house);
  const record = crypto.randomUUID();
  await house.data.as(manager, async (scope) => {
    for (const { person } of [leaver, successor])
      await needFrom(scope, person, record, { ...aTask, kind: 'test.same' });
  });
  await (await pages.browse(manager)).post(`${at(leaver)}/confirm`, await fields(house, leaver, successor.person));
  expect(await house.data.as(successor, listOwnTasks)).toHaveLength(2);
  expect(await house.data.as(leaver, listOwnTasks)).toEqual([]);
});

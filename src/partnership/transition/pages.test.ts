import { expect } from 'vitest';
import type { House } from '../../../test/harness/house.ts';
import { type Browser, test } from '../../../test/harness/pages.ts';
import { addDays } from '../../platform/calendar/days.ts';
import type { Who } from '../../platform/database/database.ts';
import { addGroup, findGroup } from '../groups/group.store.ts';
import { listGroupSeats } from '../groups/group-seat.store.ts';
import { giveThings } from '../leaving/leaving.fixture.ts';
import { findPerson } from '../people/person.store.ts';
import { findAbout } from '../settings/settings.store.ts';
import { listOwnTasks } from '../task.store.ts';
import { heldBy as held, kindsOf, listHeldFor } from './transition.fixture.ts';
import { changeRegime, listAnswered, listTransitions } from './transition.store.ts';
import { keyOf } from './transition.ts';

const here = '/dunmere/transition';
const to = 'england-2017-act-2018';

async function cast(house: House) {
  const manager = await house.person(house.dunmere, 'business-manager');
  const chair = await house.person(house.dunmere, 'independent-chair');
  const other = await house.person(house.dunmere, 'observer');
  const things = await giveThings(house, chair, other);
  await house.data.as(manager, (scope) => changeRegime(scope, 'england-2004-act'));
  return { manager, chair, other, things };
}

async function begin(visitor: Browser): Promise<string> {
  const answer = await visitor.post(here, { to });
  expect(answer.statusCode).toBe(303);
  return String(answer.headers.location);
}

const regimeOf = async (house: House, who: Who) => (await house.data.as(who, findAbout)).regime.id;

/** Carries everything that is not answered, kind by kind, as the pages let one. */
async function carryAll(house: House, who: Who, visitor: Browser, at: string): Promise<void> {
  for (const kind of kindsOf('regime')) {
    const shown = (await held(house, who)).filter((one) => one.kind === kind).map(keyOf);
    if (shown.length > 0) expect((await visitor.post(`${at}/carry`, { kind, shown })).statusCode).toBe(303);
  }
}

test('is refused to those who may not move the partnership, and unknown elsewhere', async ({ house, pages }) => {
  const { manager, chair } = await cast(house);
  const at = await begin(await pages.browse(manager));
  const member = await pages.browse(chair);
  const neighbour = await pages.browse(await house.person(house.elsewhere, 'business-manager'));
  for (const path of [here, at, `${at}/move`, `${at}/carry?kind=role`, `${at}/give-up`]) {
    expect((await member.get(path)).statusCode).toBe(403);
    expect((await neighbour.get(path)).statusCode).toBe(404);
    if (path !== here) expect((await neighbour.get(path.replace('dunmere', 'elsewhere'))).statusCode).toBe(404);
  }
  for (const path of [here, at, `${at}/move`, `${at}/carry`, `${at}/give-up`])
    expect((await member.post(path)).statusCode).toBe(403);
});

test('does not lead to where the partnership is, or nowhere, and begins once', async ({ house, pages }) => {
  const { manager } = await cast(house);
  const visitor = await pages.browse(manager);
  for (const wrong of ['england-2004-act', 'atlantis', ''])
    expect((await visitor.post(here, { to: wrong })).statusCode).toBe(422);
  expect(await begin(visitor)).toBe(await begin(visitor));
});

test('nothing ends without a reason, and what was chosen is still there', async ({ house, pages }) => {
  const { manager, things } = await cast(house);
  const visitor = await pages.browse(manager);
  const at = await begin(visitor);
  const key = `group-${things.group}`;
  const answer = await visitor.post(at, { [key]: 'ended', [`was-${key}`]: '', because: ' ' });
  expect([answer.statusCode, answer.body.includes('Say why these things end')]).toEqual([422, true]);
  expect(answer.body).toContain('<option value="ended" selected>Ends</option>');
});

test('what somebody answered meanwhile is not written over', async ({ house, pages }) => {
  const { manager, things } = await cast(house);
  const visitor = await pages.browse(manager);
  const at = await begin(visitor);
  const key = `group-${things.group}`;
  await visitor.post(at, { [key]: 'carried', [`was-${key}`]: '' });
  const late = await visitor.post(at, { [key]: 'ended', [`was-${key}`]: '', because: 'No longer needed' });
  expect([late.statusCode, late.body.includes('meanwhile. Look again')]).toEqual([422, true]);
});

test('the partnership is not moved while something is unanswered, nor by whoever would end their own role', async ({
  house,
  pages,
}) => {
  const { manager } = await cast(house);
  const visitor = await pages.browse(manager);
  const at = await begin(visitor);
  const refused = await visitor.post(`${at}/move`);
  expect([refused.statusCode, refused.body.includes('Something is unanswered')]).toEqual([422, true]);
  const role = (await held(house, manager)).find((one) => one.person === manager.person);
  const key = role ? keyOf(role) : '';
  const own = await visitor.post(at, { [key]: 'ended', [`was-${key}`]: '', because: 'We have two' });
  expect([own.statusCode, own.body.includes('nobody ends their own access')]).toEqual([422, true]);
  expect(await regimeOf(house, manager)).toBe('england-2004-act');
});

test('what was added meanwhile is noticed before the move', async ({ house, pages }) => {
  const { manager } = await cast(house);
  const visitor = await pages.browse(manager);
  const at = await begin(visitor);
  await carryAll(house, manager, visitor, at);
  expect((await visitor.get(`${at}/move`)).statusCode).toBe(200);
  const added = await house.data.as(manager, (scope) => addGroup(scope, { name: 'Neglect task group' }));
  expect((await visitor.post(`${at}/move`)).statusCode).toBe(422);
  expect((await visitor.get(`${at}?unanswered=yes`)).body).toContain('Neglect task group');
  await visitor.post(at, { [`group-${added}`]: 'carried', [`was-group-${added}`]: '' });
  expect((await visitor.post(`${at}/move`)).statusCode).toBe(303);
  expect(await regimeOf(house, manager)).toBe(to);
});

test('carries only what was shown', async ({ house, pages }) => {
  const { manager, things } = await cast(house);
  const visitor = await pages.browse(manager);
  const at = await begin(visitor);
  expect((await visitor.get(`${at}/carry?kind=group`)).body).toContain(`group-${things.group}`);
  await house.data.as(manager, (scope) => addGroup(scope, { name: 'Neglect task group' }));
  await visitor.post(`${at}/carry`, { kind: 'group', shown: `group-${things.group}` });
  const [open] = await house.data.as(manager, listTransitions);
  const answered = await house.data.as(manager, (scope) => listAnswered(scope, open?.id ?? ''));
  expect(answered.map(({ id }) => id)).toEqual([things.group]);
});

test('the move ends what is to end, for the reason given, and whoever is left with nothing leaves', async ({
  house,
  pages,
}) => {
  const { manager, chair, other, things } = await cast(house);
  const visitor = await pages.browse(manager);
  const [theirs, others] = [await pages.browse(chair), await pages.browse(other)];
  const at = await begin(visitor);
  const ending = (await held(house, manager)).filter((one) => one.person === chair.person || one.kind === 'group');
  const fields = Object.fromEntries(
    ending.flatMap((one) => [
      [keyOf(one), one.kind === 'task' ? 'carried' : 'ended'],
      [`was-${keyOf(one)}`, ''],
    ]),
  );
  const because = 'The board ends with the Act';
  expect((await visitor.post(at, { ...fields, because })).statusCode).toBe(303);
  expect((await theirs.get('/dunmere')).statusCode).toBe(200);
  await carryAll(house, manager, visitor, at);
  expect((await visitor.get(`${at}/move`)).body).toContain(because);
  expect((await visitor.post(`${at}/move`)).statusCode).toBe(303);
  expect([(await theirs.get('/dunmere')).statusCode, (await others.get('/dunmere')).statusCode]).toEqual([404, 200]);
  const after = await house.data.as(manager, async (scope) => ({
    group: await findGroup(scope, things.group),
    seat: (await listGroupSeats(scope)).find(({ id }) => id === things.seat),
    chair: await findPerson(scope, chair.person),
    tasks: await listOwnTasks(scope),
    left: await listHeldFor({ ...scope, today: addDays(scope.today, 1) }),
    today: scope.today,
  }));
  expect(after.group?.endedOn).toBe(after.today);
  expect(after.seat).toMatchObject({ untilOn: after.today, holders: [{ untilOn: after.today }] });
  expect(after.chair).toMatchObject({ leftOn: after.today, signsIn: false });
  expect(after.tasks).toMatchObject([{ title: 'Read the report' }]);
  expect(after.left.map(({ kind, person }) => [kind, person === manager.person])).not.toContainEqual(['group', false]);
  expect((await visitor.get(at)).body).toContain('The partnership moved on');
});

test('can be left and taken up again, and given up with nothing changed', async ({ house, pages }) => {
  const { manager, things } = await cast(house);
  const visitor = await pages.browse(manager);
  const at = await begin(visitor);
  await visitor.post(at, { [`group-${things.group}`]: 'carried', [`was-group-${things.group}`]: '' });
  expect((await visitor.get(here)).body).toContain(at);
  expect((await visitor.get(at)).body).toContain('<option value="carried" selected>Carried along</option>');
  expect((await visitor.post(`${at}/give-up`)).statusCode).toBe(303);
  await visitor.post(`${at}/move`);
  expect(await regimeOf(house, manager)).toBe('england-2004-act');
  expect(await begin(visitor)).not.toBe(at);
});

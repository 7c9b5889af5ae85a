import { expect } from 'vitest';
import { test } from '../../../test/harness/pages.ts';
import { withClient } from '../../platform/database/connection.ts';
import { newId } from '../../platform/database/ids.ts';
import { serviceIn } from '../../platform/jobs/partnerships.store.ts';
import { listAgencies } from '../agencies/agency.store.ts';
import { findClosing } from '../closing.store.ts';
import { addGroup, listGroups } from '../groups/group.store.ts';
import { listPeople } from '../people/person.store.ts';
import { listRolesHeld } from '../people/role-held.store.ts';
import { listOwnTasks } from '../task.store.ts';
import type { Holding } from './holding.ts';
import { CannotCarry } from './refused.ts';
import { answerAll, begin, cast, countRows, listed, merger } from './reorganise.fixture.ts';
import { type Asked, reorganise } from './reorganise.ts';
import { heldBy, holdings } from './transition.fixture.ts';
import { keyOf } from './transition.ts';

test('is not begun by those who may not, into itself, into nothing, or into one part', async ({ house, pages }) => {
  const { manager, chair } = await cast(house);
  const [visitor, member] = [await pages.browse(manager), await pages.browse(chair)];
  const at = '/dunmere/transition/reorganise';
  expect([(await member.get(at)).statusCode, (await member.post(at)).statusCode]).toEqual([403, 403]);
  for (const [fields, words] of [
    [{ kind: '', goesTo: 'elsewhere' }, 'Select whether it merges or splits'],
    [{ kind: 'merge', goesTo: 'dunmere' }, 'another partnership’s'],
    [{ kind: 'merge', goesTo: 'elsewhere north' }, 'the one partnership'],
    [{ kind: 'merge', goesTo: 'North Vale!' }, 'North'],
    [{ kind: 'split', goesTo: 'elsewhere' }, 'two to 5'],
  ] as const) {
    const answer = await visitor.post(at, fields);
    expect([answer.statusCode, answer.body.includes(words)]).toEqual([422, true]);
    expect(answer.body).toContain(fields.goesTo);
  }
});

test('whether the other partnership is there is not told: an address nobody has is taken as well', async ({
  house,
  pages,
}) => {
  const { manager } = await cast(house);
  const at = await begin(await pages.browse(manager), { kind: 'merge', goesTo: 'nowhere' });
  expect(at).toMatch(/^\/dunmere\/transition\//);
});

test('nothing is carried that is not prepared, not answered, or lacks what it needs', async ({ house, pages }) => {
  const { manager, things } = await cast(house);
  const before = await countRows(house);
  const carryOut = (more?: Partial<Asked>) => reorganise(house.data, holdings, merger(house, more));
  await expect(carryOut()).rejects.toThrow('has not prepared to merge');
  expect(await countRows(house)).toEqual(before);
  const visitor = await pages.browse(manager);
  const at = await begin(visitor);
  await expect(carryOut()).rejects.toThrow('are unanswered');
  await answerAll(house, manager, visitor, at);
  const group = `group-${things.group}`;
  await visitor.post(at, { [group]: 'ended', [`was-${group}`]: 'carried+elsewhere', because: 'No longer needed' });
  const page = (await visitor.get(at)).body;
  expect(page).toContain('What does not fit yet');
  expect(page).not.toContain('concordat partnership merge');
  await expect(carryOut()).rejects.toThrow('without “Learning and practice group”');
  await expect(carryOut({ into: [listed(house.dunmere)] })).rejects.toThrow(CannotCarry);
  expect(await house.data.as(manager, findClosing)).toBeUndefined();
});

test('a record that no kind speaks for is not left behind unseen', async ({ house, pages }) => {
  const { manager } = await cast(house);
  const visitor = await pages.browse(manager);
  await answerAll(house, manager, visitor, await begin(visitor));
  const without = holdings.map((one) => (one.kind === 'priority' ? { ...one, tables: [] } : one));
  await expect(reorganise(house.data, without, merger(house))).rejects.toThrow('nothing carries yet: priority');
});

test('a task about what stays behind can only end', async ({ house, pages }) => {
  const { manager } = await cast(house);
  const visitor = await pages.browse(manager);
  const at = await begin(visitor);
  const task = (await heldBy(house, manager, 'merge')).find(({ kind }) => kind === 'task');
  const key = task ? keyOf(task) : '';
  const refused = await visitor.post(at, { [key]: 'carried+elsewhere', [`was-${key}`]: '' });
  expect([refused.statusCode, refused.body.includes('can only end')]).toEqual([422, true]);
});

test('a dry run says what would become of everything and changes nothing', async ({ house, pages }) => {
  const { manager } = await cast(house);
  const visitor = await pages.browse(manager);
  await answerAll(house, manager, visitor, await begin(visitor));
  const before = await countRows(house);
  const [outcome] = await reorganise(house.data, holdings, merger(house, { dryRun: true }));
  expect(outcome?.kinds.find(({ kind }) => kind === 'agency')).toMatchObject({
    carried: { elsewhere: { added: 0, joined: 1 } },
  });
  expect(outcome?.managers).toMatchObject([
    { to: 'elsewhere', title: expect.stringContaining('Business manager') as string },
  ]);
  expect(await countRows(house)).toEqual(before);
});

test('what is there already is joined, what is new is added, and the partnership closes', async ({ house, pages }) => {
  const { manager, chair, other, neighbour, inBoth, things } = await cast(house);
  const visitor = await pages.browse(manager);
  const at = await begin(visitor);
  await answerAll(house, manager, visitor, at);
  expect((await visitor.get(at)).body).toContain('concordat partnership merge --from dunmere --into elsewhere');
  await reorganise(house.data, holdings, merger(house));

  const there = await house.data.as(neighbour, async (scope) => ({
    agencies: (await listAgencies(scope)).map(({ name }) => name),
    groups: (await listGroups(scope)).map(({ name }) => name),
    people: (await listPeople(scope)).filter(({ signsIn }) => signsIn).length,
    both: (await listRolesHeld(scope, inBoth.person)).map(({ role }) => role),
    tasks: (await listOwnTasks(scope)).map(({ kind }) => kind),
  }));
  expect(there).toEqual({
    agencies: ['Westry Police'],
    groups: ['Learning and practice group'],
    people: 4,
    both: ['observer'],
    tasks: ['transition.arrival'],
  });
  const arrival = (await house.data.as(neighbour, listOwnTasks))[0]?.path ?? '';
  const host = await pages.browse(neighbour);
  expect((await host.get(`/elsewhere${arrival}`)).body).toContain('Learning and practice group');
  expect((await host.get(`/elsewhere${arrival}/came.csv`)).body).toContain('Was here already');
  expect((await host.post(`/elsewhere${arrival}`)).statusCode).toBe(303);
  expect(await house.data.as(neighbour, listOwnTasks)).toEqual([]);

  const theirs = await pages.browse(chair);
  const gone = await theirs.get('/dunmere');
  expect([gone.statusCode, gone.body.includes('href="/elsewhere"')]).toEqual([410, true]);
  expect((await theirs.get('/today')).body).toContain('closed on');
  expect((await theirs.get('/partnerships')).body).toContain('closed on');
  expect((await theirs.get('/elsewhere')).statusCode).toBe(200);
  expect((await (await pages.browse(other)).get('/elsewhere')).statusCode).toBe(200);
  expect((await (await pages.browse(neighbour)).get('/dunmere')).statusCode).toBe(404);

  expect((await visitor.get('/dunmere')).body).toContain('read only');
  expect((await visitor.get(at)).body).toContain('The partnership merged on');
  const csv = (await visitor.get(`${at}/record.csv`)).body;
  expect(csv).toContain('Carried to elsewhere (was there already)');
  expect(csv).toContain('It ends with the partnership');
  const refused = await visitor.post(`/dunmere/groups/${things.group}/change`, { name: 'Another' });
  expect([refused.statusCode, refused.body.includes('has closed')]).toEqual([403, true]);
  expect((await visitor.post(`/dunmere/people/${other.person}/roles/give`, {})).statusCode).toBe(422);
  expect((await heldBy(house, manager, 'merge')).filter(({ kind }) => kind === 'task')).toEqual([]);
});

test('done twice, nothing changes the second time', async ({ house, pages }) => {
  const { manager } = await cast(house);
  const visitor = await pages.browse(manager);
  await answerAll(house, manager, visitor, await begin(visitor));
  await reorganise(house.data, holdings, merger(house));
  const before = await countRows(house);
  expect(await reorganise(house.data, holdings, merger(house))).toMatchObject([{ doneBefore: true, kinds: [] }]);
  expect(await countRows(house)).toEqual(before);
  await expect(
    reorganise(house.data, holdings, merger(house, { from: [listed(house.elsewhere)], into: [listed(house.dunmere)] })),
  ).rejects.toThrow('has not prepared');
});

test.for(['put', 'close'] as const)(
  'killed in the middle, at %s, it leaves nothing half done',
  async (when, { house, pages }) => {
    const { manager } = await cast(house);
    const visitor = await pages.browse(manager);
    await answerAll(house, manager, visitor, await begin(visitor));
    const before = await countRows(house);
    const kill = () =>
      withClient(house.connections.superuser, (client) =>
        client.query(
          `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and mode = 'ExclusiveLock'
            and database = (select oid from pg_database where datname = current_database())`,
        ),
      );
    const deadly: Holding = {
      kind: 'deadly',
      title: 'Deadly',
      tables: [],
      list: async () => [],
      close: async () => void (when === 'close' && (await kill())),
    };
    const roles = holdings.map(
      (one): Holding =>
        one.kind === 'role' && when === 'put' ? { ...one, take: async () => async () => void (await kill()) } : one,
    );
    await expect(reorganise(house.data, [...roles, deadly], merger(house))).rejects.toThrow(/terminat|connection/i);
    expect(await countRows(house)).toEqual(before);
    await reorganise(house.data, holdings, merger(house));
    expect(await house.data.as(serviceIn(house.dunmere.partnership), findClosing)).toBeDefined();
  },
);

test('what does not arrive is noticed, and nothing is done', async ({ house, pages }) => {
  const { manager } = await cast(house);
  const visitor = await pages.browse(manager);
  await answerAll(house, manager, visitor, await begin(visitor));
  const before = await countRows(house);
  const forgetful = holdings.map(
    (one): Holding => (one.kind === 'priority' ? { ...one, take: async () => async () => {} } : one),
  );
  await expect(reorganise(house.data, forgetful, merger(house))).rejects.toThrow('1 did not arrive');
  expect(await countRows(house)).toEqual(before);
});

test('what is sent while it is carried out waits, and is refused when it has closed', async ({ house, pages }) => {
  const { manager } = await cast(house);
  const visitor = await pages.browse(manager);
  await answerAll(house, manager, visitor, await begin(visitor));
  const late = Promise.withResolvers<number>();
  const slow: Holding = {
    kind: 'slow',
    title: 'Slow',
    tables: [],
    list: async () => [],
    close: async () => {
      late.resolve(visitor.post('/dunmere/groups/add', { name: 'Too late' }).then(({ statusCode }) => statusCode));
      await new Promise((done) => setTimeout(done, 500));
    },
  };
  await reorganise(house.data, [...holdings, slow], merger(house));
  expect(await late.promise).toBe(403);
  expect((await house.data.as(manager, listGroups)).map(({ name }) => name)).toEqual(['Learning and practice group']);
});

test('what is said to be the same has to be there, and of its kind', async ({ house, pages }) => {
  const { manager, neighbour, things } = await cast(house);
  const visitor = await pages.browse(manager);
  await answerAll(house, manager, visitor, await begin(visitor));
  const same = (into: string) => ({ same: new Map([[things.group, into]]) });
  await expect(reorganise(house.data, holdings, merger(house, same(newId())))).rejects.toThrow('no such thing');
  await expect(reorganise(house.data, holdings, merger(house, same(neighbour.person)))).rejects.toThrow(
    'no such thing',
  );
  const group = await house.data.as(neighbour, (scope) => addGroup(scope, { name: 'Learning group' }));
  await reorganise(house.data, holdings, merger(house, same(group)));
  expect(await house.data.as(neighbour, listGroups)).toHaveLength(1);
});

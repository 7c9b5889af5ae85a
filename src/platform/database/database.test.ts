import { sql } from 'kysely';
import { expect, vi } from 'vitest';
import { test } from '../../../test/harness/house.ts';
import { withClient } from './connection.ts';
import { type CaseScope, Database, type IdentityScope, mostCases, type Scope } from './database.ts';
import { newId } from './ids.ts';

const settings = (scope: Scope | IdentityScope) =>
  sql<{ account: string | null; person: string | null; partnership: string | null; cases: string[] }>`
    select in_account() as account, in_person() as person, in_partnership() as partnership, in_cases() as cases`
    .execute(scope.db)
    .then(({ rows }) => rows[0]);

const nothing = { account: null, person: null, partnership: null, cases: [] };

test('a scope tells the database who asks and where', async ({ house }) => {
  const who = await house.person(house.dunmere, 'business-manager');
  expect(await house.data.as(who, settings)).toEqual({ ...who, name: undefined, email: undefined, cases: [] });
  const cases = [newId(), newId()];
  expect((await house.data.asCaseTeam(who, cases, settings))?.cases).toEqual(cases);
  expect(await house.data.asAccount(who.account, settings)).toEqual({ ...nothing, account: who.account });
  expect(await house.data.asAccount(undefined, settings)).toEqual(nothing);
});

test('nothing of a scope stays on its connection, whether it ended well or badly', async ({ house }) => {
  const who = await house.person(house.dunmere, 'business-manager');
  const one = new Database(house.connections.app, { connections: 1 });
  await one.asCaseTeam(who, [newId()], settings);
  expect(await one.asAccount(undefined, settings)).toEqual(nothing);
  await expect(one.as(who, ({ db }) => sql`select 1 / 0`.execute(db))).rejects.toThrow('division by zero');
  expect(await one.asAccount(undefined, settings)).toEqual(nothing);
  expect(await one.reference.selectFrom('person').selectAll().execute()).toEqual([]);
  await one.close();
});

test('work that fails leaves nothing behind', async ({ house }) => {
  const who = await house.person(house.dunmere, 'business-manager');
  const rename = async ({ db }: Scope) => {
    await db.updateTable('person').set({ name: 'Somebody else' }).execute();
    throw new Error('changed my mind');
  };
  await expect(house.data.as(who, rename)).rejects.toThrow('changed my mind');
  const names = await house.data.as(who, ({ db }) => db.selectFrom('person').select('name').execute());
  expect(names).not.toContainEqual({ name: 'Somebody else' });
});

test('work that hides a failed statement is not told that it was saved', async ({ house }) => {
  const who = await house.person(house.dunmere, 'business-manager');
  const twice = ({ db }: Scope) =>
    db
      .insertInto('person')
      .values({ partnership_id: who.partnership, id: who.person, name: 'Twice' })
      .execute()
      .catch(() => 'never mind');
  await expect(house.data.as(who, twice)).rejects.toThrow('current transaction is aborted');
});

test('a query kept beyond its scope is refused: its connection may serve another partnership by then', async ({
  house,
}) => {
  const who = await house.person(house.dunmere, 'business-manager');
  let kept: Scope | undefined;
  await house.data.as(who, async (scope) => {
    kept = scope;
  });
  await expect(kept?.db.selectFrom('person').selectAll().execute()).rejects.toThrow('after its scope had closed');
});

const injected = `${newId()}'; reset role; --`;

test.for([
  ['account', { account: injected }],
  ['person', { person: injected }],
  ['partnership', { partnership: injected }],
  ['partnership', { partnership: '' }],
] as const)(
  'a scope whose %s is no identifier is refused before it reaches the database',
  async ([, wrong], { house }) => {
    const work = vi.fn<() => Promise<void>>();
    const who = { account: newId(), person: newId(), partnership: newId(), ...wrong };
    expect(() => house.data.as(who, work)).toThrow('not an identifier');
    expect(() => house.data.asCaseTeam(who, [], work)).toThrow('not an identifier');
    expect(work).not.toHaveBeenCalled();
  },
);

test('a case or an account that is no identifier is refused as well', async ({ house }) => {
  const who = await house.person(house.dunmere, 'review-lead');
  expect(() => house.data.asCaseTeam(who, [newId(), '{}'], settings)).toThrow('not an identifier');
  expect(() => house.data.asAccount(injected, settings)).toThrow('not an identifier');
});

test('a scope takes 200 cases and not one more', async ({ house }) => {
  const who = await house.person(house.dunmere, 'review-lead');
  const cases = Array.from({ length: mostCases + 1 }, () => newId());
  const admitted = await house.data.asCaseTeam(who, cases.slice(1), settings);
  expect(admitted?.cases).toHaveLength(200);
  expect(() => house.data.asCaseTeam(who, cases, (scope: CaseScope) => settings(scope))).toThrow('at most 200 cases');
});

test('a scope lost with its connection fails, and the next one works', async ({ house }) => {
  const who = await house.person(house.dunmere, 'business-manager');
  const one = new Database(house.connections.app, { connections: 1 });
  const cut = one.as(who, async ({ db }) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
    await withClient(house.connections.superuser, (admin) =>
      admin.query('select pg_terminate_backend($1)', [rows[0]?.pid]),
    );
    return sql`select 1`.execute(db);
  });
  await expect(cut).rejects.toThrow(/terminat|connection error/);
  expect(await one.as(who, settings)).toMatchObject({ person: who.person });
  await one.close();
});

test('a statement that takes too long is ended, and the connection serves on', async ({ house }) => {
  const who = await house.person(house.dunmere, 'business-manager');
  const one = new Database(house.connections.app, { connections: 1 });
  const slow = one.as(who, async ({ db }) => {
    await sql`set local statement_timeout = '50ms'`.execute(db);
    await sql`select pg_sleep(5)`.execute(db);
  });
  await expect(slow).rejects.toThrow('statement timeout');
  expect(await one.asAccount(undefined, settings)).toEqual(nothing);
  await one.close();
});

test('people of two partnerships who share two connections see their own people and nobody else', async ({ house }) => {
  const one = await house.person(house.dunmere, 'business-manager');
  const other = await house.person(house.elsewhere, 'business-manager');
  const two = new Database(house.connections.app, { connections: 2 });
  const asked = Array.from({ length: process.env['THOROUGH'] ? 10_000 : 500 }, (_, turn) => (turn % 2 ? one : other));
  const seen = await Promise.all(
    asked.map((who, turn) =>
      two
        .as(who, async ({ db }) => {
          const people = await db.selectFrom('person').select('id').execute();
          if (turn % 7 === 0) throw new Error('changed my mind');
          return people.every(({ id }) => id === who.person) && people.length === 1;
        })
        .catch((error: unknown) => String(error).includes('changed my mind')),
    ),
  );
  expect(seen.filter((right) => !right)).toEqual([]);
  await two.close();
});

test('the database answers, or says that it does not', async ({ house }) => {
  expect(await house.data.answers()).toBe(true);
  const gone = new Database('postgresql://concordat_app:x@127.0.0.1:1/concordat');
  expect(await gone.answers()).toBe(false);
  await gone.close();
});

test('a transaction that goes from partnership to partnership never has two open, and between them none', async ({
  house,
}) => {
  const here = await house.person(house.dunmere, 'business-manager');
  const there = await house.person(house.elsewhere, 'business-manager');
  const people = ({ db }: Scope) => db.selectFrom('person').select('id').execute();
  const seen = await house.data.inTurn(async (visit) => {
    const kept: Scope[] = [];
    const first = await visit(here, async (scope) => {
      kept.push(scope);
      await expect(visit(there, people)).rejects.toThrow('one partnership at a time');
      return { in: await settings(scope), people: await people(scope) };
    });
    const second = await visit(there, async (scope) => {
      await expect(Promise.all(kept.map(people))).rejects.toThrow('after its scope had closed');
      return { in: await settings(scope), people: await people(scope) };
    });
    await expect(Promise.all(kept.map(people))).rejects.toThrow('after its scope had closed');
    return { first, second };
  });
  expect(seen.first).toMatchObject({ in: { partnership: here.partnership }, people: [{ id: here.person }] });
  expect(seen.second).toMatchObject({ in: { partnership: there.partnership }, people: [{ id: there.person }] });
});

test('what such a transaction wrote anywhere is taken back when it fails later', async ({ house }) => {
  const here = await house.person(house.dunmere, 'business-manager');
  const there = await house.person(house.elsewhere, 'business-manager');
  const rename = ({ db }: Scope) => db.updateTable('person').set({ name: 'Somebody else' }).execute();
  await expect(
    house.data.inTurn(async (visit) => {
      await visit(here, rename);
      await visit(there, ({ db }) => sql`select 1 / 0`.execute(db));
    }),
  ).rejects.toThrow('division by zero');
  const names = await house.data.as(here, ({ db }) => db.selectFrom('person').select('name').execute());
  expect(names).not.toContainEqual({ name: 'Somebody else' });
});

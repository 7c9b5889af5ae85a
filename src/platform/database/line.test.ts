import { once } from 'node:events';
import { type AddressInfo, createServer, Socket } from 'node:net';
import { sql } from 'kysely';
import { expect, vi } from 'vitest';
import { test } from '../../../test/harness/house.ts';
import { GatheringSocket, openPool, withClient } from './connection.ts';
import { Database, type Scope } from './database.ts';
import { Line } from './line.ts';

const countPeople = ({ db, partnership }: Scope) =>
  db
    .selectFrom('person')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('partnership_id', '=', partnership)
    .executeTakeFirstOrThrow();

test('a connection plans the same query once, whoever asks', async ({ house }) => {
  const one = new Database(house.connections.app, { connections: 1 });
  await one.as(await house.person(house.dunmere, 'business-manager'), countPeople);
  await one.as(await house.person(house.elsewhere, 'business-manager'), countPeople);
  const { rows } = await sql<{ statement: string; uses: number }>`
    select statement, generic_plans + custom_plans as uses from pg_prepared_statements`.execute(one.reference);
  expect(rows.map(({ statement, uses }) => [/"person"/.test(statement), uses])).toEqual([[true, 2]]);
  await one.close();
});

test('questions asked together go out together and are answered each in its place', async ({ house }) => {
  const who = await house.person(house.dunmere, 'business-manager');
  const answers = await house.data.as(who, ({ db }) =>
    Promise.all([1, 2, 3].map((n) => sql<{ n: number }>`select ${n}::int as n`.execute(db))),
  );
  expect(answers.map(({ rows }) => rows)).toEqual([[{ n: 1 }], [{ n: 2 }], [{ n: 3 }]]);
});

test('of questions asked together one fails, and nothing of the others stays', async ({ house }) => {
  const who = await house.person(house.dunmere, 'business-manager');
  const rename = ({ db }: Scope) => db.updateTable('person').set({ name: 'Somebody else' }).execute();
  const both = (scope: Scope) => Promise.all([sql`select 1 / 0`.execute(scope.db), rename(scope)]);
  await expect(house.data.as(who, both)).rejects.toThrow('division by zero');
  const left = (scope: Scope) => Promise.all([rename(scope), Promise.reject(new Error('changed my mind'))]);
  await expect(house.data.as(who, left)).rejects.toThrow('changed my mind');
  const names = await house.data.as(who, ({ db }) => db.selectFrom('person').select('name').execute());
  expect(names).not.toContainEqual({ name: 'Somebody else' });
});

test('a statement that nobody waits for fails the transaction all the same', async ({ house }) => {
  const pool = openPool(house.connections.app, 1);
  const line = new Line(await pool.connect());
  line.tell('begin; select 1 / 0');
  await expect(line.end('select; commit')).rejects.toThrow('division by zero');
  await line.undo();
  line.release();
  expect((await pool.query<{ n: number }>('select 1 as n')).rows).toEqual([{ n: 1 }]);
  await pool.end();
});

test('a scope neither begins nor ends a transaction of its own', async ({ house }) => {
  const who = await house.person(house.dunmere, 'business-manager');
  const nested = ({ db }: Scope) => db.transaction().execute(async () => 'done');
  await expect(house.data.as(who, nested)).rejects.toThrow('a scope is one transaction');
});

test('how many rows a change touched is told', async ({ house }) => {
  const who = await house.person(house.dunmere, 'business-manager');
  const touched = await house.data.as(who, ({ db }) =>
    db.updateTable('person').set({ job_title: 'Manager' }).where('id', '=', who.person).executeTakeFirstOrThrow(),
  );
  expect(touched.numUpdatedRows).toBe(1n);
});

test('a table that an upgrade changes beside us costs a connection one failed query and no more', async ({ house }) => {
  const who = await house.person(house.dunmere, 'business-manager');
  const one = new Database(house.connections.app, { connections: 1 });
  const everything = ({ db }: Scope) => db.selectFrom('person').selectAll().where('id', '=', who.person).execute();
  await one.as(who, everything);
  await withClient(house.connections.owner, (owner) => owner.query('alter table person add column nickname text'));
  await expect(one.as(who, everything)).rejects.toThrow('cached plan must not change result type');
  expect(await one.as(who, everything)).toMatchObject([{ id: who.person, nickname: null }]);
  await one.close();
});

test('the end of questions asked at once goes out with them', async ({ house }) => {
  const who = await house.person(house.dunmere, 'business-manager');
  const one = new Database(house.connections.app, { connections: 1 });
  const twice = (scope: Scope) => Promise.all([countPeople(scope), countPeople(scope)]);
  const usual = await one.as(who, twice);
  const pieces = vi.spyOn(Socket.prototype, '_writev');
  expect(await one.as(who, twice, { atOnce: true })).toEqual(usual);
  expect(pieces).toHaveBeenCalledTimes(1);
  pieces.mockRestore();
  const settings = sql`select current_setting('concordat.partnership', true) as setting`.execute(one.reference);
  expect((await settings).rows).toEqual([{ setting: '' }]);
  await one.close();
});

test('of questions asked at once one fails, and the connection serves the next', async ({ house }) => {
  const who = await house.person(house.dunmere, 'business-manager');
  const one = new Database(house.connections.app, { connections: 1 });
  const wrong = ({ db }: Scope) => Promise.all([sql`select 1 / 0`.execute(db), sql`select 1`.execute(db)]);
  await expect(one.as(who, wrong, { atOnce: true })).rejects.toThrow('division by zero');
  const late = async (scope: Scope) => [await countPeople(scope), await countPeople(scope)];
  await expect(one.as(who, late, { atOnce: true })).rejects.toThrow('a query after its scope had closed');
  const thrown = () => Promise.reject(new Error('changed my mind'));
  await expect(one.as(who, thrown, { atOnce: true })).rejects.toThrow('changed my mind');
  expect((await one.as(who, countPeople, { atOnce: true })).n).toBeGreaterThan(0);
  await one.close();
});

test('what is written in one turn is one piece, and what is written later another', async () => {
  const listening = createServer().listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const sent: string[] = [];
  const note = (chunks: unknown[], done: () => void) => {
    sent.push(chunks.join(' '));
    done();
  };
  const socket = Object.assign(new GatheringSocket(), {
    _write: (chunk: unknown, _: string, done: () => void) => note([chunk], done),
    _writev: (chunks: { chunk: unknown }[], done: () => void) =>
      note(
        chunks.map(({ chunk }) => chunk),
        done,
      ),
  });
  socket.connect((listening.address() as AddressInfo).port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write('begin');
  socket.write('select');
  await new Promise(setImmediate);
  socket.write('commit');
  await new Promise(setImmediate);
  expect(sent).toEqual(['begin select', 'commit']);
  socket.destroy();
  listening.close();
});

import { randomBytes } from 'node:crypto';
import { expect, inject } from 'vitest';
import { asRole, inDatabase } from './cluster.ts';
import { type Connection, withClient } from './connection.ts';
import { test as withEmpty } from './empty-database.fixture.ts';
import { flawOf, prepareRoles, prepareSchema, reasonsAgainstServing } from './roles.ts';

/** A role made for the test, with these rights, that signs in to the test's database. */
const test = withEmpty.extend<{ signInAs: (rights: string) => Promise<{ name: string; connection: Connection }> }>({
  signInAs: async ({ empty }, use) => {
    const made: string[] = [];
    await use(async (rights) => {
      const name = `unfit_${randomBytes(6).toString('hex')}`;
      await run(empty.superuser, `create role ${name} login password 'x' ${rights}`);
      await run(empty.superuser, `grant connect on database ${databaseOf(empty.superuser)} to ${name}`);
      made.push(name);
      return { name, connection: asRole(empty.superuser, name, 'x') };
    });
    for (const name of made) {
      await run(empty.superuser, `reassign owned by ${name} to postgres; drop owned by ${name}; drop role ${name}`);
    }
  },
});

const run = (connection: Connection, statement: string) => withClient(connection, (client) => client.query(statement));
const databaseOf = (connection: Connection) =>
  typeof connection === 'string' ? new URL(connection).pathname.slice(1) : connection.database;
const reasons = (connection: Connection) => withClient(connection, reasonsAgainstServing);

test.for([
  [140_020, 'PostgreSQL 14 is too old'],
  [150_013, 'PostgreSQL 15.13 has a known flaw in row security (CVE-2025-8713): update the server to 15.14 or later'],
  [160_009, 'PostgreSQL 16.9 has a known flaw'],
  [170_000, 'PostgreSQL 17.0 has a known flaw'],
] as const)('the server version %i is refused', ([version, why]) => {
  expect(flawOf(version)).toContain(why);
});

test.for([150_014, 150_020, 160_010, 170_006, 180_000, 180_004])('the server version %i is trusted', (version) => {
  expect(flawOf(version)).toBeUndefined();
});

test('the application’s role is fit to serve', async ({ empty }) => {
  expect(await reasons(empty.app)).toEqual([]);
});

test('the roles that administer, own and back up are not', async ({ empty, signInAs }) => {
  expect(await reasons(empty.superuser)).toContain('it is a superuser');
  expect(await reasons(empty.owner)).toContain('it is a member of concordat_trail');
  const { passwords } = inject('server');
  const backup = asRole(empty.superuser, 'concordat_backup', passwords.backup);
  expect(await reasons(backup)).toContain('it passes row security');
  expect(await reasons((await signInAs('createrole')).connection)).toContain('it can make roles');
  expect(await reasons((await signInAs('createdb')).connection)).toContain('it can make databases');
  expect(await reasons((await signInAs('replication')).connection)).toContain('it can copy the whole server');
});

test('a role that stands in for another is not fit to serve, even where it must say so first', async ({ signInAs }) => {
  const { connection } = await signInAs('noinherit in role concordat_owner');
  expect(await reasons(connection)).toEqual(['it is a member of concordat_owner']);
});

test.for([
  ['a table', 'create table public.owned (id integer)', 'table public.owned'],
  ['a function', 'create function public.owned() returns integer language sql return 1', 'function public.owned()'],
  ['a schema', 'create schema owned', 'schema owned'],
] as const)('a role that owns %s is not fit to serve', async ([, make, what], { empty, signInAs }) => {
  const { name, connection } = await signInAs('');
  await run(
    empty.superuser,
    `grant create on schema public to ${name}; grant create on database ${databaseOf(connection)} to ${name}`,
  );
  await run(connection, make);
  await run(empty.superuser, `revoke create on schema public from ${name}`);
  expect(await reasons(connection)).toContain(`it owns ${what}`);
});

test('a role that can make tables is not fit to serve', async ({ empty, signInAs }) => {
  const { name, connection } = await signInAs('');
  expect(await reasons(connection)).toEqual([]);
  await run(empty.superuser, `grant create on schema public to ${name}`);
  expect(await reasons(connection)).toEqual(['it can make tables in the schema public']);
});

test('a prepared database is closed to everybody who was not named', async ({ empty, signInAs }) => {
  const { name, connection } = await signInAs('');
  await run(empty.superuser, `revoke connect on database ${databaseOf(empty.superuser)} from ${name}`);
  await expect(run(connection, 'select 1')).rejects.toThrow('permission denied for database');
});

test('the application cannot make anything of its own', async ({ empty }) => {
  await expect(run(empty.app, 'create table mine (id integer)')).rejects.toThrow('permission denied for schema public');
  await expect(run(empty.app, 'create temporary table mine (id integer)')).rejects.toThrow('permission denied');
  await expect(run(empty.app, 'create schema mine')).rejects.toThrow('permission denied for database');
  await expect(run(empty.app, 'set role concordat_owner')).rejects.toThrow('permission denied to set role');
});

test('the roles that own the trail and the queue cannot sign in', async ({ empty }) => {
  for (const role of ['concordat_trail', 'concordat_jobs']) {
    await expect(run(asRole(empty.superuser, role, 'guessed'), 'select 1')).rejects.toThrow(
      /password|not permitted to log in/,
    );
  }
});

test('roles and schema can be prepared again, and nothing is lost', async ({ empty }) => {
  const { passwords } = inject('server');
  await withClient(empty.superuser, (client) => prepareRoles(client, passwords));
  await withClient(empty.superuser, prepareSchema);
  expect(await reasons(empty.app)).toEqual([]);
});

test('a connection is turned to another database or role whichever way it is written', () => {
  const parts = { host: '/tmp/socket', port: 5432, user: 'postgres', password: 'p', database: 'postgres' };
  expect(inDatabase(parts, 'here')).toEqual({ ...parts, database: 'here' });
  expect(asRole(parts, 'app', 'a/b')).toEqual({ ...parts, user: 'app', password: 'a/b' });
  expect(inDatabase('postgresql://postgres:p@db.example:5433/postgres?sslmode=require', 'here')).toBe(
    'postgresql://postgres:p@db.example:5433/here?sslmode=require',
  );
  expect(asRole('postgresql://postgres:p@db.example/here', 'app', 'a/b@c')).toBe(
    'postgresql://app:a%2Fb%40c@db.example/here',
  );
});

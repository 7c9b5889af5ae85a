import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type pg from 'pg';
import { describe, expect } from 'vitest';
import { type Connection, withClient } from './connection.ts';
import { test } from './empty-database.fixture.ts';
import { type Migration, MigrationRefused, migrate, readMigrations, stillToRun } from './migrate.ts';
import { otherProcess } from './process.fixture.ts';

const aMigration = (name: string, sql: string): Migration => ({
  name: `2026-01-01-${name}`,
  path: `here/migrations/2026-01-01-${name}.sql`,
  sql,
  sha256: Buffer.from(sql).toString('hex'),
});

const first = aMigration('0900-first', 'create table first (id integer primary key)');
const second = aMigration('1000-second', 'create table second (id integer primary key)');

const ask = async (connection: Connection, question: string, values: unknown[] = []): Promise<unknown> => {
  const { rows } = await withClient(connection, (client) => client.query<Record<string, unknown>>(question, values));
  return Object.values(rows[0] ?? {})[0];
};

const tablesOf = (connection: Connection) =>
  ask(
    connection,
    `select array_agg(relname::text order by relname) from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  );

const migrationsOf = (connection: Connection) => ask(connection, 'select array_agg(name order by name) from migration');

describe('reading', () => {
  const inFolder = <T>(files: Record<string, string>, work: (folder: string) => T): T => {
    const folder = mkdtempSync(join(tmpdir(), 'concordat-migrations-'));
    try {
      for (const [file, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, file)), { recursive: true });
        writeFileSync(join(folder, file), text);
      }
      return work(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  test('migrations are ordered by their time stamp, whatever their folder', () => {
    const files = {
      'whole/migrations/2026-01-02-0900-b.sql': 'select 2',
      'platform/trail/migrations/2026-01-03-0900-c.sql': 'select 3',
      'duties/plan/migrations/2026-01-01-0900-a.sql': 'select 1',
      'duties/plan/plan.sql': 'not a migration',
    };
    const found = inFolder(files, readMigrations);
    expect(found.map(({ path, sql }) => [path, sql])).toEqual([
      ['duties/plan/migrations/2026-01-01-0900-a.sql', 'select 1'],
      ['whole/migrations/2026-01-02-0900-b.sql', 'select 2'],
      ['platform/trail/migrations/2026-01-03-0900-c.sql', 'select 3'],
    ]);
  });

  test.for(['2026-01-01-a.sql', '2026-1-1-0900-a.sql', '2026-01-01-0900-Upper.sql', 'plan.sql'])(
    'a migration named %s is refused',
    (name) => {
      expect(() => inFolder({ [`plan/migrations/${name}`]: '' }, readMigrations)).toThrow('YYYY-MM-DD-HHMM-what.sql');
    },
  );

  test('two migrations of one name are refused', () => {
    const files = { 'a/migrations/2026-01-01-0900-a.sql': '', 'b/migrations/2026-01-01-0900-a.sql': '' };
    expect(() => inFolder(files, readMigrations)).toThrow('two migrations are named 2026-01-01-0900-a');
  });

  test('our own migrations are found, and their order is that of their names', () => {
    const names = readMigrations().map(({ name }) => name);
    expect(names[0]).toBe('2026-11-23-0900-scope');
    expect(names.toSorted()).toEqual(names);
  });
});

describe('what is still to run', () => {
  test('is what has not run, also where it is older than something that has', () => {
    expect(stillToRun([first, second], new Map())).toEqual([first, second]);
    expect(stillToRun([first, second], new Map([[second.name, second.sha256]]))).toEqual([first]);
  });

  test('is refused where a shipped migration was changed', () => {
    const done = new Map([[first.name, first.sha256]]);
    const changed = aMigration('0900-first', `${first.sql} -- and a word`);
    expect(() => stillToRun([changed, second], done)).toThrow(MigrationRefused);
    expect(() => stillToRun([changed], done)).toThrow('2026-01-01-0900-first was changed after it ran');
  });

  test('is refused where the database is newer than the program', () => {
    expect(() => stillToRun([first], new Map([[second.name, second.sha256]]))).toThrow(MigrationRefused);
    expect(() => stillToRun([first], new Map([[second.name, '']]))).toThrow('use a newer version');
  });
});

describe('migrating', () => {
  test('brings an empty database up to date, and then has nothing to do', async ({ empty }) => {
    const all = readMigrations();
    expect(await migrate(empty.owner)).toEqual(all.map(({ name }) => name));
    expect(await migrate(empty.owner)).toEqual([]);
    expect(await migrationsOf(empty.app)).toEqual(all.map(({ name }) => name));
  });

  test('tells what it does', async ({ empty }) => {
    const told: string[] = [];
    await migrate(empty.owner, [first, second], (line) => told.push(line));
    expect(told).toEqual(['Migrating: 2026-01-01-0900-first', 'Migrating: 2026-01-01-1000-second']);
  });

  test('a migration that fails changes nothing, names itself, and stops those after it', async ({ empty }) => {
    const broken = aMigration(
      '0930-broken',
      'create table half (id integer); insert into half values (1); select 1 / 0',
    );
    await expect(migrate(empty.owner, [first, broken, second])).rejects.toThrow(
      'Migration here/migrations/2026-01-01-0930-broken.sql failed and changed nothing: division by zero',
    );
    expect(await tablesOf(empty.owner)).toEqual(['first', 'migration']);
    expect(await migrationsOf(empty.owner)).toEqual([first.name]);
    const mended = aMigration('0930-broken', 'create table whole (id integer)');
    expect(await migrate(empty.owner, [first, mended, second])).toEqual([mended.name, second.name]);
  });

  test('a changed migration and a newer database are refused before anything is done', async ({ empty }) => {
    await migrate(empty.owner, [first]);
    const changed = aMigration('0900-first', 'create table other (id integer)');
    await expect(migrate(empty.owner, [changed, second])).rejects.toThrow(MigrationRefused);
    await expect(migrate(empty.owner, [second])).rejects.toThrow('use a newer version');
    expect(await tablesOf(empty.owner)).toEqual(['first', 'migration']);
  });

  test('the role that serves people cannot migrate', async ({ empty }) => {
    await expect(migrate(empty.app, [first])).rejects.toThrow('permission denied');
    expect(await tablesOf(empty.owner)).toBeNull();
  });

  test('a queue that was made and not yet opened to the application is opened', async ({ empty }) => {
    await migrate(empty.owner, []);
    await ask(empty.superuser, 'revoke all on all tables in schema pgboss from concordat_app');
    await migrate(empty.owner, []);
    expect(await ask(empty.app, 'select count(*) from pgboss.queue')).toBe(0);
  });

  test('the role that serves people uses the queue, and the queue’s tables are not its own', async ({ empty }) => {
    await migrate(empty.owner, []);
    expect(await ask(empty.app, 'select count(*) from pgboss.queue')).toBe(0);
    await expect(ask(empty.app, 'drop table pgboss.queue')).rejects.toThrow('must be owner');
  });
});

describe('two processes at once', () => {
  const migrating = (empty: { owner: Connection }) =>
    otherProcess(
      `import { migrate } from './migrate.ts';
       const ran = await migrate(JSON.parse(process.env.OWNER), JSON.parse(process.env.MIGRATIONS));
       console.log(JSON.stringify(ran));`,
      { env: { ...process.env, OWNER: JSON.stringify(empty.owner), MIGRATIONS: JSON.stringify([gate, second]) } },
    );
  const gate = aMigration('0900-gate', 'select pg_advisory_xact_lock(1); create table gate (id integer)');

  const waiting = async (watcher: pg.Client) => {
    const { rows } = await watcher.query<{ count: number }>(`
      select count(*)::int as count from pg_locks
       where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`);
    return rows[0]?.count ?? 0;
  };

  test('the second waits for the first, and then has nothing to do', async ({ empty }) => {
    await withClient(empty.superuser, async (watcher) => {
      await watcher.query('select pg_advisory_lock(1)');
      const one = migrating(empty);
      await expect.poll(() => waiting(watcher), { timeout: 10_000 }).toBe(1);
      const other = migrating(empty);
      await expect.poll(() => waiting(watcher), { timeout: 10_000 }).toBe(2);
      await watcher.query('select pg_advisory_unlock(1)');
      expect(JSON.parse(await one.line())).toEqual([gate.name, second.name]);
      expect(JSON.parse(await other.line())).toEqual([]);
      expect(await Promise.all([one.end(), other.end()])).toEqual([
        { code: 0, said: '' },
        { code: 0, said: '' },
      ]);
    });
  });

  test('the second goes on where the first was killed half way', async ({ empty }) => {
    await withClient(empty.superuser, async (watcher) => {
      await watcher.query('select pg_advisory_lock(1)');
      const one = migrating(empty);
      await expect.poll(() => waiting(watcher), { timeout: 10_000 }).toBe(1);
      one.child.kill('SIGKILL');
      await one.end();
      const other = migrating(empty);
      await watcher.query('select pg_advisory_unlock(1)');
      expect(JSON.parse(await other.line())).toEqual([gate.name, second.name]);
    });
    expect(await migrationsOf(empty.owner)).toEqual([gate.name, second.name]);
  });
});

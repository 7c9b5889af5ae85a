import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type pg from 'pg';
import { getConstructionPlans } from 'pg-boss';
import { projectRoot } from '../project.ts';
import { type Connection, withClient } from './connection.ts';
import { findFlaw } from './roles.ts';

export interface Migration {
  /** File name without its ending; the order of migrations is the order of their names, whatever the folder. */
  name: string;
  path: string;
  sql: string;
  sha256: string;
}

/** A database that these migrations cannot be brought to; the message says why and what to do. */
export class MigrationRefused extends Error {}

/** The advisory lock that whoever changes the schema holds. */
export const schemaLock = 6_103_251_142;

/**
 * Every migration under `folder`, in order.
 *
 * @throws {Error} when a file is not named `YYYY-MM-DD-HHMM-what.sql` or two have one name
 */
export function readMigrations(folder = join(projectRoot, 'src')): Migration[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\/migrations\/[^/]+\.sql$/.test(file),
  );
  const migrations = files.map((file) => {
    const name = basename(file, '.sql');
    if (!/^\d{4}-\d{2}-\d{2}-\d{4}-[a-z0-9-]+$/.test(name))
      throw new Error(`${file} is not named YYYY-MM-DD-HHMM-what.sql`);
    const sql = readFileSync(join(folder, file), 'utf8');
    return { name, path: file, sql, sha256: createHash('sha256').update(sql).digest('hex') };
  });
  migrations.sort((a, b) => (a.name < b.name ? -1 : 1));
  const twice = migrations.find((migration, at) => migrations[at + 1]?.name === migration.name);
  if (twice) throw new Error(`two migrations are named ${twice.name}`);
  return migrations;
}

/**
 * Brings the database up to date, as its owner; each migration is whole or not there. Safe to repeat and by two at once.
 *
 * @returns the names of those that ran now
 * @throws {MigrationRefused} when a shipped migration was changed, the database is newer than this program, or the server
 *   cannot be trusted
 */
export function migrate(
  owner: Connection,
  migrations = readMigrations(),
  tell: (line: string) => void = () => {},
): Promise<string[]> {
  return withClient(owner, async (client) => {
    await refuseFlawedServer(client);
    await client.query('select pg_advisory_lock($1)', [schemaLock]);
    try {
      await prepareQueue(client);
      return await runMissing(client, migrations, tell);
    } finally {
      await client.query('select pg_advisory_unlock($1)', [schemaLock]);
    }
  });
}

async function refuseFlawedServer(client: pg.Client): Promise<void> {
  const flaw = await findFlaw(client);
  if (flaw) throw new MigrationRefused(flaw);
}

async function runMissing(client: pg.Client, migrations: Migration[], tell: (line: string) => void): Promise<string[]> {
  await makeMigrationTable(client);
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from migration');
  const done = new Map(rows.map((row) => [row.name, row.sha256]));
  const missing = stillToRun(migrations, done);
  for (const migration of missing) {
    tell(`Migrating: ${migration.name}`);
    await client.query('begin');
    try {
      await client.query(`set local lock_timeout = '10s'`);
      await runMigration(client, migration);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw new Error(`Migration ${migration.path} failed and changed nothing: ${(error as Error).message}`, {
        cause: error,
      });
    }
  }
  return missing.map((migration) => migration.name);
}

/** Makes the table that tells which migrations have run, where it is not there. */
export async function makeMigrationTable(client: pg.ClientBase): Promise<void> {
  await client.query(`create table if not exists migration (
    name text primary key, sha256 text not null, applied_at timestamptz not null default now());
    grant select on migration to concordat_app`);
}

/** Runs `migration` and writes down that it has run, in the caller's transaction. */
export async function runMigration(client: pg.ClientBase, { name, sql, sha256 }: Migration): Promise<void> {
  await client.query(sql);
  await client.query('insert into migration (name, sha256) values ($1, $2)', [name, sha256]);
}

/**
 * Which migrations have not run on a database where `done` (name to hash) have.
 *
 * @throws {MigrationRefused} when one that ran has changed since, or one that ran is unknown here
 */
export function stillToRun(migrations: readonly Migration[], done: ReadonlyMap<string, string>): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const [name, sha256] of done) {
    const migration = known.get(name);
    if (!migration) {
      throw new MigrationRefused(
        `The database has the migration ${name}, which this version of Concordat does not know: use a newer version`,
      );
    }
    if (migration.sha256 !== sha256) {
      throw new MigrationRefused(
        `The migration ${name} was changed after it ran here: put it back, and write a new one for the change`,
      );
    }
  }
  return migrations.filter((migration) => !done.has(migration.name));
}

/**
 * The queue's own tables, made once by the library that owns them, as the role that owns their schema. The library commits
 * for itself, so what was cut short is seen and finished.
 */
async function prepareQueue(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ made: boolean; granted: boolean | null }>(`
    select to_regclass('pgboss.version') is not null as made,
           has_table_privilege('concordat_app', to_regclass('pgboss.version'), 'select') as granted`);
  const [queue] = rows;
  if (queue?.granted) return;
  await client.query('set role concordat_jobs');
  try {
    if (!queue?.made) await client.query(getConstructionPlans('pgboss', { createSchema: false }));
    await client.query(`
      grant select, insert, update, delete on all tables in schema pgboss to concordat_app;
      grant execute on all functions in schema pgboss to concordat_app`);
  } finally {
    await client.query('reset role');
  }
}

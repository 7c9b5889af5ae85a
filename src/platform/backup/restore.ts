import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, isAbsolute, join, normalize } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { type Connection, withClient } from '../database/connection.ts';
import { type Migration, makeMigrationTable, migrate, runMigration, schemaLock } from '../database/migrate.ts';
import type { MasterKey } from '../sealed/master-key.ts';
import { writeRestored } from '../trail/heads.ts';
import { type Contents, type Manifest, readArchive } from './archive.ts';
import type { TableListed } from './backup.store.ts';
import { BackupRefused } from './refused.ts';
import { clearGround, copyIn, listLastSeals, refuseFilled, setSequences, takeGuardsDown } from './restore.store.ts';

export interface RestoreOptions {
  /** As the owner of the schema. */
  owner: Connection;
  master: MasterKey;
  /** Where the files of the deployment go; must not hold any. */
  filesFolder: string;
  /** Where the heads of the trail are kept. */
  headsFolder: string;
  /** Those this version of Concordat knows. */
  migrations: readonly Migration[];
}

/** What a backup is, once the whole of it was read and found as it was written. */
export interface BackupChecked {
  manifest: Manifest;
  contents: Contents;
}

/**
 * Reads the whole of the backup and writes nothing.
 *
 * @param migrations those this version knows; a backup that has others is refused at once
 * @throws {BackupRefused} by name, when it cannot be restored here
 */
export async function checkBackup(
  path: string,
  master: MasterKey,
  migrations: readonly Migration[],
): Promise<BackupChecked> {
  let manifest: Manifest | undefined;
  const contents = await readArchive(path, master, {
    manifest: async (said) => {
      migrationsOf(said, migrations);
      manifest = said;
    },
    table: (_name, lines) => readThrough(lines),
    async file(name, bytes) {
      checkedPath(name);
      await readThrough(bytes);
    },
  });
  if (!manifest) throw new BackupRefused('altered', 'The backup has no manifest');
  return { manifest, contents };
}

async function readThrough(bytes: AsyncIterable<Buffer>): Promise<void> {
  const chunks = bytes[Symbol.asyncIterator]();
  while (!(await chunks.next()).done);
}

/** The migrations that the backup was made under, as this version has them, in order. */
function migrationsOf({ migrations, concordat }: Manifest, known: readonly Migration[]): Migration[] {
  const byName = new Map(known.map((migration) => [migration.name, migration]));
  return migrations.map(({ name, sha256 }) => {
    const migration = byName.get(name);
    if (!migration)
      throw new BackupRefused(
        'newer-version',
        `The backup was made by Concordat ${concordat}, which is newer than this one (it has the migration ${name}): use that version`,
      );
    if (migration.sha256 !== sha256)
      throw new BackupRefused(
        'changed-version',
        `The backup was made by Concordat ${concordat}, whose migration ${name} is not the one here: use that version`,
      );
    return migration;
  });
}

/**
 * Puts everything back as it was when the backup was made, and brings it to this version. The whole file is checked before
 * the first row is written, and the database is filled in one transaction: where anything fails, it is as it was before.
 *
 * @throws {BackupRefused} by name: cut-short, altered, wrong-key, newer-version, not-empty, …
 */
export async function restoreBackup(path: string, options: RestoreOptions): Promise<BackupChecked> {
  const { owner, master, migrations, filesFolder, headsFolder } = options;
  // what the owner sees without more is enough to refuse a database in use, and not to disturb it
  await withClient(owner, refuseFilled);
  const found = await readdir(filesFolder).catch(() => []);
  if (found.length)
    throw new BackupRefused('not-empty', `There are files in ${filesFolder} already. Move them away first`);
  const checked = await checkBackup(path, master, migrations);
  const seals = await withFiles(filesFolder, (placeFiles) =>
    withClient(owner, (client) => inRestore(client, () => load(client, path, options, placeFiles))),
  );
  for (const { partnership, number } of seals) writeRestored(headsFolder, partnership, number, new Date());
  await migrate(owner, [...migrations]);
  await withClient(owner, (client) => client.query('analyze'));
  return checked;
}

/** Files are unpacked beside their folder and put in its place as the last thing before the commit; not at all when `work` fails. */
async function withFiles<T>(folder: string, work: (files: Files) => Promise<T>): Promise<T> {
  const half = `${folder}.restoring-${process.pid}`;
  const gone = { to: half };
  const place = async () => {
    await mkdir(half, { recursive: true, mode: 0o700 });
    await rename(half, folder);
    gone.to = folder;
  };
  try {
    return await work({ half, place });
  } catch (error) {
    await rm(gone.to, { recursive: true, force: true });
    throw error;
  }
}

interface Files {
  /** Where they are unpacked. */
  half: string;
  /** Puts them where they belong. */
  place(): Promise<void>;
}

/** One transaction, while nobody else changes the schema. */
async function inRestore<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [schemaLock]);
  if (!rows[0]?.free) throw inUse();
  await client.query(`begin; set local lock_timeout = '5s'`);
  try {
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error instanceof pg.DatabaseError && error.code === '55P03' ? inUse() : error;
  }
}

const inUse = () => new BackupRefused('in-use', 'Something else is using the database: stop Concordat there first');

/** Builds the schema as it was when the backup was made, fills it, and migrates it forward. @returns the last seals restored */
async function load(client: pg.Client, path: string, { master, migrations }: RestoreOptions, files: Files) {
  await clearGround(client);
  let done: readonly Migration[] = [];
  let columns = new Map<string, TableListed>();
  let putGuardsBack = async () => {};
  const contents = await readArchive(path, master, {
    async manifest(manifest) {
      done = migrationsOf(manifest, migrations);
      columns = new Map(manifest.tables.map((table) => [table.name, table]));
      await makeMigrationTable(client);
      for (const migration of done) await runMigration(client, migration);
      putGuardsBack = await takeGuardsDown(client);
    },
    table: (name, lines) => copyIn(client, columns.get(name) ?? { name, columns: [] }, lines),
    file: (name, bytes) => writeFileBelow(files.half, name, bytes),
  });
  await setSequences(client, contents.sequences);
  const seals = await listLastSeals(client);
  await putGuardsBack();
  for (const migration of migrations) if (!done.includes(migration)) await runMigration(client, migration);
  await files.place();
  return seals;
}

async function writeFileBelow(folder: string, name: string, bytes: AsyncIterable<Buffer>): Promise<void> {
  const path = join(folder, checkedPath(name));
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await pipeline(Readable.from(bytes), createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }));
}

/** @throws {BackupRefused} when the path would lead out of the folder */
function checkedPath(name: string): string {
  const plain = normalize(name);
  if (isAbsolute(plain) || plain.split('/').includes('..'))
    throw new BackupRefused('altered', 'The backup holds a file that would lie outside its folder');
  return plain;
}

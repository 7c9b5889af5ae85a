import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Contents, Manifest } from './archive.ts';
import { BackupRefused } from './refused.ts';

/** Tables whose rows are not in a backup: the schema's own history, which a restore writes, and sign-ins, which would come back to life. */
export const leftOut: readonly string[] = ['migration', 'session'];

export type TableListed = Manifest['tables'][number];

/** Every table of the schema with the columns that hold something of their own, by name. */
export async function listTables(client: pg.ClientBase): Promise<TableListed[]> {
  const { rows } = await client.query<TableListed>(
    `select c.relname as name,
            (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
              where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
       from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> all ($1)
      order by c.relname`,
    [leftOut],
  );
  return rows;
}

/**
 * Does `work` inside one snapshot of the whole database; tables stay as they are meanwhile, rows may change.
 *
 * @throws {BackupRefused} when the role would not see every row, or a migration is changing tables right now
 */
export async function inSnapshot<T>(
  client: pg.ClientBase,
  work: (tables: readonly TableListed[]) => Promise<T>,
): Promise<T> {
  const { rows } = await client.query<{ sees: boolean }>(
    `select rolsuper or rolbypassrls as sees from pg_roles where rolname = current_user`,
  );
  if (!rows[0]?.sees)
    throw new BackupRefused(
      'cannot-read-all',
      'The role of DATABASE_BACKUP_URL does not see every row: use the one that "concordat database prepare" prints',
    );
  const listed = await listTables(client);
  await client.query('begin isolation level repeatable read read only');
  try {
    if (listed.length)
      await client.query(`lock table ${listed.map(({ name }) => quoted(name)).join(', ')} in access share mode`);
    await client.query(`set local row_security = off; ${plainText}`);
    const tables = await listTables(client);
    if (JSON.stringify(tables) !== JSON.stringify(listed))
      throw new BackupRefused('in-use', 'Tables are being changed right now (a migration runs): try again');
    return await work(tables);
  } finally {
    await client.query('rollback');
  }
}

/** Values as text in one form, whatever the role's or the database's habits. */
export const plainText = `set local datestyle = 'ISO, YMD'; set local intervalstyle = 'iso_8601'; set local timezone = 'UTC';
  set local extra_float_digits = 1; set local client_encoding = 'UTF8'; set local bytea_output = 'hex'`;

/** A table's rows as `COPY` writes them. */
export const copyOut = (client: pg.Client, { name, columns }: TableListed): AsyncIterable<Buffer> =>
  client.query(copyTo(`copy (select ${columns.map(quoted).join(', ')} from ${quoted(name)}) to stdout`));

export async function listMigrationsRun(client: pg.ClientBase): Promise<Manifest['migrations']> {
  const { rows } = await client.query<Manifest['migrations'][number]>(
    'select name, sha256 from migration order by name',
  );
  return rows;
}

/** Where every sequence stands. Never behind the rows of the snapshot: a sequence only goes forward. */
export async function listSequences(client: pg.ClientBase): Promise<Contents['sequences']> {
  const { rows: names } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S' order by relname`,
  );
  const sequences: Contents['sequences'] = [];
  for (const { name } of names) {
    const { rows } = await client.query<{ value: number; called: boolean }>(
      `select last_value as value, is_called as called from ${quoted(name)}`,
    );
    for (const row of rows) sequences.push({ name, ...row });
  }
  return sequences;
}

export async function serverVersion(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ version: number }>(
    `select current_setting('server_version_num')::int as version`,
  );
  return rows[0]?.version ?? 0;
}

/** A name of the catalogue, safe in SQL. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

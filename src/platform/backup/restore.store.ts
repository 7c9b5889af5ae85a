import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Contents } from './archive.ts';
import { listTables, plainText, quoted, type TableListed } from './backup.store.ts';
import { BackupRefused } from './refused.ts';

/**
 * Refuses a database that holds anything of anybody. What everyone may know (places, judgements, bank holidays) does not
 * count: Concordat loads that by itself.
 *
 * @throws {BackupRefused} not-empty
 */
export async function refuseFilled(client: pg.ClientBase): Promise<void> {
  for (const { name } of await listTables(client)) {
    if (await isReference(client, name)) continue;
    const { rows } = await client.query<{ filled: boolean }>(`select exists (select from ${quoted(name)}) as filled`);
    if (rows[0]?.filled) {
      throw new BackupRefused(
        'not-empty',
        `The database holds something already (in the table ${name}). Restore into an empty one: another CONCORDAT_DATA folder, or a database that "concordat database prepare" has just made`,
      );
    }
  }
}

/** Whether a table holds public facts of no partnership: every column is of class P0 and none names a partnership. */
async function isReference(client: pg.ClientBase, name: string): Promise<boolean> {
  const { rows } = await client.query<{ reference: boolean }>(
    `select bool_and(col_description(attrelid, attnum) = 'P0' and attname <> 'partnership_id') as reference
       from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
    [quoted(name)],
  );
  return rows[0]?.reference ?? false;
}

/** What the owner's role and those it is a member of own in the schema: all of it goes. Rights on the schema stay. */
async function dropSchema(client: pg.ClientBase): Promise<void> {
  const owned = `pg_has_role(current_user, %s, 'usage') and not exists (
    select from pg_depend d where d.objid = o.oid and d.deptype = 'e')`;
  const { rows: tables } = await client.query<{ name: string }>(
    `select o.oid::regclass::text as name from pg_class o where o.relnamespace = 'public'::regnamespace and o.relkind in ('r', 'p')
        and not o.relispartition and ${owned.replace('%s', 'o.relowner')}`,
  );
  for (const { name } of tables) await client.query(`drop table if exists ${name} cascade`);
  const { rows: routines } = await client.query<{ name: string }>(
    `select o.oid::regprocedure::text as name from pg_proc o where o.pronamespace = 'public'::regnamespace and ${owned.replace('%s', 'o.proowner')}`,
  );
  for (const { name } of routines) await client.query(`drop routine if exists ${name} cascade`);
}

/** What stands in the way of loading rows as they were: triggers, foreign keys, and security that binds the owner too. */
interface Guards {
  forced: readonly string[];
  triggers: readonly { table: string; name: string; enabled: string }[];
  keys: readonly { table: string; name: string; definition: string }[];
}

async function readGuards(client: pg.ClientBase): Promise<Guards> {
  const { rows: forced } = await client.query<{ table: string }>(
    `select c.oid::regclass::text as table from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relforcerowsecurity order by 1`,
  );
  const { rows: triggers } = await client.query<Guards['triggers'][number]>(
    `select tgrelid::regclass::text as table, tgname as name, tgenabled::text as enabled
       from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where c.relnamespace = 'public'::regnamespace and not tgisinternal and tgparentid = 0 order by 1, 2`,
  );
  const { rows: keys } = await client.query<Guards['keys'][number]>(
    `select k.conrelid::regclass::text as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
       from pg_constraint k join pg_class c on c.oid = k.conrelid
      where c.relnamespace = 'public'::regnamespace and k.contype = 'f' and k.conparentid = 0 order by 1, 2`,
  );
  return { forced: forced.map(({ table }) => table), triggers, keys };
}

/**
 * Takes the guards down: no trigger writes a second trail, and rows come in any order. Inside the caller's transaction, so
 * nobody ever sees the tables unguarded.
 *
 * @returns what puts each back as it was, checking every foreign key; it fails when that did not succeed, and the transaction
 *   must then be rolled back
 */
export async function takeGuardsDown(client: pg.ClientBase): Promise<() => Promise<void>> {
  const before = await readGuards(client);
  for (const { table, name } of before.keys) await client.query(`alter table ${table} drop constraint ${quoted(name)}`);
  for (const { table, name } of before.triggers)
    await client.query(`alter table ${table} disable trigger ${quoted(name)}`);
  await unbindOwner(client, before.forced);
  await client.query(plainText);
  return async () => {
    for (const { table, name, definition } of before.keys)
      await client.query(`alter table ${table} add constraint ${quoted(name)} ${definition}`);
    for (const { table, name, enabled } of before.triggers)
      await client.query(`alter table ${table} ${howEnabled[enabled] ?? 'disable'} trigger ${quoted(name)}`);
    for (const table of before.forced) await client.query(`alter table ${table} force row level security`);
    if (JSON.stringify(await readGuards(client)) !== JSON.stringify(before))
      throw new Error('the guards of the tables were not put back as they were');
  };
}

async function unbindOwner(client: pg.ClientBase, forced: readonly string[]): Promise<void> {
  for (const table of forced) await client.query(`alter table ${table} no force row level security`);
}

/**
 * Makes room for a restore, inside the caller's transaction: looks, past row security, whether the database is empty, and
 * takes away what a fresh migration has made.
 *
 * @throws {BackupRefused} not-empty
 */
export async function clearGround(client: pg.ClientBase): Promise<void> {
  await unbindOwner(client, (await readGuards(client)).forced);
  await refuseFilled(client);
  await dropSchema(client);
}

const howEnabled: Record<string, string> = { O: 'enable', A: 'enable always', R: 'enable replica', D: 'disable' };

/** Writes rows as `copyOut` gave them. Identity columns keep the values they had. */
export async function copyIn(
  client: pg.Client,
  { name, columns }: TableListed,
  lines: AsyncIterable<Buffer>,
): Promise<void> {
  const into = client.query(copyFrom(`copy ${quoted(name)} (${columns.map(quoted).join(', ')}) from stdin`));
  await pipeline(Readable.from(lines), into);
}

/** Sets each sequence where it stood. */
export async function setSequences(client: pg.ClientBase, sequences: Contents['sequences']): Promise<void> {
  for (const { name, value, called } of sequences)
    await client.query('select setval($1::regclass, $2, $3)', [quoted(name), value, called]);
}

/** The last seal of each partnership's trail as it now stands, 0 where there is none. Asked while security does not bind the owner. */
export async function listLastSeals(client: pg.ClientBase): Promise<{ partnership: string; number: number }[]> {
  const { rows } = await client.query<{ partnership: string; number: number }>(
    `select p.partnership_id as partnership, coalesce(max(s.number), 0) as number
       from partnership_slug p left join trail_seal s on s.partnership_id = p.partnership_id group by p.partnership_id order by 1`,
  );
  return rows;
}

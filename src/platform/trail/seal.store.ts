import { type Kysely, sql } from 'kysely';
import type { RowOf, Scope, Tables } from '../database/database.ts';
import { type Mark, markOf, marksFromBytes, marksToBytes, type Seal } from './seal.ts';

/** The newest seal of the partnership, or undefined where nothing was sealed yet. */
export async function findLastSeal(scope: Scope): Promise<Seal | undefined> {
  const row = await selectSeals(scope).orderBy('number', 'desc').limit(1).executeTakeFirst();
  return row && toSeal(row);
}

/** Up to `limit` seals after number `after`, in order. */
export async function listSeals(scope: Scope, after: number, limit: number): Promise<Seal[]> {
  return (await selectSeals(scope).where('number', '>', after).orderBy('number').limit(limit).execute()).map(toSeal);
}

const selectSeals = ({ db, partnership }: Scope) =>
  db
    .selectFrom('trail_seal')
    .where('partnership_id', '=', partnership)
    .select(['partnership_id', 'number', 'marks', 'made_at', 'key_id', 'hash', 'signature']);

const toSeal = (row: RowOf<typeof selectSeals>): Seal => ({
  partnership: row.partnership_id,
  number: row.number,
  marks: marksFromBytes(row.marks),
  madeAt: row.made_at,
  keyId: row.key_id,
  hash: row.hash,
  signature: row.signature,
});

/** Keeps `seal`. @returns false when somebody else has made one of its number meanwhile */
export async function addSeal({ db, partnership }: Scope, seal: Seal): Promise<boolean> {
  const result = await db
    .insertInto('trail_seal')
    .values({
      partnership_id: partnership,
      number: seal.number,
      marks: marksToBytes(seal.marks),
      hash: seal.hash,
      key_id: seal.keyId,
      signature: seal.signature,
      made_at: seal.madeAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/**
 * Tells the planner to read entries and seals by their numbers. Left to itself it may fetch and sort all that is left of a
 * trail for every thousand of it, when the table has grown faster than its statistics.
 */
export async function readInOrder({ db }: Scope): Promise<void> {
  await sql`set local enable_sort = off; set local enable_bitmapscan = off`.execute(db);
}

/** Marks of the entries after number `after` up to number `upTo`, in order, `limit` at most. Only the service sees them all. */
export async function listMarks(
  { db, partnership }: Scope,
  after: number,
  upTo: number,
  limit: number,
): Promise<Mark[]> {
  const rows = await db
    .selectFrom('trail_entry')
    .where('partnership_id', '=', partnership)
    .where('id', '>', after)
    .where('id', '<=', upTo)
    .select(['id', wholeContent.as('line')])
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id, line }) => markOf(id, line));
}

/** Everything an entry says, in one form: JSON as PostgreSQL keeps it, the instant in microseconds. Sealed: never change it. */
const wholeContent = sql<string>`json_build_array(partnership_id, id, (extract(epoch from at) * 1000000)::bigint, transaction_id::text,
  backend, account_id, person_id, on_behalf_of, act, record, record_key, case_id, before, after, detail)::text`;

/** An entry in a few words for the operator: no content, no names. */
export interface EntryInBrief {
  at: Date;
  act: string;
  record: string;
}

export async function findEntryInBrief({ db, partnership }: Scope, id: number): Promise<EntryInBrief | undefined> {
  return await db
    .selectFrom('trail_entry')
    .where('partnership_id', '=', partnership)
    .where('id', '=', id)
    .select(['at', 'act', 'record'])
    .executeTakeFirst();
}

/** How many entries wait for a seal, and since when. */
export async function countUnsealed(
  { db, partnership }: Scope,
  after: number,
): Promise<{ waiting: number; since: Date | undefined }> {
  const row = await db
    .selectFrom('trail_entry')
    .where('partnership_id', '=', partnership)
    .where('id', '>', after)
    .select(({ fn }) => [fn.countAll<number>().as('waiting'), fn.min<Date | null>('at').as('since')])
    .executeTakeFirstOrThrow();
  return { waiting: row.waiting, since: row.since ?? undefined };
}

/** Up to which entry everything will be settled once the transactions that ran at that moment have ended. */
export interface Horizon {
  entry: number;
  transaction: string;
}

/**
 * Where the trail stands now.
 *
 * An entry takes its number when its transaction has a number already, so every entry up to `entry` belongs to a transaction
 * before `transaction`: that one is new, and taken after the entry was read. (The end of a snapshot would not do: it is the
 * last transaction that has ended, and younger ones may be running.)
 */
export async function findHorizon(db: Kysely<Tables>): Promise<Horizon> {
  const sequence = await sql<{ entry: number }>`
    select case when is_called then last_value else 0 end as entry from trail_entry_id_seq`.execute(db);
  const own = await sql<{ transaction: string }>`select pg_current_xact_id()::text as transaction`.execute(db);
  return { entry: sequence.rows[0]?.entry ?? 0, transaction: own.rows[0]?.transaction ?? '0' };
}

/** Whether every transaction that could still bring an entry up to the horizon has ended. */
export async function isSettled(db: Kysely<Tables>, horizon: Horizon): Promise<boolean> {
  const { rows } = await sql<{ settled: boolean }>`
    select pg_snapshot_xmin(pg_current_snapshot()) >= ${horizon.transaction}::xid8 as settled`.execute(db);
  return rows[0]?.settled ?? false;
}

/** Tables of partnerships whose changes go unrecorded, or whose row security is off: none, unless somebody has meddled. */
export async function listUnfollowedTables(db: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       and exists (select from pg_policy p where p.polrelid = c.oid)
       and (not c.relrowsecurity or not c.relforcerowsecurity
            or not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'trail_truncate' and t.tgenabled in ('O', 'A'))
            or c.relname not in ('trail_entry', 'trail_seal')
               and not exists (select from pg_trigger t join pg_proc f on f.oid = t.tgfoid
                                where t.tgrelid = c.oid and f.proname = 'trail_change' and t.tgenabled in ('O', 'A')))
     order by c.relname`.execute(db);
  return rows.map((row) => row.name);
}

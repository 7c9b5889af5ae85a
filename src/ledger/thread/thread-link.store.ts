import { type Selectable, sql } from 'kysely';
import type { RecordRef } from '../../partnership/record-type.ts';
import type { Scope } from '../../platform/database/database.ts';
import { newId } from '../../platform/database/ids.ts';
import type { ThreadLinkTable } from '../tables.generated.ts';

export type Relation = Selectable<ThreadLinkTable>['relation'];

/** One step of the thread: `from` led to, answers, evidences or duplicates `to`. */
export interface ThreadLink {
  id: string;
  from: RecordRef;
  relation: Relation;
  to: RecordRef;
}

/**
 * Ties two records together; said again it changes nothing. Whoever calls has seen that the person may know of both.
 *
 * @param brought whether it comes with both from another partnership: then nobody here made it
 */
export async function tie(
  scope: Scope,
  from: RecordRef,
  relation: Relation,
  to: RecordRef,
  brought = false,
): Promise<void> {
  await scope.db
    .insertInto('thread_link')
    .values({
      partnership_id: scope.partnership,
      id: newId(),
      from_kind: from.kind,
      from_id: from.id,
      relation,
      to_kind: to.kind,
      to_id: to.id,
      made_by: brought ? null : scope.person,
      made_on: scope.today,
    })
    .onConflict((same) => same.doNothing())
    .execute();
}

export async function untie({ db, partnership }: Scope, id: string): Promise<void> {
  await db.deleteFrom('thread_link').where('partnership_id', '=', partnership).where('id', '=', id).execute();
}

export async function findTie({ db, partnership }: Scope, id: string): Promise<ThreadLink | undefined> {
  const row = await db
    .selectFrom('thread_link')
    .select(['id', 'from_kind', 'from_id', 'relation', 'to_kind', 'to_id'])
    .where('partnership_id', '=', partnership)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && linkOf(row);
}

/**
 * Every step that begins or ends at one of `ids`, oldest first, 500 at most. They name records that the person of the scope may
 * not know of: only what the types of records mention may be shown.
 */
export async function listTies({ db, partnership }: Scope, ids: readonly string[]): Promise<ThreadLink[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('thread_link')
    .select(['id', 'from_kind', 'from_id', 'relation', 'to_kind', 'to_id'])
    .where('partnership_id', '=', partnership)
    .where((where) => where.or([where('from_id', 'in', ids), where('to_id', 'in', ids)]))
    .orderBy('id')
    .limit(500)
    .execute();
  return rows.map(linkOf);
}

/** Every step there is, oldest first, for whoever carries the partnership over. */
export async function listAllTies({ db, partnership }: Scope): Promise<ThreadLink[]> {
  const rows = await db
    .selectFrom('thread_link')
    .select(['id', 'from_kind', 'from_id', 'relation', 'to_kind', 'to_id'])
    .where('partnership_id', '=', partnership)
    .orderBy('id')
    .execute();
  return rows.map(linkOf);
}

/** How many steps away from a record its thread is followed, either way. */
const farthest = 6;

/**
 * The steps of the thread of a record, oldest first, 400 at most: those to what it came from and what it led to, up to six steps
 * away, and those that begin or end at it. They name records that the person of the scope may not know of: only what the types
 * of records mention may be shown.
 */
export async function listThreadOf({ db, partnership }: Scope, id: string): Promise<ThreadLink[]> {
  const flows = sql`"partnership_id" = ${partnership} and relation in ('led-to', 'answers')`;
  const { rows } = await sql<ThreadLinkRow>`with recursive
    before (id, steps) as (
      select ${id}::uuid, 0 union
      select earlier_id, steps + 1 from before join thread_link on later_id = before.id
       where ${flows} and steps < ${farthest}),
    after (id, steps) as (
      select ${id}::uuid, 0 union
      select later_id, steps + 1 from after join thread_link on earlier_id = after.id
       where ${flows} and steps < ${farthest})
    select id, from_kind, from_id, relation, to_kind, to_id from thread_link
     where ${flows} and later_id in (select before.id from before) and earlier_id in (select before.id from before)
    union
    select id, from_kind, from_id, relation, to_kind, to_id from thread_link
     where ${flows} and earlier_id in (select after.id from after) and later_id in (select after.id from after)
    union
    select id, from_kind, from_id, relation, to_kind, to_id from thread_link
     where "partnership_id" = ${partnership} and (from_id = ${id} or to_id = ${id})
     order by id limit 400`.execute(db);
  return rows.map(linkOf);
}

type ThreadLinkRow = Pick<
  Selectable<ThreadLinkTable>,
  'id' | 'from_kind' | 'from_id' | 'relation' | 'to_kind' | 'to_id'
>;

const linkOf = (row: ThreadLinkRow): ThreadLink => ({
  id: row.id,
  from: { kind: row.from_kind, id: row.from_id },
  relation: row.relation,
  to: { kind: row.to_kind, id: row.to_id },
});

import type { Selectable } from 'kysely';
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

/** Ties two records together; said again it changes nothing. Whoever calls has seen that the person may know of both. */
export async function tie(scope: Scope, from: RecordRef, relation: Relation, to: RecordRef): Promise<void> {
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
      made_by: scope.person,
      made_on: scope.today,
    })
    .onConflict((same) => same.doNothing())
    .execute();
}

export async function untie({ db, partnership }: Scope, id: string): Promise<void> {
  await db.deleteFrom('thread_link').where('partnership_id', '=', partnership).where('id', '=', id).execute();
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
  return rows.map((row) => ({
    id: row.id,
    from: { kind: row.from_kind, id: row.from_id },
    relation: row.relation,
    to: { kind: row.to_kind, id: row.to_id },
  }));
}

import type { Scope } from '../../platform/database/database.ts';

/** A task that somebody has because of a gap. */
export interface GapTask {
  person: string;
  /** The gap's record. */
  record: string;
}

/** Every task of `kind` that anybody has. */
export async function listGapTasks({ db, partnership }: Scope, kind: string): Promise<GapTask[]> {
  const rows = await db
    .selectFrom('task')
    .select(['person_id', 'record_id'])
    .where('partnership_id', '=', partnership)
    .where('kind', '=', kind)
    .execute();
  return rows.map(({ person_id, record_id }) => ({ person: person_id, record: record_id }));
}

/** Takes one task of `kind` from one person; others who have it keep it. */
export async function dropGapTask(
  { db, partnership }: Scope,
  kind: string,
  { person, record }: GapTask,
): Promise<void> {
  await db
    .deleteFrom('task')
    .where('partnership_id', '=', partnership)
    .where('kind', '=', kind)
    .where('person_id', '=', person)
    .where('record_id', '=', record)
    .execute();
}

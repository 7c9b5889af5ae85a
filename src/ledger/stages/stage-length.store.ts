import type { Scope } from '../../platform/database/database.ts';
import type { Road, StageLength } from './stages.ts';

/** The lengths that the partnership has set for the stages of a road. */
export async function listStageLengths({ db, partnership }: Scope, road: Road): Promise<StageLength[]> {
  const rows = await db
    .selectFrom('stage_length')
    .select(['stage', 'working_days', 'urgent_working_days'])
    .where('partnership_id', '=', partnership)
    .where('road', '=', road)
    .orderBy('stage')
    .execute();
  return rows.map((row) => ({
    stage: row.stage,
    workingDays: row.working_days,
    urgentWorkingDays: row.urgent_working_days,
  }));
}

/** Sets the lengths of these stages; said again it replaces what was said before. */
export async function setStageLengths(
  { db, partnership }: Scope,
  road: Road,
  lengths: readonly StageLength[],
): Promise<void> {
  if (lengths.length === 0) return;
  await db
    .insertInto('stage_length')
    .values(
      lengths.map(({ stage, workingDays, urgentWorkingDays }) => ({
        partnership_id: partnership,
        road,
        stage,
        working_days: workingDays,
        urgent_working_days: urgentWorkingDays,
      })),
    )
    .onConflict((same) =>
      same.columns(['partnership_id', 'road', 'stage']).doUpdateSet((row) => ({
        working_days: row.ref('excluded.working_days'),
        urgent_working_days: row.ref('excluded.urgent_working_days'),
      })),
    )
    .execute();
}

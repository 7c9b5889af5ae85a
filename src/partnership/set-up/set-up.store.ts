import type { Scope } from '../../platform/database/database.ts';
import { type StepName, stepNames, taskKindOf } from './steps.ts';

/** The steps that wait as a task for somebody. */
export async function listSkipped({ db, partnership }: Scope): Promise<StepName[]> {
  const rows = await db
    .selectFrom('task')
    .select('kind')
    .distinct()
    .where('partnership_id', '=', partnership)
    .where('record_id', '=', partnership)
    .where('kind', 'in', stepNames.map(taskKindOf))
    .execute();
  const kinds = new Set(rows.map(({ kind }) => kind));
  return stepNames.filter((step) => kinds.has(taskKindOf(step)));
}

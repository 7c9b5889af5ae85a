import type { Kysely } from 'kysely';
import { readPlaces } from '../../../partnership/places/places.store.ts';
import { holdReferenceSet, markReferenceSet } from '../../../partnership/places/reference-set.store.ts';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import type { Tables } from '../../../platform/database/tables.ts';
import type { Framework } from '../judgement.ts';
import { readInspections, readSharedBoards, writeChanges } from '../judgements.store.ts';
import { type ImportFile, type ImportPlan, planImport } from './import-rules.ts';

/**
 * Imports an operator's files inside one transaction of the owner: all of them or, when anything stands against it, nothing.
 *
 * @param db the owner's open transaction; the set of judgements stays locked until it ends
 * @returns what was changed, or, with refusals or `dryRun`, what was left alone
 */
export async function importJudgements(
  db: Kysely<Tables>,
  files: readonly ImportFile[],
  { today, framework, dryRun }: { today: PlainDate; framework?: Framework | undefined; dryRun: boolean },
): Promise<ImportPlan & { applied: boolean }> {
  await holdReferenceSet(db, 'inspections');
  const context = {
    places: await readPlaces(db),
    held: await readInspections(db),
    boards: await readSharedBoards(db),
    today,
    framework,
  };
  const plan = await planImport(files, context);
  const applied = !dryRun && plan.refusals.length === 0;
  if (applied && plan.changes.length > 0) {
    await writeChanges(db, plan.changes, ({ file }) => file);
    await markReferenceSet(db, 'inspections');
  }
  return { ...plan, applied };
}

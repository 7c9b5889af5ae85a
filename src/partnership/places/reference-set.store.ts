import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { newId } from '../../platform/database/ids.ts';
import { prepared } from '../../platform/database/prepared.ts';
import type { Tables } from '../../platform/database/tables.ts';

/** The sets of reference facts, each loaded and marked on its own. */
export type ReferenceSet = 'places' | 'inspections';

/**
 * Locks a set for writing until the transaction ends, so that two loads or imports follow each other.
 *
 * @returns the hash of the built-in files it was loaded from last; empty when it never was
 */
export async function holdReferenceSet(db: Kysely<Tables>, name: ReferenceSet): Promise<string> {
  const never = { name, sha256: '', version: newId() };
  await db
    .insertInto('reference_set')
    .values(never)
    .onConflict((row) => row.doNothing())
    .execute();
  const row = await db
    .selectFrom('reference_set')
    .select('sha256')
    .where('name', '=', name)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row.sha256;
}

/** Marks the set as changed, and says from which built-in files where it was loaded from them. */
export async function markReferenceSet(db: Kysely<Tables>, name: ReferenceSet, sha256?: string): Promise<void> {
  await db
    .updateTable('reference_set')
    .set({ version: newId(), ...(sha256 !== undefined && { sha256 }) })
    .where('name', '=', name)
    .execute();
}

/** One mark for all sets together: another after any change of any of them, and the same in a copy of the database. */
export async function readReferenceVersion(db: Kysely<Tables>): Promise<string> {
  const rows = await selectVersions(db, {});
  return rows.map(({ version }) => version).join(' ');
}

const selectVersions = prepared((db) => db.selectFrom('reference_set').select('version').orderBy('name'));

/** The hash of some files' contents, in the order given. */
export const hashOf = (contents: readonly Uint8Array[]): string => {
  const hash = createHash('sha256');
  for (const content of contents) hash.update(`${content.length}:`).update(content);
  return hash.digest('hex');
};

import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from '../../platform/database/tables.ts';

/** The sets of reference facts, each loaded and numbered on its own. */
export type ReferenceSet = 'places' | 'inspections';

/** Locks a set for writing until the transaction ends, so that two loads or imports follow each other; gives the hash it was loaded from. */
export async function holdReferenceSet(db: Kysely<Tables>, name: ReferenceSet): Promise<string> {
  await db
    .insertInto('reference_set')
    .values({ name, sha256: '', version: 0 })
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

/** Says that the set has changed, and from which built-in files where it was loaded from them. */
export async function numberReferenceSet(db: Kysely<Tables>, name: ReferenceSet, sha256?: string): Promise<void> {
  await db
    .updateTable('reference_set')
    .set((row) => ({ version: row('version', '+', 1), ...(sha256 !== undefined && { sha256 }) }))
    .where('name', '=', name)
    .execute();
}

/** One number for all sets: it grows whenever any of them changes. */
export async function readReferenceVersion(db: Kysely<Tables>): Promise<number> {
  const rows = await db.selectFrom('reference_set').select('version').execute();
  return rows.reduce((sum, { version }) => sum + version, 0);
}

/** The hash of some files' contents, in the order given. */
export const hashOf = (contents: readonly Uint8Array[]): string => {
  const hash = createHash('sha256');
  for (const content of contents) hash.update(`${content.length}:`).update(content);
  return hash.digest('hex');
};

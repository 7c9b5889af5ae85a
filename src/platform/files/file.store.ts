import { anyOf } from '../database/any-of.ts';
import type { RowOf, Scope } from '../database/database.ts';
import type { FileState, StoredFile } from './stored-file.ts';

/** Keeps what is known of a file whose key is there. */
export async function addFile(
  { db, partnership }: Scope,
  { uploadedBy, uploadedAt, ...file }: StoredFile,
  { sha256, found }: { sha256: Buffer; found: string },
): Promise<void> {
  await db
    .insertInto('stored_file')
    .values({
      ...file,
      partnership_id: partnership,
      sha256,
      found,
      uploaded_by: uploadedBy,
      uploaded_at: uploadedAt,
    })
    .execute();
}

/** A file of the partnership. Whether somebody may know of it, the record that it hangs on has to say. */
export async function findFile(scope: Scope, id: string): Promise<StoredFile | undefined> {
  const row = await selectFiles(scope).where('id', '=', id).executeTakeFirst();
  return row && toFile(row);
}

/** Those of `ids` that there are, the newest first. */
export async function listFiles(scope: Scope, ids: readonly string[]): Promise<StoredFile[]> {
  if (ids.length === 0) return [];
  const rows = await selectFiles(scope).where('id', '=', anyOf(ids)).orderBy('id', 'desc').execute();
  return rows.map(toFile);
}

/** Up to `limit` files that are in `state`, those first that have been for longest. */
export async function listFilesIn(scope: Scope, state: FileState, limit: number): Promise<StoredFile[]> {
  return (await selectFiles(scope).where('state', '=', state).orderBy('id').limit(limit).execute()).map(toFile);
}

/** Infected files of which nobody has been told yet; held. */
export async function holdUntold(scope: Scope): Promise<StoredFile[]> {
  const untold = selectFiles(scope).where('state', '=', 'infected').where('told', '=', false);
  return (await untold.limit(100).forUpdate().execute()).map(toFile);
}

const selectFiles = ({ db, partnership }: Scope) =>
  db
    .selectFrom('stored_file')
    .where('partnership_id', '=', partnership)
    .select(['id', 'name', 'type', 'bytes', 'state', 'uploaded_by', 'uploaded_at']);

const toFile = ({ uploaded_by, uploaded_at, ...row }: RowOf<typeof selectFiles>): StoredFile => ({
  ...row,
  uploadedBy: uploaded_by,
  uploadedAt: uploaded_at,
});

/** Bytes of the files that the person in scope has sent in since `since`. */
export async function bytesSentSince({ db, partnership, person }: Scope, since: Date): Promise<number> {
  const { bytes } = await db
    .selectFrom('stored_file')
    .select(({ fn }) => fn.sum<string | null>('bytes').as('bytes'))
    .where('partnership_id', '=', partnership)
    .where('uploaded_by', '=', person)
    .where('uploaded_at', '>', since)
    .executeTakeFirstOrThrow();
  return Number(bytes ?? 0);
}

/** What the scanner said of a file that waited for it. @returns false where it waits no longer */
export async function settleFile(
  { db, partnership }: Scope,
  id: string,
  { state, found }: { state: FileState; found: string },
): Promise<boolean> {
  const result = await db
    .updateTable('stored_file')
    .set({ state, found })
    .where('partnership_id', '=', partnership)
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Those who have to know that the file is infected do. */
export async function markTold({ db, partnership }: Scope, id: string): Promise<void> {
  await db
    .updateTable('stored_file')
    .set({ told: true })
    .where('partnership_id', '=', partnership)
    .where('id', '=', id)
    .execute();
}

/** What remains of a file that is destroyed: what kind it was, how large, and by whom and when it was sent in. */
export async function markDestroyed({ db, partnership }: Scope, id: string): Promise<void> {
  await db
    .updateTable('stored_file')
    .set({ state: 'destroyed', name: '', found: '' })
    .where('partnership_id', '=', partnership)
    .where('id', '=', id)
    .execute();
}

/** Which of `ids` have bytes that must be kept: there is such a file, and it is not destroyed. */
export async function listKept({ db, partnership }: Scope, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('stored_file')
    .select('id')
    .where('partnership_id', '=', partnership)
    .where('id', '=', anyOf(ids))
    .where('state', '!=', 'destroyed')
    .execute();
  return new Set(rows.map(({ id }) => id));
}

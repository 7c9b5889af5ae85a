import type { RowOf, Scope } from '../database/database.ts';
import type { WrappedPartnershipKey } from './case-keys.store.ts';

/** A file's key as it is kept, with the partnership's key that wraps it; without `key` it was destroyed. */
export interface KeptFileKey {
  file: string;
  key: { wrapped: Buffer; by: WrappedPartnershipKey } | undefined;
}

/** The key of a file, or what is left of it; undefined where the file never had one. */
export async function findFileKey(scope: Scope, file: string): Promise<KeptFileKey | undefined> {
  const row = await selectFileKeys(scope).where('file_key.file_id', '=', file).executeTakeFirst();
  return row && toKept(row);
}

/** As the service: up to `limit` file keys that are wrapped by another partnership key than `newest`. */
export async function holdFileKeysNotUnder(scope: Scope, newest: string, limit: number): Promise<KeptFileKey[]> {
  const waiting = selectFileKeys(scope).where('partnership_key_id', '!=', newest).limit(limit).forUpdate('file_key');
  return (await waiting.execute()).map(toKept);
}

const selectFileKeys = ({ db, partnership }: Scope) =>
  db
    .selectFrom('file_key')
    .leftJoin('partnership_key', (join) =>
      join
        .on('partnership_key.partnership_id', '=', partnership)
        .onRef('partnership_key.id', '=', 'partnership_key_id'),
    )
    .where('file_key.partnership_id', '=', partnership)
    .select([
      'file_id',
      'file_key.wrapped',
      'partnership_key.id as by',
      'partnership_key.master_key as masterKey',
      'partnership_key.wrapped as byWrapped',
    ]);

function toKept({ file_id, wrapped, by, masterKey, byWrapped }: RowOf<typeof selectFileKeys>): KeptFileKey {
  if (wrapped === null || by === null || masterKey === null || byWrapped === null)
    return { file: file_id, key: undefined };
  return { file: file_id, key: { wrapped, by: { id: by, masterKey, wrapped: byWrapped } } };
}

/** Keeps a file's key. @throws {Error} from the database when it has one, or had */
export async function addFileKey(
  { db, partnership }: Scope,
  file: string,
  partnershipKey: string,
  wrapped: Buffer,
): Promise<void> {
  await db
    .insertInto('file_key')
    .values({ partnership_id: partnership, file_id: file, partnership_key_id: partnershipKey, wrapped })
    .execute();
}

/** The same key, wrapped by another partnership key. */
export async function rewrapFileKey(
  { db, partnership }: Scope,
  file: string,
  partnershipKey: string,
  wrapped: Buffer,
): Promise<void> {
  await db
    .updateTable('file_key')
    .set({ partnership_key_id: partnershipKey, wrapped })
    .where('partnership_id', '=', partnership)
    .where('file_id', '=', file)
    .execute();
}

/** Destroys the key of a file. @returns false where there was none to destroy */
export async function eraseFileKey(
  { db, partnership, person, now }: Scope,
  file: string,
  rule: string,
): Promise<boolean> {
  const result = await db
    .updateTable('file_key')
    .set({ partnership_key_id: null, wrapped: null, destroyed_at: now, destroyed_by: person, destroyed_under: rule })
    .where('partnership_id', '=', partnership)
    .where('file_id', '=', file)
    .where('destroyed_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

import { anyOf } from '../database/any-of.ts';
import type { CaseScope, RowOf, Scope } from '../database/database.ts';

/** A partnership's key as it is kept. */
export interface WrappedPartnershipKey {
  id: string;
  masterKey: string;
  wrapped: Buffer;
}

/** The partnership's keys, newest first: the first wraps, the others only unwrap. */
export async function listPartnershipKeys({ db, partnership }: Scope): Promise<WrappedPartnershipKey[]> {
  return await db
    .selectFrom('partnership_key')
    .where('partnership_id', '=', partnership)
    .select(['id', 'master_key as masterKey', 'wrapped'])
    .orderBy('id', 'desc')
    .execute();
}

export async function addPartnershipKey(
  { db, partnership }: Scope,
  { id, masterKey, wrapped }: WrappedPartnershipKey,
): Promise<void> {
  await db
    .insertInto('partnership_key')
    .values({ partnership_id: partnership, id, master_key: masterKey, wrapped })
    .execute();
}

/** The same key, wrapped by another master key. */
export async function rewrapPartnershipKey(
  { db, partnership }: Scope,
  { id, masterKey, wrapped }: WrappedPartnershipKey,
): Promise<void> {
  await db
    .updateTable('partnership_key')
    .set({ master_key: masterKey, wrapped })
    .where('partnership_id', '=', partnership)
    .where('id', '=', id)
    .execute();
}

/**
 * Takes away the keys that wrap nothing any more.
 *
 * @param newest is kept whatever it wraps
 * @throws {Error} from the database when a case or a file is just being given a key under one of them
 */
export async function removeIdlePartnershipKeys({ db, partnership }: Scope, newest: string): Promise<void> {
  await db
    .deleteFrom('partnership_key')
    .where('partnership_id', '=', partnership)
    .where('id', '!=', newest)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('case_key')
            .where('case_key.partnership_id', '=', partnership)
            .whereRef('case_key.partnership_key_id', '=', 'partnership_key.id')
            .select('case_id'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('file_key')
            .where('file_key.partnership_id', '=', partnership)
            .whereRef('file_key.partnership_key_id', '=', 'partnership_key.id')
            .select('file_id'),
        ),
      ),
    )
    .execute();
}

/** A case's key as it is kept, with the partnership's key that wraps it; without `key` it was destroyed. */
export interface KeptCaseKey {
  case: string;
  key: { wrapped: Buffer; by: WrappedPartnershipKey } | undefined;
}

/** The keys of the cases in scope that have one, or had. */
export async function listCaseKeys(scope: CaseScope): Promise<KeptCaseKey[]> {
  if (scope.cases.length === 0) return [];
  return (await selectCaseKeys(scope).where('case_key.case_id', '=', anyOf(scope.cases)).execute()).map(toKept);
}

/** As the service: up to `limit` case keys that are wrapped by another partnership key than `newest`. */
export async function holdCaseKeysNotUnder(scope: Scope, newest: string, limit: number): Promise<KeptCaseKey[]> {
  const waiting = selectCaseKeys(scope).where('partnership_key_id', '!=', newest).limit(limit).forUpdate('case_key');
  return (await waiting.execute()).map(toKept);
}

const selectCaseKeys = ({ db, partnership }: Scope) =>
  db
    .selectFrom('case_key')
    .leftJoin('partnership_key', (join) =>
      join
        .on('partnership_key.partnership_id', '=', partnership)
        .onRef('partnership_key.id', '=', 'partnership_key_id'),
    )
    .where('case_key.partnership_id', '=', partnership)
    .select([
      'case_id',
      'case_key.wrapped',
      'partnership_key.id as by',
      'partnership_key.master_key as masterKey',
      'partnership_key.wrapped as byWrapped',
    ]);

function toKept({ case_id, wrapped, by, masterKey, byWrapped }: RowOf<typeof selectCaseKeys>): KeptCaseKey {
  if (wrapped === null || by === null || masterKey === null || byWrapped === null)
    return { case: case_id, key: undefined };
  return { case: case_id, key: { wrapped, by: { id: by, masterKey, wrapped: byWrapped } } };
}

/** Keeps a case's first key. @throws {Error} from the database when it has one, or had */
export async function addCaseKey(
  { db, partnership }: Scope,
  ofCase: string,
  partnershipKey: string,
  wrapped: Buffer,
): Promise<void> {
  await db
    .insertInto('case_key')
    .values({ partnership_id: partnership, case_id: ofCase, partnership_key_id: partnershipKey, wrapped })
    .execute();
}

/** The same key, wrapped by another partnership key. */
export async function rewrapCaseKey(
  { db, partnership }: Scope,
  ofCase: string,
  partnershipKey: string,
  wrapped: Buffer,
): Promise<void> {
  await db
    .updateTable('case_key')
    .set({ partnership_key_id: partnershipKey, wrapped })
    .where('partnership_id', '=', partnership)
    .where('case_id', '=', ofCase)
    .execute();
}

/** Destroys the key of a case in scope. @returns false where there was none to destroy */
export async function eraseCaseKey(
  { db, partnership, cases, person, now }: CaseScope,
  ofCase: string,
  rule: string,
): Promise<boolean> {
  const result = await db
    .updateTable('case_key')
    .set({ partnership_key_id: null, wrapped: null, destroyed_at: now, destroyed_by: person, destroyed_under: rule })
    .where('partnership_id', '=', partnership)
    .where('case_id', '=', ofCase)
    .where('case_id', '=', anyOf(cases))
    .where('destroyed_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

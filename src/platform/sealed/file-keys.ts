import type { KeyObject } from 'node:crypto';
import type { Scope } from '../database/database.ts';
import { listPartnershipKeys } from './case-keys.store.ts';
import { givePartnershipKey, unwrapPartnershipKey } from './case-words.ts';
import { addFileKey, eraseFileKey, findFileKey, type KeptFileKey } from './file-keys.store.ts';
import type { MasterKey } from './master-key.ts';
import { unwrapKey, wrapKey } from './sealing.ts';

/** Keeps the key of a new file, wrapped by the partnership's. @throws {Error} from the database when it has one, or had */
export async function keepFileKey(scope: Scope, master: MasterKey, file: string, key: KeyObject): Promise<void> {
  const [newest] = await listPartnershipKeys(scope);
  const above = newest
    ? { id: newest.id, key: unwrapPartnershipKey(scope, master, newest) }
    : await givePartnershipKey(scope, master);
  await addFileKey(scope, file, above.id, wrapKey(above.key, fileOf(scope, file), key));
}

/** The key of a file; undefined where it was destroyed, or never was. @throws {NoMasterKey | SealBroken} */
export async function openFileKey(scope: Scope, master: MasterKey, file: string): Promise<KeyObject | undefined> {
  const kept = await findFileKey(scope, file);
  return kept && fileKeyUnwrapper(scope, master)(kept);
}

/** Unwraps file keys, each partnership key between once; undefined for one that was destroyed. @throws {NoMasterKey} */
export function fileKeyUnwrapper(scope: Scope, master: MasterKey): (kept: KeptFileKey) => KeyObject | undefined {
  const known = new Map<string, KeyObject>();
  return ({ file, key }) => {
    if (!key) return undefined;
    const above = known.get(key.by.id) ?? unwrapPartnershipKey(scope, master, key.by);
    known.set(key.by.id, above);
    return unwrapKey(above, fileOf(scope, file), key.wrapped);
  };
}

/**
 * Destroys the key of a file: its bytes can be read no more, wherever they lie. That this was done, by the person in scope,
 * remains. (Backups made before still hold the key: see docs/operations/keys.md.)
 *
 * @param rule under which rule
 * @returns false where there was none to destroy
 */
export const destroyFileKey = (scope: Scope, file: string, rule: string): Promise<boolean> =>
  eraseFileKey(scope, file, rule);

export const fileOf = ({ partnership }: Scope, file: string): readonly string[] => ['file', partnership, file];

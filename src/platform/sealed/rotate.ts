import type { Database, Scope } from '../database/database.ts';
import { forEachPartnership } from '../jobs/partnerships.store.ts';
import {
  holdCaseKeysNotUnder,
  listPartnershipKeys,
  removeIdlePartnershipKeys,
  rewrapCaseKey,
  rewrapPartnershipKey,
} from './case-keys.store.ts';
import { caseKeyUnwrapper, caseOf, givePartnershipKey, rewrapUnder } from './case-words.ts';
import type { MasterKey } from './master-key.ts';
import { wrapKey } from './sealing.ts';

/**
 * Wraps every partnership's keys by the current master key. No words are touched, and nobody notices.
 *
 * @returns how many keys were wrapped anew
 */
export async function rewrapPartnershipKeys(database: Database, master: MasterKey): Promise<number> {
  let count = 0;
  await forEachPartnership(database, async (scope) => {
    for (const kept of await listPartnershipKeys(scope)) {
      if (kept.masterKey === master.current.id) continue;
      await rewrapPartnershipKey(scope, rewrapUnder(scope, master, kept));
      count += 1;
    }
  });
  return count;
}

/**
 * Gives each partnership a new key, wraps its case keys by that, and takes the earlier keys away. No words are touched.
 *
 * @param only the slug of the only partnership to do this for
 * @returns how many case keys were wrapped anew
 */
export async function replacePartnershipKeys(database: Database, master: MasterKey, only?: string): Promise<number> {
  const isMeant = (slug: string) => only === undefined || only === slug;
  let count = 0;
  await forEachPartnership(database, async (scope, { slug }) => {
    if (isMeant(slug)) count += await moveCaseKeys(scope, master);
  });
  return count;
}

/**
 * All of a partnership's case keys in one transaction. A case that is given a key under the earlier one at this very moment
 * makes it fail and change nothing: then it is safe to do it again.
 */
async function moveCaseKeys(scope: Scope, master: MasterKey): Promise<number> {
  const newest = await givePartnershipKey(scope, master);
  const unwrap = caseKeyUnwrapper(scope, master);
  let count = 0;
  for (;;) {
    const held = await holdCaseKeysNotUnder(scope, newest.id, 1000);
    if (held.length === 0) break;
    for (const kept of held) {
      const key = unwrap(kept);
      if (key) await rewrapCaseKey(scope, kept.case, newest.id, wrapKey(newest.key, caseOf(scope, kept.case), key));
    }
    count += held.length;
  }
  await removeIdlePartnershipKeys(scope, newest.id);
  return count;
}

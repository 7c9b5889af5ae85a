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
import { holdFileKeysNotUnder, rewrapFileKey } from './file-keys.store.ts';
import { fileKeyUnwrapper, fileOf } from './file-keys.ts';
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
 * Gives each partnership a new key, wraps the keys of its cases and files by that, and takes the earlier keys away. No words and
 * no files are touched.
 *
 * @param only the slug of the only partnership to do this for
 * @returns how many keys of cases, and of files, were wrapped anew
 */
export async function replacePartnershipKeys(database: Database, master: MasterKey, only?: string): Promise<Moved> {
  const isMeant = (slug: string) => only === undefined || only === slug;
  const all: Moved = { cases: 0, files: 0 };
  await forEachPartnership(database, async (scope, { slug }) => {
    if (!isMeant(slug)) return;
    const moved = await moveKeys(scope, master);
    all.cases += moved.cases;
    all.files += moved.files;
  });
  return all;
}

interface Moved {
  cases: number;
  files: number;
}

/**
 * All keys of a partnership's cases and files in one transaction. A case or a file that is given a key under the earlier one at
 * this very moment makes it fail and change nothing: then it is safe to do it again.
 */
async function moveKeys(scope: Scope, master: MasterKey): Promise<Moved> {
  const newest = await givePartnershipKey(scope, master);
  const cases = await moveCaseKeys(scope, master, newest);
  const files = await moveFileKeys(scope, master, newest);
  await removeIdlePartnershipKeys(scope, newest.id);
  return { cases, files };
}

type Newest = Awaited<ReturnType<typeof givePartnershipKey>>;

async function moveCaseKeys(scope: Scope, master: MasterKey, newest: Newest): Promise<number> {
  const unwrap = caseKeyUnwrapper(scope, master);
  let count = 0;
  for (;;) {
    const held = await holdCaseKeysNotUnder(scope, newest.id, 1000);
    if (held.length === 0) return count;
    for (const kept of held) {
      const key = unwrap(kept);
      if (key) await rewrapCaseKey(scope, kept.case, newest.id, wrapKey(newest.key, caseOf(scope, kept.case), key));
    }
    count += held.length;
  }
}

async function moveFileKeys(scope: Scope, master: MasterKey, newest: Newest): Promise<number> {
  const unwrap = fileKeyUnwrapper(scope, master);
  let count = 0;
  for (;;) {
    const held = await holdFileKeysNotUnder(scope, newest.id, 1000);
    if (held.length === 0) return count;
    for (const kept of held) {
      const key = unwrap(kept);
      if (key) await rewrapFileKey(scope, kept.file, newest.id, wrapKey(newest.key, fileOf(scope, kept.file), key));
    }
    count += held.length;
  }
}

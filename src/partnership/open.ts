import type { Database, Scope } from '../platform/database/database.ts';
import { forEachPartnership, type PartnershipListed } from '../platform/jobs/partnerships.store.ts';
import { findClosing, holdOpen } from './closing.store.ts';

/**
 * Does `work` in each partnership that goes on, as `forEachPartnership` does in each there is. In one that has closed only what
 * is about access, keys and the trail still runs.
 */
export const forEachOpenPartnership = (
  database: Database,
  work: (scope: Scope, listed: PartnershipListed) => Promise<void>,
): Promise<void> =>
  forEachPartnership(database, async (scope, listed) => {
    await holdOpen(scope);
    if ((await findClosing(scope)) === undefined) await work(scope, listed);
  });

import type { Database, Scope, Who } from '../database/database.ts';
import { service } from '../database/service.ts';

/** A partnership as the operator knows it. */
export interface PartnershipListed {
  partnership: string;
  slug: string;
}

/** Every partnership here, by slug. */
export async function listPartnerships(database: Database): Promise<PartnershipListed[]> {
  return await database.reference
    .selectFrom('partnership_slug')
    .select(['partnership_id as partnership', 'slug'])
    .orderBy('slug')
    .execute();
}

/** The service inside `partnership`: nobody's account, and in the trail plainly not a person. */
export const serviceIn = (partnership: string): Who => ({ account: service, person: service, partnership });

/**
 * Does `work` in each partnership in turn, as the service, each in a transaction of its own. One that fails does not keep it
 * from the others.
 *
 * @throws {AggregateError} at the end, with what failed where
 */
export async function forEachPartnership(
  database: Database,
  work: (scope: Scope, listed: PartnershipListed) => Promise<void>,
): Promise<void> {
  const failures: Error[] = [];
  for (const listed of await listPartnerships(database)) {
    try {
      await database.as(serviceIn(listed.partnership), (scope) => work(scope, listed));
    } catch (error) {
      failures.push(new Error(`in the partnership ${listed.slug}: ${messageOf(error)}`, { cause: error }));
    }
  }
  if (failures.length) throw new AggregateError(failures, failures.map((failure) => failure.message).join('; '));
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

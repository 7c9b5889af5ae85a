import type { Database, Scope } from '../platform/database/database.ts';
import type { Job } from '../platform/jobs/job.ts';
import type { Duty } from './duty.ts';
import { forEachOpenPartnership } from './open.ts';
import { listDutyUse } from './settings/duty-use.store.ts';
import { isInUse, type UsableDuty } from './settings/duty-use.ts';

/** Whether the partnership of this scope uses the duty. */
export async function usesDuty(scope: Scope, duty: UsableDuty): Promise<boolean> {
  const use = (await listDutyUse(scope)).get(duty.name);
  return isInUse(duty, use ? { [duty.name]: use.inUse } : {});
}

/** Does `work` as the service in each partnership that goes on and uses the duty, each in a transaction of its own. */
export const forEachPartnershipUsing = (
  duty: UsableDuty,
  database: Database,
  work: (scope: Scope) => Promise<void>,
): Promise<void> =>
  forEachOpenPartnership(database, async (scope) => {
    if (await usesDuty(scope, duty)) await work(scope);
  });

/** The jobs of a duty as the queue takes them: a partnership that does not use the duty is left out. */
export const jobsOf = (duty: Pick<Duty, 'name' | 'restricted' | 'jobs'>): Job[] =>
  (duty.jobs ?? []).map((job) => ({
    ...job,
    run: (context) => forEachPartnershipUsing(duty, context.database, (scope) => job.run(scope, context)),
  }));

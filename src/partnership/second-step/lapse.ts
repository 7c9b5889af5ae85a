import type { Scope } from '../../platform/database/database.ts';
import type { Job } from '../../platform/jobs/job.ts';
import { forEachPartnership } from '../../platform/jobs/partnerships.store.ts';
import { noLongerNeeded } from '../task.store.ts';
import { listLostSteps } from './second-step.store.ts';
import { agreeTask, stateOf } from './second-step.ts';

/** Nobody is asked any more to agree to what has lapsed. */
export async function forgetLapsed(scope: Scope): Promise<void> {
  const lapsed = (await listLostSteps(scope)).filter((one) => stateOf(one, scope.now) === 'lapsed');
  for (const { id } of lapsed) await noLongerNeeded(scope, agreeTask, id);
}

export const secondStepJobs: readonly Job[] = [
  {
    name: 'second-step.lapse',
    every: '10 0 * * *',
    run: ({ database }) => forEachPartnership(database, forgetLapsed),
  },
];

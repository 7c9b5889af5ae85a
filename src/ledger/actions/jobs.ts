import { forEachOpenPartnership } from '../../partnership/open.ts';
import { addDays } from '../../platform/calendar/days.ts';
import type { Scope } from '../../platform/database/database.ts';
import type { Job } from '../../platform/jobs/job.ts';
import { listImpactDue } from './action-list.store.ts';
import { keepNeeds } from './keep-needs.ts';
import { impactAskedBefore } from './needs.ts';

/** Makes it a task to say what changed for children, where the day on which that is asked comes near. Done twice it is as good as done once. */
export async function askWhatChanged(scope: Scope): Promise<void> {
  const due = await listImpactDue(scope, addDays(scope.today, impactAskedBefore));
  for (const action of due) await keepNeeds(scope, action);
}

export const actionJobs: readonly Job[] = [
  {
    name: 'actions.ask-what-changed',
    every: '20 5 * * *',
    run: ({ database }) => forEachOpenPartnership(database, askWhatChanged),
  },
];

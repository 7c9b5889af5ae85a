import type { Scope } from '../../platform/database/database.ts';
import type { Job } from '../../platform/jobs/job.ts';
import { forEachPartnership } from '../../platform/jobs/partnerships.store.ts';
import { listPeopleHolding } from '../seat.store.ts';
import { needFrom } from '../task.store.ts';
import { findGaps } from './find-gaps.ts';
import { gapRules, nameOf, recordOf } from './gap.ts';
import { listGapAnswers } from './gap-answer.store.ts';
import { withAnswers } from './gap-answer.ts';
import { dropGapTask, listGapTasks } from './gap-task.store.ts';
import { readGapFacts } from './read-facts.ts';

const kind = 'gap';

/** Where a gap is answered, inside the partnership. */
export const answerPath = (gap: Parameters<typeof nameOf>[0]): string =>
  `/gaps/answer?${new URLSearchParams({ gap: nameOf(gap) }).toString()}`;

/**
 * Makes every open gap a task of each business manager, and takes the tasks away of gaps that are closed or accepted, and from
 * those who are business manager no longer. Done twice it is as good as done once.
 */
export async function keepGapTasks(scope: Scope): Promise<void> {
  const gaps = withAnswers(findGaps(await readGapFacts(scope)), await listGapAnswers(scope), scope.today);
  const open = gaps.filter(({ answer }) => answer === undefined).map(({ gap }) => gap);
  const managers = await listPeopleHolding(scope, ['business-manager']);
  const wanted = new Set(open.map(recordOf));
  for (const task of await listGapTasks(scope, kind)) {
    if (!wanted.has(task.record) || !managers.includes(task.person)) await dropGapTask(scope, kind, task);
  }
  for (const gap of open) {
    const task = { kind, title: gap.says, why: gapRules[gap.rule], path: answerPath(gap), dueOn: undefined };
    for (const manager of managers) await needFrom(scope, manager, recordOf(gap), task);
  }
}

/** Every morning gaps that are open become tasks, and those that are not are tasks no longer. */
export const gapJobs: readonly Job[] = [
  {
    name: 'gaps.become-tasks',
    every: '40 5 * * *',
    run: ({ database }) => forEachPartnership(database, keepGapTasks),
  },
];

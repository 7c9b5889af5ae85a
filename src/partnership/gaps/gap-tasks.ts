import type { Scope } from '../../platform/database/database.ts';
import type { Job } from '../../platform/jobs/job.ts';
import { countInWords } from '../../platform/ui/patterns.tsx';
import { forEachOpenPartnership } from '../open.ts';
import { listPeopleHolding } from '../seat.store.ts';
import { neededOfNoneBut, needFrom } from '../task.store.ts';
import { findGaps } from './find-gaps.ts';
import type { Gap } from './gap.ts';
import { listGapAnswers } from './gap-answer.store.ts';
import { withAnswers } from './gap-answer.ts';
import { readGapFacts } from './read-facts.ts';

const kind = 'gaps';

/**
 * Makes the open gaps, all together, one task of each business manager, and takes it away where none is open any more and from
 * those who are business manager no longer. Done twice it is as good as done once.
 */
export async function keepGapTasks(scope: Scope): Promise<void> {
  const gaps = withAnswers(findGaps(await readGapFacts(scope)), await listGapAnswers(scope), scope.today);
  const open = gaps.filter(({ answer }) => answer === undefined).map(({ gap }) => gap);
  const managers = open.length > 0 ? await listPeopleHolding(scope, ['business-manager']) : [];
  await neededOfNoneBut(scope, kind, scope.partnership, managers);
  const task = { kind, ...saysOf(open), path: '/gaps', dueOn: undefined };
  for (const manager of managers) await needFrom(scope, manager, scope.partnership, task);
}

function saysOf(open: readonly Gap[]): { title: string; why: string } {
  const byLaw = open.filter(({ severity }) => severity === 'law').length;
  return {
    title: `Look at ${countInWords(open.length, 'gap', 'gaps').toLowerCase()} in who we are`,
    why: byLaw > 0 ? `${countInWords(byLaw, 'is', 'are')} about what the law asks` : 'None is about what the law asks',
  };
}

/** Every morning the gaps that are open become a task. */
export const gapJobs: readonly Job[] = [
  {
    name: 'gaps.become-tasks',
    every: '40 5 * * *',
    run: ({ database }) => forEachOpenPartnership(database, keepGapTasks),
  },
];

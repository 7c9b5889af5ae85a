import type { Task } from '../../partnership/task.store.ts';
import { addDays } from '../../platform/calendar/days.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';

/** A task, and the partnership that needs it. */
export interface NeededTask extends Task {
  partnership: { slug: string; shortName: string };
}

/** What is needed of somebody, as their day has it. */
export interface Day {
  /** Due within seven days, late ones first. */
  thisWeek: NeededTask[];
  later: NeededTask[];
}

/** Sorts what all partnerships need: soonest first, those without a day last. */
export function sortDay(tasks: readonly NeededTask[], today: PlainDate): Day {
  const sorted = tasks.toSorted((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'));
  const weekEnds = addDays(today, 7);
  const isSoon = (task: NeededTask) => task.dueOn !== undefined && task.dueOn < weekEnds;
  return { thisWeek: sorted.filter(isSoon), later: sorted.filter((task) => !isSoon(task)) };
}

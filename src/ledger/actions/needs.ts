import type { Task } from '../../partnership/task.store.ts';
import { addDays } from '../../platform/calendar/days.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import { type Action, isOpen, needsOutsideVerifier } from './action.ts';

/** What an action can need, as kinds of tasks. */
export const taskKinds = ['action', 'action-impact', 'action-owner', 'action-time', 'action-verify'] as const;
export type ActionTaskKind = (typeof taskKinds)[number];

/** What an action needs of somebody: of its owner, or of those in the office who arrange it. */
export interface Need {
  of: 'owner' | 'office';
  task: Omit<Task, 'id' | 'kind'> & { kind: ActionTaskKind };
}

export const referenceOf = ({ number }: Pick<Action, 'number'>): string => `Action ${number}`;

/** How many days before it is asked what changed for children that stands among what is needed. */
export const impactAskedBefore = 28;

/** Whether something is still needed of an action, today or later. */
export const goesOn = (action: Action): boolean =>
  isOpen(action) ||
  action.state === 'claimed-done' ||
  (action.state === 'verified' && action.impactDueOn !== undefined);

/**
 * What an action needs on `today`. Its title is a working one: whoever raises an action is told that it names no child. What
 * changed for children is needed from four weeks before its day.
 */
export function needsOf(action: Action, today: PlainDate): readonly Need[] {
  const path = `/actions/${action.id}`;
  const why = referenceOf(action);
  const need = (of: Need['of'], kind: ActionTaskKind, title: string, dueOn: Task['dueOn']): Need => ({
    of,
    task: { kind, title, why, path, dueOn },
  });
  if (isOpen(action))
    return [
      action.owner === undefined
        ? need('office', 'action-owner', `Find who owns “${action.title}”`, action.dueOn)
        : need('owner', 'action', action.title, action.dueOn),
      ...(action.askedUntil === undefined
        ? []
        : [need('office', 'action-time', `More time is asked for “${action.title}”`, action.dueOn)]),
    ];
  if (action.state === 'claimed-done')
    return [
      need(
        'office',
        'action-verify',
        needsOutsideVerifier(action)
          ? `Have “${action.title}” verified by another agency`
          : `Have “${action.title}” verified`,
        undefined,
      ),
    ];
  if (
    action.state === 'verified' &&
    action.impactDueOn !== undefined &&
    action.impactDueOn <= addDays(today, impactAskedBefore)
  )
    return [
      need(
        action.owner === undefined ? 'office' : 'owner',
        'action-impact',
        `Say what changed for children: ${action.title}`,
        action.impactDueOn,
      ),
    ];
  return [];
}

import type { Task } from '../../partnership/task.store.ts';
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

/** What an action needs now. Its title is a working one: whoever raises an action is told that it names no child. */
export function needsOf(action: Action): readonly Need[] {
  const path = `/actions/${action.id}`;
  const why = referenceOf(action);
  const need = (of: Need['of'], kind: ActionTaskKind, title: string, dueOn = action.dueOn as Task['dueOn']): Need => ({
    of,
    task: { kind, title, why, path, dueOn },
  });
  if (isOpen(action))
    return [
      action.owner === undefined
        ? need('office', 'action-owner', `Find who owns “${action.title}”`)
        : need('owner', 'action', action.title),
      ...(action.askedUntil === undefined
        ? []
        : [need('office', 'action-time', `More time is asked for “${action.title}”`)]),
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
  if (action.state === 'verified' && action.impactDueOn !== undefined)
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

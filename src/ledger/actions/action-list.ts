import type { SeatedScope } from '../../partnership/doors.ts';
import { may } from '../../platform/access/permit.ts';
import type { Action } from './action.ts';

/**
 * Whether the person of the scope may know of an action: all of them, or those that they own or that their agency leads or
 * contributes to.
 */
export const isVisibleTo =
  (scope: Pick<SeatedScope, 'permissions' | 'person' | 'seat'>) =>
  ({ owner, leadAgency, contributors }: Pick<Action, 'owner' | 'leadAgency' | 'contributors'>): boolean => {
    if (may(scope, 'actions.read')) return true;
    if (!may(scope, 'actions.read-own')) return false;
    const { agency } = scope.seat;
    return owner === scope.person || (agency !== undefined && (leadAgency === agency || contributors.includes(agency)));
  };

/** The action, unless it is one that the person of the scope may not know of: then it is as if it did not exist. */
export const seenBy = (
  scope: Pick<SeatedScope, 'permissions' | 'person' | 'seat'>,
  action: Action | undefined,
): Action | undefined => (action && isVisibleTo(scope)(action) ? action : undefined);

import type { SeatedScope } from '../../partnership/doors.ts';
import type { Mention, RecordType } from '../../partnership/record-type.ts';
import { may } from '../../platform/access/permit.ts';
import { type Action, standingOf, states } from './action.ts';
import { listActionsByIds, searchActions } from './action-list.store.ts';
import { isVisibleTo } from './action-list.ts';
import { referenceOf } from './needs.ts';

const mentionOf =
  ({ today }: SeatedScope) =>
  (action: Action): Mention => ({
    kind: 'action',
    id: action.id,
    reference: referenceOf(action),
    title: action.title,
    path: `/actions/${action.id}`,
    state: states[standingOf(action, today)],
    on: action.raisedOn,
  });

/** How actions stand in the thread and in searches. */
export const actionRecords: RecordType = {
  kind: 'action',
  title: 'Action',
  mention: async (scope, ids) => (await listActionsByIds(scope, ids)).filter(isVisibleTo(scope)).map(mentionOf(scope)),
  search: async (scope, text, limit) =>
    may(scope, 'actions.read-own')
      ? (await searchActions(scope, text, limit)).filter(isVisibleTo(scope)).map(mentionOf(scope))
      : [],
};

import type { SeatedScope } from '../../partnership/doors.ts';
import type { Mention, RecordType } from '../../partnership/record-type.ts';
import { may } from '../../platform/access/permit.ts';
import { standingOf, states } from './action.ts';
import { listMentioned, type Mentioned, searchActions } from './action-list.store.ts';
import { isVisibleTo, limitsOf } from './action-list.ts';
import { referenceOf } from './needs.ts';

const mentionOf =
  ({ today }: SeatedScope) =>
  (action: Mentioned): Mention => ({
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
  mention: async (scope, ids) =>
    may(scope, 'actions.read-own')
      ? (await listMentioned(scope, ids, limitsOf(scope).visibleTo)).map(mentionOf(scope))
      : [],
  search: async (scope, text, limit) =>
    may(scope, 'actions.read-own')
      ? (await searchActions(scope, text, limit)).filter(isVisibleTo(scope)).map(mentionOf(scope))
      : [],
};

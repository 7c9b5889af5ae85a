import type { SeatedScope } from '../../partnership/doors.ts';
import type { Mention, RecordType } from '../../partnership/record-type.ts';
import { may } from '../../platform/access/permit.ts';
import { type Disagreement, referenceOf, standingOf, standings, subjects } from './disagreement.ts';
import { listDisagreements, listDisagreementsByIds } from './disagreement-list.store.ts';
import { viewerOf } from './viewer.ts';

const mentionOf =
  ({ today }: SeatedScope) =>
  (one: Disagreement): Mention => ({
    kind: 'disagreement',
    id: one.id,
    reference: referenceOf(one),
    title: `Disagreement about ${subjects[one.subject].toLowerCase()}`,
    path: `/disagreements/${one.id}`,
    state: standings[standingOf(one, today)],
    on: one.raisedOn,
  });

/** How disagreements stand in the thread and in searches: by their subject, never by their words. */
export const disagreementRecords: RecordType = {
  kind: 'disagreement',
  title: 'Professional disagreement',
  mention: async (scope, ids) =>
    may(scope, 'disagreements.raise')
      ? (await listDisagreementsByIds(scope, viewerOf(scope), ids)).map(mentionOf(scope))
      : [],
  search: async (scope, text, limit) =>
    may(scope, 'disagreements.raise')
      ? (await listDisagreements(scope, viewerOf(scope), { text }, { limit })).map(mentionOf(scope))
      : [],
};

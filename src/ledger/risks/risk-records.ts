import type { SeatedScope } from '../../partnership/doors.ts';
import type { Mention, RecordType } from '../../partnership/record-type.ts';
import { may } from '../../platform/access/permit.ts';
import { type Risk, referenceOf, standingOf, standings } from './risk.ts';
import { listRisks, listRisksByIds } from './risk-list.store.ts';
import { viewerOf } from './viewer.ts';

const mentionOf =
  ({ today }: SeatedScope) =>
  (risk: Risk): Mention => ({
    kind: 'risk',
    id: risk.id,
    reference: referenceOf(risk),
    title: risk.title,
    path: `/risks/${risk.id}`,
    state: standings[standingOf(risk, today)],
    on: risk.raisedOn,
  });

/** How risks stand in the thread and in searches: each for those who may know of it. */
export const riskRecords: RecordType = {
  kind: 'risk',
  title: 'Risk',
  mention: async (scope, ids) =>
    may(scope, 'risks.read-own') ? (await listRisksByIds(scope, viewerOf(scope), ids)).map(mentionOf(scope)) : [],
  search: async (scope, text, limit) =>
    may(scope, 'risks.read-own')
      ? (await listRisks(scope, viewerOf(scope), { text }, { order: 'number', downwards: true, limit })).map(
          mentionOf(scope),
        )
      : [],
};

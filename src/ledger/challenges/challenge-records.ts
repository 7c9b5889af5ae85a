import type { SeatedScope } from '../../partnership/doors.ts';
import type { Mention, RecordType } from '../../partnership/record-type.ts';
import { may } from '../../platform/access/permit.ts';
import { type Challenge, referenceOf, standingOf, standings } from './challenge.ts';
import { listChallenges, listChallengesByIds } from './challenge-list.store.ts';
import { viewerOf } from './viewer.ts';

const mentionOf =
  ({ today }: SeatedScope) =>
  (challenge: Challenge): Mention => ({
    kind: 'challenge',
    id: challenge.id,
    reference: referenceOf(challenge),
    title: challenge.subject,
    path: `/challenges/${challenge.id}`,
    state: standings[standingOf(challenge, today)],
    on: challenge.putOn ?? challenge.draftedOn,
  });

/** How challenges stand in the thread and in searches: each for those who may know of it. */
export const challengeRecords: RecordType = {
  kind: 'challenge',
  title: 'Challenge',
  mention: async (scope, ids) =>
    may(scope, 'challenges.read-own')
      ? (await listChallengesByIds(scope, viewerOf(scope), ids)).map(mentionOf(scope))
      : [],
  search: async (scope, text, limit) =>
    may(scope, 'challenges.read-own')
      ? (await listChallenges(scope, viewerOf(scope), { text }, { limit })).map(mentionOf(scope))
      : [],
};

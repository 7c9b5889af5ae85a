import type { Task } from '../../partnership/task.store.ts';
import { type Challenge, referenceOf } from './challenge.ts';
import { isAtLastStage } from './steps.ts';

/** What a challenge can need, as kinds of tasks. */
export const challengeTaskKinds = [
  'challenge-put',
  'challenge-answer',
  'challenge-late',
  'challenge-judge',
  'challenge-view',
  'challenge-effect',
] as const;
export type ChallengeTaskKind = (typeof challengeTaskKinds)[number];

/** Of whom: those who answer for the agency, those who may judge, the lead safeguarding partners, or the office. */
export type NeededOf = 'agency' | 'judges' | 'lead-partners' | 'office';

export interface Need {
  of: NeededOf;
  task: Omit<Task, 'id' | 'kind'> & { kind: ChallengeTaskKind };
}

/**
 * What a challenge needs now. A draft that nobody else may know of needs nothing of anybody.
 *
 * @param agencyName of the agency that is challenged
 */
export function needsOf(challenge: Challenge, agencyName: string): readonly Need[] {
  const path = `/challenges/${challenge.id}`;
  const why = `${referenceOf(challenge)}, to ${agencyName}`;
  const need = (of: NeededOf, kind: ChallengeTaskKind, title: string, dueOn?: Task['dueOn']): Need => ({
    of,
    task: { kind, title, why, path, dueOn },
  });
  const joint = [
    need('lead-partners', 'challenge-view', `Say whether the answer is enough: ${challenge.subject}`, challenge.dueOn),
    need(
      'office',
      'challenge-late',
      `Bring the lead safeguarding partners together: ${challenge.subject}`,
      challenge.dueOn,
    ),
  ];
  switch (challenge.state) {
    case 'draft':
      return challenge.unseen ? [] : [need('office', 'challenge-put', `Send or drop the draft: ${challenge.subject}`)];
    case 'put':
      return [
        need('agency', 'challenge-answer', `Answer the challenge: ${challenge.subject}`, challenge.dueOn),
        ...(isAtLastStage(challenge)
          ? joint
          : [need('office', 'challenge-late', `See that an answer comes: ${challenge.subject}`, challenge.dueOn)]),
      ];
    case 'answered':
      return isAtLastStage(challenge)
        ? joint
        : [need('judges', 'challenge-judge', `Say whether the answer is enough: ${challenge.subject}`)];
    case 'settled':
      return [need('office', 'challenge-effect', `Say what changed for children: ${challenge.subject}`)];
    case 'closed':
    case 'withdrawn':
      return [];
  }
}

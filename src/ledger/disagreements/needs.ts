import type { Task } from '../../partnership/task.store.ts';
import { type Disagreement, isAtPartnership, isOpen, referenceOf, subjects } from './disagreement.ts';

/** What a disagreement can need, as kinds of tasks. */
export const disagreementTaskKinds = [
  'disagreement-answer',
  'disagreement-next',
  'disagreement-convene',
  'disagreement-decide',
  'disagreement-outcome',
] as const;
export type DisagreementTaskKind = (typeof disagreementTaskKinds)[number];

/** Of whom: the other agency, who raised it, those who decide, or the office. */
export type NeededOf = 'other' | 'raiser' | 'deciders' | 'office';

export interface Need {
  of: NeededOf;
  task: Omit<Task, 'id' | 'kind'> & { kind: DisagreementTaskKind };
}

/** What a disagreement needs now. A task names its subject and never the case. */
export function needsOf(disagreement: Disagreement): readonly Need[] {
  const { subject, dueOn, answeredOn, toldOn, urgent } = disagreement;
  const about = `${urgent ? 'urgent ' : ''}disagreement about ${subjects[subject].toLowerCase()}`;
  const need = (of: NeededOf, kind: DisagreementTaskKind, title: string, due?: Task['dueOn']): Need => ({
    of,
    task: { kind, title, why: referenceOf(disagreement), path: `/disagreements/${disagreement.id}`, dueOn: due },
  });
  if (!isOpen(disagreement))
    return toldOn === undefined ? [need('raiser', 'disagreement-outcome', `Read what came of the ${about}`)] : [];
  const answer = answeredOn === undefined ? [need('other', 'disagreement-answer', `Answer the ${about}`, dueOn)] : [];
  if (isAtPartnership(disagreement))
    return [
      ...answer,
      need('office', 'disagreement-convene', `Bring both agencies together: ${about}`, dueOn),
      need('deciders', 'disagreement-decide', `Decide the ${about}`, dueOn),
    ];
  return [
    ...answer,
    answeredOn === undefined
      ? need('raiser', 'disagreement-next', `See whether an answer came: ${about}`, dueOn)
      : need('raiser', 'disagreement-next', `Say whether the answer settles it: ${about}`),
  ];
}

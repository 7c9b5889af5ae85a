import { findAgency } from '../../partnership/agencies/agency.store.ts';
import type { RecordRef } from '../../partnership/record-type.ts';
import type { Scope } from '../../platform/database/database.ts';
import { readRoad } from '../stages/read-road.ts';
import { tie } from '../thread/thread-link.store.ts';
import { addChallenge, type NewChallenge } from './challenge.store.ts';
import { keepNeeds } from './keep-needs.ts';

/** What a duty, or somebody, says of a challenge that it drafts. */
export type Draft = Pick<NewChallenge, 'agency' | 'subject' | 'concern' | 'evidenceKind' | 'evidence' | 'expected'> &
  Partial<NewChallenge> & {
    /** The record that it rests on: it led to the challenge. Whoever drafts has seen that they may know of it. */
    from?: RecordRef;
  };

/**
 * Drafts a challenge to one agency. Nobody but the office and the chairs sees it, and no draft is ever sent by itself: somebody
 * puts it to the agency, or drops it.
 *
 * Unless said, it is in the name of who drafts it, the answer is expected when the first stage runs out, and it can be seen.
 *
 * @returns the identifier of the draft
 */
export async function draftChallenge(scope: Scope, { from, ...draft }: Draft): Promise<string> {
  const dueOn = draft.dueOn ?? (await readRoad(scope, 'challenge')).due(1, scope.today);
  const made: NewChallenge = {
    evidenceAddress: '',
    raisedBy: scope.person,
    unseen: false,
    ...draft,
    dueOn,
  };
  const id = await addChallenge(scope, made);
  if (from) await tie(scope, from, 'led-to', { kind: 'challenge', id });
  const agency = await findAgency(scope, made.agency);
  await keepNeeds(scope, draftOf(scope, id, made), agency?.name ?? 'an agency');
  return id;
}

/** A draft as it stands once it is written. */
const draftOf = ({ person, today }: Scope, id: string, made: NewChallenge) => ({
  ...made,
  id,
  number: undefined,
  draftedBy: person,
  draftedOn: today,
  putOn: undefined,
  replyBy: made.dueOn,
  stage: 1,
  stageOn: today,
  state: 'draft' as const,
  stateOn: today,
  repliedOn: undefined,
  position: undefined,
  sufficient: undefined,
  effect: '',
  summary: '',
  summaryBy: undefined,
  clearedBy: undefined,
  clearedOn: undefined,
});

import type { Scope } from '../../platform/database/database.ts';
import { readChoices } from '../actions/choices.ts';
import { listHolders } from '../stages/holder.store.ts';
import type { Challenge } from './challenge.ts';
import { jointRoles, judgingRoles } from './roles.ts';
import type { Step } from './steps.ts';

/** Somebody for whom the office can enter what they said. */
export interface Speaker {
  id: string;
  name: string;
}

/**
 * Those for whom the office can enter a step: anybody of the challenged agency for an answer, whoever may judge it and is of
 * another agency, and at the last stage the lead safeguarding partners.
 */
export async function speakersFor(scope: Scope, step: Step, { agency }: Challenge): Promise<readonly Speaker[]> {
  if (step === 'answer') return (await readChoices(scope)).people.filter((person) => person.agency === agency);
  const joint = step === 'give-view';
  const holders = await listHolders(scope, joint ? jointRoles : judgingRoles);
  return holders
    .filter((holder) => joint || holder.agency !== agency)
    .map(({ person, name }) => ({ id: person, name }));
}

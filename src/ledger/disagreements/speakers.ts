import type { Scope } from '../../platform/database/database.ts';
import { type Choices, type Named, readChoices } from '../actions/choices.ts';
import { jointRoles } from '../challenges/roles.ts';
import { listHolders } from '../stages/holder.store.ts';
import type { Disagreement } from './disagreement.ts';
import type { Step } from './steps.ts';

/**
 * Those for whom the office can enter a step: anybody of the agency whose turn it is; for a decision the chairs who are of neither
 * agency; for a view the lead safeguarding partners.
 */
export async function speakersFor(
  scope: Scope,
  step: Step,
  { raisingAgency, otherAgency }: Disagreement,
): Promise<readonly Named[]> {
  if (step === 'answer') return ofAgency(await readChoices(scope), otherAgency);
  if (step === 'end') return ofAgency(await readChoices(scope), raisingAgency);
  const holders =
    step === 'decide'
      ? (await listHolders(scope, ['independent-chair', 'partnership-chair'])).filter(
          ({ agency }) => agency !== raisingAgency && agency !== otherAgency,
        )
      : await listHolders(scope, jointRoles);
  return holders.map(({ person, name }) => ({ id: person, name }));
}

const ofAgency = ({ people }: Choices, agency: string) => people.filter((person) => person.agency === agency);

import { listPeopleHolding } from '../../partnership/seat.store.ts';
import { neededOfNoneBut, needFrom } from '../../partnership/task.store.ts';
import type { Scope } from '../../platform/database/database.ts';
import { listHolders } from '../stages/holder.store.ts';
import { whomToAsk } from '../stages/whom-to-ask.ts';
import type { Challenge } from './challenge.ts';
import { challengeTaskKinds, type NeededOf, needsOf } from './needs.ts';
import { answeringRoles, jointRoles, judgingRoles } from './roles.ts';

/** Writes what a challenge needs, and of whom, in place of what it needed before. Said twice it is as good as said once. */
export async function keepNeeds(scope: Scope, challenge: Challenge, agencyName: string): Promise<void> {
  const needs = needsOf(challenge, agencyName);
  for (const kind of challengeTaskKinds) {
    const need = needs.find(({ task }) => task.kind === kind);
    const people = need ? await whomToAsk(scope, await peopleMeant(scope, need.of, challenge)) : [];
    await neededOfNoneBut(scope, kind, challenge.id, people);
    if (need) for (const person of people) await needFrom(scope, person, challenge.id, need.task);
  }
}

async function peopleMeant(
  scope: Scope,
  of: NeededOf,
  { agency, raisedBy }: Pick<Challenge, 'agency' | 'raisedBy'>,
): Promise<readonly string[]> {
  if (of === 'office') return [];
  if (of === 'agency') return (await listHolders(scope, answeringRoles, agency)).map(({ person }) => person);
  if (of === 'lead-partners') return (await listHolders(scope, jointRoles)).map(({ person }) => person);
  const judges = (await listHolders(scope, judgingRoles)).filter((judge) => judge.agency !== agency);
  const raiser = judges.filter(({ person }) => person === raisedBy);
  const chairs = await listPeopleHolding(scope, ['independent-chair', 'partnership-chair']);
  return (raiser.length > 0 ? raiser : judges.filter(({ person }) => chairs.includes(person))).map(
    ({ person }) => person,
  );
}

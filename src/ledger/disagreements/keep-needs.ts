import { neededOfNoneBut, needFrom } from '../../partnership/task.store.ts';
import type { Scope } from '../../platform/database/database.ts';
import { answeringRoles, jointRoles } from '../challenges/roles.ts';
import { listHolders } from '../stages/holder.store.ts';
import { whomToAsk } from '../stages/whom-to-ask.ts';
import type { Disagreement } from './disagreement.ts';
import { findLiaison } from './liaison.store.ts';
import { disagreementTaskKinds, type NeededOf, needsOf } from './needs.ts';

/** Writes what a disagreement needs, and of whom, in place of what it needed before. Said twice it is as good as said once. */
export async function keepNeeds(scope: Scope, disagreement: Disagreement): Promise<void> {
  const needs = needsOf(disagreement);
  for (const kind of disagreementTaskKinds) {
    const need = needs.find(({ task }) => task.kind === kind);
    const people = need ? await whomToAsk(scope, await peopleMeant(scope, need.of, disagreement)) : [];
    await neededOfNoneBut(scope, kind, disagreement.id, people);
    if (need) for (const person of people) await needFrom(scope, person, disagreement.id, need.task);
  }
}

/** Whom the other agency named, or else its liaison officer, or else those who speak for it. */
async function peopleMeant(scope: Scope, of: NeededOf, disagreement: Disagreement): Promise<readonly string[]> {
  const { raisedBy, raisingAgency, otherAgency, withPerson } = disagreement;
  switch (of) {
    case 'office':
      return [];
    case 'raiser':
      return [raisedBy];
    case 'other': {
      if (withPerson !== undefined) return [withPerson];
      const liaison = await findLiaison(scope, otherAgency);
      if (liaison) return [liaison.person];
      return (await listHolders(scope, answeringRoles, otherAgency)).map(({ person }) => person);
    }
    case 'deciders': {
      const chairs = await listHolders(scope, ['independent-chair', 'partnership-chair']);
      const free = chairs.filter(({ agency }) => agency !== raisingAgency && agency !== otherAgency);
      return (free.length > 0 ? free : await listHolders(scope, jointRoles)).map(({ person }) => person);
    }
  }
}

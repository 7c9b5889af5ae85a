import { findAgency } from '../../partnership/agencies/agency.store.ts';
import type { Scope } from '../../platform/database/database.ts';
import { type Changes, changeChallenge } from './challenge.store.ts';
import type { Challenge } from './challenge.ts';
import { keepNeeds } from './keep-needs.ts';

/** Changes a draft that the scope holds. Until it is put nobody but its keepers has seen it, so that nothing is told of it. */
export async function redraft(scope: Scope, challenge: Challenge, draft: Changes): Promise<void> {
  const changes = { ...draft, ...(draft.dueOn && { replyBy: draft.dueOn }) };
  await changeChallenge(scope, challenge.id, changes);
  const then = { ...challenge, ...changes };
  await keepNeeds(scope, then, (await findAgency(scope, then.agency))?.name ?? 'an agency');
}

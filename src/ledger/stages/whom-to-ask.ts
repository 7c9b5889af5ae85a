import { findPerson } from '../../partnership/people/person.store.ts';
import { listPeopleHolding } from '../../partnership/seat.store.ts';
import type { Scope } from '../../platform/database/database.ts';

/**
 * Those of `meant` who sign in; where nobody of them does, the business managers, who enter it for them: nothing is ever needed
 * of no one.
 */
export async function whomToAsk(scope: Scope, meant: readonly string[]): Promise<readonly string[]> {
  const known = await Promise.all(meant.map((id) => findPerson(scope, id)));
  const here = known.flatMap((person) => (person?.signsIn ? [person.id] : []));
  return here.length > 0 ? here : await listPeopleHolding(scope, ['business-manager']);
}

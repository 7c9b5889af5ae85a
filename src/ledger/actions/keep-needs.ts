import { listPeopleHolding } from '../../partnership/seat.store.ts';
import { neededOfNoneBut, needFrom } from '../../partnership/task.store.ts';
import type { Scope } from '../../platform/database/database.ts';
import type { Action } from './action.ts';
import { needsOf, taskKinds } from './needs.ts';

/** Writes what an action needs, and of whom, in place of what it needed before. Said twice it is as good as said once. */
export async function keepNeeds(scope: Scope, action: Action): Promise<void> {
  const needs = needsOf(action);
  const office = needs.some(({ of }) => of === 'office') ? await listPeopleHolding(scope, ['business-manager']) : [];
  for (const kind of taskKinds) {
    const need = needs.find(({ task }) => task.kind === kind);
    const people = need === undefined ? [] : need.of === 'office' ? office : action.owner ? [action.owner] : [];
    await neededOfNoneBut(scope, kind, action.id, people);
    if (need) for (const person of people) await needFrom(scope, person, action.id, need.task);
  }
}

import { listPeopleHolding } from '../../partnership/seat.store.ts';
import { neededOfNoneBut, needFrom, needFromMany } from '../../partnership/task.store.ts';
import type { Scope } from '../../platform/database/database.ts';
import type { Action } from './action.ts';
import { type Need, needsOf, taskKinds } from './needs.ts';

/** Writes what an action needs, and of whom, in place of what it needed before. Said twice it is as good as said once. */
export async function keepNeeds(scope: Scope, action: Action): Promise<void> {
  const needs = needsOf(action, scope.today);
  const office = needs.some(({ of }) => of === 'office') ? await listPeopleHolding(scope, ['business-manager']) : [];
  for (const kind of taskKinds) {
    const need = needs.find(({ task }) => task.kind === kind);
    const people = need === undefined ? [] : peopleFor(need, action, office);
    await neededOfNoneBut(scope, kind, action.id, people);
    if (need) for (const person of people) await needFrom(scope, person, action.id, need.task);
  }
}

/** Writes what new actions need, and of whom: nothing was needed for them before. */
export async function needAtFirst(scope: Scope, actions: readonly Action[]): Promise<void> {
  const office = await listPeopleHolding(scope, ['business-manager']);
  await needFromMany(
    scope,
    actions.flatMap((action) =>
      needsOf(action, scope.today).flatMap(({ of, task }) =>
        peopleFor({ of }, action, office).map((person) => ({ person, record: action.id, task })),
      ),
    ),
  );
}

const peopleFor = ({ of }: Pick<Need, 'of'>, { owner }: Action, office: readonly string[]): readonly string[] =>
  of === 'office' ? office : owner ? [owner] : [];

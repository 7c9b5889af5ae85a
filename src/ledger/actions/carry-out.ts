import type { Scope } from '../../platform/database/database.ts';
import { record } from './action.store.ts';
import type { Action, Entry } from './action.ts';
import { keepNeeds } from './keep-needs.ts';
import { type Said, takeStep } from './take-step.ts';

/**
 * Takes a step with an action that the scope holds, and writes what is needed of whom from then on. Whoever calls has asked
 * `rulingOn` whether it is allowed.
 *
 * @param onBehalf for whom it was entered, and how they said it
 */
export async function carryOut(scope: Scope, action: Action, said: Said, onBehalf?: Entry['onBehalf']): Promise<void> {
  const { person, today } = scope;
  const { entry, changes } = takeStep(action, said, { person, today, ...(onBehalf && { onBehalf }) });
  await record(scope, action.id, entry, changes);
  await keepNeeds(scope, { ...action, ...changes });
}

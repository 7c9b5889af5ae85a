import type { Scope } from '../../platform/database/database.ts';
import { letLeave } from '../leaving/carry-out.ts';
import { endingWithTasksTo, turnOf } from '../leaving/leaving.ts';
import { holdPerson, listThings } from '../leaving/things.store.ts';
import type { RegimeId } from '../regimes/regime.ts';
import type { Holding } from './holding.ts';
import { answerItems, changeRegime, closeTransition } from './transition.store.ts';
import { type Answered, goneSince, type Held, keyOf, type Transition } from './transition.ts';

/**
 * Moves the partnership: what is to end ends today, whoever is left with no seat and no role leaves, and the new regime holds
 * from now on. Whatever is not to end is carried as it is.
 */
export async function move(
  scope: Scope,
  { id, to }: Pick<Transition, 'id'> & { to: RegimeId },
  { held, answered, holdings }: { held: readonly Held[]; answered: readonly Answered[]; holdings: readonly Holding[] },
): Promise<void> {
  const why = new Map(
    answered.filter(({ answer }) => answer === 'ended').map((one) => [keyOf(one), one.because] as const),
  );
  const ending = held.filter((one) => why.has(keyOf(one)));
  await answerItems(scope, id, goneSince(held, answered), {
    answer: 'ended',
    because: 'It had ended before the move',
  });
  for (const item of ending)
    await holdings.find(({ kind }) => kind === item.kind)?.end?.(scope, item, why.get(keyOf(item)) ?? '');
  const people = new Set(ending.flatMap(({ kind, person }) => (ofSomebody.includes(kind) ? (person ?? []) : [])));
  for (const person of people) await leaveIfNothingIsLeft(scope, person, holdings);
  await changeRegime(scope, to);
  await closeTransition(scope, id, 'done');
}

/** Kinds of things that somebody is part of the partnership by. */
const ofSomebody: readonly string[] = ['member', 'role'];

/** A seat that ends today is still held today; tomorrow it is not. */
async function leaveIfNothingIsLeft(scope: Scope, person: string, holdings: readonly Holding[]): Promise<void> {
  if (person === scope.person) return;
  const tomorrow = { ...scope, today: turnOf({ lastOn: scope.today }, scope.today).seatsBeginOn };
  const left = await listThings(tomorrow, person);
  if (left.some(({ kind }) => kind === 'seat' || kind === 'deputy-seat' || kind === 'role')) return;
  const found = await holdPerson(scope, person);
  if (found?.leftOn === undefined)
    await letLeave(scope, person, endingWithTasksTo(scope.person, scope.today), holdings);
}

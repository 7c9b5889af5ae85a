import { listPeopleHolding } from '../../partnership/seat.store.ts';
import { neededOfNoneBut, needFrom } from '../../partnership/task.store.ts';
import type { Scope } from '../../platform/database/database.ts';
import { countInWords } from '../../platform/ui/numbers.ts';
import { countHeld } from './held-message.store.ts';

const kind = 'release-list';

/** Makes the release list, as a whole, one task of the business managers and the chair, and takes it back when it is empty. */
export async function keepReleaseTask(scope: Scope): Promise<void> {
  const waiting = await countHeld(scope);
  const people = waiting === 0 ? [] : await listPeopleHolding(scope, ['business-manager', 'independent-chair']);
  await neededOfNoneBut(scope, kind, scope.partnership, people);
  const task = {
    kind,
    title: `Let ${countInWords(waiting, 'message').toLowerCase()} out, or drop ${waiting === 1 ? 'it' : 'them'}`,
    why: 'What goes above an owner waits for a person',
    path: '/chivvying/release-list',
    dueOn: undefined,
  };
  for (const person of people) await needFrom(scope, person, scope.partnership, task);
}

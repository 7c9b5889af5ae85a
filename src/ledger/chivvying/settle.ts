import { daysBetween } from '../../platform/calendar/days.ts';
import type { Scope } from '../../platform/database/database.ts';
import type { Action } from '../actions/action.ts';
import { findRules } from './chivvying-rules.store.ts';
import { type HeldMessage, settleHeld } from './held-message.store.ts';
import { listPeopleFacts } from './people-facts.store.ts';
import { canReach } from './plan-day.ts';
import type { Settling } from './release.ts';
import { keepReleaseTask } from './release-tasks.ts';
import { addReminders } from './reminder.store.ts';
import { type Tone, toneOf } from './rules.ts';

/** Whom a message is for, and whether mail can reach them. */
export interface Recipient {
  name: string;
  reached: boolean;
}

/** Whom a message is for; undefined where nobody fills that place. */
export async function findRecipient(scope: Scope, { to }: HeldMessage): Promise<Recipient | undefined> {
  if (to === undefined) return undefined;
  const [[person], rules] = await Promise.all([listPeopleFacts(scope, scope.today, to), findRules(scope)]);
  return person && { name: person.name, reached: canReach(person, rules) };
}

/** How a message speaks once it is let out: to its owner as any reminder does, to others as to somebody above. */
export async function toneFor(scope: Scope, { level }: HeldMessage, action: Action): Promise<Tone> {
  if (level !== 'owner') return 'above';
  const overdue = daysBetween(action.dueOn, scope.today);
  return toneOf(await findRules(scope), overdue, action.blocked !== undefined);
}

/**
 * Settles a message that the scope holds: let out, it becomes a line of its reader’s next digest; told in another way, it is
 * written down as told. Whoever calls has asked `rulingOnSettling`.
 */
export async function settle(
  scope: Scope,
  held: HeldMessage,
  action: Action,
  settling: Settling,
  because: string,
): Promise<void> {
  if (settling !== 'drop' && held.to !== undefined) {
    const tone = await toneFor(scope, held, action);
    const line = { action: action.id, person: held.to, owner: action.owner, tone, dueOn: action.dueOn };
    await addReminders(scope, scope.today, [line], settling === 'told');
  }
  await settleHeld(scope, held.id, settling === 'drop' ? 'dropped' : 'released', because);
  await keepReleaseTask(scope);
}

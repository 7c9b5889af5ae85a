import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { NewPriority } from './priority.store.ts';

/** Where a priority stands on a day: `unowned` when it goes on and nobody leads it. */
export type PriorityState = 'to-come' | 'unowned' | 'led' | 'over';

export function stateOf({ fromOn, untilOn, lead }: Omit<NewPriority, 'name'>, today: PlainDate): PriorityState {
  if (untilOn !== undefined && untilOn < today) return 'over';
  if (lead === undefined) return 'unowned';
  return fromOn > today ? 'to-come' : 'led';
}

export type PriorityRefusal = 'ends-before-it-begins' | 'lead-unknown';
export type PriorityRuling = { allowed: true } | { allowed: false; because: PriorityRefusal };

/** @param people who may lead it: those of the partnership who have not left, and whoever leads it already */
export function rulingOnPriority({ fromOn, untilOn, lead }: NewPriority, people: readonly string[]): PriorityRuling {
  if (untilOn !== undefined && untilOn < fromOn) return { allowed: false, because: 'ends-before-it-begins' };
  if (lead !== undefined && !people.includes(lead)) return { allowed: false, because: 'lead-unknown' };
  return { allowed: true };
}

import { type Action, isOpen } from '../actions/action.ts';
import type { Level, Why } from './facts.ts';
import type { HeldMessage } from './held-message.store.ts';

/** What a person can do with a message that waits: let it out, say that they have told them, or drop it. */
export type Settling = 'release' | 'told' | 'drop';

export type SettlingRefusal = 'settled' | 'moot' | 'own-agency' | 'no-way';
export type SettlingRuling = { allowed: true } | { allowed: false; because: SettlingRefusal };

/** Who settles it. */
export interface Settler {
  agency: string | undefined;
  /** Whether they work in the partnership’s office, whose work this is. */
  office: boolean;
}

/**
 * Whether somebody may settle a message so. Nobody but the office decides about their own agency’s action; what nobody needs to
 * hear any more is only dropped; what mail cannot reach is told in another way.
 *
 * @param reached whether mail can reach whom it is for
 */
export function rulingOnSettling(
  held: HeldMessage,
  settling: Settling,
  action: Action,
  { settler, reached }: { settler: Settler; reached: boolean },
): SettlingRuling {
  if (held.settled) return refuse('settled');
  if (!settler.office && settler.agency !== undefined && settler.agency === action.leadAgency)
    return refuse('own-agency');
  if (settling === 'drop') return { allowed: true };
  if (!isOpen(action) || action.dueOn !== held.dueOn) return refuse('moot');
  return settling === 'release' && !reached ? refuse('no-way') : { allowed: true };
}

const refuse = (because: SettlingRefusal): SettlingRuling => ({ allowed: false, because });

export const refusalText: Readonly<Record<SettlingRefusal, string>> = {
  settled: 'Somebody else has settled this message meanwhile',
  moot: 'The action is no longer open, or is due on another day by now. Drop the message: nobody needs to hear it',
  'own-agency': 'Your own agency leads this action: somebody of the office, or a chair from elsewhere, has to decide',
  'no-way': 'No message can reach them. Tell them in another way, and say here that you have',
};

/** To whom a message would go, in words. */
export const levels: Readonly<Record<Level, string>> = {
  owner: 'Its owner',
  member: 'The agency’s member',
  chair: 'The chair',
  'chief-officer': 'The agency’s chief officer',
  office: 'The office',
};

/** Why a message waits, in words. */
export const reasons: Readonly<Record<Why, string>> = {
  overdue: 'It is overdue, and its owner has been reminded',
  away: 'Its owner is away, and nobody covers for them',
  gone: 'Its owner has left the partnership',
  nobody: 'Nobody owns it',
  'no-way': 'No message can reach its owner: somebody has to ring or write',
  'chief-officer': 'Whoever would be told is a chief officer, whom nothing automatic reaches',
  'time-asked': 'More time was asked for, and nobody has answered',
};

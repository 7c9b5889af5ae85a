import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { Action } from '../actions/action.ts';
import type { HeldMessageTable } from '../tables.generated.ts';
import type { Listener, QuietCalendar } from './quiet.ts';
import type { Rules } from './rules.ts';

/** To whom a message that waits would go. */
export type Level = HeldMessageTable['level'];
/** Why it waits. */
export type Why = HeldMessageTable['why'];

/** A message that was held about an action while it was due on the day it is due now. */
export interface HeldBefore {
  id: string;
  level: Level;
  why: Why;
  heldOn: PlainDate;
  /** Whether nobody has released or dropped it yet. */
  waiting: boolean;
}

/** What of an open action decides whether anybody is told of it. */
export interface ActionFacts
  extends Pick<Action, 'id' | 'number' | 'title' | 'leadAgency' | 'owner' | 'dueOn' | 'safeForEmail' | 'askedUntil'> {
  blocked: boolean;
  /** When somebody was last told of it for its present owner and its present day. */
  toldOn: PlainDate | undefined;
  /** When its owner last said how it goes, what is in the way, or that more time is needed. */
  answeredOn: PlainDate | undefined;
  held: readonly HeldBefore[];
}

/** Somebody's absence. */
export interface Absence {
  fromOn: PlainDate;
  /** The last day, included. */
  untilOn: PlainDate;
  cover: string | undefined;
}

/** What of a person decides whether they are written to. */
export interface PersonFacts extends Listener {
  id: string;
  name: string;
  leftOn: PlainDate | undefined;
  /** Their account here, where mail can reach it. */
  account: string | undefined;
  /** Where they could be written to without one: an address that they alone read, and that has not refused us. */
  address: string | undefined;
  /** Whether they are a chief officer, whom nothing automatic reaches. */
  chiefOfficer: boolean;
  absences: readonly Absence[];
}

/** Who stands above the owners of an agency’s actions. */
export interface Above {
  member: string | undefined;
  chiefOfficer: string | undefined;
}

/** All that decides what one partnership says on a day. */
export interface Facts {
  rules: Rules;
  calendar: QuietCalendar;
  /** Open actions whose first day of saying something has come. */
  actions: readonly ActionFacts[];
  people: ReadonlyMap<string, PersonFacts>;
  /** By agency. */
  above: ReadonlyMap<string, Above>;
  chair: string | undefined;
  /** Messages that wait about an action that is no longer open, or that is due on another day by now. */
  moot: readonly string[];
}

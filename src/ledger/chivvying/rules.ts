import { addDays, daysBetween } from '../../platform/calendar/days.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';

/** What a partnership has set: when its people are reminded, in which tone, and what waits for whom. Days are calendar days. */
export interface Rules {
  /** Whether anything is sent at all. */
  inUse: boolean;
  /** Days before the day on which the owner hears of it. */
  daysBefore: readonly number[];
  /** Days after it. */
  daysAfter: readonly number[];
  /** And then every so many days. */
  thenEvery: number;
  /** Days overdue from which offering help turns to reminding. */
  remindFrom: number;
  firmFrom: number;
  /** Days overdue after which a message to the agency’s member waits for release; undefined for never. */
  memberAfter: number | undefined;
  chairAfter: number | undefined;
  chiefOfficerAfter: number | undefined;
  /** Days of the week on which nobody hears from us: 1 for Monday to 7 for Sunday. */
  quietWeekdays: readonly number[];
  quietBankHolidays: boolean;
  /** Days for which an answer leaves its owner in peace. */
  quietAfterAnswer: number;
  /** Whether people who never sign in get the digest at their work address. */
  mailWithoutAccount: boolean;
}

/** What holds where a partnership has set nothing. */
export const defaultRules: Rules = {
  inUse: true,
  daysBefore: [14, 3],
  daysAfter: [1, 8, 15],
  thenEvery: 14,
  remindFrom: 1,
  firmFrom: 15,
  memberAfter: 14,
  chairAfter: 28,
  chiefOfficerAfter: 42,
  quietWeekdays: [6, 7],
  quietBankHolidays: true,
  quietAfterAnswer: 10,
  mailWithoutAccount: false,
};

/** How a line speaks: it offers help, reminds, is firm, or tells somebody above the owner. */
export const tones = {
  help: 'Offers help',
  remind: 'Reminds',
  firm: 'Is firm',
  above: 'Tells somebody above the owner',
} as const;
export type Tone = keyof typeof tones;

/**
 * The tone of what an owner is told. It moves from help to reminding to firmness; whoever has said what is in the way is offered
 * help again.
 *
 * @param overdue days since the day it was due; 0 or less while it is not overdue
 */
export function toneOf({ remindFrom, firmFrom }: Rules, overdue: number, blocked: boolean): Exclude<Tone, 'above'> {
  if (blocked || overdue <= 0 || overdue < Math.min(remindFrom, firmFrom)) return 'help';
  return overdue < firmFrom ? 'remind' : 'firm';
}

/**
 * The latest day, up to and including `day`, on which something was to be said of an action: undefined while the first is still
 * to come.
 */
export function lastRung(rules: Rules, dueOn: PlainDate, day: PlainDate): PlainDate | undefined {
  const since = daysBetween(dueOn, day);
  const offsets = [...rules.daysBefore.map((days) => -days), ...rules.daysAfter].toSorted((a, b) => a - b);
  const past = offsets.filter((offset) => offset <= since);
  const last = offsets.at(-1) ?? 0;
  if (past.length < offsets.length || since < last) {
    const rung = past.at(-1);
    return rung === undefined ? undefined : addDays(dueOn, rung);
  }
  return addDays(dueOn, last + Math.floor((since - last) / rules.thenEvery) * rules.thenEvery);
}

/**
 * The most days between two times that the owner of an overdue action hears of it, days on which they are left in peace not
 * counted.
 */
export function longestSilence({ daysAfter, thenEvery, quietAfterAnswer }: Rules): number {
  const rungs = [0, ...daysAfter].toSorted((a, b) => a - b);
  const gaps = rungs.slice(1).map((rung, at) => rung - (rungs[at] ?? 0));
  return Math.max(thenEvery, quietAfterAnswer, ...gaps);
}

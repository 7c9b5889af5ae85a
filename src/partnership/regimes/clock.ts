import type { BankHoliday, BankHolidays } from '../../platform/calendar/bank-holidays.ts';
import { addDays, addMonths } from '../../platform/calendar/days.ts';
import { formatDays } from '../../platform/calendar/in-words.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import { addWorkingDays, bankHolidaysBetween, workingDaysBetween } from '../../platform/calendar/working-days.ts';
import { anchors, type Clock, type Length } from './regime.ts';
import { type Said, sourceInWords } from './said.ts';

/** A clock run from a day. */
export interface ClockRun {
  from: PlainDate;
  /** The last day for it, or the first, as the clock is bound. It stays where it falls, at a weekend too. */
  due: PlainDate;
  /** Working days after `from`, up to and including `due`: the length itself where that is in working days. */
  workingDays: number;
  /** The bank holidays on the way, which are not among them. */
  skipped: readonly BankHoliday[];
}

/**
 * Where a clock of that length leads from `from`, which is day zero, working day or not.
 *
 * Months lead to the day of the same number, or the last of the month where it has none.
 *
 * @throws {RangeError} before the first year whose bank holidays are known
 * @source for months: the corresponding date rule, Dodds v Walker [1981] 1 WLR 1027
 */
export function runClock(length: Length, from: PlainDate, holidays: BankHolidays): ClockRun {
  const due = dueOn(length, from, holidays);
  return {
    from,
    due,
    workingDays: workingDaysBetween(from, due, holidays),
    skipped: bankHolidaysBetween(from, due, holidays),
  };
}

function dueOn({ count, unit }: Length, from: PlainDate, holidays: BankHolidays): PlainDate {
  if (unit === 'working-days') return addWorkingDays(from, count, holidays);
  if (unit === 'months') return addMonths(from, count);
  return addDays(from, unit === 'weeks' ? count * 7 : count);
}

/** “5 working days”, “3 weeks”, “1 month”. */
export function lengthInWords({ count, unit }: Length): string {
  if (unit === 'days') return formatDays(count);
  const noun = unit.replace('-', ' ').replace(/s$/, '');
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}

/** “from the day the local authority becomes aware of the incident”. */
export const anchorInWords = ({ starts }: Clock): string => `from the day ${anchors[starts.value]}`;

/** What about a clock nobody has checked, in words; empty when all of it is verified. */
export function unverifiedIn({ length, starts }: Clock): string[] {
  const others = (said: Said<keyof typeof anchors>) =>
    said.verified ? [] : (said.choices ?? []).filter((one) => one !== said.value).map((one) => anchors[one]);
  const elsewhere = others(starts);
  return [
    ...(length.verified ? [] : [`its length, ${lengthInWords(length.value)}`]),
    ...(starts.verified
      ? []
      : [`the day it starts from${elsewhere.length ? `; elsewhere: the day ${elsewhere.join(', or the day ')}` : ''}`]),
  ];
}

/** Where the length of a clock comes from, and what of the clock is unverified, in one line. */
export function sourceOf(clock: Clock): string {
  const unverified = [
    ...(clock.length.verified ? [] : ['length']),
    ...(clock.starts.verified ? [] : ['day it starts from']),
  ];
  const source = sourceInWords(clock.length.source);
  return unverified.length ? `${source} (unverified: ${unverified.join(', ')})` : source;
}

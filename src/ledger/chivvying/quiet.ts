import { type BankHolidays, isWeekend } from '../../platform/calendar/bank-holidays.ts';
import { weekdayOf } from '../../platform/calendar/days.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { Rules } from './rules.ts';

/** Days on which nobody hears from us, or no school does: all of them, or those of one council. */
export interface QuietPeriod {
  id: string;
  name: string;
  fromOn: PlainDate;
  /** The last day, included. */
  untilOn: PlainDate;
  schoolsOnly: boolean;
  /** The council whose schools are meant, by code; undefined for all schools. */
  authority: string | undefined;
}

/** When the partnership is quiet. */
export interface QuietCalendar {
  bankHolidays: Pick<BankHolidays, 'on'>;
  periods: readonly QuietPeriod[];
}

/** Whose quiet is asked for. */
export interface Listener {
  /** Whether they work for a school or college. */
  school: boolean;
  /** The council whose terms their school keeps, by code; undefined where nobody has said. */
  terms: string | undefined;
  /** Days of the week on which they get no message: 1 for Monday to 7 for Sunday. */
  notOn: readonly number[];
}

/** Whoever works for no school and on every day of the week. */
export const anybody: Listener = { school: false, terms: undefined, notOn: [] };

/**
 * Whether nobody writes to `listener` on `day`. A school of which nobody has said whose terms it keeps is quiet in those of
 * every council. Own days that would leave nobody a day to hear from us are not kept.
 */
export function isQuiet(
  rules: Pick<Rules, 'quietWeekdays' | 'quietBankHolidays'>,
  { bankHolidays, periods }: QuietCalendar,
  { school, terms, notOn }: Listener,
  day: PlainDate,
): boolean {
  const weekday = weekdayOf(day);
  if (rules.quietWeekdays.includes(weekday)) return true;
  if (rules.quietBankHolidays && !isWeekend(day) && bankHolidays.on(day)) return true;
  const all = new Set([...rules.quietWeekdays, ...notOn]);
  if (notOn.includes(weekday) && all.size < 7) return true;
  return periods.some(
    ({ fromOn, untilOn, schoolsOnly, authority }) =>
      fromOn <= day &&
      day <= untilOn &&
      (!schoolsOnly || (school && (authority === undefined || terms === undefined || authority === terms))),
  );
}

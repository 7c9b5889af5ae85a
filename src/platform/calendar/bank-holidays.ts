import { addDays, weekdayOf } from './days.ts';
import type { HolidayRules } from './holiday-rules.ts';
import type { PlainDate } from './plain-date.ts';

export interface BankHoliday {
  /** Always a Monday to Friday. */
  date: PlainDate;
  /** As GOV.UK names it. */
  name: string;
  /** Kept on this day because its own falls at a weekend. */
  substitute: boolean;
}

/** A bank holiday that was added once, or moved once from the day `insteadOf`. */
export interface HolidayCorrection {
  date: PlainDate;
  name: string;
  insteadOf?: PlainDate;
}

/** The bank holidays of one part of the country. */
export interface BankHolidays {
  since: number;
  publishedTo: number;
  /** Those of a year, in order. @throws {RangeError} for a year before `since` */
  of(year: number): readonly BankHoliday[];
  /** The one on that day, or undefined. @throws {RangeError} for a day before `since` */
  on(day: PlainDate): BankHoliday | undefined;
}

/** The bank holidays that follow from what comes every year and what was moved or added once. A year is worked out once. */
export function bankHolidaysFrom(rules: HolidayRules, corrections: readonly HolidayCorrection[]): BankHolidays {
  const years = new Map<number, ReadonlyMap<PlainDate, BankHoliday>>();
  const byDay = (year: number) => {
    if (year < rules.since) throw new RangeError(`bank holidays are known from ${rules.since}`);
    const known = years.get(year) ?? workOut(year, rules, corrections);
    years.set(year, known);
    return known;
  };
  return {
    since: rules.since,
    publishedTo: rules.publishedTo,
    of: (year) => [...byDay(year).values()],
    on: (day) => byDay(yearOf(day)).get(day),
  };
}

const yearOf = (day: PlainDate) => Number(day.slice(0, 4));

/** The days that stand are taken first, so that Christmas Day on a Sunday gives way to Boxing Day on the Monday. */
function workOut(
  year: number,
  { yearly }: HolidayRules,
  corrections: readonly HolidayCorrection[],
): ReadonlyMap<PlainDate, BankHoliday> {
  const ofYear = corrections.filter(({ date }) => yearOf(date) === year);
  const moved = new Set(ofYear.map(({ insteadOf }) => insteadOf));
  const usual = yearly.map((one) => ({ date: one.in(year), name: one.name })).filter(({ date }) => !moved.has(date));
  const holidays = new Map<PlainDate, BankHoliday>();
  for (const { date, name } of [...ofYear, ...usual.filter(({ date: day }) => !isWeekend(day))])
    holidays.set(date, { date, name, substitute: false });
  for (const { date, name } of usual.filter(({ date: day }) => isWeekend(day))) {
    let day = date;
    while (isWeekend(day) || holidays.has(day)) day = addDays(day, 1);
    holidays.set(day, { date: day, name, substitute: true });
  }
  return new Map([...holidays].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether `day` is a Saturday or Sunday. */
export const isWeekend = (day: PlainDate): boolean => weekdayOf(day) > 5;

import { gregorianEaster } from 'date-easter';
import { addDays, weekdayOf } from './days.ts';
import { type PlainDate, plainDate } from './plain-date.ts';

/** A part of the United Kingdom with bank holidays of its own. Another is a value in `holidayRules` and a file in `data/`. */
export type Division = 'england-and-wales';

/** A bank holiday that comes every year, and the day the law puts it on, which may be at a weekend. */
export interface YearlyHoliday {
  name: string;
  in(year: number): PlainDate;
}

export interface HolidayRules {
  /** The first year these rules and their corrections are right for. */
  since: number;
  /** The last year whose bank holidays the government has published: after it, one-off holidays are not yet known. */
  publishedTo: number;
  yearly: readonly YearlyHoliday[];
}

/**
 * The bank holidays that come every year, where nothing is moved or added.
 *
 * Those at a weekend are kept on the next working day instead.
 *
 * @source Banking and Financial Dealings Act 1971, Schedule 1; by royal proclamation New Year's Day since 1974 and the first
 * Monday in May since 1978; Good Friday and Christmas Day by common law
 */
export const holidayRules: Readonly<Record<Division, HolidayRules>> = {
  'england-and-wales': {
    since: 1978,
    publishedTo: 2028,
    yearly: [
      { name: 'New Year’s Day', in: (year) => dayOf(year, 1, 1) },
      { name: 'Good Friday', in: (year) => addDays(easterSunday(year), -2) },
      { name: 'Easter Monday', in: (year) => addDays(easterSunday(year), 1) },
      { name: 'Early May bank holiday', in: (year) => mondayFrom(dayOf(year, 5, 1)) },
      { name: 'Spring bank holiday', in: (year) => mondayFrom(dayOf(year, 5, 25)) },
      { name: 'Summer bank holiday', in: (year) => mondayFrom(dayOf(year, 8, 25)) },
      { name: 'Christmas Day', in: (year) => dayOf(year, 12, 25) },
      { name: 'Boxing Day', in: (year) => dayOf(year, 12, 26) },
    ],
  },
};

const two = (part: number) => String(part).padStart(2, '0');
const dayOf = (year: number, month: number, day: number): PlainDate =>
  plainDate(`${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`);

/** The first Monday on or after `day`; from the 25th, the last Monday of a month of 31 days. */
const mondayFrom = (day: PlainDate): PlainDate => addDays(day, (8 - weekdayOf(day)) % 7);

function easterSunday(year: number): PlainDate {
  const { month, day } = gregorianEaster(year);
  return dayOf(year, month, day);
}

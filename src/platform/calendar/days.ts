import type { PlainDate } from './plain-date.ts';
import { plainDate } from './plain-date.ts';

/** Days are counted from 1 January 1970 and in UTC, where every day is as long as the next. */
const MILLISECONDS = 86_400_000;
const numberOf = (day: PlainDate): number => Date.parse(day) / MILLISECONDS;

/**
 * The day `count` days after `day`; before it when `count` is negative.
 *
 * @throws {RangeError} when `count` is not whole, or leads outside the years 0000 to 9999
 */
export function addDays(day: PlainDate, count: number): PlainDate {
  if (!Number.isInteger(count)) throw new RangeError('days are counted whole');
  return plainDate(new Date((numberOf(day) + count) * MILLISECONDS).toISOString().slice(0, 10));
}

/** How many days `to` lies after `from`; negative when it lies before. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => numberOf(to) - numberOf(from);

/** The day of the week: 1 for Monday to 7 for Sunday. */
export const weekdayOf = (day: PlainDate): number => ((((numberOf(day) + 3) % 7) + 7) % 7) + 1;

/**
 * The day with the same number `count` months after `day`, or the last of that month where it has no such day; before it when
 * `count` is negative. 31 January and one month make 28 February, or 29.
 *
 * @throws {RangeError} when `count` is not whole, or leads outside the years 0000 to 9999
 */
export function addMonths(day: PlainDate, count: number): PlainDate {
  if (!Number.isInteger(count)) throw new RangeError('months are counted whole');
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count;
  const [year, month] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1];
  const first = plainDate(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`);
  const inTheNext = addDays(first, 31);
  const last = addDays(inTheNext, -Number(inTheNext.slice(8)));
  return addDays(first, Math.min(Number(day.slice(8)), Number(last.slice(8))) - 1);
}

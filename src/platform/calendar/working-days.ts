import { type BankHoliday, type BankHolidays, isWeekend } from './bank-holidays.ts';
import { addDays } from './days.ts';
import type { PlainDate } from './plain-date.ts';

/** Whether `day` is a Monday to Friday and no bank holiday. */
export const isWorkingDay = (day: PlainDate, holidays: BankHolidays): boolean => !isWeekend(day) && !holidays.on(day);

/**
 * The day that falls `count` working days after `start`; before it when `count` is negative.
 *
 * `start` is day zero, working day or not, and `count` 0 gives it back.
 *
 * @throws {RangeError} when `count` is not whole, or the way leads to years whose bank holidays are not known
 */
export function addWorkingDays(start: PlainDate, count: number, holidays: BankHolidays): PlainDate {
  if (!Number.isInteger(count)) throw new RangeError('working days are counted whole');
  const step = Math.sign(count);
  let [day, left] = [start, Math.abs(count)];
  while (left > 0) {
    day = addDays(day, step);
    if (isWorkingDay(day, holidays)) left -= 1;
  }
  return day;
}

/** How many working days lie after `from`, up to and including `to`; 0 when `to` is not after it. */
export function workingDaysBetween(from: PlainDate, to: PlainDate, holidays: BankHolidays): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day, holidays)) count += 1;
  return count;
}

/** The bank holidays after `from`, up to and including `to`: the weekdays that are not counted as working days. */
export function bankHolidaysBetween(from: PlainDate, to: PlainDate, holidays: BankHolidays): BankHoliday[] {
  const found: BankHoliday[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1)
    found.push(...holidays.of(year).filter(({ date }) => date > from && date <= to));
  return found;
}

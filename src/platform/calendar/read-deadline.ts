import { addDays, addMonths } from './days.ts';
import { isPlainDate, type PlainDate } from './plain-date.ts';
import { type DayReading, monthNumber, readWrittenDay } from './read-day.ts';

/**
 * The day that somebody wrote as a deadline: a day as `readWrittenDay` takes it, or a month (`end of March 2025`, `Mar 25`,
 * `03/2025`), a quarter of the financial year (`Q2 2025/26`), a financial year (`2025/26`) or the end of a year (`end of 2025`).
 *
 * @param edge which day of a longer time is meant: its last, or its first
 */
export function readDeadline(written: string, edge: 'start' | 'end' = 'end'): DayReading {
  const text = written.trim();
  const words = text.toLowerCase().replaceAll(/\s+/g, ' ');
  const day = readWrittenDay(text);
  if (day.wrong === undefined) return day;
  const bare = words.replace(/^(?:by|before|due)? ?(?:the )?(?:end (?:of )?)?(?:the )?/, '');
  const time = monthIn(bare) ?? quarterIn(bare) ?? financialYearIn(bare) ?? yearIn(bare, bare !== words);
  if (time) return { value: edge === 'start' ? time.from : addDays(addMonths(time.from, time.months), -1) };
  return { wrong: whyNot(text, bare) ?? day.wrong };
}

/** A time that begins on a first of a month. */
interface Time {
  from: PlainDate;
  months: number;
}

const timeFrom = (year: number, month: number, months: number): Time | undefined => {
  const from = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
  return isPlainDate(from) ? { from, months } : undefined;
};

const fullYear = (year = ''): number => Number(year.padStart(4, '20'));

function monthIn(text: string): Time | undefined {
  const named = /^([a-z]{3,9})\.?[ ,/’'-]+(\d{4}|\d{2})$/.exec(text);
  if (named) return timeFrom(fullYear(named[2]), monthNumber(named[1]), 1);
  const numbered = /^(\d{1,2})[/.-](\d{4})$/.exec(text);
  return numbered ? timeFrom(Number(numbered[2]), Number(numbered[1]), 1) : undefined;
}

const financial = String.raw`(\d{4}|\d{2})[/-](\d{4}|\d{2})`;
const quarterFirst = new RegExp(`^(?:q|quarter )([1-4]),? (?:of )?${financial}$`);
const quarterLast = new RegExp(`^${financial},? (?:q|quarter )([1-4])$`);

function quarterIn(text: string): Time | undefined {
  const [, quarter, one, next] = quarterFirst.exec(text) ?? [];
  if (quarter !== undefined) return ofFinancialYear(one, next, Number(quarter));
  const [, year, following, last] = quarterLast.exec(text) ?? [];
  return last === undefined ? undefined : ofFinancialYear(year, following, Number(last));
}

/** A quarter of the year that begins in April. */
function ofFinancialYear(year = '', next = '', quarter = 1): Time | undefined {
  const first = fullYear(year);
  if (fullYear(next) !== first + 1) return undefined;
  return quarter === 4 ? timeFrom(first + 1, 1, 3) : timeFrom(first, 3 * quarter + 1, 3);
}

function financialYearIn(text: string): Time | undefined {
  const [, year = '', next = ''] = new RegExp(`^(?:financial year |fy ?)?${financial}$`).exec(text) ?? [];
  return year !== '' && fullYear(next) === fullYear(year) + 1 ? timeFrom(fullYear(year), 4, 12) : undefined;
}

/** A bare year may be anything; the end of one is a day. */
const yearIn = (text: string, isEnd: boolean): Time | undefined =>
  isEnd && /^\d{4}$/.test(text) ? timeFrom(Number(text), 1, 12) : undefined;

const vague =
  /^(?:asap|a s a p|as soon as possible|on ?going|continuous|continual|rolling|tb[cad]|to be (?:confirmed|agreed|decided|determined)|immediate(?:ly)?|as (?:and when )?required|urgent|now|open|various|see (?:update|notes|comments))\b/;

function whyNot(text: string, bare: string): string | undefined {
  if (vague.test(bare)) return `“${text}” is not a day: write one to look at it again, such as 31 March 2026`;
  if (/^q[1-4],? ?(?:of )?\d{4}$/.test(bare))
    return `“${text}” can be a quarter of the calendar or of the financial year: write a day, or Q2 2025/26`;
  if (/^(?:\d{1,2}(?:st|nd|rd|th)? )?[a-z]{3,9}$/.test(bare) && monthNumber(bare.split(' ').at(-1)) > 0)
    return `“${text}” says no year: write it with one, such as 31 March 2026`;
  return undefined;
}

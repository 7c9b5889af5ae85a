import { isPlainDate, type PlainDate } from './plain-date.ts';

/** A day that was written, or in words why none can be read. */
export type DayReading = { value: PlainDate; wrong?: undefined } | { wrong: string };

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The day that somebody wrote: `2017-03-05`, `05/03/2017` (day first), `5 March 2017`, `Sunday 5th March 2017` or `5-Mar-17`.
 * A time of day after it is dropped; a year of two figures is one of this century.
 */
export function readWrittenDay(written: string): DayReading {
  const text = written.trim();
  const iso = /^(\d{4}-\d{2}-\d{2})([T ]\d{2}:\d{2}.*)?$/.exec(text)?.[1];
  const day = iso ?? fromSlashes(text) ?? fromWords(text);
  if (day === undefined) return { wrong: `“${text}” is not a date such as 5 March 2017, 05/03/2017 or 2017-03-05` };
  if (isPlainDate(day)) return { value: day };
  return { wrong: `“${text}” is not a real date${iso === undefined ? '; days come before months' : ''}` };
}

function fromSlashes(text: string): string | undefined {
  const found = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})( \d{2}:\d{2}.*)?$/.exec(text);
  return found ? dashed(found[3], found[2], found[1]) : undefined;
}

function fromWords(text: string): string | undefined {
  const found = /^(?:[a-z]+,? )?(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?,?[ -](\d{4}|\d{2})$/i.exec(text);
  const month = monthNumber(found?.[2]);
  return found && month > 0 ? dashed(found[3], String(month), found[1]) : undefined;
}

/** 1 to 12 for the name of a month, whole or its beginning; 0 for another word. */
export const monthNumber = (name = ''): number => months.indexOf(name.slice(0, 3).toLowerCase()) + 1;

const dashed = (year = '', month = '', day = '') =>
  `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

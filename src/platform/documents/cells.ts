import { addDays } from '../calendar/days.ts';
import { type PlainDate, plainDate } from '../calendar/plain-date.ts';
import { readWrittenDay } from '../calendar/read-day.ts';
import type { Cell } from './spreadsheet.ts';

/** What a cell says, or in words why it cannot be read. */
export type Reading<T> = { value: T; wrong?: undefined } | { wrong: string };

/** A row that cannot be taken, and why. */
export interface Rejection {
  line: number;
  reason: string;
}

/** Whether a cell says nothing: empty, or one of the signs that spreadsheets put for nothing. */
export const isBlank = (cell: Cell | undefined): boolean =>
  cell === undefined || /^(|-|–|—|\.\.|n\/a|null|none|not applicable)$/i.test(String(cell).trim());

/** The day a cell means: written as people write it, or the number by which Excel keeps a day. Times of day are dropped. */
export function readDay(cell: Cell): Reading<PlainDate> {
  const text = String(cell).trim();
  const serial = Number(text);
  if (/^\d{5}(\.\d+)?$/.test(text)) return { value: addDays(plainDate('1899-12-30'), Math.floor(serial)) };
  return readWrittenDay(text);
}

/** Small letters and single spaces, whatever stood between the words. */
export const plainWords = (cell: Cell): string =>
  String(cell)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();

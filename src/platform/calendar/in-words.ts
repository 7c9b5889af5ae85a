import { daysBetween, weekdayOf } from './days.ts';
import type { PlainDate } from './plain-date.ts';

/**
 * How much of a day is written: `long` “Friday 27 November 2026”, `plain` “27 November 2026”, `weekday` “Fri 27 Nov”,
 * `short` “27 Nov”.
 */
export type DayForm = 'long' | 'plain' | 'weekday' | 'short';

const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** A day as people write it. The short forms leave the year out: use them only where it cannot be in doubt. */
export const formatDay = (day: PlainDate, form: DayForm = 'long'): string => FORMS[form](partsOf(day));

type Parts = { weekday: string; date: number; month: string; year: number };
const FORMS: Record<DayForm, (parts: Parts) => string> = {
  long: ({ weekday, date, month, year }) => `${weekday} ${date} ${month} ${year}`,
  plain: ({ date, month, year }) => `${date} ${month} ${year}`,
  weekday: ({ weekday, date, month }) => `${weekday.slice(0, 3)} ${date} ${month.slice(0, 3)}`,
  short: ({ date, month }) => `${date} ${month.slice(0, 3)}`,
};
const partsOf = (day: PlainDate): Parts => ({
  weekday: WEEKDAYS[weekdayOf(day) - 1] ?? '',
  date: Number(day.slice(8)),
  month: MONTHS[Number(day.slice(5, 7)) - 1] ?? '',
  year: Number(day.slice(0, 4)),
});

/** “1 day”, “2 days”. */
export const formatDays = (count: number): string => (count === 1 ? '1 day' : `${count} days`);

/**
 * When something is due, as one says it on `today`: “2 days late”, “Today”, “Tomorrow”, “Fri 27 Nov” within a week,
 * “18 Dec” within the year ahead, “18 Dec 2027” beyond.
 */
export function formatDue(due: PlainDate, today: PlainDate): string {
  const left = daysBetween(today, due);
  if (left < 0) return `${formatDays(-left)} late`;
  if (left === 0) return 'Today';
  if (left === 1) return 'Tomorrow';
  if (left < 7) return formatDay(due, 'weekday');
  return left < 365 ? formatDay(due, 'short') : `${formatDay(due, 'short')} ${due.slice(0, 4)}`;
}

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' });
const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** The time of day in London, “09:05”. */
export const formatTime = (at: Date): string => clock.format(at);

/** A moment as London has it, “27 November 2026, 09:05”. */
export const formatMoment = (at: Date): string => `${london.format(at)}, ${clock.format(at)}`;

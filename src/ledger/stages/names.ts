import { formatDay } from '../../platform/calendar/in-words.ts';
import { isPlainDate } from '../../platform/calendar/plain-date.ts';

/** A day of a history in words. */
export const sayDay = (value: string): string => (isPlainDate(value) ? formatDay(value, 'plain') : value);

import { z } from 'zod';
import { isPlainDate, type PlainDate } from '../../../platform/calendar/plain-date.ts';

/** A day that may be left out, in a form's schema, over the text that `dayText` gives. @param wrong said when it is no day */
export const optionalDay = (wrong: string) =>
  z
    .string()
    .refine((text): text is PlainDate | '' => text === '' || isPlainDate(text), wrong)
    .transform((text): PlainDate | undefined => (isPlainDate(text) ? text : undefined));

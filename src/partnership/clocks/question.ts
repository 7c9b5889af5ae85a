import { z } from 'zod';
import type { BankHolidays } from '../../platform/calendar/bank-holidays.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import { readWrittenDay } from '../../platform/calendar/read-day.ts';
import { type FormErrors, formErrors, noErrors } from '../../platform/ui/errors.ts';
import { type Clock, type ClockName, clockNames, type Regime } from '../regimes/regime.ts';

/** Which clock, and from which day. */
export interface Question {
  name: ClockName;
  clock: Clock;
  from: PlainDate;
}

/** What was asked, or what is wrong with it; neither where nothing was asked. What was typed either way. */
export interface Reading {
  asked?: Question;
  typed: Readonly<Record<'clock' | 'from', string>>;
  errors: FormErrors;
}

const lastYear = 2199;

/** Reads what an address asks of a partnership's clocks. */
export function readQuestion(
  query: Readonly<Record<string, unknown>>,
  { clocks }: Regime,
  { since }: Pick<BankHolidays, 'since'>,
): Reading {
  const text = (value: unknown) => (typeof value === 'string' ? value.trim().slice(0, 100) : '');
  const typed = { clock: text(query['clock']), from: text(query['from']) };
  if (typed.clock === '' && typed.from === '') return { typed, errors: noErrors };
  const names = clockNames.filter((name) => clocks[name]);
  const Form = z.object({
    clock: z.enum(names, 'Select a clock'),
    from: z.string().transform((written, context): PlainDate => {
      const { day, wrong } = readFrom(written, since);
      if (wrong !== undefined) context.addIssue({ code: 'custom', message: wrong });
      return day ?? z.NEVER;
    }),
  });
  const form = Form.safeParse(typed);
  if (!form.success) return { typed, errors: formErrors(form.error, ['clock', 'from']) };
  const { clock: name, from } = form.data;
  const clock = clocks[name];
  return clock ? { asked: { name, clock, from }, typed, errors: noErrors } : { typed, errors: noErrors };
}

function readFrom(written: string, since: number): { day?: PlainDate; wrong?: string } {
  if (written === '') return { wrong: 'Enter the day it starts from' };
  const reading = readWrittenDay(written);
  if (reading.wrong !== undefined) return { wrong: 'Enter the day as 5 March 2027, 05/03/2027 or 2027-03-05' };
  const year = Number(reading.value.slice(0, 4));
  if (year >= since && year <= lastYear) return { day: reading.value };
  return { wrong: `Enter a day from ${since} to ${lastYear}: bank holidays are known for those years` };
}

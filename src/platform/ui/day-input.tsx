import { z } from 'zod';
import { isPlainDate, type PlainDate } from '../calendar/plain-date.ts';
import { DateInput } from './govuk.tsx';

/** What a form brought, as the server parsed it. */
export type DayAnswers = Readonly<Record<string, unknown>>;

export interface DayInputProps {
  /** The three fields are called `name-day`, `name-month` and `name-year`. */
  name: string;
  /** The question. */
  legend: string;
  hint?: string;
  /** What was typed, shown again as it was typed. */
  answers?: DayAnswers;
  /** The day as it stands, where nothing has been typed yet. */
  day?: PlainDate | undefined;
  errorMessage?: { text: string } | undefined;
}

/** Asks for a day in three fields. An error in the summary leads to the first of them. */
export function DayInput({ name, legend, hint, answers, day, errorMessage }: DayInputProps) {
  const typed = answers && PARTS.some((part) => `${name}-${part}` in answers) ? answers : answersFrom(name, day);
  return (
    <DateInput
      id={`${name}-group`}
      namePrefix={name}
      fieldset={{ legend: { text: legend, classes: 'govuk-fieldset__legend--s' } }}
      hint={hint === undefined ? undefined : { text: hint }}
      errorMessage={errorMessage}
      items={PARTS.map((part) => ({
        name: part,
        id: part === 'day' ? name : `${name}-${part}`,
        value: partOf(typed, name, part),
      }))}
    />
  );
}

const PARTS = ['day', 'month', 'year'] as const;
const partOf = (answers: DayAnswers, name: string, part: string): string => {
  const value = answers[`${name}-${part}`];
  return typeof value === 'string' ? value.trim() : '';
};
const answersFrom = (name: string, day: PlainDate | undefined): DayAnswers => {
  const [year = '', month = '', date = ''] = day?.split('-') ?? [];
  return { [`${name}-day`]: trimmed(date), [`${name}-month`]: trimmed(month), [`${name}-year`]: year };
};
const trimmed = (digits: string): string => digits.replace(/^0/, '');

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * The three fields as one text, for the form's schema: `''` when all are empty, `YYYY-MM-DD` when they make a date,
 * otherwise what was typed. A month may be typed by its name.
 */
export function dayText(answers: DayAnswers, name: string): string {
  const [date = '', month = '', year = ''] = PARTS.map((part) => partOf(answers, name, part));
  if (date + month + year === '') return '';
  const named = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  const number = named > 0 ? String(named) : month;
  return [year, number.padStart(2, '0'), date.padStart(2, '0')].join('-');
}

/**
 * A day in a form's schema, over the text that `dayText` gives.
 *
 * @param missing said when nothing was typed: “Enter the day the partners decided”
 * @param wrong said when it is no day: “The day the partners decided must be a real date”
 */
export const dayAnswer = (missing: string, wrong: string) =>
  z
    .string(missing)
    .min(1, missing)
    .refine((text): text is PlainDate => text === '' || isPlainDate(text), wrong);

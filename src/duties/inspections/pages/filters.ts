import { z } from 'zod';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import { plainDate } from '../../../platform/calendar/plain-date.ts';
import { readDay } from '../../../platform/documents/cells.ts';
import { type FormErrors, formErrors, noErrors } from '../../../platform/ui/errors.ts';
import { type Basis, bases } from '../count.ts';
import { type EnglandQuestion, type Subject, subjects, usualEarlyUntil } from '../figures/england.ts';
import { frameworkFacts, type Judgement } from '../judgement.ts';

/** What an address asks for, as the server parsed it. */
export type Query = Readonly<Record<string, unknown>>;

/** What was asked, or what is wrong with it; what was typed either way, to be shown again. */
export type Filters<T> = { typed: Readonly<Record<string, string>>; errors: FormErrors } & (
  | { asked: T }
  | { asked?: undefined }
);

/** A day typed in words or figures; nothing typed gives undefined. */
const aDay = (message: string) =>
  z
    .string(message)
    .trim()
    .optional()
    .transform((text, context): PlainDate | undefined => {
      if (!text) return undefined;
      const reading = readDay(text);
      if (reading.wrong === undefined) return reading.value;
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    });

const asAt = aDay('Enter the day as 31 March 2017, 31/03/2017 or 2017-03-31');
const basis = z.enum(bases, 'Select what to count: all reviews, first reviews or boards').optional();

const England = z.object({
  of: z.enum(subjects, 'Select whose judgements to show').optional(),
  'as-at': asAt,
  basis,
  'early-until': aDay('Enter the last day of the early reports as 31 December 2015 or 31/12/2015'),
});

const sifJudgements: readonly Judgement[] = frameworkFacts.sif.judgements;

const BoardsAndCouncils = z.object({
  'as-at': asAt,
  basis,
  with: z.enum(frameworkFacts.sif.judgements, 'Select a judgement of the council').optional(),
});

export interface AgreementQuestion {
  asAt: PlainDate;
  basis: Basis;
  judgement: Judgement;
}

/** What *England* is asked for; today's judgements of boards, unless said. */
export function englandFilters(query: Query, today: PlainDate): Filters<EnglandQuestion> {
  return read(England, query, (answers) => {
    const subject: Subject = answers.of ?? 'boards';
    const earlyUntil = answers['early-until'] ?? plainDate(usualEarlyUntil[subject]);
    return { subject, asAt: answers['as-at'] ?? today, basis: answers.basis ?? 'all-reviews', earlyUntil };
  });
}

/** What *Boards and councils* is asked for; today's reviews against overall effectiveness, unless said. */
export function agreementFilters(query: Query, today: PlainDate): Filters<AgreementQuestion> {
  return read(BoardsAndCouncils, query, (answers) => ({
    asAt: answers['as-at'] ?? today,
    basis: answers.basis ?? 'all-reviews',
    judgement: sifJudgements.find((each) => each === answers.with) ?? 'overall-effectiveness',
  }));
}

function read<Shape extends z.ZodRawShape, T>(
  schema: z.ZodObject<Shape>,
  query: Query,
  ask: (answers: z.infer<typeof schema>) => T,
): Filters<T> {
  const names = Object.keys(schema.shape);
  const filled = Object.fromEntries(
    names.filter((name) => query[name] !== undefined && query[name] !== '').map((name) => [name, query[name]]),
  );
  const typed = Object.fromEntries(names.map((name) => [name, typeof query[name] === 'string' ? query[name] : '']));
  const answers = schema.safeParse(filled);
  if (!answers.success) return { typed, errors: formErrors(answers.error, names) };
  return { typed, errors: noErrors, asked: ask(answers.data) };
}

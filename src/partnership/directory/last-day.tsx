import { z } from 'zod';
import { formatDay } from '../../platform/calendar/in-words.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { Answers } from '../../platform/http/form-use.store.ts';
import { type FormErrors, formErrors, formErrorsOf } from '../../platform/ui/errors.ts';
import { DayInput, dayAnswer, dayText } from '../../platform/ui/patterns.tsx';
import { typed } from './answers.ts';
import { basisOf, type Told } from './basis.ts';
import { Basis } from './changed-meanwhile.tsx';

const Form = z.object({ untilOn: dayAnswer('Enter the last day', 'The last day must be a real date') });

/** The last day as it stands, which somebody else may change meanwhile. */
const toldOf = (untilOn: PlainDate | undefined): Told => ({ 'Last day': untilOn ?? '' });

const changed = 'Somebody else changed this meanwhile';

/** What the form of a last day answers. */
export type LastDay = { day: PlainDate } | { errors: FormErrors; day?: undefined };

/** Reads the last day that somebody entered for what has, as it stands, the last day `untilOn`. */
export function readLastDay(answers: Answers, untilOn: PlainDate | undefined): LastDay {
  const form = Form.safeParse({ untilOn: dayText(answers, 'untilOn') });
  if (!form.success) return { errors: formErrors(form.error) };
  if (typed(answers, 'basis') === basisOf(toldOf(untilOn))) return { day: form.data.untilOn };
  const now = untilOn ? `${formatDay(untilOn, 'plain')} is saved as the last day` : 'no last day is saved any more';
  const text = `${changed}: ${now}. Save yours to put it in its place, or leave this form`;
  return { errors: formErrorsOf([{ field: 'untilOn', text }]) };
}

interface LastDayInputProps {
  answers: Answers;
  /** As it stands. */
  untilOn: PlainDate | undefined;
  today: PlainDate;
  hint?: string;
  errors: FormErrors;
}

/** Asks for the last day of something. */
export const LastDayInput = ({ answers, untilOn, today, hint, errors }: LastDayInputProps) => (
  <>
    <Basis told={toldOf(untilOn)} answers={answers} shown={errors.on('untilOn')?.text.startsWith(changed) ?? false} />
    <DayInput
      name="untilOn"
      legend="Last day"
      {...(hint === undefined ? {} : { hint })}
      answers={answers}
      day={untilOn ?? today}
      errorMessage={errors.on('untilOn')}
    />
  </>
);

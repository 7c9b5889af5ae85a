import { typed } from '../partnership/directory/answers.ts';
import type { Answers } from '../platform/http/form-use.store.ts';
import type { FormErrors } from '../platform/ui/errors.ts';
import { Textarea } from '../platform/ui/govuk.tsx';

/** What was typed into a form, and what is wrong with it. */
export interface Asking {
  answers: Answers;
  errors: FormErrors;
}

interface WordsProps extends Asking {
  name: string;
  label: string;
  hint?: string | undefined;
  rows?: number;
}

/** A question that is answered in words. */
export const Words = ({ name, label, hint, rows = 3, answers, errors }: WordsProps) => (
  <Textarea
    id={name}
    name={name}
    label={{ text: label, classes: 'govuk-label--s' }}
    hint={hint === undefined ? undefined : { text: hint }}
    rows={rows}
    value={typed(answers, name)}
    errorMessage={errors.on(name)}
  />
);

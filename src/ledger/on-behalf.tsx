import { z } from 'zod';
import { typed } from '../partnership/directory/answers.ts';
import { isId } from '../platform/database/ids.ts';
import type { Answers } from '../platform/http/form-use.store.ts';
import { type FormErrors, formError, formErrors } from '../platform/ui/errors.ts';
import { Radios, Select } from '../platform/ui/govuk.tsx';

/** How somebody told the office, which entered it for them. */
export const waysOfTelling = { call: 'On the telephone', 'e-mail': 'By e-mail', meeting: 'At a meeting' } as const;

/** For whom the office entered something, and how they said it. */
export interface OnBehalfOf {
  of: string;
  toldBy: keyof typeof waysOfTelling;
}

type People = readonly { id: string; name: string }[];

const Form = z.object({
  saidBy: z.string().refine(isId, 'Select who said it'),
  toldBy: z.enum(['call', 'e-mail', 'meeting'], 'Select how they said it'),
});

/** For whom it is entered, or what is wrong with the answer. @param people among whom they are */
export function readOnBehalf(answers: Answers, people: People): OnBehalfOf | { errors: FormErrors } {
  const form = Form.safeParse({ saidBy: typed(answers, 'saidBy'), toldBy: typed(answers, 'toldBy') });
  if (!form.success) return { errors: formErrors(form.error, ['saidBy', 'toldBy']) };
  const { saidBy: of, toldBy } = form.data;
  return people.some(({ id }) => id === of)
    ? { of, toldBy }
    : { errors: formError('saidBy', 'Select who said it from the list') };
}

interface OnBehalfProps {
  people: People;
  answers: Answers;
  errors: FormErrors;
}

/** Asks for whom something is entered, and how they said it. */
export const OnBehalf = ({ people, answers, errors }: OnBehalfProps) => (
  <>
    <Select
      id="saidBy"
      name="saidBy"
      label={{ text: 'Who said it?', classes: 'govuk-label--s' }}
      hint={{ text: 'You enter it for them. It is marked so, and they can correct it' }}
      value={typed(answers, 'saidBy')}
      items={[{ value: '', text: 'Select a person' }, ...people.map(({ id, name }) => ({ value: id, text: name }))]}
      errorMessage={errors.on('saidBy')}
    />
    <Radios
      name="toldBy"
      idPrefix="toldBy"
      fieldset={{ legend: { text: 'How did they say it?', classes: 'govuk-fieldset__legend--s' } }}
      value={typed(answers, 'toldBy')}
      items={Object.entries(waysOfTelling).map(([value, text]) => ({ value, text }))}
      errorMessage={errors.on('toldBy')}
    />
  </>
);

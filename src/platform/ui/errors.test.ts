import { expect, test } from 'vitest';
import { z } from 'zod';
import { formError, formErrors, noErrors } from './errors.ts';

const Form = z.object({
  outcome: z.enum(['yes', 'no'], 'Select what was decided'),
  reason: z
    .string()
    .min(3, 'Reason must be 3 characters or more')
    .regex(/^[a-z]*$/, 'Reason must be in small letters'),
  agencies: z.array(z.string().min(1, 'Enter the name of the agency')),
  place: z.object({ postcode: z.string('Enter the postcode') }),
});
const mistakes = Form.safeParse({ reason: '1', agencies: ['Police', ''], place: {} }).error ?? new z.ZodError([]);

test('there is one message for each field, the first, in the order of the page', () => {
  const errors = formErrors(mistakes, ['reason', 'outcome', 'place-postcode']);
  expect(errors.list).toEqual([
    { field: 'reason', text: 'Reason must be 3 characters or more' },
    { field: 'outcome', text: 'Select what was decided' },
    { field: 'place-postcode', text: 'Enter the postcode' },
    { field: 'agencies', text: 'Enter the name of the agency' },
  ]);
});

test('a field finds its message, in the shape a component takes', () => {
  const errors = formErrors(mistakes, Object.keys(Form.shape));
  expect(errors.on('outcome')).toEqual({ text: 'Select what was decided' });
  expect(errors.on('place')).toEqual({ text: 'Enter the postcode' });
  expect(errors.on('reasons')).toBeUndefined();
});

test('what a rule refuses looks the same as what the form refuses', () => {
  expect(formError('outcome', 'The police have not agreed').list).toEqual([
    { field: 'outcome', text: 'The police have not agreed' },
  ]);
  expect(noErrors.list).toEqual([]);
});

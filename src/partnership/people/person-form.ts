import { z } from 'zod';
import { isId } from '../../platform/database/ids.ts';
import type { Answers } from '../../platform/http/form-use.store.ts';
import { readAddress } from '../../platform/mail/message.ts';
import type { Agency } from '../agencies/agency.store.ts';
import type { Told } from '../directory/basis.ts';
import type { NewPerson, Person } from './person.store.ts';

/** What the form of a person asks. */
export const PersonForm = z.object({
  name: z
    .string('Enter their name')
    .trim()
    .min(1, 'Enter their name')
    .max(200, 'The name must be 200 characters or fewer'),
  jobTitle: z.string().trim().max(200, 'The job title must be 200 characters or fewer').default(''),
  agency: z
    .string()
    .default('')
    .refine((text) => text === '' || isId(text), 'Select the agency from the list')
    .transform((text) => text || undefined),
  workEmail: z
    .string()
    .trim()
    .default('')
    .transform((text, context) => {
      if (text === '') return undefined;
      const address = readAddress(text);
      if (address !== undefined) return address;
      context.addIssue({
        code: 'custom',
        message: 'Enter an e-mail address in the correct format, like name@agency.gov.uk',
      });
      return z.NEVER;
    }),
  phone: z
    .string()
    .trim()
    .default('')
    .refine(
      (text) => text === '' || (/^[0-9+() .x-]*$/i.test(text) && text.length <= 40),
      'Enter a telephone number, like 01632 960 001',
    ),
});

/** Somebody as the form tells them: field by field, in words. */
export const toldOf = (person: Required<NewPerson>, agencies: readonly Pick<Agency, 'id' | 'name'>[]): Told => ({
  Name: person.name,
  'Job title': person.jobTitle,
  'Speaks for': agencies.find(({ id }) => id === person.agency)?.name ?? '',
  'Work e-mail': person.workEmail ?? '',
  Telephone: person.phone,
});

/** The answers that somebody's form begins with. */
export const answersFrom = ({ name, jobTitle, agency, workEmail, phone }: Person): Answers => ({
  name,
  jobTitle,
  agency: agency ?? '',
  workEmail: workEmail ?? '',
  phone,
});

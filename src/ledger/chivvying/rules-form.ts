import { z } from 'zod';
import { ticked, typed } from '../../partnership/directory/answers.ts';
import type { Answers } from '../../platform/http/form-use.store.ts';
import type { Rules } from './rules.ts';

const days = (label: string, least: number, most: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,3}$/, `${label} must be a whole number`)
    .transform(Number)
    .refine((count) => count >= least && count <= most, `${label} must be from ${least} to ${most}`);

/** A number of days, or nothing for never. */
const daysOrNever = (label: string) =>
  z.union([z.literal('').transform(() => undefined), days(label, 1, 365)], `${label} must be from 1 to 365, or empty`);

/** Days, apart by commas: “14, 3”. */
const listOfDays = (label: string) =>
  z
    .string()
    .trim()
    .regex(/^(\d{1,3}(\s*,\s*\d{1,3})*)?$/, `${label} must be whole numbers, with commas between them, such as 14, 3`)
    .transform((text) => [...new Set(text.split(',').filter(Boolean).map(Number))])
    .refine((all) => all.length <= 8 && all.every((count) => count >= 1 && count <= 180), {
      error: `${label} must be eight numbers at most, each from 1 to 180`,
    });

const yesOrNo = (missing: string) => z.enum(['yes', 'no'], missing).transform((answer) => answer === 'yes');

const weekdays = z
  .array(z.enum(['1', '2', '3', '4', '5', '6', '7']), 'Select days from the list')
  .transform((all) => all.map(Number))
  .refine((all) => all.length < 7, 'Leave at least one day on which people hear from the partnership');

/** The form by which a partnership sets how its people are reminded. */
export const RulesForm = z.object({
  inUse: yesOrNo('Select whether reminders are sent'),
  daysBefore: listOfDays('Days before'),
  daysAfter: listOfDays('Days after'),
  thenEvery: days('Days between', 1, 60),
  remindFrom: days('The day from which to remind', 0, 365),
  firmFrom: days('The day from which to be firm', 0, 365),
  memberAfter: daysOrNever('Days for the agency’s member'),
  chairAfter: daysOrNever('Days for the chair'),
  chiefOfficerAfter: daysOrNever('Days for the chief officer'),
  quietAfterAnswer: days('Days of peace', 0, 60),
  quietWeekdays: weekdays,
  quietBankHolidays: yesOrNo('Select whether bank holidays are quiet'),
  mailWithoutAccount: yesOrNo('Select whether people who never sign in are written to'),
});

/** What was typed, as the form reads it. */
export const typedRules = (answers: Answers): Record<string, unknown> => ({
  ...Object.fromEntries(Object.keys(RulesForm.shape).map((name) => [name, typed(answers, name)])),
  quietWeekdays: [...ticked(answers, 'quietWeekdays')],
  inUse: answers['inUse'],
  quietBankHolidays: answers['quietBankHolidays'],
  mailWithoutAccount: answers['mailWithoutAccount'],
});

const sayOf = (yes: boolean) => (yes ? 'yes' : 'no');

/** The rules as the form first shows them. */
export const answersOfRules = (rules: Rules): Answers => ({
  inUse: sayOf(rules.inUse),
  daysBefore: rules.daysBefore.join(', '),
  daysAfter: rules.daysAfter.join(', '),
  thenEvery: String(rules.thenEvery),
  remindFrom: String(rules.remindFrom),
  firmFrom: String(rules.firmFrom),
  memberAfter: String(rules.memberAfter ?? ''),
  chairAfter: String(rules.chairAfter ?? ''),
  chiefOfficerAfter: String(rules.chiefOfficerAfter ?? ''),
  quietAfterAnswer: String(rules.quietAfterAnswer),
  quietWeekdays: rules.quietWeekdays.map(String),
  quietBankHolidays: sayOf(rules.quietBankHolidays),
  mailWithoutAccount: sayOf(rules.mailWithoutAccount),
});

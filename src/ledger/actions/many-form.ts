import { z } from 'zod';
import { typed } from '../../partnership/directory/answers.ts';
import { isId } from '../../platform/database/ids.ts';
import type { Answers } from '../../platform/http/form-use.store.ts';
import { dayAnswer, dayText } from '../../platform/ui/patterns.tsx';
import { priorities, reasonsForTime } from './action.ts';
import type { ManyChange, ManyChangeName } from './many.ts';

const names = <Name extends string>(all: Readonly<Record<Name, unknown>>) => Object.keys(all) as [Name, ...Name[]];
const words = (missing: string) =>
  z.string().trim().min(1, missing).max(4000, 'Words must be 4,000 characters or fewer');
const oneOf = (missing: string) => z.string(missing).refine(isId, missing);

const Form = z.discriminatedUnion('change', [
  z.object({ change: z.literal('verify'), words: words('Enter what the group has seen') }),
  z.object({
    change: z.literal('whose'),
    leadAgency: oneOf('Select the agency that leads them'),
    owner: oneOf('Select who owns them'),
    words: z.string().trim().max(4000, 'Words must be 4,000 characters or fewer'),
  }),
  z.object({
    change: z.literal('group'),
    group: z
      .string()
      .default('')
      .refine((id) => id === '' || isId(id), 'Select the group from the list')
      .transform((id) => id || undefined),
  }),
  z.object({ change: z.literal('priority'), priority: z.enum(names(priorities), 'Select how much they matter') }),
  z.object({
    change: z.literal('day'),
    until: dayAnswer('Enter a day', 'The day must be a real date'),
    because: z.enum(names(reasonsForTime), 'Select why more time is needed'),
    words: words('Enter who agreed to it, and why'),
  }),
  z.object({ change: z.literal('withdraw'), words: words('Enter why they are withdrawn') }),
]);

/** In the order of the page. */
export const manyFields = ['leadAgency', 'owner', 'group', 'priority', 'until', 'because', 'words'] as const;

/** What was typed of a change, or what is wrong with it. */
export const readManyChange = (change: ManyChangeName, answers: Answers): z.ZodSafeParseResult<ManyChange> =>
  Form.safeParse({ ...answers, change, words: typed(answers, 'words'), until: dayText(answers, 'until') });

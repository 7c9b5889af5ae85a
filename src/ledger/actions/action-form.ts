import { z } from 'zod';
import { ticked, typed } from '../../partnership/directory/answers.ts';
import type { Told } from '../../partnership/directory/basis.ts';
import { formatDay } from '../../platform/calendar/in-words.ts';
import { isId } from '../../platform/database/ids.ts';
import type { Answers } from '../../platform/http/form-use.store.ts';
import { type FormErrors, formError } from '../../platform/ui/errors.ts';
import { dayAnswer, dayText } from '../../platform/ui/patterns.tsx';
import { type Action, priorities, sourceKinds } from './action.ts';
import type { Choices, Named } from './choices.ts';

const names = <Name extends string>(all: Readonly<Record<Name, unknown>>) => Object.keys(all) as [Name, ...Name[]];
const words = (limit: number) =>
  z
    .string()
    .default('')
    .transform((text) => text.trim())
    .refine((text) => text.length <= limit, `Must be ${limit.toLocaleString('en-GB')} characters or fewer`);
const oneOf = (wrong: string) =>
  z
    .string()
    .default('')
    .refine((text) => text === '' || isId(text), wrong)
    .transform((text) => text || undefined);

/** What is asked of an action, in the order of the page. */
const Form = z.object({
  title: z
    .string('Enter what will be done')
    .trim()
    .min(1, 'Enter what will be done')
    .max(300, 'What will be done must be 300 characters or fewer'),
  difference: words(2000),
  successMeasure: words(1000),
  leadAgency: z.string('Select the agency that leads it').refine(isId, 'Select the agency that leads it'),
  owner: oneOf('Select the owner from the list'),
  contributors: z.array(z.string().refine(isId, 'Select the agencies from the list')),
  group: oneOf('Select the group from the list'),
  dueOn: dayAnswer('Enter the day on which it is due', 'The day on which it is due must be a real date'),
  priority: z.enum(names(priorities), 'Select how much it matters'),
  sourceKind: z.enum(names(sourceKinds), 'Select where it comes from'),
  sourceWords: words(300),
  safeForEmail: z.boolean(),
});
export type ActionForm = z.output<typeof Form>;
export const actionFields = Object.keys(Form.shape);

/** What was typed. @param changing the action as it stands: its day is moved by a step of its own, with a reason */
export const readActionForm = (answers: Answers, changing?: Pick<Action, 'dueOn'>) =>
  Form.safeParse({
    ...answers,
    contributors: ticked(answers, 'contributors'),
    dueOn: changing?.dueOn ?? dayText(answers, 'dueOn'),
    safeForEmail: typed(answers, 'safeForEmail') === 'yes',
  });

/** What of a sound form is not to be had here: an agency that is not on the list. The lead agency contributes anyway. */
export function wrongChoices(form: ActionForm, { people, agencies, groups }: Choices): FormErrors | undefined {
  const isOn = (all: readonly Named[], id: string | undefined) => id === undefined || all.some((one) => one.id === id);
  if (!isOn(agencies, form.leadAgency)) return formError('leadAgency', 'Select the agency from the list');
  if (!isOn(people, form.owner)) return formError('owner', 'Select the owner from the list');
  if (!isOn(groups, form.group)) return formError('group', 'Select the group from the list');
  if (!form.contributors.every((id) => isOn(agencies, id)))
    return formError('contributors', 'Select the agencies from the list');
  return undefined;
}

/** What of the form is kept: an agency that leads does not also contribute. */
export const keptOf = ({ contributors, ...form }: ActionForm) => ({
  ...form,
  contributors: contributors.filter((agency) => agency !== form.leadAgency),
});

/** The action as the form first shows it. */
export const answersFrom = (action: Action): Answers => ({
  title: action.title,
  difference: action.difference,
  successMeasure: action.successMeasure,
  leadAgency: action.leadAgency ?? '',
  owner: action.owner ?? '',
  contributors: [...action.contributors],
  group: action.group ?? '',
  priority: action.priority,
  sourceKind: action.sourceKind,
  sourceWords: action.sourceWords,
  safeForEmail: action.safeForEmail ? 'yes' : '',
});

type Telling = Pick<
  Action,
  'title' | 'difference' | 'successMeasure' | 'leadAgency' | 'owner' | 'contributors' | 'group' | 'dueOn' | 'priority'
> &
  Pick<Action, 'sourceKind' | 'sourceWords' | 'safeForEmail'>;

/** The action in the words in which people read it, for the second of two who save at once. */
export function toldOf(action: Telling, { people, agencies, groups }: Choices): Told {
  const nameIn = (all: readonly Named[], id: string | undefined) => all.find((one) => one.id === id)?.name ?? id ?? '';
  return {
    'What will be done': action.title,
    'What is to be different for children': action.difference,
    'How success is measured': action.successMeasure,
    'Lead agency': nameIn(agencies, action.leadAgency),
    Owner: nameIn(people, action.owner),
    'Contributing agencies': action.contributors.map((id) => nameIn(agencies, id)).join(', '),
    Group: nameIn(groups, action.group),
    Due: formatDay(action.dueOn, 'plain'),
    Priority: priorities[action.priority],
    'Comes from': sourceKinds[action.sourceKind],
    'Comes from, in words': action.sourceWords,
    'May stand in messages': action.safeForEmail ? 'Yes' : 'No',
  };
}

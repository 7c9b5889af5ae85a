import { z } from 'zod';
import { typed } from '../../partnership/directory/answers.ts';
import type { Told } from '../../partnership/directory/basis.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { Answers } from '../../platform/http/form-use.store.ts';
import { type FormErrors, formError, formErrors } from '../../platform/ui/errors.ts';
import { dayAnswer, dayText } from '../../platform/ui/patterns.tsx';
import type { Choices } from '../actions/choices.ts';
import { type Category, categories, type Risk } from './risk.ts';
import { type Scale, scoreInWords } from './score.ts';

const words = (longest: number, missing: string, what: string) =>
  z
    .string(missing)
    .trim()
    .min(1, missing)
    .max(longest, `${what} must be ${longest.toLocaleString('en-GB')} characters or fewer`);

/** A likelihood or impact as it is chosen: from 1 to the highest of the scale. */
export const gradeAnswer = (scale: Scale, missing: string) =>
  z
    .string(missing)
    .regex(scale === 4 ? /^[1-4]$/ : /^[1-5]$/, missing)
    .transform(Number);

const chosenOrNone = z
  .string()
  .default('')
  .transform((text) => text || undefined);

const describedFields = {
  title: words(200, 'Enter the risk in one sentence', 'The risk'),
  cause: words(2000, 'Enter the cause', 'The cause'),
  event: words(2000, 'Enter what might happen', 'What might happen'),
  effect: words(2000, 'Enter the effect for children', 'The effect'),
  category: z.enum(Object.keys(categories) as [Category, ...Category[]], 'Select the category'),
};
const placedFields = {
  owner: chosenOrNone,
  leadAgency: chosenOrNone,
  reviewOn: dayAnswer('Enter the day of the next review', 'The day of the next review must be a real date'),
};

const inherentFields = (scale: Scale) => ({
  inherentLikelihood: gradeAnswer(scale, 'Select the likelihood as if nothing held it back'),
  inherentImpact: gradeAnswer(scale, 'Select the impact as if nothing held it back'),
});
const currentFields = (scale: Scale) => ({
  likelihood: gradeAnswer(scale, 'Select the likelihood as it is now'),
  impact: gradeAnswer(scale, 'Select the impact as it is now'),
});
const targetFields = (scale: Scale) => ({
  targetLikelihood: gradeAnswer(scale, 'Select the likelihood that is aimed at'),
  targetImpact: gradeAnswer(scale, 'Select the impact that is aimed at'),
});

const DescribedForm = (scale: Scale) =>
  z.object({ ...describedFields, ...inherentFields(scale), ...targetFields(scale), ...placedFields });
const RaisedForm = (scale: Scale) =>
  z.object({
    ...describedFields,
    ...inherentFields(scale),
    ...currentFields(scale),
    ...targetFields(scale),
    ...placedFields,
  });

/** What the form of a risk says, but for its score now, which only a review changes. */
export type Described = Pick<
  Risk,
  'title' | 'cause' | 'event' | 'effect' | 'category' | 'owner' | 'leadAgency' | 'reviewOn' | 'inherent' | 'target'
>;

type Read<Form> = { risk: Form } | { errors: FormErrors };

/** A risk as it is raised, or what is wrong with it. */
export function readRaised(
  answers: Answers,
  scale: Scale,
  choices: Choices,
  today: PlainDate,
): Read<Described & Pick<Risk, 'current'>> {
  const form = RaisedForm(scale).safeParse({ ...answers, reviewOn: dayText(answers, 'reviewOn') });
  if (!form.success) return { errors: formErrors(form.error, Object.keys(RaisedForm(scale).shape)) };
  const { likelihood, impact, ...said } = form.data;
  const errors = wrongIn(said, choices, today);
  return errors ? { errors } : { risk: { ...describedBy(said), current: { likelihood, impact } } };
}

/**
 * A risk as it is changed, or what is wrong with it.
 *
 * @param held its owner, agency and day may stay though they could no longer be chosen
 */
export function readChanged(
  answers: Answers,
  scale: Scale,
  choices: Choices,
  today: PlainDate,
  held: Risk,
): Read<Described> {
  const form = DescribedForm(scale).safeParse({ ...answers, reviewOn: dayText(answers, 'reviewOn') });
  if (!form.success) return { errors: formErrors(form.error, Object.keys(DescribedForm(scale).shape)) };
  const errors = wrongIn(form.data, choices, today, held);
  return errors ? { errors } : { risk: describedBy(form.data) };
}

type Typed = z.infer<ReturnType<typeof DescribedForm>>;

const describedBy = ({ inherentLikelihood, inherentImpact, targetLikelihood, targetImpact, ...said }: Typed) => ({
  ...said,
  owner: said.owner,
  leadAgency: said.leadAgency,
  inherent: { likelihood: inherentLikelihood, impact: inherentImpact },
  target: { likelihood: targetLikelihood, impact: targetImpact },
});

function wrongIn(
  { owner, leadAgency, reviewOn, ...said }: Typed,
  { people, agencies }: Choices,
  today: PlainDate,
  held?: Risk,
): FormErrors | undefined {
  if (said.targetLikelihood * said.targetImpact > said.inherentLikelihood * said.inherentImpact)
    return formError('targetLikelihood', 'What is aimed at must be no more than the score if nothing held it back');
  if (owner !== undefined && owner !== held?.owner && !people.some(({ id }) => id === owner))
    return formError('owner', 'Select the owner from the list');
  if (leadAgency !== undefined && leadAgency !== held?.leadAgency && !agencies.some(({ id }) => id === leadAgency))
    return formError('leadAgency', 'Select the agency from the list');
  return reviewOn >= today || reviewOn === held?.reviewOn
    ? undefined
    : formError('reviewOn', 'The next review must be today or later');
}

/** A risk as its form tells it, in words. @param names of people and agencies, by id */
export const toldOf = (risk: Described, scale: Scale, names: ReadonlyMap<string, string>): Told => ({
  Risk: risk.title,
  Cause: risk.cause,
  'What might happen': risk.event,
  'Effect for children': risk.effect,
  Category: categories[risk.category],
  'If nothing held it back': scoreInWords(risk.inherent, scale),
  'Aimed at': scoreInWords(risk.target, scale),
  Owner: risk.owner ? (names.get(risk.owner) ?? 'Somebody') : '',
  'Lead agency': risk.leadAgency ? (names.get(risk.leadAgency) ?? 'An agency') : '',
  'Next review': risk.reviewOn,
});

/** The answers that the form of a risk begins with. */
export const answersFrom = (risk: Risk): Answers => ({
  title: risk.title,
  cause: risk.cause,
  event: risk.event,
  effect: risk.effect,
  category: risk.category,
  inherentLikelihood: String(risk.inherent.likelihood),
  inherentImpact: String(risk.inherent.impact),
  targetLikelihood: String(risk.target.likelihood),
  targetImpact: String(risk.target.impact),
  owner: risk.owner ?? '',
  leadAgency: risk.leadAgency ?? '',
});

/** What was typed for a control, or what is wrong with it. */
const ControlForm = z.object({
  title: words(500, 'Enter what holds the risk back', 'What holds the risk back'),
  works: z.enum(['well', 'partly', 'badly', 'untested'], 'Select how well it works'),
});
export const readControl = (answers: Answers) =>
  ControlForm.safeParse({ title: typed(answers, 'title'), works: typed(answers, 'works') });

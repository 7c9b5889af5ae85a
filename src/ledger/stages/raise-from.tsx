import { z } from 'zod';
import { typed } from '../../partnership/directory/answers.ts';
import type { RecordRef } from '../../partnership/record-type.ts';
import type { Scope } from '../../platform/database/database.ts';
import { isId } from '../../platform/database/ids.ts';
import type { Answers } from '../../platform/http/form-use.store.ts';
import { type FormErrors, formError, formErrors, noErrors } from '../../platform/ui/errors.ts';
import { Select, Textarea } from '../../platform/ui/govuk.tsx';
import { DayInput, dayAnswer, dayText, FormPage } from '../../platform/ui/patterns.tsx';
import { findAction, raiseActions, record } from '../actions/action.store.ts';
import type { SourceKind } from '../actions/action.ts';
import { type Choices, itemsOf } from '../actions/choices.ts';
import { keepNeeds } from '../actions/keep-needs.ts';
import { tie } from '../thread/thread-link.store.ts';

const Form = z.object({
  title: z
    .string('Enter what will be done')
    .trim()
    .min(1, 'Enter what will be done')
    .max(500, 'What will be done must be 500 characters or fewer'),
  difference: z.string().trim().max(2000, 'What is to be different must be 2,000 characters or fewer').default(''),
  leadAgency: z.string('Select the agency that leads it').refine(isId, 'Select the agency that leads it'),
  owner: z
    .string()
    .default('')
    .transform((text) => text || undefined),
  dueOn: dayAnswer('Enter the day it is due', 'The day it is due must be a real date'),
});
const fields = Object.keys(Form.shape);

export type Raised = z.infer<typeof Form>;

/** The action that was typed, or what is wrong with it. */
export function readRaised(
  answers: Answers,
  { people, agencies }: Choices,
  today: Scope['today'],
): { raised: Raised } | { errors: FormErrors } {
  const form = Form.safeParse({ ...answers, dueOn: dayText(answers, 'dueOn') });
  if (!form.success) return { errors: formErrors(form.error, fields) };
  const { leadAgency, owner, dueOn } = form.data;
  if (!agencies.some(({ id }) => id === leadAgency))
    return { errors: formError('leadAgency', 'Select the agency from the list') };
  if (owner !== undefined && !people.some(({ id }) => id === owner))
    return { errors: formError('owner', 'Select the owner from the list') };
  return dueOn < today ? { errors: formError('dueOn', 'The day must be today or later') } : { raised: form.data };
}

/** Raises an action that `source` led to: it is in the thread, and its owner is told. @returns its identifier */
export async function raiseFrom(
  scope: Scope,
  source: RecordRef & { kind: SourceKind },
  reference: string,
  raised: Raised,
): Promise<string> {
  const made = { ...raised, owner: raised.owner, sourceKind: source.kind, sourceWords: reference };
  const [id = ''] = await raiseActions(scope, [made]);
  await record(scope, id, { kind: 'raised' });
  await tie(scope, source, 'led-to', { kind: 'action', id });
  const action = await findAction(scope, id);
  if (action) await keepNeeds(scope, action);
  return id;
}

interface RaiseFromPageProps {
  /** What it comes from: “Challenge 12: …” */
  caption: string;
  cancel: string;
  choices: Choices;
  answers: Answers;
  errors?: FormErrors;
}

export const RaiseFromPage = ({ caption, cancel, choices, answers, errors = noErrors }: RaiseFromPageProps) => (
  <FormPage
    title="Raise an action from it"
    caption={caption}
    lead="It stands among the partnership’s actions, and its owner is told."
    submit="Raise action"
    cancel={cancel}
    errors={errors}
  >
    <Textarea
      id="title"
      name="title"
      label={{ text: 'What will be done?', classes: 'govuk-label--s' }}
      hint={{ text: 'One thing, beginning with a verb. Name no child and nobody of a family' }}
      rows={2}
      value={typed(answers, 'title')}
      errorMessage={errors.on('title')}
    />
    <Textarea
      id="difference"
      name="difference"
      label={{ text: 'What is to be different for children? (optional)', classes: 'govuk-label--s' }}
      rows={3}
      value={typed(answers, 'difference')}
      errorMessage={errors.on('difference')}
    />
    <Select
      id="leadAgency"
      name="leadAgency"
      label={{ text: 'Which agency leads it?', classes: 'govuk-label--s' }}
      value={typed(answers, 'leadAgency')}
      items={itemsOf('Select an agency', choices.agencies)}
      errorMessage={errors.on('leadAgency')}
    />
    <Select
      id="owner"
      name="owner"
      label={{ text: 'Who owns it? (optional)', classes: 'govuk-label--s' }}
      hint={{ text: 'The office finds somebody where you name nobody' }}
      value={typed(answers, 'owner')}
      items={itemsOf('Nobody yet', choices.people)}
      errorMessage={errors.on('owner')}
    />
    <DayInput name="dueOn" legend="When is it due?" answers={answers} errorMessage={errors.on('dueOn')} />
  </FormPage>
);

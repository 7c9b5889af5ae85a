import { z } from 'zod';
import { answersOf, typed } from '../../../partnership/directory/answers.ts';
import type { SeatedScope } from '../../../partnership/doors.ts';
import { may, permit } from '../../../platform/access/permit.ts';
import { isId } from '../../../platform/database/ids.ts';
import { goTo, page } from '../../../platform/http/answers.ts';
import type { Answers } from '../../../platform/http/form-use.store.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { type FormErrors, formError, formErrors, noErrors } from '../../../platform/ui/errors.ts';
import { Input, Radios, Select, Textarea, WarningText } from '../../../platform/ui/govuk.tsx';
import { FormPage } from '../../../platform/ui/patterns.tsx';
import { type Choices, itemsOf, readChoices } from '../../actions/choices.ts';
import { OnBehalf, readOnBehalf } from '../../on-behalf.tsx';
import { raiseDisagreement } from '../carry-out.ts';
import { type Subject, subjects } from '../disagreement.ts';
import { looksLikeText, referenceLooksLike } from '../no-names.ts';
import { namesNobody, wordsNamingNobody } from '../step-forms.ts';

const Form = z.object({
  otherAgency: z.string('Select the other agency').refine(isId, 'Select the other agency'),
  withPerson: z
    .string()
    .default('')
    .transform((text) => text || undefined),
  subject: z.enum(Object.keys(subjects) as [Subject, ...Subject[]], 'Select what it is about'),
  caseReference: z
    .string()
    .trim()
    .max(40, 'The case reference must be 40 characters or fewer')
    .default('')
    .superRefine((reference, context) => {
      const looks = referenceLooksLike(reference);
      if (looks) context.addIssue({ code: 'custom', message: looksLikeText[looks] });
    }),
  difference: wordsNamingNobody('What you disagree about', 'Enter what you disagree about'),
  wanted: wordsNamingNobody('What you ask for', 'Enter what you ask the other agency to do'),
  urgent: z.enum(['yes', 'no'], 'Select whether it is urgent'),
});
const fields = ['saidBy', 'toldBy', ...Object.keys(Form.shape)];

interface Facts {
  slug: string;
  choices: Choices;
  /** Whether it is entered for somebody else. */
  onBehalf: boolean;
  /** Whether they may see who works at other agencies. */
  mayName: boolean;
}

const factsFor = async (scope: SeatedScope): Promise<Facts> => ({
  slug: scope.slug,
  choices: await readChoices(scope),
  onBehalf: may(scope, 'disagreements.enter'),
  mayName: may(scope, 'directory.read'),
});

export const askForDisagreement: Handler<SeatedScope> = async (scope) => {
  permit(scope, 'disagreements.raise');
  return page(<RaisePage {...(await factsFor(scope))} answers={{}} />);
};

export const takeDisagreement: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'disagreements.raise');
  const facts = await factsFor(scope);
  const answers = answersOf(request);
  const again = (errors: FormErrors) => page(<RaisePage {...facts} answers={answers} errors={errors} />, 422);
  const behalf = facts.onBehalf ? readOnBehalf(answers, facts.choices.people) : undefined;
  if (behalf && 'errors' in behalf) return again(behalf.errors);
  const form = Form.safeParse(answers);
  if (!form.success) return again(formErrors(form.error, fields));
  const raisedBy = behalf?.of ?? scope.person;
  const raisingAgency = behalf ? facts.choices.people.find(({ id }) => id === behalf.of)?.agency : scope.seat.agency;
  if (raisingAgency === undefined)
    return again(formError(behalf ? 'saidBy' : '', 'Whoever raises it must speak for an agency here. Ask the office'));
  const wrong = wrongIn(form.data, facts, raisingAgency);
  if (wrong) return again(wrong);
  const made = {
    ...form.data,
    withPerson: form.data.withPerson,
    urgent: form.data.urgent === 'yes',
    raisedBy,
    raisingAgency,
  };
  const id = await raiseDisagreement(scope, made, behalf);
  return goTo(`/${scope.slug}/disagreements/${id}`);
};

function wrongIn(
  { otherAgency, withPerson }: z.infer<typeof Form>,
  { choices: { agencies, people }, mayName }: Facts,
  raisingAgency: string,
): FormErrors | undefined {
  if (!agencies.some(({ id }) => id === otherAgency))
    return formError('otherAgency', 'Select the other agency from the list');
  if (otherAgency === raisingAgency)
    return formError('otherAgency', 'A disagreement is with another agency: use your own procedure inside yours');
  if (withPerson === undefined) return undefined;
  return mayName && people.some(({ id, agency }) => id === withPerson && agency === otherAgency)
    ? undefined
    : formError('withPerson', 'Select somebody of the other agency');
}

const RaisePage = (props: Facts & { answers: Answers; errors?: FormErrors }) => {
  const { slug, choices, onBehalf, answers, errors = noErrors } = props;
  return (
    <FormPage
      title="Raise a disagreement"
      lead="When you and another agency see a family’s situation differently and talking has not settled it. It is no complaint, and raising it is good practice."
      submit="Raise disagreement"
      cancel={`/${slug}/disagreements`}
      errors={errors}
    >
      <WarningText
        text="If a child is at risk now, ring 999 or ask for a strategy discussion first. Name no child here: your own case reference is enough."
        iconFallbackText="Warning"
      />
      {onBehalf && <OnBehalf people={choices.people} answers={answers} errors={errors} />}
      <WithWhom {...props} errors={errors} />
      <Radios
        name="subject"
        idPrefix="subject"
        fieldset={{ legend: { text: 'What is it about?', classes: 'govuk-fieldset__legend--s' } }}
        value={typed(answers, 'subject')}
        items={Object.entries(subjects).map(([value, text]) => ({ value, text }))}
        errorMessage={errors.on('subject')}
      />
      <WhatAbout answers={answers} errors={errors} />
      <Radios
        name="urgent"
        idPrefix="urgent"
        fieldset={{ legend: { text: 'Is it urgent?', classes: 'govuk-fieldset__legend--s' } }}
        hint={{ text: 'Urgent has shorter clocks, and stages may be jumped' }}
        value={typed(answers, 'urgent')}
        items={[
          { value: 'no', text: 'No' },
          { value: 'yes', text: 'Yes, a child may come to harm if it waits' },
        ]}
        errorMessage={errors.on('urgent')}
      />
    </FormPage>
  );
};

type Asking = { answers: Answers; errors: FormErrors };

const WithWhom = ({ choices: { agencies, people }, mayName, answers, errors }: Facts & Asking) => (
  <>
    <Select
      id="otherAgency"
      name="otherAgency"
      label={{ text: 'With which agency?', classes: 'govuk-label--s' }}
      value={typed(answers, 'otherAgency')}
      items={itemsOf('Select an agency', agencies)}
      errorMessage={errors.on('otherAgency')}
    />
    {mayName && (
      <Select
        id="withPerson"
        name="withPerson"
        label={{ text: 'With whom there? (optional)', classes: 'govuk-label--s' }}
        hint={{ text: 'Where you name nobody, the agency’s liaison officer is asked' }}
        value={typed(answers, 'withPerson')}
        items={itemsOf(
          'Nobody named',
          people.filter(({ agency }) => agency !== undefined),
        )}
        errorMessage={errors.on('withPerson')}
      />
    )}
  </>
);

const WhatAbout = ({ answers, errors }: Asking) => (
  <>
    <Input
      id="caseReference"
      name="caseReference"
      label={{ text: 'Your own case reference (optional)', classes: 'govuk-label--s' }}
      hint={{ text: 'The number that your agency’s records have. Never a name, a date of birth or a health number' }}
      classes="govuk-input--width-20"
      value={typed(answers, 'caseReference')}
      errorMessage={errors.on('caseReference')}
    />
    <Textarea
      id="difference"
      name="difference"
      label={{ text: 'What do you disagree about?', classes: 'govuk-label--s' }}
      hint={{ text: namesNobody }}
      rows={5}
      value={typed(answers, 'difference')}
      errorMessage={errors.on('difference')}
    />
    <Textarea
      id="wanted"
      name="wanted"
      label={{ text: 'What do you ask the other agency to do?', classes: 'govuk-label--s' }}
      hint={{ text: namesNobody }}
      rows={3}
      value={typed(answers, 'wanted')}
      errorMessage={errors.on('wanted')}
    />
  </>
);

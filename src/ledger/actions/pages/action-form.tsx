import { ticked, typed } from '../../../partnership/directory/answers.ts';
import type { Told } from '../../../partnership/directory/basis.ts';
import { Basis, ChangedMeanwhile, type Meanwhile } from '../../../partnership/directory/changed-meanwhile.tsx';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import type { Answers } from '../../../platform/http/form-use.store.ts';
import { type FormErrors, noErrors } from '../../../platform/ui/errors.ts';
import { Checkboxes, Details, Input, Radios, Select, Textarea } from '../../../platform/ui/govuk.tsx';
import { DayInput, FormPage } from '../../../platform/ui/patterns.tsx';
import { priorities, sourceKinds } from '../action.ts';
import { type Choices, itemsOf } from '../choices.ts';

export interface ActionFormProps {
  title: string;
  submit: string;
  cancel: string;
  answers: Answers;
  choices: Choices;
  dueOn?: PlainDate | undefined;
  errors?: FormErrors;
  /** What the form is based on; absent for a new action. */
  told?: Told;
  meanwhile?: Meanwhile | undefined;
}

type Asking = Pick<ActionFormProps, 'answers' | 'choices' | 'dueOn'> & { errors: FormErrors };

/** Raising an action, or changing what it says. */
export const ActionFormPage = (props: ActionFormProps) => {
  const { title, submit, cancel, answers, errors = noErrors, told, meanwhile } = props;
  return (
    <FormPage title={title} submit={submit} cancel={cancel} errors={errors}>
      {meanwhile && <ChangedMeanwhile {...meanwhile} />}
      {told && <Basis told={told} answers={answers} shown={meanwhile !== undefined} />}
      <What {...{ answers, errors }} />
      <Whose {...props} errors={errors} />
      <When {...props} errors={errors} changing={told !== undefined} />
      <Whence {...{ answers, errors }} />
    </FormPage>
  );
};

const What = ({ answers, errors }: Pick<Asking, 'answers' | 'errors'>) => (
  <>
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
    <Textarea
      id="successMeasure"
      name="successMeasure"
      label={{ text: 'How will anybody see that it is so? (optional)', classes: 'govuk-label--s' }}
      rows={2}
      value={typed(answers, 'successMeasure')}
      errorMessage={errors.on('successMeasure')}
    />
  </>
);

const Whose = ({ answers, errors, choices }: Asking) => (
  <>
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
      label={{ text: 'Who owns it?', classes: 'govuk-label--s' }}
      hint={{ text: 'One person. Where nobody does yet, the office is asked to find somebody' }}
      value={typed(answers, 'owner')}
      items={itemsOf('Nobody yet', choices.people)}
      errorMessage={errors.on('owner')}
    />
    <Details summaryText={`Agencies that contribute (${ticked(answers, 'contributors').length} chosen)`}>
      <Checkboxes
        name="contributors"
        idPrefix="contributors"
        classes="govuk-checkboxes--small"
        fieldset={{ legend: { text: 'Which agencies contribute?', classes: 'govuk-fieldset__legend--s' } }}
        values={[...ticked(answers, 'contributors')]}
        items={choices.agencies.map(({ id, name }) => ({ value: id, text: name }))}
        errorMessage={errors.on('contributors')}
      />
    </Details>
    <Select
      id="group"
      name="group"
      label={{ text: 'Which group watches over it? (optional)', classes: 'govuk-label--s' }}
      value={typed(answers, 'group')}
      items={itemsOf('No group', choices.groups)}
      errorMessage={errors.on('group')}
    />
  </>
);

const When = ({ answers, errors, dueOn, changing }: Asking & { changing: boolean }) => (
  <>
    {changing ? null : (
      <DayInput
        name="dueOn"
        legend="On which day is it due?"
        hint="This day is kept, however often it is moved"
        answers={answers}
        day={dueOn}
        errorMessage={errors.on('dueOn')}
      />
    )}
    <Radios
      name="priority"
      idPrefix="priority"
      fieldset={{ legend: { text: 'How much does it matter?', classes: 'govuk-fieldset__legend--s' } }}
      hint={{ text: 'What matters most must be verified by somebody of another agency' }}
      value={typed(answers, 'priority')}
      items={Object.entries(priorities).map(([value, text]) => ({ value, text }))}
      errorMessage={errors.on('priority')}
    />
  </>
);

const Whence = ({ answers, errors }: Pick<Asking, 'answers' | 'errors'>) => (
  <>
    <Select
      id="sourceKind"
      name="sourceKind"
      label={{ text: 'Where does it come from?', classes: 'govuk-label--s' }}
      value={typed(answers, 'sourceKind')}
      items={[
        { value: '', text: 'Select where it comes from' },
        ...Object.entries(sourceKinds).map(([value, text]) => ({ value, text })),
      ]}
      errorMessage={errors.on('sourceKind')}
    />
    <Input
      id="sourceWords"
      name="sourceWords"
      label={{ text: 'Which one? (optional)', classes: 'govuk-label--s' }}
      hint={{ text: 'Like “Neglect audit, spring 2026, finding 3”' }}
      value={typed(answers, 'sourceWords')}
      errorMessage={errors.on('sourceWords')}
    />
    <Checkboxes
      name="safeForEmail"
      idPrefix="safeForEmail"
      values={[...ticked(answers, 'safeForEmail')]}
      items={[
        {
          value: 'yes',
          text: 'What will be done may stand in e-mails',
          hint: { text: 'Otherwise messages show its number, agency and day alone' },
        },
      ]}
    />
  </>
);

import { ticked, typed } from '../../../partnership/directory/answers.ts';
import type { Told } from '../../../partnership/directory/basis.ts';
import { Basis, ChangedMeanwhile, type Meanwhile } from '../../../partnership/directory/changed-meanwhile.tsx';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import type { Answers } from '../../../platform/http/form-use.store.ts';
import { type FormErrors, noErrors } from '../../../platform/ui/errors.ts';
import { Checkboxes, Input, Radios, Select, Textarea } from '../../../platform/ui/govuk.tsx';
import { DayInput, FormPage } from '../../../platform/ui/patterns.tsx';
import { type Choices, itemsOf } from '../../actions/choices.ts';
import { evidenceKinds } from '../challenge.ts';

export interface DraftFormProps {
  title: string;
  submit: string;
  cancel: string;
  answers: Answers;
  choices: Choices;
  /** The day by which the agency answers, unless another is typed. */
  dueOn: PlainDate;
  /** Whether whoever drafts may draft in somebody else’s name, and may keep it to themselves. */
  may: { inNameOf: boolean; unseen: boolean };
  errors?: FormErrors;
  /** What the form is based on; absent for a new draft. */
  told?: Told;
  meanwhile?: Meanwhile | undefined;
}

type Asking = Pick<DraftFormProps, 'answers' | 'choices' | 'dueOn' | 'may'> & { errors: FormErrors };

/** Drafting a challenge, or changing the draft. */
export const DraftFormPage = (props: DraftFormProps) => {
  const { title, submit, cancel, errors = noErrors, told, meanwhile, answers } = props;
  const asking = { ...props, errors };
  return (
    <FormPage
      title={title}
      lead="To one agency, on evidence. Nothing is sent: somebody puts it to the agency afterwards. Name no child and nobody of a family."
      submit={submit}
      cancel={cancel}
      errors={errors}
    >
      {meanwhile && <ChangedMeanwhile {...meanwhile} />}
      {told && <Basis told={told} answers={answers} shown={meanwhile !== undefined} />}
      <What {...asking} />
      <Evidence {...asking} isNew={told === undefined} />
      <Answer {...asking} isNew={told === undefined} />
    </FormPage>
  );
};

interface WordsProps {
  name: string;
  label: string;
  hint?: string;
  rows?: number;
  answers: Answers;
  errors: FormErrors;
}

const Words = ({ name, label, hint, rows = 4, answers, errors }: WordsProps) => (
  <Textarea
    id={name}
    name={name}
    label={{ text: label, classes: 'govuk-label--s' }}
    hint={hint === undefined ? undefined : { text: hint }}
    rows={rows}
    value={typed(answers, name)}
    errorMessage={errors.on(name)}
  />
);

const What = ({ answers, errors, choices }: Asking) => (
  <>
    <Select
      id="agency"
      name="agency"
      label={{ text: 'Which agency is challenged?', classes: 'govuk-label--s' }}
      value={typed(answers, 'agency')}
      items={itemsOf('Select an agency', choices.agencies)}
      errorMessage={errors.on('agency')}
    />
    <Words name="subject" label="The challenge in one sentence" rows={2} {...{ answers, errors }} />
    <Words name="concern" label="What was seen, and why does it matter for children?" {...{ answers, errors }} />
  </>
);

const Evidence = ({ answers, errors, isNew }: Asking & { isNew: boolean }) => (
  <>
    <Radios
      name="evidenceKind"
      idPrefix="evidenceKind"
      fieldset={{ legend: { text: 'What is the evidence?', classes: 'govuk-fieldset__legend--s' } }}
      value={typed(answers, 'evidenceKind')}
      items={Object.entries(evidenceKinds).map(([value, text]) => ({ value, text }))}
      errorMessage={errors.on('evidenceKind')}
    />
    <Words
      name="evidence"
      label="The evidence in words"
      hint="The figure and its period, the audit and what it found, the meetings that were missed"
      {...{ answers, errors }}
    />
    <Input
      id="evidenceAddress"
      name="evidenceAddress"
      label={{ text: 'A web address where it can be read (optional)', classes: 'govuk-label--s' }}
      value={typed(answers, 'evidenceAddress')}
      errorMessage={errors.on('evidenceAddress')}
    />
    {isNew && (
      <Input
        id="reference"
        name="reference"
        label={{ text: 'A record here that it rests on (optional)', classes: 'govuk-label--s' }}
        hint={{ text: 'Its reference, like Action 12. It then stands in the history of both' }}
        classes="govuk-input--width-20"
        value={typed(answers, 'reference')}
        errorMessage={errors.on('reference')}
      />
    )}
  </>
);

const Answer = ({ answers, errors, choices, dueOn, may, isNew }: Asking & { isNew: boolean }) => (
  <>
    <Words name="expected" label="What must the answer say?" {...{ answers, errors }} />
    <DayInput
      name="dueOn"
      legend="By which day does the agency answer?"
      hint="Until then, or until it has answered, the agency alone sees the challenge"
      answers={answers}
      day={dueOn}
      errorMessage={errors.on('dueOn')}
    />
    {may.inNameOf && (
      <Select
        id="raisedBy"
        name="raisedBy"
        label={{ text: 'In whose name?', classes: 'govuk-label--s' }}
        value={typed(answers, 'raisedBy')}
        items={itemsOf('My own', choices.people)}
        errorMessage={errors.on('raisedBy')}
      />
    )}
    {may.unseen && isNew && (
      <Checkboxes
        name="unseen"
        idPrefix="unseen"
        values={[...ticked(answers, 'unseen')]}
        items={[
          {
            value: 'yes',
            text: 'Nobody but me sees it until it is put to the agency',
            hint: { text: 'Otherwise the office and the chairs see the draft' },
          },
        ]}
      />
    )}
  </>
);

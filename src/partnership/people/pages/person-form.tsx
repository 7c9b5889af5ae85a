import type { Answers } from '../../../platform/http/form-use.store.ts';
import { type FormErrors, noErrors } from '../../../platform/ui/errors.ts';
import { Checkboxes, Input, Select } from '../../../platform/ui/govuk.tsx';
import { FormPage } from '../../../platform/ui/patterns.tsx';
import type { Agency } from '../../agencies/agency.store.ts';
import { ticked, typed } from '../../directory/answers.ts';
import type { Told } from '../../directory/basis.ts';
import { Basis, ChangedMeanwhile, type Meanwhile } from '../../directory/changed-meanwhile.tsx';
import type { Person } from '../person.store.ts';
import type { Warning } from '../person-rules.ts';

interface PersonFormProps {
  title: string;
  submit: string;
  cancel: string;
  answers: Answers;
  /** Those they could speak for. */
  agencies: readonly Agency[];
  errors?: FormErrors;
  /** What the form is based on; absent for somebody new. */
  told?: Told;
  meanwhile?: Meanwhile | undefined;
  /** What must be said to be meant. */
  warnings?: readonly Warning[];
  /** Those who look like the same person. */
  same?: readonly Person[];
  /** Where people stand. */
  path: string;
}

export const PersonFormPage = (props: PersonFormProps) => {
  const { title, submit, cancel, answers, agencies, errors = noErrors, told, meanwhile, path } = props;
  const { warnings = [], same = [] } = props;
  return (
    <FormPage title={title} submit={submit} cancel={cancel} errors={errors}>
      {meanwhile && <ChangedMeanwhile {...meanwhile} />}
      {told && <Basis told={told} answers={answers} shown={meanwhile !== undefined} />}
      <Field name="name" label="Name" answers={answers} errors={errors} />
      {warnings.includes('same-person') && <SamePerson same={same} answers={answers} path={path} />}
      <Field name="jobTitle" label="Job title (optional)" answers={answers} errors={errors} />
      <Select
        id="agency"
        name="agency"
        label={{ text: 'Speaks for', classes: 'govuk-label--s' }}
        value={typed(answers, 'agency')}
        items={[
          { value: '', text: 'Nobody but themselves' },
          ...agencies.map(({ id, name }) => ({ value: id, text: name })),
        ]}
        errorMessage={errors.on('agency')}
      />
      <Field
        name="workEmail"
        label="Work e-mail (optional)"
        hint="One that they alone read. It changes nothing about how they sign in"
        type="email"
        answers={answers}
        errors={errors}
      />
      {warnings.includes('shared-mailbox') && (
        <Meant
          value="shared-mailbox"
          text="Use this mailbox. Notices may go there; nobody can be invited with it"
          answers={answers}
        />
      )}
      <Field name="phone" label="Telephone (optional)" type="tel" answers={answers} errors={errors} />
    </FormPage>
  );
};

interface FieldProps {
  name: string;
  label: string;
  hint?: string;
  type?: 'email' | 'tel' | 'text';
  answers: Answers;
  errors: FormErrors;
}

const Field = ({ name, label, hint, type = 'text', answers, errors }: FieldProps) => (
  <Input
    id={name}
    name={name}
    type={type}
    autocomplete="off"
    label={{ text: label, classes: 'govuk-label--s' }}
    {...(hint === undefined ? {} : { hint: { text: hint } })}
    value={typed(answers, name)}
    errorMessage={errors.on(name)}
  />
);

interface MeantProps {
  value: Warning;
  text: string;
  answers: Answers;
}

const Meant = ({ value, text, answers }: MeantProps) => (
  <Checkboxes
    name="meant"
    idPrefix={`meant-${value}`}
    values={[...ticked(answers, 'meant')]}
    items={[{ value, text }]}
  />
);

const SamePerson = ({ same, answers, path }: { same: readonly Person[]; answers: Answers; path: string }) => (
  <>
    <p>Here already:</p>
    <ul class="govuk-list govuk-list--bullet">
      {same.map(({ id, name, jobTitle, leftOn }) => (
        <li key={id}>
          <a class="govuk-link" href={`${path}/${id}`}>
            {[name, jobTitle].filter(Boolean).join(', ')}
          </a>
          {leftOn && ' (has left)'}
        </li>
      ))}
    </ul>
    <Meant value="same-person" text="This is somebody else" answers={answers} />
  </>
);

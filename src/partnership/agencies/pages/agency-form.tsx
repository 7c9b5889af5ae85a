import type { Answers } from '../../../platform/http/form-use.store.ts';
import { type FormErrors, noErrors } from '../../../platform/ui/errors.ts';
import { Checkboxes, Input, Radios, Select, Textarea } from '../../../platform/ui/govuk.tsx';
import { FormPage } from '../../../platform/ui/patterns.tsx';
import { ticked, typed } from '../../directory/answers.ts';
import type { Told } from '../../directory/basis.ts';
import { Basis, ChangedMeanwhile, type Meanwhile } from '../../directory/changed-meanwhile.tsx';
import type { Agency } from '../agency.store.ts';
import { agencyKindNames, agencyKinds, standings } from '../kinds.ts';

interface AgencyFormProps {
  title: string;
  submit: string;
  cancel: string;
  answers: Answers;
  /** Those it could be part of. */
  bodies: readonly Agency[];
  errors?: FormErrors;
  /** What the form is based on; absent for a new agency. */
  told?: Told;
  meanwhile?: Meanwhile | undefined;
  /** Whether one of that name is here already, and must be said to be another. */
  sameName?: boolean;
}

export const AgencyFormPage = (props: AgencyFormProps) => {
  const { title, submit, cancel, answers, bodies, errors = noErrors, told, meanwhile, sameName = false } = props;
  return (
    <FormPage title={title} submit={submit} cancel={cancel} errors={errors}>
      {meanwhile && <ChangedMeanwhile {...meanwhile} />}
      {told && <Basis told={told} answers={answers} shown={meanwhile !== undefined} />}
      <Input
        id="name"
        name="name"
        label={{ text: 'Name', classes: 'govuk-label--s' }}
        hint={{ text: 'As it calls itself' }}
        value={typed(answers, 'name')}
        errorMessage={errors.on('name')}
      />
      {sameName && (
        <Checkboxes
          name="another"
          idPrefix="another"
          values={[...ticked(answers, 'another')]}
          items={[{ value: 'yes', text: 'It is another one that has the same name' }]}
        />
      )}
      <Body {...{ answers, bodies, errors }} />
    </FormPage>
  );
};

const Body = ({ answers, bodies, errors }: Pick<AgencyFormProps, 'answers' | 'bodies'> & { errors: FormErrors }) => (
  <>
    <Select
      id="kind"
      name="kind"
      label={{ text: 'Kind of body', classes: 'govuk-label--s' }}
      value={typed(answers, 'kind')}
      items={[
        { value: '', text: 'Select a kind' },
        ...agencyKindNames.map((kind) => ({ value: kind, text: agencyKinds[kind].title })),
      ]}
      errorMessage={errors.on('kind')}
    />
    <Radios
      name="standing"
      idPrefix="standing"
      fieldset={{ legend: { text: 'Standing', classes: 'govuk-fieldset__legend--s' } }}
      hint={{ text: 'What the law that you work under makes of it' }}
      value={typed(answers, 'standing')}
      items={Object.entries(standings).map(([value, text]) => ({ value, text }))}
      errorMessage={errors.on('standing')}
    />
    <Select
      id="parent"
      name="parent"
      label={{ text: 'Part of (optional)', classes: 'govuk-label--s' }}
      hint={{ text: 'The trust that a school belongs to, for instance' }}
      value={typed(answers, 'parent')}
      items={[{ value: '', text: 'No other body' }, ...bodies.map(({ id, name }) => ({ value: id, text: name }))]}
      errorMessage={errors.on('parent')}
    />
    <Textarea
      id="emailDomains"
      name="emailDomains"
      label={{ text: 'Domains of its work e-mail (optional)', classes: 'govuk-label--s' }}
      hint={{ text: 'One to a line, like agency.gov.uk' }}
      rows={3}
      spellcheck={false}
      value={typed(answers, 'emailDomains')}
      errorMessage={errors.on('emailDomains')}
    />
  </>
);

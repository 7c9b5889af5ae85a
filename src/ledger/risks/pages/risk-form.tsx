import { typed } from '../../../partnership/directory/answers.ts';
import type { Told } from '../../../partnership/directory/basis.ts';
import { Basis, ChangedMeanwhile, type Meanwhile } from '../../../partnership/directory/changed-meanwhile.tsx';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import { noErrors } from '../../../platform/ui/errors.ts';
import { Input, Select } from '../../../platform/ui/govuk.tsx';
import { DayInput, FormPage } from '../../../platform/ui/patterns.tsx';
import { type Choices, itemsOf } from '../../actions/choices.ts';
import { type Asking, Words } from '../../words-field.tsx';
import { categories } from '../risk.ts';
import type { Scale } from '../score.ts';
import { ScoreFields } from './fields.tsx';

export interface RiskFormProps extends Omit<Asking, 'errors'> {
  title: string;
  caption?: string;
  submit: string;
  cancel: string;
  choices: Choices;
  scale: Scale;
  /** The next review, unless another day is typed. */
  reviewOn: PlainDate;
  errors?: Asking['errors'];
  /** What the form is based on; absent for a new risk, which is scored at once. */
  told?: Told;
  meanwhile?: Meanwhile | undefined;
}

/** Raising a risk, or changing what is said of it. */
export const RiskFormPage = (props: RiskFormProps) => {
  const { title, caption, submit, cancel, answers, errors = noErrors, told, meanwhile, scale } = props;
  const asking = { answers, errors };
  return (
    <FormPage
      title={title}
      caption={caption}
      lead="Something that might happen and would make children less safe. Name no child and nobody of a family."
      submit={submit}
      cancel={cancel}
      errors={errors}
    >
      {meanwhile && <ChangedMeanwhile {...meanwhile} />}
      {told && <Basis told={told} answers={answers} shown={meanwhile !== undefined} />}
      <What {...asking} />
      <ScoreFields
        names={{ likelihood: 'inherentLikelihood', impact: 'inherentImpact' }}
        legend="The score if nothing held it back"
        {...{ scale, ...asking }}
      />
      {told === undefined && (
        <ScoreFields
          names={{ likelihood: 'likelihood', impact: 'impact' }}
          legend="The score as it is now"
          hint="With what holds it back today"
          {...{ scale, ...asking }}
        />
      )}
      <ScoreFields
        names={{ likelihood: 'targetLikelihood', impact: 'targetImpact' }}
        legend="The score that is aimed at"
        {...{ scale, ...asking }}
      />
      <Who {...props} errors={errors} />
    </FormPage>
  );
};

const What = ({ answers, errors }: Asking) => (
  <>
    <Input
      id="title"
      name="title"
      label={{ text: 'The risk in one sentence', classes: 'govuk-label--s' }}
      value={typed(answers, 'title')}
      errorMessage={errors.on('title')}
    />
    <Words name="cause" label="Cause" hint="What is there already: two posts are vacant" {...{ answers, errors }} />
    <Words
      name="event"
      label="What might happen"
      hint="Assessments are not finished in time"
      {...{ answers, errors }}
    />
    <Words name="effect" label="Effect for children" {...{ answers, errors }} />
    <Select
      id="category"
      name="category"
      label={{ text: 'Category', classes: 'govuk-label--s' }}
      value={typed(answers, 'category')}
      items={[
        { value: '', text: 'Select a category' },
        ...Object.entries(categories).map(([value, text]) => ({ value, text })),
      ]}
      errorMessage={errors.on('category')}
    />
  </>
);

const Who = ({ answers, errors, choices, reviewOn }: RiskFormProps & Asking) => (
  <>
    <Select
      id="owner"
      name="owner"
      label={{ text: 'Who owns it? (optional)', classes: 'govuk-label--s' }}
      hint={{ text: 'One person, who is asked for each review. Where nobody owns it, the office is asked' }}
      value={typed(answers, 'owner')}
      items={itemsOf('Nobody yet', choices.people)}
      errorMessage={errors.on('owner')}
    />
    <Select
      id="leadAgency"
      name="leadAgency"
      label={{ text: 'Which agency leads it? (optional)', classes: 'govuk-label--s' }}
      value={typed(answers, 'leadAgency')}
      items={itemsOf('The partnership as a whole', choices.agencies)}
      errorMessage={errors.on('leadAgency')}
    />
    <DayInput
      name="reviewOn"
      legend="When is it reviewed next?"
      hint="In three months, unless you say otherwise"
      answers={answers}
      day={reviewOn}
      errorMessage={errors.on('reviewOn')}
    />
  </>
);

import { typed } from '../../../partnership/directory/answers.ts';
import { Select } from '../../../platform/ui/govuk.tsx';
import type { Asking } from '../../words-field.tsx';
import { impactWords, likelihoodWords, type Scale, type Score } from '../score.ts';

interface ScoreFieldsProps extends Asking {
  /** How likely and how bad, as the form names them. */
  names: { likelihood: string; impact: string };
  legend: string;
  hint?: string;
  scale: Scale;
  /** What it stands at, unless something else is typed. */
  score?: Score | undefined;
}

/** How likely and how bad, each chosen from the words of the scale. */
export const ScoreFields = ({ names, legend, hint, scale, score, answers, errors }: ScoreFieldsProps) => (
  <fieldset class="govuk-fieldset">
    <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{legend}</legend>
    {hint !== undefined && <p class="quiet">{hint}</p>}
    <Grade
      name={names.likelihood}
      label="How likely?"
      words={likelihoodWords[scale]}
      now={score?.likelihood}
      {...{ answers, errors }}
    />
    <Grade
      name={names.impact}
      label="How bad?"
      words={impactWords[scale]}
      now={score?.impact}
      {...{ answers, errors }}
    />
  </fieldset>
);

interface GradeProps extends Asking {
  name: string;
  label: string;
  words: readonly string[];
  now: number | undefined;
}

const Grade = ({ name, label, words, now, answers, errors }: GradeProps) => (
  <Select
    id={name}
    name={name}
    label={{ text: label }}
    value={name in answers ? typed(answers, name) : String(now ?? '')}
    items={[
      { value: '', text: 'Select' },
      ...words.map((word, at) => ({ value: String(at + 1), text: `${at + 1} ${word}` })),
    ]}
    errorMessage={errors.on(name)}
  />
);

import type { ComponentChildren } from 'preact';
import { typed } from '../../../partnership/directory/answers.ts';
import { formatDay } from '../../../platform/calendar/in-words.ts';
import type { Answers } from '../../../platform/http/form-use.store.ts';
import type { FormErrors } from '../../../platform/ui/errors.ts';
import { Radios, Select, Textarea } from '../../../platform/ui/govuk.tsx';
import { DayInput } from '../../../platform/ui/patterns.tsx';
import { type Action, obstacles, progressStates, reasonsForTime } from '../action.ts';
import { type Choices, itemsOf } from '../choices.ts';
import { type FormStep, type Question, stepForms } from '../step-forms.ts';
import { findings } from '../take-step.ts';

interface Asking {
  answers: Answers;
  errors: FormErrors;
  choices: Choices;
}

interface QuestionsProps extends Asking {
  step: FormStep;
  action: Action;
}

/** What the form of a step asks, and the words at its end. */
export const Questions = ({ step, ...asking }: QuestionsProps) => {
  const { questions, words } = stepForms[step];
  const { answers, errors } = asking;
  return (
    <>
      {questions.map((question) => asks[question](asking))}
      <Textarea
        id="words"
        name="words"
        label={{ text: words.label, classes: 'govuk-label--s' }}
        hint={words.hint === undefined ? undefined : { text: words.hint }}
        rows={5}
        value={typed(answers, 'words')}
        errorMessage={errors.on('words')}
      />
    </>
  );
};

const choose = (
  name: string,
  legend: string,
  all: Readonly<Record<string, string>>,
  { answers, errors }: Pick<Asking, 'answers' | 'errors'>,
) => (
  <Radios
    key={name}
    name={name}
    idPrefix={name}
    fieldset={{ legend: { text: legend, classes: 'govuk-fieldset__legend--s' } }}
    value={typed(answers, name)}
    items={Object.entries(all).map(([value, text]) => ({ value, text }))}
    errorMessage={errors.on(name)}
  />
);

const asks: Readonly<Record<Question, (asking: Omit<QuestionsProps, 'step'>) => ComponentChildren>> = {
  state: (asking) => choose('state', 'How does it go?', progressStates, asking),
  by: (asking) => choose('by', 'What is in the way?', obstacles, asking),
  because: (asking) => choose('because', 'Why?', reasonsForTime, asking),
  finding: (asking) => choose('finding', 'What became of the change?', findings, asking),
  settled: (asking) =>
    choose('settled', 'Is there more time?', { yes: 'Yes', no: 'No, the day stays as it is' }, asking),
  until: ({ action, answers, errors }) => (
    <DayInput
      key="until"
      name="until"
      legend="Until which day?"
      hint={`It is due on ${formatDay(action.dueOn, 'plain')}`}
      answers={answers}
      day={action.askedUntil}
      errorMessage={errors.on('until')}
    />
  ),
  leadAgency: ({ choices, answers, errors }) => (
    <Select
      key="leadAgency"
      id="leadAgency"
      name="leadAgency"
      label={{ text: 'Which agency leads it?', classes: 'govuk-label--s' }}
      value={typed(answers, 'leadAgency')}
      items={itemsOf('Select an agency', choices.agencies)}
      errorMessage={errors.on('leadAgency')}
    />
  ),
  owner: ({ choices, answers, errors }) => (
    <Select
      key="owner"
      id="owner"
      name="owner"
      label={{ text: 'Who owns it?', classes: 'govuk-label--s' }}
      value={typed(answers, 'owner')}
      items={itemsOf('Select a person', choices.people)}
      errorMessage={errors.on('owner')}
    />
  ),
};

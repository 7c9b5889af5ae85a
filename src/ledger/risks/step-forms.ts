import { z } from 'zod';
import { typed } from '../../partnership/directory/answers.ts';
import type { Answers } from '../../platform/http/form-use.store.ts';
import { dayAnswer, dayText } from '../../platform/ui/patterns.tsx';
import { gradeAnswer } from './risk-form.ts';
import type { Scale } from './score.ts';
import type { Said } from './take-step.ts';

/** The steps that are taken on a page with a form of words. */
export type FormStep = Said['step'];

export interface StepForm {
  /** What the step is, as a verb and its object. */
  title: string;
  lead: string;
  submit: string;
  words: { label: string; hint?: string; required: string };
}

const noNames = 'Name no child and nobody of a family';

export const stepForms: Readonly<Record<FormStep, StepForm>> = {
  review: {
    title: 'Review the risk',
    lead: 'Score it as it stands today. Every review is kept, and the chart shows how the risk has gone.',
    submit: 'Save review',
    words: {
      label: 'What has changed, and why this score?',
      hint: noNames,
      required: 'Enter what has changed, or that nothing has',
    },
  },
  accept: {
    title: 'Accept the risk',
    lead: 'The partnership says that no further reduction is possible. It is still reviewed.',
    submit: 'Accept risk',
    words: { label: 'Why is no further reduction possible?', required: 'Enter why no further reduction is possible' },
  },
  'seek-reduction': {
    title: 'Seek a reduction again',
    lead: 'The risk is no longer accepted as it stands.',
    submit: 'Seek reduction',
    words: { label: 'What can be done now?', required: 'Enter what can be done now' },
  },
  close: {
    title: 'Close the risk',
    lead: 'It stays in the register with its history, and is reviewed no longer.',
    submit: 'Close risk',
    words: { label: 'Why can it be closed?', hint: noNames, required: 'Enter why it can be closed' },
  },
  reopen: {
    title: 'Open the risk again',
    lead: 'It stands in the register with the score it had.',
    submit: 'Open again',
    words: { label: 'Why is it opened again?', hint: noNames, required: 'Enter why it is opened again' },
  },
};

export const formSteps = Object.keys(stepForms) as FormStep[];

/** The fields of a step’s form, top to bottom. */
export const fieldOrder = ['saidBy', 'toldBy', 'likelihood', 'impact', 'words', 'reviewOn'] as const;

const reviewOn = dayAnswer('Enter the day of the next review', 'The day of the next review must be a real date');

function formFor<Name extends FormStep>(step: Name) {
  const { required } = stepForms[step].words;
  const text = z.string().trim().min(1, required).max(4000, 'Words must be 4,000 characters or fewer');
  return z.object({ step: z.literal(step), words: text });
}

/** What was typed into the form of a step, or what is wrong with it. */
export const readStep = (step: FormStep, answers: Answers, scale: Scale): z.ZodSafeParseResult<Said> =>
  z
    .discriminatedUnion('step', [
      formFor('review').extend({
        likelihood: gradeAnswer(scale, 'Select the likelihood as it is now'),
        impact: gradeAnswer(scale, 'Select the impact as it is now'),
        reviewOn,
      }),
      formFor('accept'),
      formFor('seek-reduction'),
      formFor('close'),
      formFor('reopen').extend({ reviewOn }),
    ])
    .safeParse({ ...answers, step, words: typed(answers, 'words'), reviewOn: dayText(answers, 'reviewOn') });

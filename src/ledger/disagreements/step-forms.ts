import { z } from 'zod';
import { typed } from '../../partnership/directory/answers.ts';
import { isId } from '../../platform/database/ids.ts';
import type { Answers } from '../../platform/http/form-use.store.ts';
import { decisions, type Outcome, outcomes } from './disagreement.ts';
import { looksLikeText, wordsLookLike } from './no-names.ts';
import type { Step } from './steps.ts';
import type { Said } from './take-step.ts';

/** The steps that are taken on a page with a form of words; raising an action has a page of its own. */
export type FormStep = Exclude<Step, 'raise-action'>;

/** What a form asks besides words. */
export type Question = 'stage' | 'withPerson' | 'outcome' | 'decision' | 'learning';

export interface StepForm {
  /** What the step is, as a verb and its object. */
  title: string;
  lead?: string;
  submit: string;
  questions: readonly Question[];
  words: { label: string; required?: string };
}

/** What stands at every field of words. */
export const namesNobody = 'Name no child and nobody of a family, and enter no date of birth';

export const stepForms: Readonly<Record<FormStep, StepForm>> = {
  answer: {
    title: 'Answer',
    lead: 'The clock of this stage stops with your answer. The other agency says whether it settles it.',
    submit: 'Send answer',
    questions: [],
    words: { label: 'What does your agency say?', required: 'Enter what your agency says' },
  },
  'move-on': {
    title: 'Take it a stage further',
    lead: 'Use it when the answer does not settle it, or none came in time. An urgent one may jump stages. If a child is at risk now, ring 999 or ask for a strategy discussion first.',
    submit: 'Take it further',
    questions: ['stage', 'withPerson'],
    words: { label: 'Why does it go further?', required: 'Enter why it goes further' },
  },
  end: {
    title: 'Say how it ended',
    submit: 'End the disagreement',
    questions: ['outcome'],
    words: { label: 'How was it settled?', required: 'Enter how it was settled' },
  },
  decide: {
    title: 'Decide it',
    lead: 'Both agencies and whoever raised it read what you write.',
    submit: 'Save decision',
    questions: ['decision'],
    words: { label: 'Why?', required: 'Enter why' },
  },
  'give-view': {
    title: 'Say how it should be decided',
    lead: 'The lead safeguarding partners decide this jointly. It is decided when all who count say the same.',
    submit: 'Save view',
    questions: ['decision'],
    words: { label: 'Why?', required: 'Enter why' },
  },
  'make-urgent': {
    title: 'Make it urgent',
    lead: 'Every clock is shorter from now on, and stages may be jumped. If a child is at risk now, ring 999 or ask for a strategy discussion first.',
    submit: 'Make it urgent',
    questions: [],
    words: { label: 'Why is it urgent?', required: 'Enter why it is urgent' },
  },
  tell: {
    title: 'Record that whoever raised it knows what came of it',
    submit: 'Record it',
    questions: [],
    words: { label: 'How were they told? (optional)' },
  },
  'say-what-changed': {
    title: 'Say what changed, and what was learned',
    submit: 'Save what changed',
    questions: ['learning'],
    words: { label: 'What changed for the child or the family?', required: 'Enter what changed, or that nothing did' },
  },
};

export const formSteps = Object.keys(stepForms) as FormStep[];

/** Words that name nobody: what looks like a name and a date of birth, or a health number, is refused. */
export const wordsNamingNobody = (about: string, required?: string) => {
  const text = z.string().trim().max(4000, `${about} must be 4,000 characters or fewer`);
  return (required === undefined ? text : text.min(1, required)).superRefine((words, context) => {
    const looks = wordsLookLike(words);
    if (looks) context.addIssue({ code: 'custom', message: looksLikeText[looks] });
  });
};

const formFor = <Name extends FormStep>(step: Name) =>
  z.object({ step: z.literal(step), words: wordsNamingNobody('Words', stepForms[step].words.required) });

const names = <Name extends string>(all: Readonly<Record<Name, unknown>>) => Object.keys(all) as [Name, ...Name[]];
const decision = z.enum(names(decisions), 'Select how it is decided');

const Form = z.discriminatedUnion('step', [
  formFor('answer'),
  formFor('move-on').extend({
    stage: z.coerce
      .number('Select the stage')
      .int('Select the stage')
      .min(2, 'Select the stage')
      .max(5, 'Select the stage'),
    withPerson: z
      .string()
      .refine((text) => text === '' || isId(text), 'Select somebody from the list')
      .transform((text) => text || undefined),
  }),
  formFor('end').extend({ outcome: z.enum(names(outcomes), 'Select how it ended') }),
  formFor('decide').extend({ decision }),
  formFor('give-view').extend({ decision }),
  formFor('make-urgent'),
  formFor('tell'),
  formFor('say-what-changed').extend({ learning: wordsNamingNobody('What was learned') }),
]);

/** The fields of a step’s form, top to bottom. */
export const fieldOrder = [
  'saidBy',
  'toldBy',
  'stage',
  'withPerson',
  'outcome',
  'decision',
  'words',
  'learning',
] as const;

/** What was typed into the form of a step, or what is wrong with it. */
export const readStep = (step: FormStep, answers: Answers): z.ZodSafeParseResult<Said> =>
  Form.safeParse({
    ...answers,
    step,
    words: typed(answers, 'words'),
    withPerson: typed(answers, 'withPerson'),
    learning: typed(answers, 'learning'),
  });

/** How the two sides may end it themselves: once it is with the partnership what is agreed or not is decided there. */
export const outcomesAt = (stage: number, last: number): readonly Outcome[] =>
  stage >= last ? ['resolved-informally', 'withdrawn'] : names(outcomes);

/** The stages it may go to: the next, or, where it is urgent, any later one. */
export const stagesAfter = (stage: number, last: number, urgent: boolean): readonly number[] =>
  Array.from({ length: Math.max(last - stage, 0) }, (_, at) => stage + 1 + at).slice(0, urgent ? undefined : 1);

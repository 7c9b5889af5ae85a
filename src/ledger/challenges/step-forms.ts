import { z } from 'zod';
import { typed } from '../../partnership/directory/answers.ts';
import type { Answers } from '../../platform/http/form-use.store.ts';
import { dayAnswer, dayText } from '../../platform/ui/patterns.tsx';
import { judgements, positions } from './challenge.ts';
import type { Step } from './steps.ts';
import type { Said } from './take-step.ts';

/** The steps that are taken on a page with a form of words; changing a draft and raising an action have pages of their own. */
export type FormStep = Exclude<Step, 'change' | 'raise-action'>;

/** What a form asks besides words. */
export type Question = 'position' | 'judgement' | 'until';

export interface StepForm {
  /** What the step is, as a verb and its object. */
  title: string;
  lead?: string;
  submit: string;
  /** Asked before the words. */
  question?: Question;
  /** What the words are asked for. */
  words: { label: string; hint?: string; required?: string };
}

const noNames = 'Name no child and nobody of a family';

export const stepForms: Readonly<Record<FormStep, StepForm>> = {
  put: {
    title: 'Put the challenge to the agency',
    lead: 'It gets its number. The agency sees it first: the rest of the partnership sees it once the agency has answered, or when the day has passed.',
    submit: 'Put it to the agency',
    question: 'until',
    words: { label: 'What should the agency know besides? (optional)', hint: noNames },
  },
  answer: {
    title: 'Answer the challenge',
    lead: 'Say what the agency makes of it. Somebody of another agency says whether the answer is enough. From now on all of the partnership can see both.',
    submit: 'Send answer',
    question: 'position',
    words: { label: 'The agency’s answer', hint: noNames, required: 'Enter the agency’s answer' },
  },
  judge: {
    title: 'Say whether the answer is enough',
    lead: 'If it is not, an answer is asked for again, one stage further and with a clock of its own.',
    submit: 'Save judgement',
    question: 'judgement',
    words: { label: 'Why?', hint: `The agency reads this. ${noNames}`, required: 'Enter why' },
  },
  'give-view': {
    title: 'Say whether the answer is enough',
    lead: 'The lead safeguarding partners decide this jointly. It is decided when all who are not concerned say the same.',
    submit: 'Save view',
    question: 'judgement',
    words: { label: 'Why?', hint: noNames, required: 'Enter why' },
  },
  escalate: {
    title: 'Take it a stage further',
    lead: 'No answer came by its day. The next stage has a clock of its own.',
    submit: 'Take it further',
    words: { label: 'What was tried?', hint: noNames, required: 'Enter what was tried' },
  },
  'move-day': {
    title: 'Move the day of the answer',
    submit: 'Move the day',
    question: 'until',
    words: { label: 'Why?', hint: noNames, required: 'Enter why the day moves' },
  },
  close: {
    title: 'Say what changed for children, and close it',
    lead: 'If nothing has changed, say so: that is a finding too.',
    submit: 'Close challenge',
    words: {
      label: 'What changed for children?',
      hint: 'What is different for them now, and how you know',
      required: 'Enter what changed for children, or that nothing did',
    },
  },
  'write-summary': {
    title: 'Write the summary that may be published',
    lead: 'Somebody else clears it before it stands in anything that is published.',
    submit: 'Save summary',
    words: { label: 'Summary', hint: `For people outside. ${noNames}`, required: 'Enter the summary' },
  },
  'clear-summary': {
    title: 'Clear the summary',
    lead: 'You say that it is right, fair to the agency, and names nobody.',
    submit: 'Clear summary',
    words: { label: 'Anything to note? (optional)' },
  },
  withdraw: {
    title: 'Withdraw the challenge',
    lead: 'It stays to be seen by those who have seen it, with the reason.',
    submit: 'Withdraw challenge',
    words: { label: 'Why is it withdrawn?', hint: noNames, required: 'Enter why it is withdrawn' },
  },
};

export const formSteps = Object.keys(stepForms) as FormStep[];

const names = <Name extends string>(all: Readonly<Record<Name, unknown>>) => Object.keys(all) as [Name, ...Name[]];

function formFor<Name extends FormStep>(step: Name) {
  const text = z.string().trim().max(4000, 'Words must be 4,000 characters or fewer');
  const { required } = stepForms[step].words;
  return z.object({ step: z.literal(step), words: required === undefined ? text : text.min(1, required) });
}

const until = dayAnswer('Enter the day by which the agency answers', 'The day of the answer must be a real date');
const judgement = z.enum(names(judgements), 'Select whether the answer is enough');

const Form = z.discriminatedUnion('step', [
  formFor('put').extend({ until }),
  formFor('answer').extend({ position: z.enum(names(positions), 'Select what the agency makes of it') }),
  formFor('judge').extend({ judgement }),
  formFor('give-view').extend({ judgement }),
  formFor('escalate'),
  formFor('move-day').extend({ until }),
  formFor('close'),
  formFor('write-summary'),
  formFor('clear-summary'),
  formFor('withdraw'),
]);

/** The fields of a step’s form, top to bottom. */
export const fieldOrder = ['saidBy', 'toldBy', 'position', 'judgement', 'until', 'words'] as const;

/** What was typed into the form of a step, or what is wrong with it. */
export const readStep = (step: FormStep, answers: Answers): z.ZodSafeParseResult<Said> =>
  Form.safeParse({ ...answers, step, words: typed(answers, 'words'), until: dayText(answers, 'until') });

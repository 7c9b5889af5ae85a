import { z } from 'zod';
import { typed } from '../../partnership/directory/answers.ts';
import { optionalDay } from '../../partnership/people/pages/fields.ts';
import { isId } from '../../platform/database/ids.ts';
import type { Answers } from '../../platform/http/form-use.store.ts';
import { dayAnswer, dayText } from '../../platform/ui/patterns.tsx';
import { obstacles, progressStates, reasonsForTime } from './action.ts';
import type { Step } from './steps.ts';
import { findings, type Said } from './take-step.ts';

/** The steps that are taken on a page with a form of its own kind; changing and adding evidence have other pages. */
export type FormStep = Exclude<Step, 'change' | 'add-evidence'>;

/** What a form asks besides words. */
export type Question = 'state' | 'by' | 'until' | 'because' | 'finding' | 'settled' | 'owner' | 'leadAgency';

export interface StepForm {
  /** What the step is, as a verb and its object. */
  title: string;
  lead?: string;
  submit: string;
  /** In the order in which they stand on the page, before the words. */
  questions: readonly Question[];
  /** What the words are asked for. */
  words: { label: string; hint?: string; required?: string };
}

/** What a person types in place of a longer text box's limit. */
const longest = 4000;
const noNames = 'Name no child and nobody of a family';

export const stepForms: Readonly<Record<FormStep, StepForm>> = {
  'report-progress': {
    title: 'Say how it goes',
    submit: 'Save progress',
    questions: ['state'],
    words: { label: 'What has been done since? (optional)', hint: noNames },
  },
  'say-blocked': {
    title: 'Say what is in the way',
    lead: 'The chair sees this, and who could help is asked. It is no complaint about anybody.',
    submit: 'Say what is in the way',
    questions: ['by'],
    words: { label: 'What would help?', hint: noNames, required: 'Enter what would help' },
  },
  'not-mine': {
    title: 'Say that it is not mine',
    lead: 'The office is told, and finds who owns it. Until then it stands among what nobody owns.',
    submit: 'Say that it is not mine',
    questions: [],
    words: {
      label: 'Whose is it, as far as you know?',
      hint: 'An agency, or a post in it',
      required: 'Enter whose it is, or that you do not know',
    },
  },
  'ask-for-time': {
    title: 'Ask for more time',
    lead: 'The first day that was agreed stays to be seen. The office answers.',
    submit: 'Ask for more time',
    questions: ['until', 'because'],
    words: { label: 'What should the office know? (optional)', hint: noNames },
  },
  'claim-done': {
    title: 'Say that it is done',
    lead: 'Somebody else looks at the evidence and verifies it.',
    submit: 'Say that it is done',
    questions: [],
    words: { label: 'What was done?', hint: noNames, required: 'Enter what was done' },
  },
  verify: {
    title: 'Verify that it was done',
    lead: 'You say that you have seen what shows it. In six months it is asked what changed for children.',
    submit: 'Verify action',
    questions: [],
    words: { label: 'What have you seen?', hint: noNames, required: 'Enter what you have seen' },
  },
  'send-back': {
    title: 'Send it back',
    lead: 'It is open again, with the day that it had.',
    submit: 'Send it back',
    questions: [],
    words: { label: 'What is missing?', hint: noNames, required: 'Enter what is missing' },
  },
  'answer-impact': {
    title: 'Say what changed for children',
    submit: 'Save what changed',
    questions: ['finding'],
    words: { label: 'What shows it?', hint: noNames, required: 'Enter what shows it' },
  },
  'settle-time': {
    title: 'Answer who asks for more time',
    submit: 'Save answer',
    questions: ['settled', 'until'],
    words: { label: 'Why?', hint: 'The owner reads this', required: 'Enter why' },
  },
  'move-day': {
    title: 'Move the day',
    lead: 'The first day that was agreed stays to be seen.',
    submit: 'Move the day',
    questions: ['until', 'because'],
    words: { label: 'Who agreed to it, and why?', required: 'Enter who agreed to it, and why' },
  },
  'pass-on': {
    title: 'Pass it on',
    lead: 'One agency leads and one person owns it. Whoever owned it is asked no more.',
    submit: 'Pass it on',
    questions: ['leadAgency', 'owner'],
    words: { label: 'Why? (optional)', hint: noNames },
  },
  withdraw: {
    title: 'Withdraw the action',
    lead: 'It is no longer promised. It stays to be seen, with the reason.',
    submit: 'Withdraw action',
    questions: [],
    words: { label: 'Why is it withdrawn?', hint: noNames, required: 'Enter why it is withdrawn' },
  },
  reopen: {
    title: 'Reopen the action',
    submit: 'Reopen action',
    questions: ['until'],
    words: { label: 'Why is it open again?', hint: noNames, required: 'Enter why it is open again' },
  },
};

const names = <Name extends string>(all: Readonly<Record<Name, unknown>>) => Object.keys(all) as [Name, ...Name[]];
const wordsFor = (step: FormStep) => {
  const text = z.string().trim().max(longest, 'Words must be 4,000 characters or fewer');
  const { required } = stepForms[step].words;
  return required === undefined ? text : text.min(1, required);
};
const until = dayAnswer('Enter a day', 'The day must be a real date');
const because = z.enum(names(reasonsForTime), 'Select why more time is needed');
const untilIfAny = optionalDay('The day must be a real date');
const someone = (missing: string) => z.string(missing).refine(isId, missing);

/** A form of words alone. */
const wordsAlone = <Name extends FormStep>(step: Name) => z.object({ step: z.literal(step), words: wordsFor(step) });

const Form = z.discriminatedUnion('step', [
  wordsAlone('report-progress').extend({ state: z.enum(names(progressStates), 'Select how it goes') }),
  wordsAlone('say-blocked').extend({ by: z.enum(names(obstacles), 'Select what is in the way') }),
  wordsAlone('ask-for-time').extend({ until, because }),
  wordsAlone('move-day').extend({ until, because }),
  wordsAlone('answer-impact').extend({ finding: z.enum(names(findings), 'Select what became of the change') }),
  wordsAlone('settle-time')
    .extend({ settled: z.enum(['yes', 'no'], 'Select whether there is more time'), until: untilIfAny })
    .refine((form) => form.settled === 'no' || form.until !== undefined, { path: ['until'], error: 'Enter a day' }),
  wordsAlone('pass-on').extend({
    leadAgency: someone('Select the agency that leads it'),
    owner: someone('Select who owns it'),
  }),
  wordsAlone('reopen').extend({ until }),
  wordsAlone('not-mine'),
  wordsAlone('claim-done'),
  wordsAlone('verify'),
  wordsAlone('send-back'),
  wordsAlone('withdraw'),
]);

/** What was typed into the form of a step, or what is wrong with it. */
export function readStep(step: FormStep, answers: Answers): z.ZodSafeParseResult<Said> {
  const declined = typed(answers, 'settled') === 'no';
  const words = typed(answers, 'words');
  return Form.safeParse({ ...answers, step, words, until: declined ? '' : dayText(answers, 'until') });
}

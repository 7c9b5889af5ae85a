import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import type { Answers } from '../../../platform/http/form-use.store.ts';
import { type FormErrors, formError, formErrors } from '../../../platform/ui/errors.ts';
import type { Action } from '../../actions/action.ts';
import { type FormStep, readStep, stepForms } from '../../actions/step-forms.ts';
import { refusalText, rulingOn } from '../../actions/steps.ts';
import type { Said } from '../../actions/take-step.ts';

/** What can be answered from a message: harmless, and seen and put right by the office. */
export const answers = {
  'on-track': { title: 'It is on track', step: 'report-progress' },
  'more-time': { title: 'I need more time', step: 'ask-for-time' },
  'in-the-way': { title: 'Something is in the way', step: 'say-blocked' },
  'not-mine': { title: 'It is not mine', step: 'not-mine' },
} as const satisfies Readonly<Record<string, { title: string; step: FormStep }>>;
export type AnswerName = keyof typeof answers;

export const isAnswerName = (text: string): text is AnswerName => Object.hasOwn(answers, text);

/**
 * What somebody says with an answer, or what is wrong with what they typed. That it is on track needs no words.
 *
 * @param today the day on which they say it
 */
export function readAnswer(
  name: AnswerName,
  typed: Answers,
  action: Action,
  today: PlainDate,
): { said: Said } | { errors: FormErrors } {
  const { step } = answers[name];
  const form = readStep(step, name === 'on-track' ? { state: 'on-track', words: '' } : typed);
  if (!form.success) return { errors: formErrors(form.error, [...stepForms[step].questions, 'words']) };
  const said = form.data;
  if (said.step === 'ask-for-time' && (said.until < today || said.until <= action.dueOn))
    return { errors: formError('until', 'The day must be later than today, and than the day on which it is due now') };
  // whoever holds the link answers for the owner, and nobody else's rights count
  const ruling = rulingOn(step, { ...action, evidence: 0 }, { ...asOwner, person: action.owner ?? '', today });
  return ruling.allowed ? { said } : { errors: formError('', refusalText[ruling.because]) };
}

const asOwner = { agency: undefined, permissions: new Set(['actions.read-own']) };

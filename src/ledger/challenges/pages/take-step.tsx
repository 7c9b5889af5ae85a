import { answersOf, idIn, typed } from '../../../partnership/directory/answers.ts';
import type { SeatedScope } from '../../../partnership/doors.ts';
import { permit } from '../../../platform/access/permit.ts';
import { formatDay } from '../../../platform/calendar/in-words.ts';
import { goTo, page } from '../../../platform/http/answers.ts';
import { found } from '../../../platform/http/errors.ts';
import type { Answers } from '../../../platform/http/form-use.store.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { type FormErrors, formError, formErrors, noErrors } from '../../../platform/ui/errors.ts';
import { Radios, Textarea } from '../../../platform/ui/govuk.tsx';
import { DayInput, FormPage } from '../../../platform/ui/patterns.tsx';
import { doerOf } from '../../actions/doer.ts';
import { OnBehalf, readOnBehalf } from '../../on-behalf.tsx';
import { carryOut } from '../carry-out.ts';
import { findChallenge, holdChallenge } from '../challenge.store.ts';
import { type Challenge, judgements, positions, referenceOf } from '../challenge.ts';
import { type Speaker, speakersFor } from '../speakers.ts';
import { type FormStep, fieldOrder, readStep, stepForms } from '../step-forms.ts';
import { refusalText, rulingOn, type StepRefusal } from '../steps.ts';
import type { Said } from '../take-step.ts';
import { viewerOf } from '../viewer.ts';

/** The form of a step with a challenge, and what takes it. */
export const stepPage = (step: FormStep): { ask: Handler<SeatedScope>; take: Handler<SeatedScope> } => ({
  ask: async (scope, request) => {
    permit(scope, 'challenges.read-own');
    const challenge = found(await findChallenge(scope, viewerOf(scope), idIn(request, 'challenge')));
    const ruling = rulingOn(step, challenge, doerOf(scope));
    const onBehalf = ruling.allowed && ruling.onBehalf ? await speakersFor(scope, step, challenge) : undefined;
    const errors = ruling.allowed ? noErrors : refusal(ruling.because);
    const shown = { step, challenge, onBehalf, errors, slug: scope.slug };
    return page(<StepPage {...shown} answers={firstAnswers(step, challenge)} />, ruling.allowed ? 200 : 422);
  },
  take: async (scope, request) => {
    permit(scope, 'challenges.read-own');
    const challenge = found(await holdChallenge(scope, viewerOf(scope), idIn(request, 'challenge')));
    const ruling = rulingOn(step, challenge, doerOf(scope));
    const answers = answersOf(request);
    const onBehalf = ruling.allowed && ruling.onBehalf ? await speakersFor(scope, step, challenge) : undefined;
    const again = (errors: FormErrors) =>
      page(<StepPage {...{ step, challenge, onBehalf, answers, errors }} slug={scope.slug} />, 422);
    if (!ruling.allowed) return again(refusal(ruling.because));

    const behalf = onBehalf && readOnBehalf(answers, onBehalf);
    if (behalf && 'errors' in behalf) return again(behalf.errors);
    const form = readStep(step, answers);
    if (!form.success) return again(formErrors(form.error, fieldOrder));
    const wrong = wrongDay(form.data, challenge, scope.today);
    if (wrong) return again(wrong);
    const then = await carryOut(scope, challenge, form.data, behalf);
    return goTo(`/${scope.slug}/challenges/${then.id}`);
  },
});

const refusal = (because: StepRefusal): FormErrors => formError('', refusalText[because]);

const firstAnswers = (step: FormStep, { summary, effect }: Challenge): Answers =>
  step === 'write-summary' ? { words: summary } : step === 'close' ? { words: effect } : {};

function wrongDay(said: Said, { dueOn }: Challenge, today: string): FormErrors | undefined {
  if (!('until' in said)) return undefined;
  if (said.until <= today)
    return formError('until', 'The day must be later than today: the agency has a right to reply');
  return said.step === 'move-day' && said.until === dueOn
    ? formError('until', 'That is the day it has already')
    : undefined;
}

interface StepPageProps {
  slug: string;
  step: FormStep;
  challenge: Challenge;
  /** Those for whom it can be entered; absent where somebody speaks for themselves. */
  onBehalf: readonly Speaker[] | undefined;
  answers: Answers;
  errors: FormErrors;
}

const StepPage = ({ slug, step, challenge, onBehalf, answers, errors }: StepPageProps) => {
  const { title, lead, submit, words } = stepForms[step];
  return (
    <FormPage
      title={title}
      caption={`${referenceOf(challenge)}: ${challenge.subject}`}
      lead={lead}
      submit={submit}
      grave={step === 'withdraw'}
      cancel={`/${slug}/challenges/${challenge.id}`}
      errors={errors}
      before={step === 'clear-summary' ? <p>{challenge.summary}</p> : undefined}
    >
      {onBehalf && <OnBehalf people={onBehalf} answers={answers} errors={errors} />}
      <Question {...{ step, challenge, answers, errors }} />
      <Textarea
        id="words"
        name="words"
        label={{ text: words.label, classes: 'govuk-label--s' }}
        hint={words.hint === undefined ? undefined : { text: words.hint }}
        rows={6}
        value={typed(answers, 'words')}
        errorMessage={errors.on('words')}
      />
    </FormPage>
  );
};

const Question = ({ step, challenge, answers, errors }: Omit<StepPageProps, 'slug' | 'onBehalf'>) => {
  const { question } = stepForms[step];
  if (question === undefined) return null;
  if (question === 'until')
    return (
      <DayInput
        name="until"
        legend="By which day does the agency answer?"
        hint={`It stands at ${formatDay(challenge.dueOn, 'plain')}`}
        answers={answers}
        day={challenge.dueOn}
        errorMessage={errors.on('until')}
      />
    );
  const [legend, all] =
    question === 'position'
      ? (['What does the agency make of it?', positions] as const)
      : (['Is the answer enough?', judgements] as const);
  return (
    <Radios
      name={question}
      idPrefix={question}
      fieldset={{ legend: { text: legend, classes: 'govuk-fieldset__legend--s' } }}
      value={typed(answers, question)}
      items={Object.entries(all).map(([value, text]) => ({ value, text }))}
      errorMessage={errors.on(question)}
    />
  );
};

import { answersOf, idIn } from '../../../partnership/directory/answers.ts';
import type { SeatedScope } from '../../../partnership/doors.ts';
import { permit } from '../../../platform/access/permit.ts';
import { goTo, page } from '../../../platform/http/answers.ts';
import { found, NotFound } from '../../../platform/http/errors.ts';
import type { Answers } from '../../../platform/http/form-use.store.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { type FormErrors, formError, formErrors, noErrors } from '../../../platform/ui/errors.ts';
import { FormPage } from '../../../platform/ui/patterns.tsx';
import { OnBehalf, readOnBehalf } from '../../on-behalf.tsx';
import { countEvidence, findAction, holdAction } from '../action.store.ts';
import type { Action } from '../action.ts';
import { seenBy } from '../action-list.ts';
import { carryOut } from '../carry-out.ts';
import { type Choices, readChoices } from '../choices.ts';
import { doerOf } from '../doer.ts';
import { referenceOf } from '../needs.ts';
import { type FormStep, readStep, stepForms } from '../step-forms.ts';
import { refusalText, rulingOn } from '../steps.ts';
import { Questions } from './step-questions.tsx';

const stepNames = Object.keys(stepForms) as [FormStep, ...FormStep[]];

/** @throws {NotFound} when the address names no step */
function stepIn(params: unknown): FormStep {
  const step = stepNames.find((name) => name === (params as { step?: string }).step);
  if (step === undefined) throw new NotFound();
  return step;
}

export const askForStep: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'actions.read-own');
  const step = stepIn(request.params);
  const action = found(seenBy(scope, await findAction(scope, idIn(request, 'action'))));
  const ruling = rulingOn(step, { ...action, evidence: await countEvidence(scope, action.id) }, doerOf(scope));
  const facts = await readFacts(scope, step, action, ruling.allowed && ruling.onBehalf);
  const errors = ruling.allowed ? noErrors : formError('', refusalText[ruling.because]);
  return page(<StepPage {...facts} answers={firstAnswers(action)} errors={errors} />, ruling.allowed ? 200 : 422);
};

export const takeStepForm: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'actions.read-own');
  const step = stepIn(request.params);
  const action = found(seenBy(scope, await holdAction(scope, idIn(request, 'action'))));
  const ruling = rulingOn(step, { ...action, evidence: await countEvidence(scope, action.id) }, doerOf(scope));
  const answers = answersOf(request);
  const facts = await readFacts(scope, step, action, ruling.allowed && ruling.onBehalf);
  const again = (errors: FormErrors) => page(<StepPage {...facts} answers={answers} errors={errors} />, 422);
  if (!ruling.allowed) return again(formError('', refusalText[ruling.because]));

  const form = readStep(step, answers);
  if (!form.success) return again(formErrors(form.error, [...stepForms[step].questions, 'words']));
  const wrong = wrongChoice(form.data, facts.choices) ?? wrongDay(form.data, action, scope.today);
  if (wrong) return again(wrong);
  const behalf = ruling.onBehalf ? readOnBehalf(answers, facts.choices.people) : undefined;
  if (behalf && 'errors' in behalf) return again(behalf.errors);
  await carryOut(scope, action, form.data, behalf);
  return goTo(`/${scope.slug}/actions/${action.id}`);
};

const firstAnswers = (action: Action): Answers => ({
  state: action.state,
  settled: '',
  ...(action.owner && { owner: action.owner, saidBy: action.owner }),
  ...(action.leadAgency && { leadAgency: action.leadAgency }),
});

type Read = Extract<ReturnType<typeof readStep>, { success: true }>['data'];

function wrongChoice(said: Read, { people, agencies }: Choices): FormErrors | undefined {
  if (said.step !== 'pass-on') return undefined;
  if (!agencies.some(({ id }) => id === said.leadAgency))
    return formError('leadAgency', 'Select the agency from the list');
  return people.some(({ id }) => id === said.owner) ? undefined : formError('owner', 'Select the owner from the list');
}

function wrongDay(said: Read, action: Action, today: string): FormErrors | undefined {
  if (!('until' in said) || said.until === undefined) return undefined;
  if (said.until < today) return formError('until', 'The day must be today or later');
  return said.step === 'ask-for-time' && said.until <= action.dueOn
    ? formError('until', 'The day must be later than the day on which it is due now')
    : undefined;
}

interface Facts {
  slug: string;
  step: FormStep;
  action: Action;
  onBehalf: boolean;
  choices: Choices;
}

const readFacts = async (scope: SeatedScope, step: FormStep, action: Action, onBehalf: boolean): Promise<Facts> => ({
  slug: scope.slug,
  step,
  action,
  onBehalf,
  choices: onBehalf || step === 'pass-on' ? await readChoices(scope) : { people: [], agencies: [], groups: [] },
});

const StepPage = ({
  slug,
  step,
  action,
  onBehalf,
  choices,
  answers,
  errors,
}: Facts & { answers: Answers; errors: FormErrors }) => {
  const { title, lead, submit } = stepForms[step];
  return (
    <FormPage
      title={title}
      caption={`${referenceOf(action)}: ${action.title}`}
      lead={lead}
      submit={submit}
      grave={step === 'withdraw'}
      cancel={`/${slug}/actions/${action.id}`}
      errors={errors}
    >
      {onBehalf && <OnBehalf people={choices.people} answers={answers} errors={errors} />}
      <Questions step={step} action={action} choices={choices} answers={answers} errors={errors} />
    </FormPage>
  );
};

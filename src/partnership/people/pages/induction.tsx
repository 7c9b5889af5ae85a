import { z } from 'zod';
import { permit } from '../../../platform/access/permit.ts';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import { type Answer, goTo, page } from '../../../platform/http/answers.ts';
import { found } from '../../../platform/http/errors.ts';
import type { Answers } from '../../../platform/http/form-use.store.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { type FormErrors, formError, formErrors, noErrors } from '../../../platform/ui/errors.ts';
import { DayInput, dayAnswer, dayText, FormPage } from '../../../platform/ui/patterns.tsx';
import { answersOf, idIn } from '../../directory/answers.ts';
import type { SeatedScope } from '../../doors.ts';
import { signStep, unsignStep } from '../induction.store.ts';
import { type InductionStep, inductionSteps, isInductionStep } from '../induction.ts';
import { findPerson, type Person } from '../person.store.ts';

const Form = z.object({
  doneOn: dayAnswer('Enter the day on which it was done', 'The day on which it was done must be a real date'),
});

export const askForSignature: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.change');
  return page(<SignOffPage {...(await readStep(scope, request))} answers={{}} />);
};

export const takeSignature: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.change');
  const facts = await readStep(scope, request);
  const answers = answersOf(request);
  const again = (errors: FormErrors): Answer => page(<SignOffPage {...facts} answers={answers} errors={errors} />, 422);

  const form = Form.safeParse({ doneOn: dayText(answers, 'doneOn') });
  if (!form.success) return again(formErrors(form.error));
  const { doneOn } = form.data;
  if (doneOn > scope.today) return again(formError('doneOn', 'The day on which it was done must be today or earlier'));
  if (!(await signStep(scope, facts.person.id, facts.step, doneOn)))
    return again(formError('', 'Somebody has signed it off already. What they signed stands'));
  return goTo(facts.cancel);
};

export const takeSignatureBack: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.change');
  const { person, step, cancel } = await readStep(scope, request);
  await unsignStep(scope, person.id, step);
  return goTo(cancel);
};

interface StepFacts {
  person: Person;
  step: InductionStep;
  today: PlainDate;
  cancel: string;
}

async function readStep(scope: SeatedScope, request: Parameters<Handler<SeatedScope>>[1]): Promise<StepFacts> {
  const person = found(await findPerson(scope, idIn(request, 'person')));
  const { step } = request.params as { step: string };
  const known = found(isInductionStep(step) ? step : undefined);
  return { person, step: known, today: scope.today, cancel: `/${scope.slug}/people/${person.id}` };
}

const SignOffPage = (props: StepFacts & { answers: Answers; errors?: FormErrors }) => {
  const { person, step, today, cancel, answers, errors = noErrors } = props;
  return (
    <FormPage
      title={inductionSteps[step].title}
      caption={`Induction of ${person.name}`}
      lead={`${inductionSteps[step].about}. You sign in your own name that it was done.`}
      submit="Sign off"
      cancel={cancel}
      errors={errors}
    >
      <DayInput
        name="doneOn"
        legend="When was it done?"
        answers={answers}
        day={today}
        errorMessage={errors.on('doneOn')}
      />
    </FormPage>
  );
};

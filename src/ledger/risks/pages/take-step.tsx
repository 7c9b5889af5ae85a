import { answersOf, idIn, typed } from '../../../partnership/directory/answers.ts';
import type { Told } from '../../../partnership/directory/basis.ts';
import {
  Basis,
  ChangedMeanwhile,
  changedMeanwhileText,
  type Meanwhile,
  meanwhile,
} from '../../../partnership/directory/changed-meanwhile.tsx';
import type { SeatedScope } from '../../../partnership/doors.ts';
import { permit } from '../../../platform/access/permit.ts';
import { addMonths } from '../../../platform/calendar/days.ts';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import { goTo, page } from '../../../platform/http/answers.ts';
import { found } from '../../../platform/http/errors.ts';
import type { Answers } from '../../../platform/http/form-use.store.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { type FormErrors, formError, formErrors, noErrors } from '../../../platform/ui/errors.ts';
import { DayInput, FormPage } from '../../../platform/ui/patterns.tsx';
import { type Named, readChoices } from '../../actions/choices.ts';
import { OnBehalf, readOnBehalf } from '../../on-behalf.tsx';
import { Words } from '../../words-field.tsx';
import { keepNeeds } from '../keep-needs.ts';
import { findRisk, holdRisk, record } from '../risk.store.ts';
import { type Risk, referenceOf } from '../risk.ts';
import { findScale } from '../risk-scale.store.ts';
import { type Scale, scoreInWords } from '../score.ts';
import { type FormStep, fieldOrder, readStep, stepForms } from '../step-forms.ts';
import { permissionFor, refusalText, rulingOn } from '../steps.ts';
import { type Said, takeStep } from '../take-step.ts';
import { viewerOf } from '../viewer.ts';
import { ScoreFields } from './fields.tsx';
import { monthsBetweenReviews } from './write-risk.tsx';

/** The form of a step with a risk, and what takes it. */
export const stepPage = (step: FormStep): { ask: Handler<SeatedScope>; take: Handler<SeatedScope> } => ({
  ask: async (scope, request) => {
    permit(scope, 'risks.read-own');
    permit(scope, permissionFor(step));
    const risk = found(await findRisk(scope, viewerOf(scope), idIn(request, 'risk')));
    const shown = await shownFor(scope, step, risk);
    return page(<StepPage {...shown} answers={{}} />, shown.allowed ? 200 : 422);
  },
  take: async (scope, request) => {
    permit(scope, 'risks.read-own');
    permit(scope, permissionFor(step));
    const risk = found(await holdRisk(scope, viewerOf(scope), idIn(request, 'risk')));
    const shown = await shownFor(scope, step, risk);
    const answers = answersOf(request);
    const again = (errors: FormErrors, other?: Meanwhile) =>
      page(<StepPage {...shown} answers={answers} errors={errors} meanwhile={other} />, 422);
    if (!shown.allowed) return again(shown.errors);
    const behalf = shown.onBehalf && readOnBehalf(answers, shown.onBehalf);
    if (behalf && 'errors' in behalf) return again(behalf.errors);
    const form = readStep(step, answers, shown.scale);
    if (!form.success) return again(formErrors(form.error, fieldOrder));
    if ('reviewOn' in form.data && form.data.reviewOn <= scope.today)
      return again(formError('reviewOn', 'The next review must be later than today'));
    const other = meanwhile(typed(answers, 'basis'), shown.told, toldAfter(form.data, shown), shown.cancel);
    if (other) return again(formError('', changedMeanwhileText), other);
    const { entry, changes } = takeStep(form.data, { today: scope.today, scale: shown.scale, onBehalf: behalf });
    await record(scope, risk.id, entry, changes);
    await keepNeeds(scope, { ...risk, ...changes });
    return goTo(shown.cancel);
  },
});

async function shownFor(scope: SeatedScope, step: FormStep, risk: Risk) {
  const ruling = rulingOn(step, risk, scope);
  const [{ scale }, people] = await Promise.all([
    findScale(scope),
    ruling.allowed && ruling.onBehalf ? readChoices(scope) : undefined,
  ]);
  return {
    step,
    risk,
    scale,
    allowed: ruling.allowed,
    errors: ruling.allowed ? noErrors : formError('', refusalText[ruling.because]),
    onBehalf: people?.people,
    reviewOn: addMonths(scope.today, monthsBetweenReviews),
    told: toldOf(risk, scale),
    cancel: `/${scope.slug}/risks/${risk.id}`,
  };
}

/** What of a risk a step rests on, in words. */
const toldOf = ({ current, reviewedOn, acceptedWhy, closedOn }: Risk, scale: Scale): Told => ({
  Score: scoreInWords(current, scale),
  'Last review': reviewedOn ?? '',
  'Accepted because': acceptedWhy,
  Closed: closedOn ?? '',
});

const toldAfter = (said: Said, { risk, scale }: { risk: Risk; scale: Scale }): Told =>
  toldOf({ ...risk, ...(said.step === 'review' && { current: said }) }, scale);

interface StepPageProps {
  step: FormStep;
  risk: Risk;
  scale: Scale;
  /** Those for whom it can be entered; absent where somebody speaks for themselves. */
  onBehalf: readonly Named[] | undefined;
  reviewOn: PlainDate;
  told: Told;
  cancel: string;
  answers: Answers;
  errors: FormErrors;
  meanwhile?: Meanwhile | undefined;
}

const StepPage = (props: StepPageProps) => {
  const { step, risk, scale, onBehalf, reviewOn, told, cancel, answers, errors, meanwhile: other } = props;
  const { title, lead, submit, words } = stepForms[step];
  return (
    <FormPage
      title={title}
      caption={`${referenceOf(risk)}: ${risk.title}`}
      lead={lead}
      submit={submit}
      cancel={cancel}
      errors={errors}
    >
      {other && <ChangedMeanwhile {...other} />}
      <Basis told={told} answers={answers} shown={other !== undefined} />
      {onBehalf && <OnBehalf people={onBehalf} answers={{ saidBy: risk.owner ?? '', ...answers }} errors={errors} />}
      {step === 'review' && (
        <ScoreFields
          names={{ likelihood: 'likelihood', impact: 'impact' }}
          legend="The score today"
          hint={`It stands at ${scoreInWords(risk.current, scale)}`}
          {...{ scale, answers, errors }}
        />
      )}
      <Words name="words" label={words.label} hint={words.hint} rows={5} {...{ answers, errors }} />
      {(step === 'review' || step === 'reopen') && (
        <DayInput
          name="reviewOn"
          legend="When is it reviewed next?"
          hint="In three months, unless you say otherwise"
          answers={answers}
          day={reviewOn}
          errorMessage={errors.on('reviewOn')}
        />
      )}
    </FormPage>
  );
};

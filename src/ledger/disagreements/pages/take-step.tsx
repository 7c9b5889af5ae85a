import type { ComponentChildren } from 'preact';
import { answersOf, idIn, typed } from '../../../partnership/directory/answers.ts';
import type { SeatedScope } from '../../../partnership/doors.ts';
import { may, permit } from '../../../platform/access/permit.ts';
import { goTo, page } from '../../../platform/http/answers.ts';
import { found } from '../../../platform/http/errors.ts';
import type { Answers } from '../../../platform/http/form-use.store.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { type FormErrors, formError, formErrors, noErrors } from '../../../platform/ui/errors.ts';
import { Radios, Select, Textarea } from '../../../platform/ui/govuk.tsx';
import { FormPage } from '../../../platform/ui/patterns.tsx';
import { itemsOf, type Named, readChoices } from '../../actions/choices.ts';
import { doerOf } from '../../actions/doer.ts';
import { OnBehalf, readOnBehalf } from '../../on-behalf.tsx';
import { lastStageOf, stageInWords } from '../../stages/stages.ts';
import { carryOut } from '../carry-out.ts';
import { findDisagreement, holdDisagreement } from '../disagreement.store.ts';
import { type Disagreement, decisions, outcomes, referenceOf, subjects } from '../disagreement.ts';
import { speakersFor } from '../speakers.ts';
import {
  type FormStep,
  fieldOrder,
  namesNobody,
  outcomesAt,
  type Question,
  readStep,
  stagesAfter,
  stepForms,
} from '../step-forms.ts';
import { refusalText, rulingOn, type StepRefusal, type StepRuling } from '../steps.ts';
import type { Said } from '../take-step.ts';
import { viewerOf } from '../viewer.ts';

const last = lastStageOf('disagreement');

/** The form of a step with a disagreement, and what takes it. */
export const stepPage = (step: FormStep): { ask: Handler<SeatedScope>; take: Handler<SeatedScope> } => ({
  ask: async (scope, request) => {
    permit(scope, 'disagreements.raise');
    const disagreement = found(await findDisagreement(scope, viewerOf(scope), idIn(request, 'disagreement')));
    const ruling = rulingOn(step, disagreement, doerOf(scope));
    const facts = await factsFor(scope, step, disagreement, ruling);
    const errors = ruling.allowed ? noErrors : refusal(ruling.because);
    const { changed, learning } = disagreement;
    const answers = step === 'say-what-changed' ? { words: changed, learning } : {};
    return page(<StepPage {...facts} answers={answers} errors={errors} />, ruling.allowed ? 200 : 422);
  },
  take: async (scope, request) => {
    permit(scope, 'disagreements.raise');
    const disagreement = found(await holdDisagreement(scope, viewerOf(scope), idIn(request, 'disagreement')));
    const ruling = rulingOn(step, disagreement, doerOf(scope));
    const facts = await factsFor(scope, step, disagreement, ruling);
    const answers = answersOf(request);
    const again = (errors: FormErrors) => page(<StepPage {...facts} answers={answers} errors={errors} />, 422);
    if (!ruling.allowed) return again(refusal(ruling.because));

    const behalf = facts.onBehalf && readOnBehalf(answers, facts.onBehalf);
    if (behalf && 'errors' in behalf) return again(behalf.errors);
    const form = readStep(step, answers);
    if (!form.success) return again(formErrors(form.error, fieldOrder));
    const wrong = wrongIn(form.data, facts);
    if (wrong) return again(wrong);
    await carryOut(scope, disagreement, form.data, behalf);
    return goTo(`/${scope.slug}/disagreements/${disagreement.id}`);
  },
});

const refusal = (because: StepRefusal): FormErrors => formError('', refusalText[because]);

interface Facts {
  slug: string;
  step: FormStep;
  disagreement: Disagreement;
  /** Those for whom it can be entered; absent where somebody speaks for themselves. */
  onBehalf: readonly Named[] | undefined;
  /** People of the other agency, where whoever asks may see who they are. */
  others: readonly Named[];
}

async function factsFor(
  scope: SeatedScope,
  step: FormStep,
  disagreement: Disagreement,
  ruling: StepRuling,
): Promise<Facts> {
  const naming = step === 'move-on' && may(scope, 'directory.read');
  const people = naming ? (await readChoices(scope)).people : [];
  return {
    slug: scope.slug,
    step,
    disagreement,
    onBehalf: ruling.allowed && ruling.onBehalf ? await speakersFor(scope, step, disagreement) : undefined,
    others: people.filter(({ agency }) => agency === disagreement.otherAgency),
  };
}

function wrongIn(said: Said, { disagreement: { stage, urgent }, others }: Facts): FormErrors | undefined {
  if (said.step === 'end' && !outcomesAt(stage, last).includes(said.outcome))
    return formError(
      'outcome',
      'It is with the partnership, which decides it. You can settle it between you, or withdraw it',
    );
  if (said.step !== 'move-on') return undefined;
  if (!stagesAfter(stage, last, urgent).includes(said.stage))
    return formError('stage', 'Select the next stage. Only what is urgent jumps stages');
  return said.withPerson === undefined || others.some(({ id }) => id === said.withPerson)
    ? undefined
    : formError('withPerson', 'Select somebody of the other agency');
}

type Asking = { answers: Answers; errors: FormErrors };

const StepPage = (props: Facts & Asking) => {
  const { slug, step, disagreement, onBehalf, answers, errors } = props;
  const { title, lead, submit, questions, words } = stepForms[step];
  return (
    <FormPage
      title={title}
      caption={`${referenceOf(disagreement)}: ${subjects[disagreement.subject].toLowerCase()}`}
      lead={lead}
      submit={submit}
      cancel={`/${slug}/disagreements/${disagreement.id}`}
      errors={errors}
    >
      {onBehalf && <OnBehalf people={onBehalf} answers={answers} errors={errors} />}
      {questions.filter((question) => question !== 'learning').map((question) => asks[question](props))}
      <Words name="words" label={words.label} {...{ answers, errors }} />
      {questions.includes('learning') && (
        <Words name="learning" label="What do the agencies learn from it? (optional)" {...{ answers, errors }} />
      )}
    </FormPage>
  );
};

const Words = ({ name, label, answers, errors }: Asking & { name: string; label: string }) => (
  <Textarea
    id={name}
    name={name}
    label={{ text: label, classes: 'govuk-label--s' }}
    hint={{ text: namesNobody }}
    rows={5}
    value={typed(answers, name)}
    errorMessage={errors.on(name)}
  />
);

const choose = (
  name: string,
  legend: string,
  choices: readonly (readonly [value: string, text: string])[],
  { answers, errors }: Asking,
) => (
  <Radios
    key={name}
    name={name}
    idPrefix={name}
    fieldset={{ legend: { text: legend, classes: 'govuk-fieldset__legend--s' } }}
    value={typed(answers, name) || (choices.length === 1 ? (choices[0]?.[0] ?? '') : '')}
    items={choices.map(([value, text]) => ({ value, text }))}
    errorMessage={errors.on(name)}
  />
);

const asks: Readonly<Record<Exclude<Question, 'learning'>, (props: Facts & Asking) => ComponentChildren>> = {
  stage: (props) => {
    const { stage, urgent } = props.disagreement;
    const choices = stagesAfter(stage, last, urgent).map(
      (one) => [String(one), stageInWords('disagreement', one)] as const,
    );
    return choose('stage', 'To which stage?', choices, props);
  },
  withPerson: ({ others, answers, errors }) =>
    others.length === 0 ? null : (
      <Select
        key="withPerson"
        id="withPerson"
        name="withPerson"
        label={{ text: 'With whom at the other agency? (optional)', classes: 'govuk-label--s' }}
        hint={{ text: 'Where you name nobody, the agency’s liaison officer is asked' }}
        value={typed(answers, 'withPerson')}
        items={itemsOf('Nobody named', others)}
        errorMessage={errors.on('withPerson')}
      />
    ),
  outcome: (props) => {
    const choices = outcomesAt(props.disagreement.stage, last).map((one) => [one, outcomes[one]] as const);
    return choose('outcome', 'How did it end?', choices, props);
  },
  decision: (props) => choose('decision', 'How is it decided?', Object.entries(decisions), props),
};

import { answersOf, idIn, typed } from '../../../partnership/directory/answers.ts';
import { changedMeanwhileText, type Meanwhile, meanwhile } from '../../../partnership/directory/changed-meanwhile.tsx';
import type { SeatedScope } from '../../../partnership/doors.ts';
import { permit } from '../../../platform/access/permit.ts';
import { addMonths } from '../../../platform/calendar/days.ts';
import { goTo, page } from '../../../platform/http/answers.ts';
import { found } from '../../../platform/http/errors.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { type FormErrors, formError } from '../../../platform/ui/errors.ts';
import { readChoices } from '../../actions/choices.ts';
import { readNames } from '../../names.store.ts';
import { keepNeeds } from '../keep-needs.ts';
import { addRisk, findRisk, holdRisk, record } from '../risk.store.ts';
import { type Risk, referenceOf } from '../risk.ts';
import { answersFrom, readChanged, readRaised, toldOf } from '../risk-form.ts';
import { findScale } from '../risk-scale.store.ts';
import { refusalText, rulingOn } from '../steps.ts';
import { viewerOf } from '../viewer.ts';
import { RiskFormPage } from './risk-form.tsx';

/** How many months after one review the next is due, unless another day is chosen. */
export const monthsBetweenReviews = 3;

const newPage = async (scope: SeatedScope) => ({
  title: 'Raise a risk',
  submit: 'Raise risk',
  cancel: `/${scope.slug}/risks`,
  choices: await readChoices(scope),
  scale: (await findScale(scope)).scale,
  reviewOn: addMonths(scope.today, monthsBetweenReviews),
});

export const askForRisk: Handler<SeatedScope> = async (scope) => {
  permit(scope, 'risks.raise');
  return page(<RiskFormPage {...(await newPage(scope))} answers={{}} />);
};

export const takeRisk: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'risks.raise');
  const shown = await newPage(scope);
  const answers = answersOf(request);
  const read = readRaised(answers, shown.scale, shown.choices, scope.today);
  if ('errors' in read) return page(<RiskFormPage {...shown} answers={answers} errors={read.errors} />, 422);
  const id = await addRisk(scope, read.risk);
  await record(scope, id, { kind: 'raised', score: { ...read.risk.current, scale: shown.scale } });
  const risk = await findRisk(scope, { ...viewerOf(scope), all: true }, id);
  if (risk) await keepNeeds(scope, risk);
  return goTo(`/${scope.slug}/risks/${id}`);
};

const changePage = async (scope: SeatedScope, risk: Risk) => {
  const [choices, names, { scale }] = await Promise.all([readChoices(scope), readNames(scope), findScale(scope)]);
  const missing = (id: string | undefined, among: readonly { id: string }[]) =>
    id !== undefined && !among.some((one) => one.id === id) ? [{ id, name: names.get(id) ?? 'Somebody' }] : [];
  return {
    title: 'Change the risk',
    caption: `${referenceOf(risk)}: ${risk.title}`,
    submit: 'Save risk',
    cancel: `/${scope.slug}/risks/${risk.id}`,
    choices: {
      ...choices,
      people: [...choices.people, ...missing(risk.owner, choices.people).map((one) => ({ ...one, agency: undefined }))],
      agencies: [...choices.agencies, ...missing(risk.leadAgency, choices.agencies)],
    },
    names,
    scale,
    reviewOn: risk.reviewOn,
    told: toldOf(risk, scale, names),
  };
};

/** What keeps whoever asks from changing it. */
function refusalFor(scope: SeatedScope, risk: Risk): FormErrors | undefined {
  const ruling = rulingOn('change', risk, scope);
  if (ruling.allowed) return undefined;
  return formError('', refusalText[ruling.because]);
}

export const askToChange: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'risks.read-own');
  const risk = found(await findRisk(scope, viewerOf(scope), idIn(request, 'risk')));
  const errors = refusalFor(scope, risk);
  const shown = await changePage(scope, risk);
  return page(
    <RiskFormPage {...shown} answers={answersFrom(risk)} {...(errors && { errors })} />,
    errors === undefined ? 200 : 422,
  );
};

export const takeChange: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'risks.read-own');
  const risk = found(await holdRisk(scope, viewerOf(scope), idIn(request, 'risk')));
  const refused = refusalFor(scope, risk);
  const shown = await changePage(scope, risk);
  const answers = answersOf(request);
  const again = (errors: FormErrors, other?: Meanwhile) =>
    page(<RiskFormPage {...shown} answers={answers} errors={errors} meanwhile={other} />, 422);
  if (refused) return again(refused);
  const read = readChanged(answers, shown.scale, shown.choices, scope.today, risk);
  if ('errors' in read) return again(read.errors);
  const mine = toldOf(read.risk, shown.scale, shown.names);
  const other = meanwhile(typed(answers, 'basis'), shown.told, mine, shown.cancel);
  if (other) return again(formError('', changedMeanwhileText), other);
  await record(scope, risk.id, { kind: 'changed' }, read.risk);
  await keepNeeds(scope, { ...risk, ...read.risk });
  return goTo(shown.cancel);
};

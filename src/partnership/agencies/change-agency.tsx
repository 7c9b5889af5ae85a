import { permit } from '../../platform/access/permit.ts';
import { goTo, page } from '../../platform/http/answers.ts';
import { found } from '../../platform/http/errors.ts';
import type { Answers } from '../../platform/http/form-use.store.ts';
import type { Handler } from '../../platform/identity/doors.ts';
import { type FormErrors, formError, formErrors } from '../../platform/ui/errors.ts';
import { answersOf, idIn, ticked, typed } from '../directory/answers.ts';
import { changedMeanwhileText, meanwhile } from '../directory/changed-meanwhile.tsx';
import type { SeatedScope } from '../doors.ts';
import { type Agency, addAgency, changeAgency, findAgency, holdAgency, listAgencies } from './agency.store.ts';
import { AgencyForm, answersFrom, toldOf } from './agency-form.ts';
import { type AgencyRefusal, isWithin, rulingOnAgency } from './agency-rules.ts';
import { AgencyFormPage } from './pages/agency-form.tsx';

const fields = Object.keys(AgencyForm.shape);

const refusals: Record<AgencyRefusal, { field: string; text: string }> = {
  'no-such-body': { field: 'parent', text: 'Select the body that it is part of from the list' },
  'part-of-itself': { field: 'parent', text: 'An agency cannot be part of itself, or of a body below it' },
  'same-name': {
    field: 'name',
    text: 'There is an agency of this name already. Enter another name, or say that it is another one',
  },
};
const errorsFor = (because: AgencyRefusal): FormErrors => formError(refusals[because].field, refusals[because].text);

const current = (agencies: readonly Agency[]) => agencies.filter(({ endedOn }) => endedOn === undefined);

const addPage = (scope: SeatedScope, all: readonly Agency[], answers: Answers) => ({
  title: 'Add an agency',
  submit: 'Add agency',
  cancel: `/${scope.slug}/agencies`,
  bodies: current(all),
  answers,
});

export const askForAgency: Handler<SeatedScope> = async (scope) => {
  permit(scope, 'directory.change');
  const all = await listAgencies(scope);
  return page(<AgencyFormPage {...addPage(scope, all, {})} />);
};

export const takeAgency: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.change');
  const all = await listAgencies(scope);
  const answers = answersOf(request);
  const again = (errors: FormErrors, sameName = false) =>
    page(<AgencyFormPage {...addPage(scope, all, answers)} errors={errors} sameName={sameName} />, 422);

  const form = AgencyForm.safeParse(answers);
  if (!form.success) return again(formErrors(form.error, fields));
  const ruling = rulingOnAgency({ ...form.data, another: ticked(answers, 'another').includes('yes') }, all);
  if (!ruling.allowed) return again(errorsFor(ruling.because), ruling.because === 'same-name');
  return goTo(`/${scope.slug}/agencies/${await addAgency(scope, form.data)}`);
};

const changePage = (scope: SeatedScope, agency: Agency, all: readonly Agency[], answers: Answers) => ({
  title: `Change ${agency.name}`,
  submit: 'Save agency',
  cancel: `/${scope.slug}/agencies/${agency.id}`,
  bodies: all.filter(
    ({ id, endedOn }) => !isWithin(id, agency.id, all) && (endedOn === undefined || id === agency.parent),
  ),
  told: toldOf(agency, all),
  answers,
});

export const askToChangeAgency: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.change');
  const agency = found(await findAgency(scope, idIn(request, 'agency')));
  const all = await listAgencies(scope);
  return page(<AgencyFormPage {...changePage(scope, agency, all, answersFrom(agency))} />);
};

export const takeChangedAgency: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.change');
  const agency = found(await holdAgency(scope, idIn(request, 'agency')));
  const all = await listAgencies(scope);
  const answers = answersOf(request);
  const { told, ...shown } = changePage(scope, agency, all, answers);
  const again = (errors: FormErrors, more: { sameName?: boolean; meanwhile?: ReturnType<typeof meanwhile> } = {}) =>
    page(<AgencyFormPage {...shown} told={told} errors={errors} {...more} />, 422);

  const form = AgencyForm.safeParse(answers);
  if (!form.success) return again(formErrors(form.error, fields));
  const other = meanwhile(typed(answers, 'basis'), told, toldOf(form.data, all), shown.cancel);
  if (other) return again(formError('', changedMeanwhileText), { meanwhile: other });
  const another = ticked(answers, 'another').includes('yes') || form.data.name === agency.name;
  const ruling = rulingOnAgency({ ...form.data, id: agency.id, another }, all);
  if (!ruling.allowed) return again(errorsFor(ruling.because), { sameName: ruling.because === 'same-name' });
  await changeAgency(scope, agency.id, form.data);
  return goTo(shown.cancel);
};

import { permit } from '../../platform/access/permit.ts';
import { type Answer, goTo, page } from '../../platform/http/answers.ts';
import { found } from '../../platform/http/errors.ts';
import type { Answers } from '../../platform/http/form-use.store.ts';
import type { Handler } from '../../platform/identity/doors.ts';
import { type FormErrors, formError, formErrors, formErrorsOf } from '../../platform/ui/errors.ts';
import { type Agency, listAgencies } from '../agencies/agency.store.ts';
import { answersOf, idIn, ticked, typed } from '../directory/answers.ts';
import { changedMeanwhileText, type Meanwhile, meanwhile } from '../directory/changed-meanwhile.tsx';
import type { SeatedScope } from '../doors.ts';
import { PersonFormPage } from './pages/person-form.tsx';
import { addPerson, changePerson, findPerson, holdPerson, listPeople, type Person } from './person.store.ts';
import { answersFrom, PersonForm, toldOf } from './person-form.ts';
import { sameAs, type Warning, warningsOn } from './person-rules.ts';

const fields = Object.keys(PersonForm.shape);
const noSuchAgency = formError('agency', 'Select the agency from the list');

const warned: Record<Warning, { field: string; text: string }> = {
  'same-person': {
    field: 'name',
    text: 'Somebody who looks like the same person is here already. Open them, or say that this is somebody else',
  },
  'shared-mailbox': {
    field: 'workEmail',
    text: 'This looks like a mailbox that several people read. Enter an address that they alone read, or say that you want this one',
  },
};
const errorsFor = (warnings: readonly Warning[]): FormErrors =>
  formErrorsOf(warnings.map((warning) => warned[warning]));

/** Those somebody can speak for: what is part of the partnership, and what they speak for already. */
const choices = (agencies: readonly Agency[], own?: string) =>
  agencies.filter(({ id, endedOn }) => endedOn === undefined || id === own);

const addPage = (scope: SeatedScope, agencies: readonly Agency[], answers: Answers) => ({
  title: 'Add a person',
  submit: 'Add person',
  cancel: `/${scope.slug}/people`,
  path: `/${scope.slug}/people`,
  agencies: choices(agencies),
  answers,
});

export const askForPerson: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.change');
  const { agency = '' } = request.query as { agency?: string };
  return page(<PersonFormPage {...addPage(scope, await listAgencies(scope), { agency })} />);
};

export const takePerson: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.change');
  const [people, agencies] = await Promise.all([listPeople(scope), listAgencies(scope)]);
  const answers = answersOf(request);
  const shown = addPage(scope, agencies, answers);
  const again = (errors: FormErrors, more: { warnings?: readonly Warning[]; same?: readonly Person[] } = {}): Answer =>
    page(<PersonFormPage {...shown} errors={errors} {...more} />, 422);

  const form = PersonForm.safeParse(answers);
  if (!form.success) return again(formErrors(form.error, fields));
  if (!mayNameAgency(form.data.agency, shown.agencies)) return again(noSuchAgency);
  const warnings = warningsOn(form.data, people, ticked(answers, 'meant'));
  if (warnings.length) return again(errorsFor(warnings), { warnings, same: sameAs(form.data, people) });
  return goTo(`/${scope.slug}/people/${await addPerson(scope, form.data)}`);
};

const mayNameAgency = (agency: string | undefined, among: readonly Agency[]) =>
  agency === undefined || among.some(({ id }) => id === agency);

const changePage = (scope: SeatedScope, person: Person, agencies: readonly Agency[], answers: Answers) => ({
  title: `Change ${person.name}`,
  submit: 'Save person',
  cancel: `/${scope.slug}/people/${person.id}`,
  path: `/${scope.slug}/people`,
  agencies: choices(agencies, person.agency),
  told: toldOf({ ...person }, agencies),
  answers,
});

export const askToChangePerson: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.change');
  const person = found(await findPerson(scope, idIn(request, 'person')));
  return page(<PersonFormPage {...changePage(scope, person, await listAgencies(scope), answersFrom(person))} />);
};

export const takeChangedPerson: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.change');
  const person = found(await holdPerson(scope, idIn(request, 'person')));
  const [people, agencies] = await Promise.all([listPeople(scope), listAgencies(scope)]);
  const answers = answersOf(request);
  const shown = changePage(scope, person, agencies, answers);
  const again = (errors: FormErrors, more: Again = {}): Answer =>
    page(<PersonFormPage {...shown} errors={errors} {...more} />, 422);

  const form = PersonForm.safeParse(answers);
  if (!form.success) return again(formErrors(form.error, fields));
  if (!mayNameAgency(form.data.agency, shown.agencies)) return again(noSuchAgency);
  const other = meanwhile(typed(answers, 'basis'), shown.told, toldOf(form.data, agencies), shown.cancel);
  if (other) return again(formError('', changedMeanwhileText), { meanwhile: other });
  const proposed = { ...form.data, id: person.id };
  const warnings = warningsOn(proposed, people, ticked(answers, 'meant'), person);
  if (warnings.length) return again(errorsFor(warnings), { warnings, same: sameAs(proposed, people) });
  await changePerson(scope, person.id, form.data);
  return goTo(shown.cancel);
};

interface Again {
  warnings?: readonly Warning[];
  same?: readonly Person[];
  meanwhile?: Meanwhile;
}

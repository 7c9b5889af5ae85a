import { answersOf, idIn, typed } from '../../partnership/directory/answers.ts';
import { changedMeanwhileText, meanwhile } from '../../partnership/directory/changed-meanwhile.tsx';
import type { SeatedScope } from '../../partnership/doors.ts';
import { permit } from '../../platform/access/permit.ts';
import { goTo, page } from '../../platform/http/answers.ts';
import { found } from '../../platform/http/errors.ts';
import type { Handler } from '../../platform/identity/doors.ts';
import { type FormErrors, formError, formErrors } from '../../platform/ui/errors.ts';
import { findAction, holdAction, raiseActions, record } from './action.store.ts';
import type { Action } from './action.ts';
import { actionFields, answersFrom, keptOf, readActionForm, toldOf, wrongChoices } from './action-form.ts';
import { type Choices, readChoices } from './choices.ts';
import { doerOf } from './doer.ts';
import { keepNeeds } from './keep-needs.ts';
import { referenceOf } from './needs.ts';
import { ActionFormPage } from './pages/action-form.tsx';
import { refusalText, rulingOn } from './steps.ts';

const raising = (scope: SeatedScope) => ({
  title: 'Raise an action',
  submit: 'Raise action',
  cancel: `/${scope.slug}/actions`,
});

export const askForAction: Handler<SeatedScope> = async (scope) => {
  permit(scope, 'actions.raise');
  const answers = { priority: 'medium', sourceKind: 'meeting' };
  return page(<ActionFormPage {...raising(scope)} choices={await readChoices(scope)} answers={answers} />);
};

export const takeAction: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'actions.raise');
  const choices = await readChoices(scope);
  const answers = answersOf(request);
  const again = (errors: FormErrors) =>
    page(<ActionFormPage {...raising(scope)} {...{ choices, answers, errors }} />, 422);

  const form = readActionForm(answers);
  if (!form.success) return again(formErrors(form.error, actionFields));
  const wrong = wrongChoices(form.data, choices);
  if (wrong) return again(wrong);
  if (form.data.dueOn < scope.today)
    return again(formError('dueOn', 'The day on which it is due must be today or later'));
  return goTo(`/${scope.slug}/actions/${await raiseAction(scope, keptOf(form.data))}`);
};

/** Raises one action, and writes what it needs of whom. @returns its identifier */
export async function raiseAction(
  scope: SeatedScope,
  made: Parameters<typeof raiseActions>[1][number],
): Promise<string> {
  const [id = ''] = await raiseActions(scope, [made]);
  await record(scope, id, { kind: 'raised', dueOn: made.dueOn });
  await keepNeeds(scope, found(await findAction(scope, id)));
  return id;
}

const changing = (scope: SeatedScope, action: Action, choices: Choices) => ({
  title: `Change ${referenceOf(action).toLowerCase()}`,
  submit: 'Save action',
  cancel: `/${scope.slug}/actions/${action.id}`,
  told: toldOf(action, choices),
  choices,
});

export const askToChangeAction: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'actions.change');
  const action = found(await findAction(scope, idIn(request, 'action')));
  const facts = changing(scope, action, await readChoices(scope, action));
  return page(<ActionFormPage {...facts} answers={answersFrom(action)} />);
};

export const takeChangedAction: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'actions.change');
  const action = found(await holdAction(scope, idIn(request, 'action')));
  const choices = await readChoices(scope, action);
  const answers = answersOf(request);
  const { told, ...shown } = changing(scope, action, choices);
  const again = (errors: FormErrors, other?: ReturnType<typeof meanwhile>) =>
    page(<ActionFormPage {...shown} {...{ told, answers, errors }} meanwhile={other} />, 422);

  const form = readActionForm(answers, action);
  if (!form.success) return again(formErrors(form.error, actionFields));
  const other = meanwhile(typed(answers, 'basis'), told, toldOf(form.data, choices), shown.cancel);
  if (other) return again(formError('', changedMeanwhileText), other);
  const ruling = rulingOn('change', { ...action, evidence: 0 }, doerOf(scope));
  if (!ruling.allowed) return again(formError('', refusalText[ruling.because]));
  const wrong = wrongChoices(form.data, choices);
  if (wrong) return again(wrong);
  const changes = keptOf(form.data);
  await record(scope, action.id, { kind: 'changed' }, changes);
  await keepNeeds(scope, { ...action, ...changes });
  return goTo(shown.cancel);
};

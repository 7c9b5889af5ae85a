import { answersOf, idIn, ticked, typed } from '../../../partnership/directory/answers.ts';
import { changedMeanwhileText, meanwhile } from '../../../partnership/directory/changed-meanwhile.tsx';
import type { SeatedScope } from '../../../partnership/doors.ts';
import type { Mention, RecordType } from '../../../partnership/record-type.ts';
import { may, permit } from '../../../platform/access/permit.ts';
import { goTo, page } from '../../../platform/http/answers.ts';
import { found } from '../../../platform/http/errors.ts';
import type { Answers } from '../../../platform/http/form-use.store.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { type FormErrors, formError, formErrors } from '../../../platform/ui/errors.ts';
import { type Choices, readChoices } from '../../actions/choices.ts';
import { doerOf } from '../../actions/doer.ts';
import { readRoad } from '../../stages/read-road.ts';
import { findChallenge, holdChallenge } from '../challenge.store.ts';
import type { Challenge } from '../challenge.ts';
import { draftChallenge } from '../draft-challenge.ts';
import { answersFrom, type DraftForm, draftFields, readDraft, toldOf } from '../draft-form.ts';
import { redraft } from '../redraft.ts';
import { refusalText, rulingOn } from '../steps.ts';
import { viewerOf } from '../viewer.ts';
import { DraftFormPage } from './draft-form.tsx';

const mayIn = (scope: SeatedScope) => ({
  inNameOf: may(scope, 'challenges.manage'),
  unseen: may(scope, 'challenges.draft-unseen'),
});

const newPage = async (scope: SeatedScope) => ({
  title: 'Draft a challenge',
  submit: 'Save draft',
  cancel: `/${scope.slug}/challenges`,
  choices: await readChoices(scope),
  dueOn: (await readRoad(scope, 'challenge')).due(1, scope.today),
  may: mayIn(scope),
});

export const askForDraft: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'challenges.draft');
  const asked = request.query as Answers;
  const answers = { reference: typed(asked, 'reference').slice(0, 100), agency: typed(asked, 'agency') };
  return page(<DraftFormPage {...(await newPage(scope))} answers={answers} />);
};

export const takeDraft: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'challenges.draft');
  const shown = await newPage(scope);
  const answers = answersOf(request);
  const again = (errors: FormErrors) => page(<DraftFormPage {...shown} answers={answers} errors={errors} />, 422);
  const form = readDraft(answers);
  if (!form.success) return again(formErrors(form.error, draftFields));
  const wrong = wrongIn(form.data, shown.choices, scope);
  if (wrong) return again(wrong);
  const { reference, raisedBy, ...draft } = form.data;
  const from = reference === '' ? undefined : await findReference(scope, request.server.house.records, reference);
  if (reference !== '' && !from) return again(formError('reference', `You can see no record called “${reference}”`));
  const unseen = shown.may.unseen && ticked(answers, 'unseen').includes('yes');
  const inName = shown.may.inNameOf && raisedBy !== '' ? { raisedBy } : {};
  const id = await draftChallenge(scope, { ...draft, ...inName, unseen, ...(from && { from }) });
  return goTo(`/${scope.slug}/challenges/${id}`);
};

/** The record that is called so, among those that whoever asks may know of. */
export async function findReference(
  scope: SeatedScope,
  types: readonly RecordType[],
  reference: string,
): Promise<Mention | undefined> {
  const found = await Promise.all(types.map(({ search }) => search(scope, reference, 20)));
  return found.flat().find((mention) => mention.reference.toLowerCase() === reference.toLowerCase());
}

function wrongIn(
  { agency, raisedBy, dueOn }: ReturnType<(typeof DraftForm)['parse']>,
  { agencies, people }: Choices,
  { today }: SeatedScope,
): FormErrors | undefined {
  if (!agencies.some(({ id }) => id === agency)) return formError('agency', 'Select the agency from the list');
  if (raisedBy !== '' && !people.some(({ id }) => id === raisedBy))
    return formError('raisedBy', 'Select somebody from the list');
  return dueOn > today
    ? undefined
    : formError('dueOn', 'The day must be later than today: the agency has a right to reply');
}

const changePage = async (scope: SeatedScope, challenge: Challenge) => {
  const choices = await readChoices(scope);
  const names = new Map([...choices.people, ...choices.agencies].map(({ id, name }) => [id, name]));
  return {
    title: 'Change the draft',
    submit: 'Save draft',
    cancel: `/${scope.slug}/challenges/${challenge.id}`,
    choices,
    names,
    dueOn: challenge.dueOn,
    may: mayIn(scope),
    told: toldOf(challenge, names),
  };
};

export const askToChangeDraft: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'challenges.draft');
  const challenge = found(await findChallenge(scope, viewerOf(scope), idIn(request, 'challenge')));
  const ruling = rulingOn('change', challenge, doerOf(scope));
  const shown = await changePage(scope, challenge);
  if (ruling.allowed) return page(<DraftFormPage {...shown} answers={answersFrom(challenge)} />);
  const errors = formError('', refusalText[ruling.because]);
  return page(<DraftFormPage {...shown} answers={answersFrom(challenge)} errors={errors} />, 422);
};

export const takeChangedDraft: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'challenges.draft');
  const challenge = found(await holdChallenge(scope, viewerOf(scope), idIn(request, 'challenge')));
  const ruling = rulingOn('change', challenge, doerOf(scope));
  const shown = await changePage(scope, challenge);
  const answers = answersOf(request);
  const again = (errors: FormErrors, other?: ReturnType<typeof meanwhile>) =>
    page(<DraftFormPage {...shown} answers={answers} errors={errors} meanwhile={other} />, 422);
  if (!ruling.allowed) return again(formError('', refusalText[ruling.because]));
  const form = readDraft(answers);
  if (!form.success) return again(formErrors(form.error, draftFields));
  const wrong = wrongIn(form.data, shown.choices, scope);
  if (wrong) return again(wrong);
  const { reference: _, ...said } = form.data;
  const draft = { ...said, raisedBy: shown.may.inNameOf && said.raisedBy !== '' ? said.raisedBy : challenge.raisedBy };
  const other = meanwhile(typed(answers, 'basis'), shown.told, toldOf(draft, shown.names), shown.cancel);
  if (other) return again(formError('', changedMeanwhileText), other);
  await redraft(scope, challenge, draft);
  return goTo(shown.cancel);
};

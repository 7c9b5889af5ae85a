import { answersOf, idIn } from '../../../partnership/directory/answers.ts';
import type { SeatedScope } from '../../../partnership/doors.ts';
import { permit } from '../../../platform/access/permit.ts';
import { goTo, page } from '../../../platform/http/answers.ts';
import { found } from '../../../platform/http/errors.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { type FormErrors, formError, formErrors } from '../../../platform/ui/errors.ts';
import { readChoices } from '../../actions/choices.ts';
import { carryOut } from '../../challenges/carry-out.ts';
import { holdChallenge } from '../../challenges/challenge.store.ts';
import { draftChallenge } from '../../challenges/draft-challenge.ts';
import { draftFields, readDraft } from '../../challenges/draft-form.ts';
import { findReference } from '../../challenges/pages/draft.tsx';
import { DraftFormPage } from '../../challenges/pages/draft-form.tsx';
import { viewerOf } from '../../challenges/viewer.ts';
import { readRoad } from '../../stages/read-road.ts';
import { mentionOne } from '../../thread/read-thread.ts';
import type { Note } from '../note.ts';
import { findNote, holdNote, markPut } from '../scrutiny-note.store.ts';

const shownFor = async (scope: SeatedScope, note: Note) => ({
  title: 'Put it to the agency',
  submit: 'Put it to the agency',
  cancel: `/${scope.slug}/scrutiny/notes/${note.id}`,
  choices: await readChoices(scope),
  dueOn: (await readRoad(scope, 'challenge')).due(1, scope.today),
  may: { inNameOf: false, unseen: false },
});

/** Only a draft of their own that has not been put yet is put. */
const isDraft = (note: Note | undefined): note is Note => note?.kind === 'challenge' && note.putAs === undefined;

export const askToPut: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'scrutiny.write');
  permit(scope, 'challenges.put');
  const note = await findNote(scope, idIn(request, 'scrutiny_note'));
  const draft = found(isDraft(note) ? note : undefined);
  const rests = draft.record && (await mentionOne(scope, request.server.house.records, draft.record));
  const answers = {
    reference: rests?.reference ?? '',
    agency: draft.agency ?? '',
    subject: draft.title,
    concern: draft.words,
    evidenceAddress: draft.address,
    expected: draft.expected,
  };
  return page(<DraftFormPage {...(await shownFor(scope, draft))} answers={answers} />);
};

/** The draft was in nobody's log until now: it is drafted and put in one transaction, and gets its number as it is put. */
export const takePut: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'scrutiny.write');
  permit(scope, 'challenges.put');
  const note = await holdNote(scope, idIn(request, 'scrutiny_note'));
  const draft = found(isDraft(note) ? note : undefined);
  const shown = await shownFor(scope, draft);
  const answers = answersOf(request);
  const again = (errors: FormErrors) => page(<DraftFormPage {...shown} answers={answers} errors={errors} />, 422);
  const form = readDraft(answers);
  if (!form.success) return again(formErrors(form.error, draftFields));
  const { reference, raisedBy: _, ...said } = form.data;
  if (!shown.choices.agencies.some(({ id }) => id === said.agency))
    return again(formError('agency', 'Select the agency from the list'));
  if (said.dueOn <= scope.today)
    return again(formError('dueOn', 'The day must be later than today: the agency has a right to reply'));
  const from = reference === '' ? undefined : await findReference(scope, request.server.house.records, reference);
  if (reference !== '' && !from) return again(formError('reference', `You can see no record called “${reference}”`));
  const id = await draftChallenge(scope, { ...said, unseen: true, ...(from && { from }) });
  const challenge = found(await holdChallenge(scope, viewerOf(scope), id));
  await carryOut(scope, challenge, { step: 'put', until: said.dueOn, words: '' });
  await markPut(scope, draft.id, id);
  return goTo(`/${scope.slug}/challenges/${id}`);
};

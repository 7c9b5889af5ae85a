import { answersOf, idIn, typed } from '../../../partnership/directory/answers.ts';
import { changedMeanwhileText, type Meanwhile, meanwhile } from '../../../partnership/directory/changed-meanwhile.tsx';
import type { SeatedScope } from '../../../partnership/doors.ts';
import { permit } from '../../../platform/access/permit.ts';
import { goTo, page } from '../../../platform/http/answers.ts';
import { found } from '../../../platform/http/errors.ts';
import type { Answers } from '../../../platform/http/form-use.store.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { type FormErrors, formError, formErrors } from '../../../platform/ui/errors.ts';
import { readChoices } from '../../actions/choices.ts';
import { challengeSections } from '../../challenge-shell.tsx';
import { findReference } from '../../challenges/pages/draft.tsx';
import { readNames } from '../../names.store.ts';
import { mentionOne } from '../../thread/read-thread.ts';
import { noteFields, readNote } from '../forms.ts';
import { isNoteKind, type Line, type Note, type NoteKind, othersOn } from '../note.ts';
import { listLines } from '../scrutiny-line.store.ts';
import { addNote, changeNote, findNote, holdNote, type NoteWords } from '../scrutiny-note.store.ts';
import { answersFrom, NoteFormPage, NotePage, toldOf } from './note-form.tsx';

type Request = Parameters<Handler<SeatedScope>>[1];

/** What the form of a note offers to choose from. */
async function shownFor(scope: SeatedScope, kind: NoteKind) {
  const [choices, lines] = await Promise.all([readChoices(scope), listLines(scope)]);
  return { kind, agencies: choices.agencies, lines, today: scope.today };
}
type Shown = Awaited<ReturnType<typeof shownFor>>;

const kindIn = (answers: Answers): NoteKind => {
  const kind = typed(answers, 'kind');
  return isNoteKind(kind) ? kind : 'evidence';
};

export const askForNote: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'scrutiny.write');
  const asked = request.query as Answers;
  const shown = await shownFor(scope, kindIn(asked));
  const answers = { line: typed(asked, 'line') };
  return page(<NoteFormPage {...shown} answers={answers} cancel={`/${scope.slug}/scrutiny/workspace`} />);
};

export const takeNote: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'scrutiny.write');
  const answers = answersOf(request);
  const shown = await shownFor(scope, kindIn(answers));
  const read = await readWhole(scope, request, shown, answers);
  if ('errors' in read) {
    const cancel = `/${scope.slug}/scrutiny/workspace`;
    return page(<NoteFormPage {...shown} {...{ answers, cancel }} errors={read.errors} />, 422);
  }
  const id = await addNote(scope, read.note, shownTo(read.line, scope.person));
  return goTo(`/${scope.slug}/scrutiny/notes/${id}`);
};

/** Those who see a note: whoever works on its line. */
const shownTo = (line: Line | undefined, author: string): readonly string[] => (line ? othersOn(line, author) : []);

/** The note that was typed, with its line and the record it rests on, or what is wrong with it. */
async function readWhole(
  scope: SeatedScope,
  request: Request,
  { kind, agencies, lines }: Shown,
  answers: Answers,
): Promise<{ note: NoteWords; line: Line | undefined } | { errors: FormErrors }> {
  const form = readNote(kind, answers);
  if (!form.success) return { errors: formErrors(form.error, noteFields) };
  const { line: ofLine, agency, reference, ...said } = form.data;
  const line = lines.find(({ id }) => id === ofLine);
  if (ofLine !== undefined && !line) return { errors: formError('line', 'Select the line of enquiry from the list') };
  if (agency !== undefined && !agencies.some(({ id }) => id === agency))
    return { errors: formError('agency', 'Select the agency from the list') };
  const record = reference === '' ? undefined : await findReference(scope, request.server.house.records, reference);
  if (reference !== '' && !record)
    return { errors: formError('reference', `You can see no record called “${reference}”`) };
  const note = { ...said, kind, agency, line: line?.id, record: record && { kind: record.kind, id: record.id } };
  return { note, line };
}

/** The record that a note rests on, as whoever looks may know of it. */
const mentionOf = async (scope: SeatedScope, request: Request, { record }: Note) =>
  record && (await mentionOne(scope, request.server.house.records, record));

export const showNotePage: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'scrutiny.write');
  const note = found(await findNote(scope, idIn(request, 'scrutiny_note')));
  const [names, lines, rests] = await Promise.all([
    readNames(scope),
    listLines(scope),
    mentionOf(scope, request, note),
  ]);
  const line = lines.find(({ id }) => id === note.line);
  return page(
    <NotePage
      {...{ note, names, line, rests }}
      slug={scope.slug}
      sections={challengeSections(scope)}
      me={scope.person}
    />,
  );
};

/** The form of a note as it stands. */
async function changePage(scope: SeatedScope, request: Request, note: Note) {
  const [shown, rests] = await Promise.all([shownFor(scope, note.kind), mentionOf(scope, request, note)]);
  const reference = rests?.reference ?? '';
  return {
    shown: {
      ...shown,
      cancel: `/${scope.slug}/scrutiny/notes/${note.id}`,
      told: toldOf({ ...note, reference }, shown),
    },
    answers: answersFrom(note, reference),
  };
}

export const askToChangeNote: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'scrutiny.write');
  const note = found(await findNote(scope, idIn(request, 'scrutiny_note')));
  const { shown, answers } = await changePage(scope, request, note);
  return page(<NoteFormPage {...shown} answers={answers} onDay={note.onDay} />);
};

export const takeChangedNote: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'scrutiny.write');
  const note = found(await holdNote(scope, idIn(request, 'scrutiny_note')));
  const { shown } = await changePage(scope, request, note);
  const answers = answersOf(request);
  const again = (errors: FormErrors, other?: Meanwhile) =>
    page(<NoteFormPage {...shown} {...{ answers, errors }} meanwhile={other} />, 422);
  if (note.putAs !== undefined) return again(formError('', 'The challenge has been put: it goes on in the log'));
  const read = await readWhole(scope, request, shown, answers);
  if ('errors' in read) return again(read.errors);
  const mine = toldOf({ ...read.note, reference: typed(answers, 'reference') }, shown);
  const other = meanwhile(typed(answers, 'basis'), shown.told, mine, shown.cancel);
  if (other) return again(formError('', changedMeanwhileText), other);
  // whoever changes it stays among those who see it
  const seen = read.line ? othersOn(read.line, note.author) : note.shownTo;
  await changeNote(scope, note.id, read.note, seen);
  return goTo(shown.cancel);
};

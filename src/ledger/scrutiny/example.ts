import { addDays, addMonths } from '../../platform/calendar/days.ts';
import type { Scope } from '../../platform/database/database.ts';
import { newId } from '../../platform/database/ids.ts';
import { exampleDraft, exampleIssued, exampleLines } from './example-words.ts';
import { firstHeadings } from './report.ts';
import { addComment, answerComment, listComments } from './scrutiny-comment.store.ts';
import { beginLine } from './scrutiny-line.store.ts';
import { addNote } from './scrutiny-note.store.ts';
import { beginReport, changeReport, issueReport } from './scrutiny-report.store.ts';

/** What the example’s scrutineer has issued, and what they are looking into. `scope` is theirs: nobody else can write it. */
export async function exampleOfScrutiny(scope: Scope, council: string): Promise<void> {
  await issueOne(scope, council);
  await beginAnother(scope);
  for (const line of exampleLines) await lookInto(scope, line);
}

async function issueOne(scope: Scope, council: string): Promise<void> {
  const issuedOn = addMonths(scope.today, -4);
  const then = { ...scope, today: issuedOn };
  const id = await beginReport(then, {
    kind: 'six-monthly',
    title: exampleIssued.title,
    from: addMonths(issuedOn, -7),
    until: addMonths(issuedOn, -1),
    sections: exampleIssued.sections.map(([heading, words]) => ({ id: newId(), heading, words })),
  });
  const shownTo = [council];
  await changeReport(then, id, { state: 'correction', shownTo, commentUntil: addDays(issuedOn, -1) });
  const said = { ...exampleIssued.comment, person: council, toldBy: 'e-mail' as const };
  await addComment(then, { id, author: scope.person, shownTo }, said);
  for (const comment of await listComments(then, id))
    await answerComment(then, comment.id, 'not-corrected', exampleIssued.answer);
  await issueReport(then, { id, corrects: undefined });
}

async function beginAnother(scope: Scope): Promise<void> {
  await beginReport(scope, {
    kind: 'yearly',
    title: exampleDraft.title,
    from: addMonths(scope.today, -12),
    until: scope.today,
    sections: firstHeadings.map((heading, at) => ({ id: newId(), heading, words: at === 0 ? exampleDraft.first : '' })),
  });
}

async function lookInto(scope: Scope, { notes, ...line }: (typeof exampleLines)[number]): Promise<void> {
  const id = await beginLine(scope, line);
  for (const { daysAgo, ...note } of notes)
    await addNote(scope, {
      address: '',
      place: '',
      heard: '',
      followUp: '',
      agency: undefined,
      expected: '',
      record: undefined,
      ...note,
      line: id,
      onDay: addDays(scope.today, -daysAgo),
    });
}

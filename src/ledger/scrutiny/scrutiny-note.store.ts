import type { Selectable } from 'kysely';
import type { Scope } from '../../platform/database/database.ts';
import { newId } from '../../platform/database/ids.ts';
import type { ScrutinyNoteTable } from '../tables.generated.ts';
import type { Note } from './note.ts';

// The database gives each person their own notes, and those they are shown: no query here needs to say so.

/** What is said in a note. */
export type NoteWords = Omit<Note, 'id' | 'author' | 'shownTo' | 'heir' | 'putAs'>;

/** @param shownTo those who work on its line too @returns the identifier of the note */
export async function addNote(scope: Scope, note: NoteWords, shownTo: readonly string[] = []): Promise<string> {
  const { db, partnership, person } = scope;
  const id = newId();
  await db
    .insertInto('scrutiny_note')
    .values({
      partnership_id: partnership,
      id,
      author_id: person,
      shown_to: [...shownTo],
      kind: note.kind,
      ...columnsOf(note),
    })
    .execute();
  return id;
}

export async function changeNote(
  { db, partnership }: Scope,
  id: string,
  note: NoteWords,
  shownTo: readonly string[],
): Promise<void> {
  await db
    .updateTable('scrutiny_note')
    .set({ ...columnsOf(note), shown_to: [...shownTo] })
    .where('partnership_id', '=', partnership)
    .where('id', '=', id)
    .execute();
}

/** Says which challenge came of a draft. */
export async function markPut({ db, partnership }: Scope, id: string, challenge: string): Promise<void> {
  await db
    .updateTable('scrutiny_note')
    .set({ put_as: challenge })
    .where('partnership_id', '=', partnership)
    .where('id', '=', id)
    .execute();
}

/** Every note that the person of the scope may know of, newest day first. @param line only those under it */
export async function listNotes({ db, partnership }: Scope, line?: string): Promise<Note[]> {
  const rows = await db
    .selectFrom('scrutiny_note')
    .selectAll()
    .where('partnership_id', '=', partnership)
    .$if(line !== undefined, (query) => query.where('line_id', '=', line ?? null))
    .orderBy('on_day', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(noteOf);
}

export async function findNote({ db, partnership }: Scope, id: string): Promise<Note | undefined> {
  const row = await db
    .selectFrom('scrutiny_note')
    .selectAll()
    .where('partnership_id', '=', partnership)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && noteOf(row);
}

/** The same, kept from being changed by others until this transaction ends. */
export async function holdNote({ db, partnership }: Scope, id: string): Promise<Note | undefined> {
  const row = await db
    .selectFrom('scrutiny_note')
    .selectAll()
    .where('partnership_id', '=', partnership)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && noteOf(row);
}

/** Shows a note to these and to nobody else besides its author. */
export async function showNote({ db, partnership }: Scope, id: string, shownTo: readonly string[]): Promise<void> {
  await db
    .updateTable('scrutiny_note')
    .set({ shown_to: [...shownTo] })
    .where('partnership_id', '=', partnership)
    .where('id', '=', id)
    .execute();
}

const columnsOf = (note: NoteWords) => ({
  line_id: note.line ?? null,
  title: note.title,
  words: note.words,
  address: note.address,
  on_day: note.onDay,
  place: note.place,
  heard: note.heard,
  follow_up: note.followUp,
  agency_id: note.agency ?? null,
  expected: note.expected,
  record_kind: note.record?.kind ?? '',
  record_id: note.record?.id ?? null,
});

const noteOf = (row: Selectable<ScrutinyNoteTable>): Note => ({
  id: row.id,
  author: row.author_id,
  shownTo: row.shown_to,
  heir: row.heir_id ?? undefined,
  line: row.line_id ?? undefined,
  kind: row.kind,
  title: row.title,
  words: row.words,
  address: row.address,
  onDay: row.on_day,
  place: row.place,
  heard: row.heard,
  followUp: row.follow_up,
  agency: row.agency_id ?? undefined,
  expected: row.expected,
  record: row.record_id ? { kind: row.record_kind, id: row.record_id } : undefined,
  putAs: row.put_as ?? undefined,
});

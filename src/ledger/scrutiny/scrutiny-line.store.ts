import type { Selectable } from 'kysely';
import type { Scope } from '../../platform/database/database.ts';
import { newId } from '../../platform/database/ids.ts';
import type { ScrutinyLineTable } from '../tables.generated.ts';
import type { Line } from './note.ts';

// The database gives each person their own lines, and those they are shown: no query here needs to say so.

/** What is said of a line of enquiry. */
export type LineWords = Pick<Line, 'title' | 'question' | 'finding'>;

/** @returns the identifier of the line */
export async function beginLine(scope: Scope, { title, question, finding }: LineWords): Promise<string> {
  const { db, partnership, person, today } = scope;
  const id = newId();
  await db
    .insertInto('scrutiny_line')
    .values({ partnership_id: partnership, id, author_id: person, title, question, finding, begun_on: today })
    .execute();
  return id;
}

/** What of a line changes; what is absent stays, and what is said to be undefined is emptied. */
export async function changeLine(
  { db, partnership }: Scope,
  id: string,
  changes: Partial<LineWords & Pick<Line, 'closedOn' | 'shownTo'>>,
): Promise<void> {
  const { title, question, finding, shownTo } = changes;
  await db
    .updateTable('scrutiny_line')
    .set({
      ...(title !== undefined && { title }),
      ...(question !== undefined && { question }),
      ...(finding !== undefined && { finding }),
      ...(shownTo && { shown_to: [...shownTo] }),
      ...('closedOn' in changes && { closed_on: changes.closedOn ?? null }),
    })
    .where('partnership_id', '=', partnership)
    .where('id', '=', id)
    .execute();
}

/** Every line that the person of the scope may know of, the open ones first, newest first. */
export async function listLines({ db, partnership }: Scope): Promise<Line[]> {
  const rows = await db
    .selectFrom('scrutiny_line')
    .selectAll()
    .where('partnership_id', '=', partnership)
    .orderBy('closed_on', (order) => order.desc().nullsFirst())
    .orderBy('id', 'desc')
    .execute();
  return rows.map(lineOf);
}

export async function findLine({ db, partnership }: Scope, id: string): Promise<Line | undefined> {
  const row = await db
    .selectFrom('scrutiny_line')
    .selectAll()
    .where('partnership_id', '=', partnership)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && lineOf(row);
}

/** The same, kept from being changed by others until this transaction ends. */
export async function holdLine({ db, partnership }: Scope, id: string): Promise<Line | undefined> {
  const row = await db
    .selectFrom('scrutiny_line')
    .selectAll()
    .where('partnership_id', '=', partnership)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && lineOf(row);
}

const lineOf = (row: Selectable<ScrutinyLineTable>): Line => ({
  id: row.id,
  author: row.author_id,
  shownTo: row.shown_to,
  heir: row.heir_id ?? undefined,
  title: row.title,
  question: row.question,
  finding: row.finding,
  begunOn: row.begun_on,
  closedOn: row.closed_on ?? undefined,
});

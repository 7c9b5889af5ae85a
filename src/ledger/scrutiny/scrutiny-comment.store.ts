import type { Scope } from '../../platform/database/database.ts';
import { newId } from '../../platform/database/ids.ts';
import type { Comment, CommentAnswer, Report } from './report.ts';

// The database gives these to the author of the report, to those who are asked about its facts, and once it is issued to all.

/** What somebody says of a fact; `toldBy` where the scrutineer enters it for them. */
export type NewComment = Pick<Comment, 'person' | 'section' | 'words' | 'toldBy'>;

/** @returns the identifier of the comment */
export async function addComment(
  { db, partnership, person, today }: Scope,
  report: Pick<Report, 'id' | 'author' | 'shownTo'>,
  comment: NewComment,
): Promise<string> {
  const id = newId();
  await db
    .insertInto('scrutiny_comment')
    .values({
      partnership_id: partnership,
      id,
      report_id: report.id,
      author_id: report.author,
      shown_to: [...report.shownTo],
      person_id: comment.person,
      section: comment.section,
      words: comment.words,
      said_on: today,
      entered_by: person,
      told_by: comment.toldBy ?? null,
    })
    .execute();
  return id;
}

/** What was said of the facts of a report, oldest first. */
export async function listComments({ db, partnership }: Scope, report: string): Promise<Comment[]> {
  const rows = await db
    .selectFrom('scrutiny_comment')
    .selectAll()
    .where('partnership_id', '=', partnership)
    .where('report_id', '=', report)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    person: row.person_id,
    section: row.section,
    words: row.words,
    saidOn: row.said_on,
    enteredBy: row.entered_by,
    toldBy: row.told_by ?? undefined,
    answer: row.answer ?? undefined,
    why: row.why,
    answeredOn: row.answered_on ?? undefined,
  }));
}

/** Shows what was said of a report’s facts to those who are asked about them, and no longer to others. */
export async function showComments(
  { db, partnership }: Scope,
  { id, shownTo }: Pick<Report, 'id' | 'shownTo'>,
): Promise<void> {
  await db
    .updateTable('scrutiny_comment')
    .set({ shown_to: [...shownTo] })
    .where('partnership_id', '=', partnership)
    .where('report_id', '=', id)
    .execute();
}

export async function answerComment(
  { db, partnership, today }: Scope,
  id: string,
  answer: CommentAnswer,
  why: string,
): Promise<void> {
  await db
    .updateTable('scrutiny_comment')
    .set({ answer, why, answered_on: today })
    .where('partnership_id', '=', partnership)
    .where('id', '=', id)
    .execute();
}

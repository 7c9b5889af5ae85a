import { sql } from 'kysely';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { Scope } from '../../platform/database/database.ts';
import { newId } from '../../platform/database/ids.ts';

/** A board of the place, none of ours, that somebody sits on. */
export interface OtherBoard {
  id: string;
  board: string;
  /** As what: chair, member. */
  capacity: string;
  /** The last day, included. */
  untilOn: PlainDate | undefined;
}

/** The other boards somebody sits on or has sat on, by name. */
export async function listOtherBoards({ db, partnership }: Scope, person: string): Promise<OtherBoard[]> {
  const rows = await db
    .selectFrom('other_board_seat')
    .select(['id', 'board', 'capacity', 'until_on'])
    .where('partnership_id', '=', partnership)
    .where('person_id', '=', person)
    .orderBy(sql`lower(board)`)
    .orderBy('id')
    .execute();
  return rows.map(({ until_on, ...row }) => ({ ...row, untilOn: until_on ?? undefined }));
}

export async function addOtherBoard(
  { db, partnership }: Scope,
  person: string,
  { board, capacity }: Pick<OtherBoard, 'board' | 'capacity'>,
): Promise<void> {
  await db
    .insertInto('other_board_seat')
    .values({ partnership_id: partnership, id: newId(), person_id: person, board, capacity })
    .execute();
}

/** Says which day was the last, or, with undefined, that it goes on. Nothing where `person` has no such seat. */
export async function endOtherBoard(
  { db, partnership }: Scope,
  person: string,
  id: string,
  untilOn: PlainDate | undefined,
): Promise<void> {
  await db
    .updateTable('other_board_seat')
    .set({ until_on: untilOn ?? null })
    .where('partnership_id', '=', partnership)
    .where('person_id', '=', person)
    .where('id', '=', id)
    .execute();
}

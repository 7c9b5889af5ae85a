import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { Scope } from '../../platform/database/database.ts';
import { newId } from '../../platform/database/ids.ts';

/** Somebody reads working papers, replies and drafts for somebody else, from a day to a day. */
export interface Assistance {
  id: string;
  /** Who assists. */
  person: string;
  /** Whom they assist. */
  assists: string;
  fromOn: PlainDate;
  /** The last day, included. */
  untilOn: PlainDate | undefined;
}

/** Who assists `person` and whom they assist, now, earlier and later, oldest first. */
export async function listAssistance(scope: Scope, person: string): Promise<Assistance[]> {
  const rows = await selectAssistance(scope)
    .where((where) => where.or([where('person_id', '=', person), where('assists_id', '=', person)]))
    .orderBy('from_on')
    .orderBy('id')
    .execute();
  return rows.map(assistanceOf);
}

export async function findAssistance(scope: Scope, id: string): Promise<Assistance | undefined> {
  const row = await selectAssistance(scope).where('id', '=', id).executeTakeFirst();
  return row && assistanceOf(row);
}

/** The same, and until the scope ends nobody else changes it. */
export async function holdAssistance(scope: Scope, id: string): Promise<Assistance | undefined> {
  const row = await selectAssistance(scope).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && assistanceOf(row);
}

const selectAssistance = ({ db, partnership }: Scope) =>
  db
    .selectFrom('assistant')
    .select(['id', 'person_id', 'assists_id', 'from_on', 'until_on'])
    .where('partnership_id', '=', partnership);

export async function addAssistant(
  { db, partnership }: Scope,
  { person, assists, fromOn, untilOn }: Omit<Assistance, 'id'>,
): Promise<string> {
  const id = newId();
  await db
    .insertInto('assistant')
    .values({
      partnership_id: partnership,
      id,
      person_id: person,
      assists_id: assists,
      from_on: fromOn,
      until_on: untilOn ?? null,
    })
    .execute();
  return id;
}

/** Says which day is the last. */
export async function endAssistance({ db, partnership }: Scope, id: string, untilOn: PlainDate): Promise<void> {
  await db
    .updateTable('assistant')
    .set({ until_on: untilOn })
    .where('partnership_id', '=', partnership)
    .where('id', '=', id)
    .execute();
}

const assistanceOf = (row: {
  id: string;
  person_id: string;
  assists_id: string;
  from_on: PlainDate;
  until_on: PlainDate | null;
}): Assistance => ({
  id: row.id,
  person: row.person_id,
  assists: row.assists_id,
  fromOn: row.from_on,
  untilOn: row.until_on ?? undefined,
});

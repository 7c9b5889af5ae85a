import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { Scope } from '../../platform/database/database.ts';
import { newId } from '../../platform/database/ids.ts';
import type { Absence } from './facts.ts';

/** An absence, and whose it is. */
export interface AbsenceOf extends Absence {
  id: string;
  person: string;
}

/** Absences that are not over, by their first day; of one person where one is named. */
export async function listAbsences({ db, partnership, today }: Scope, person?: string): Promise<AbsenceOf[]> {
  const rows = await db
    .selectFrom('absence')
    .select(['id', 'person_id', 'from_on', 'until_on', 'cover_id'])
    .where('partnership_id', '=', partnership)
    .where('until_on', '>=', today)
    .$if(person !== undefined, (query) => query.where('person_id', '=', person ?? ''))
    .orderBy('from_on')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    person: row.person_id,
    fromOn: row.from_on,
    untilOn: row.until_on,
    cover: row.cover_id ?? undefined,
  }));
}

/** @returns its identifier */
export async function addAbsence(
  { db, partnership }: Scope,
  absence: { person: string; fromOn: PlainDate; untilOn: PlainDate; cover: string | undefined },
): Promise<string> {
  const id = newId();
  await db
    .insertInto('absence')
    .values({
      partnership_id: partnership,
      id,
      person_id: absence.person,
      from_on: absence.fromOn,
      until_on: absence.untilOn,
      cover_id: absence.cover ?? null,
    })
    .execute();
  return id;
}

/** Takes an absence back, of one person alone where one is named. @returns undefined where there is none */
export async function removeAbsence(
  { db, partnership }: Scope,
  id: string,
  person?: string,
): Promise<string | undefined> {
  const row = await db
    .deleteFrom('absence')
    .where('partnership_id', '=', partnership)
    .where('id', '=', id)
    .$if(person !== undefined, (query) => query.where('person_id', '=', person ?? ''))
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

/** Days of the week on which the person of this scope gets no message: 1 for Monday to 7 for Sunday. */
export async function findOwnMessageDays({ db, partnership, person }: Scope): Promise<readonly number[]> {
  const row = await db
    .selectFrom('message_days')
    .select('not_on')
    .where('partnership_id', '=', partnership)
    .where('person_id', '=', person)
    .executeTakeFirst();
  return row?.not_on ?? [];
}

export async function setOwnMessageDays({ db, partnership, person }: Scope, notOn: readonly number[]): Promise<void> {
  await db
    .insertInto('message_days')
    .values({ partnership_id: partnership, person_id: person, not_on: [...notOn] })
    .onConflict((same) => same.columns(['partnership_id', 'person_id']).doUpdateSet({ not_on: [...notOn] }))
    .execute();
}

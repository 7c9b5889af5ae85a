import { sql } from 'kysely';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { Scope } from '../../platform/database/database.ts';
import { newId } from '../../platform/database/ids.ts';

/** Somebody in the partnership, whether or not they ever sign in. */
export interface Person {
  id: string;
  name: string;
  jobTitle: string;
  /** The agency they speak for, by id; undefined for nobody's. */
  agency: string | undefined;
  workEmail: string | undefined;
  phone: string;
  /** The last day they were part of the partnership. */
  leftOn: PlainDate | undefined;
  /** Whether they have an account that may sign in here. */
  signsIn: boolean;
}

export interface NewPerson {
  name: string;
  jobTitle?: string;
  agency?: string | undefined;
  workEmail?: string | undefined;
  phone?: string;
}

/** Somebody in the partnership; they may never sign in. */
export async function addPerson({ db, partnership }: Scope, person: NewPerson): Promise<string> {
  const id = newId();
  await db
    .insertInto('person')
    .values({ partnership_id: partnership, id, ...rowOf(person) })
    .execute();
  return id;
}

export async function changePerson({ db, partnership }: Scope, id: string, person: NewPerson): Promise<void> {
  await db
    .updateTable('person')
    .set(rowOf(person))
    .where('partnership_id', '=', partnership)
    .where('id', '=', id)
    .execute();
}

const rowOf = ({ name, jobTitle, agency, workEmail, phone }: NewPerson) => ({
  name,
  job_title: jobTitle ?? '',
  agency_id: agency ?? null,
  work_email: workEmail ?? null,
  phone: phone ?? '',
});

/** Says which day was their last, or, with undefined, that they are part of it again. */
export async function markLeft({ db, partnership }: Scope, id: string, leftOn: PlainDate | undefined): Promise<void> {
  await db
    .updateTable('person')
    .set({ left_on: leftOn ?? null })
    .where('partnership_id', '=', partnership)
    .where('id', '=', id)
    .execute();
}

/** Everybody, those who have left too, by name. */
export async function listPeople(scope: Scope): Promise<Person[]> {
  const rows = await selectPeople(scope).orderBy(sql`lower(person.name)`).orderBy('person.id').execute();
  return rows.map(personOf);
}

export async function findPerson(scope: Scope, id: string): Promise<Person | undefined> {
  const row = await selectPeople(scope).where('person.id', '=', id).executeTakeFirst();
  return row && personOf(row);
}

/** The same, and until the scope ends nobody else changes them. */
export async function holdPerson(scope: Scope, id: string): Promise<Person | undefined> {
  const row = await selectPeople(scope).where('person.id', '=', id).forUpdate('person').executeTakeFirst();
  return row && personOf(row);
}

const selectPeople = ({ db, partnership }: Scope) =>
  db
    .selectFrom('person')
    .leftJoin('membership', (join) =>
      join
        .onRef('membership.partnership_id', '=', 'person.partnership_id')
        .onRef('membership.person_id', '=', 'person.id'),
    )
    .select(['person.id', 'person.name', 'job_title', 'agency_id', 'work_email', 'phone', 'left_on', 'account_id'])
    .where('person.partnership_id', '=', partnership);

interface PersonRow {
  id: string;
  name: string;
  job_title: string;
  agency_id: string | null;
  work_email: string | null;
  phone: string;
  left_on: PlainDate | null;
  account_id: string | null;
}

const personOf = (row: PersonRow): Person => ({
  id: row.id,
  name: row.name,
  jobTitle: row.job_title,
  agency: row.agency_id ?? undefined,
  workEmail: row.work_email ?? undefined,
  phone: row.phone,
  leftOn: row.left_on ?? undefined,
  signsIn: row.account_id !== null,
});

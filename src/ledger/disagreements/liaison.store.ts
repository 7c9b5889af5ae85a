import { sql } from 'kysely';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { Scope } from '../../platform/database/database.ts';

/** Whom to ring at an agency when two agencies disagree. */
export interface Liaison {
  agency: string;
  agencyName: string;
  /** The agency’s last day in the partnership. */
  endedOn: PlainDate | undefined;
  /** Nobody, where the agency has not named one. */
  officer: { person: string; name: string; jobTitle: string; phone: string; email: string; reach: string } | undefined;
}

/** Every agency, those that are no longer part of the partnership too, with its liaison officer, by name. */
export async function listLiaison({ db, partnership, today }: Scope): Promise<Liaison[]> {
  const rows = await db
    .selectFrom('agency')
    .leftJoin('liaison_officer', (join) =>
      join
        .onRef('liaison_officer.partnership_id', '=', 'agency.partnership_id')
        .onRef('liaison_officer.agency_id', '=', 'agency.id'),
    )
    .leftJoin('person', (join) =>
      join
        .onRef('person.partnership_id', '=', 'liaison_officer.partnership_id')
        .onRef('person.id', '=', 'liaison_officer.person_id')
        .on((left) => left.or([left('left_on', 'is', null), left('left_on', '>=', today)])),
    )
    .select(['agency.id as agency', 'agency.name as agency_name', 'ended_on', 'reach'])
    .select(['person.id as person', 'person.name', 'job_title', 'phone', 'work_email'])
    .where('agency.partnership_id', '=', partnership)
    .orderBy(sql`lower(agency.name)`)
    .execute();
  return rows.map((row) => ({
    agency: row.agency,
    agencyName: row.agency_name,
    endedOn: row.ended_on ?? undefined,
    officer:
      row.person === null
        ? undefined
        : {
            person: row.person,
            name: row.name ?? '',
            jobTitle: row.job_title ?? '',
            phone: row.phone ?? '',
            email: row.work_email ?? '',
            reach: row.reach ?? '',
          },
  }));
}

/** Whom to ring at one agency. */
export async function findLiaison(
  { db, partnership }: Scope,
  agency: string,
): Promise<{ person: string; reach: string } | undefined> {
  const row = await db
    .selectFrom('liaison_officer')
    .select(['person_id', 'reach'])
    .where('partnership_id', '=', partnership)
    .where('agency_id', '=', agency)
    .executeTakeFirst();
  return row && { person: row.person_id, reach: row.reach };
}

/** Says whom to ring at an agency; said again it replaces who was said before. */
export async function setLiaison(
  { db, partnership }: Scope,
  agency: string,
  { person, reach }: { person: string; reach: string },
): Promise<void> {
  const said = { person_id: person, reach };
  await db
    .insertInto('liaison_officer')
    .values({ partnership_id: partnership, agency_id: agency, ...said })
    .onConflict((same) => same.columns(['partnership_id', 'agency_id']).doUpdateSet(said))
    .execute();
}

/** Says that the agency has nobody to ring any more. */
export async function endLiaison({ db, partnership }: Scope, agency: string): Promise<void> {
  await db
    .deleteFrom('liaison_officer')
    .where('partnership_id', '=', partnership)
    .where('agency_id', '=', agency)
    .execute();
}

import type { Scope } from '../../platform/database/database.ts';
import { newId } from '../../platform/database/ids.ts';
import type { QuietPeriod } from './quiet.ts';

/** Every period in which nobody, or no school, hears from us, by its first day. */
export async function listQuietPeriods({ db, partnership }: Scope): Promise<QuietPeriod[]> {
  const rows = await db
    .selectFrom('quiet_period')
    .select(['id', 'name', 'from_on', 'until_on', 'schools_only', 'authority_code'])
    .where('partnership_id', '=', partnership)
    .orderBy('from_on')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    fromOn: row.from_on,
    untilOn: row.until_on,
    schoolsOnly: row.schools_only,
    authority: row.authority_code ?? undefined,
  }));
}

export async function addQuietPeriod(
  { db, partnership }: Scope,
  { name, fromOn, untilOn, schoolsOnly, authority }: Omit<QuietPeriod, 'id'>,
): Promise<void> {
  await db
    .insertInto('quiet_period')
    .values({
      partnership_id: partnership,
      id: newId(),
      name,
      from_on: fromOn,
      until_on: untilOn,
      schools_only: schoolsOnly,
      authority_code: authority ?? null,
    })
    .execute();
}

/** Takes a period back. @returns undefined where there is none */
export async function removeQuietPeriod({ db, partnership }: Scope, id: string): Promise<string | undefined> {
  const row = await db
    .deleteFrom('quiet_period')
    .where('partnership_id', '=', partnership)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

/** Whose terms each school keeps, where somebody has said: codes of councils by agency. */
export async function listSchoolTerms({ db, partnership }: Scope): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('school_terms')
    .select(['agency_id', 'authority_code'])
    .where('partnership_id', '=', partnership)
    .execute();
  return new Map(rows.map(({ agency_id, authority_code }) => [agency_id, authority_code]));
}

/** Says whose terms a school keeps; undefined where nobody knows. */
export async function setSchoolTerms(
  { db, partnership }: Scope,
  agency: string,
  authority: string | undefined,
): Promise<void> {
  if (authority === undefined)
    await db
      .deleteFrom('school_terms')
      .where('partnership_id', '=', partnership)
      .where('agency_id', '=', agency)
      .execute();
  else
    await db
      .insertInto('school_terms')
      .values({ partnership_id: partnership, agency_id: agency, authority_code: authority })
      .onConflict((same) => same.columns(['partnership_id', 'agency_id']).doUpdateSet({ authority_code: authority }))
      .execute();
}

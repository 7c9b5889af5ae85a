import { sql } from 'kysely';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { Scope } from '../../platform/database/database.ts';

/** A scrutineer of today, and since when. */
export interface Scrutineer {
  id: string;
  name: string;
  from: PlainDate;
}

/** Those who hold the role of scrutineer today, by name, each since their first day in it. */
export async function listScrutineers({ db, partnership, today }: Scope): Promise<Scrutineer[]> {
  const rows = await db
    .selectFrom('role_held')
    .innerJoin('person', (join) =>
      join
        .onRef('person.partnership_id', '=', 'role_held.partnership_id')
        .onRef('person.id', '=', 'role_held.person_id'),
    )
    .select(['person.id', 'person.name', ({ fn }) => fn.min('role_held.from_on').as('from_on')])
    .where('role_held.partnership_id', '=', partnership)
    .where('role_held.role', '=', 'scrutineer')
    .where('role_held.from_on', '<=', today)
    .where((where) => where.or([where('until_on', 'is', null), where('until_on', '>=', today)]))
    .where((where) => where.or([where('left_on', 'is', null), where('left_on', '>=', today)]))
    .groupBy(['person.id', 'person.name'])
    .orderBy(sql`lower(person.name)`)
    .execute();
  return rows.map(({ id, name, from_on }) => ({ id, name, from: from_on }));
}

const tables = ['scrutiny_line', 'scrutiny_note', 'scrutiny_report'] as const;

/** Offers everything that the person of the scope has written and not issued to another scrutineer, who can then take it over. */
export async function offerAll({ db, partnership, person }: Scope, heir: string): Promise<void> {
  const shown = sql<string[]>`array(select distinct one from unnest(shown_to || ${heir}::uuid) as one)`;
  for (const table of tables)
    await db
      .updateTable(table)
      .set({ heir_id: heir, shown_to: shown })
      .where('partnership_id', '=', partnership)
      .where('author_id', '=', person)
      .$if(table === 'scrutiny_report', (query) => query.where(sql<boolean>`issued_on is null`))
      .execute();
  await db
    .updateTable('scrutiny_comment')
    .set({ shown_to: shown })
    .where('partnership_id', '=', partnership)
    .where('author_id', '=', person)
    .where('issued_on', 'is', null)
    .execute();
}

/** Whose work the person of the scope has been offered. */
export async function listOffers({ db, partnership, person }: Scope): Promise<string[]> {
  const found = new Set<string>();
  for (const table of tables) {
    const rows = await db
      .selectFrom(table)
      .select('author_id')
      .distinct()
      .where('partnership_id', '=', partnership)
      .where('heir_id', '=', person)
      .execute();
    for (const { author_id } of rows) found.add(author_id);
  }
  return [...found];
}

/** Makes what `from` offered the own work of the person of the scope. What others were shown they are still shown. */
export async function takeOver({ db, partnership, person }: Scope, from: string): Promise<void> {
  const shown = sql<string[]>`array_remove(shown_to, ${person}::uuid)`;
  const reports = await db
    .selectFrom('scrutiny_report')
    .select('id')
    .where('partnership_id', '=', partnership)
    .where('heir_id', '=', person)
    .where('author_id', '=', from)
    .execute();
  if (reports.length > 0)
    await db
      .updateTable('scrutiny_comment')
      .set({ author_id: person, shown_to: shown })
      .where('partnership_id', '=', partnership)
      .where(
        'report_id',
        'in',
        reports.map(({ id }) => id),
      )
      .execute();
  for (const table of tables)
    await db
      .updateTable(table)
      .set({ author_id: person, heir_id: null, shown_to: shown })
      .where('partnership_id', '=', partnership)
      .where('heir_id', '=', person)
      .where('author_id', '=', from)
      .execute();
}

import { sql } from 'kysely';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { Scope } from '../../platform/database/database.ts';
import { service } from '../../platform/database/service.ts';
import type { Assistance } from '../people/assistant.store.ts';

/** Whose account each person here is, by person; those who never sign in are not there. */
export async function listAccounts({ db, partnership }: Scope): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('membership')
    .select(['person_id', 'account_id'])
    .where('partnership_id', '=', partnership)
    .execute();
  return new Map(rows.map(({ person_id, account_id }) => [person_id, account_id]));
}

/** Who assists whom, today or later. */
export async function listAssisting({ db, partnership, today }: Scope): Promise<Assistance[]> {
  const rows = await db
    .selectFrom('assistant')
    .select(['id', 'person_id', 'assists_id', 'from_on', 'until_on'])
    .where('partnership_id', '=', partnership)
    .where((where) => where.or([where('until_on', 'is', null), where('until_on', '>=', today)]))
    .orderBy('id')
    .execute();
  return rows.map(({ id, person_id, assists_id, from_on, until_on }) => ({
    id,
    person: person_id,
    assists: assists_id,
    fromOn: from_on,
    untilOn: until_on ?? undefined,
  }));
}

/** Who is planned to leave, and when. */
export async function listPlannedLeavings({
  db,
  partnership,
}: Scope): Promise<{ id: string; person: string; lastOn: PlainDate }[]> {
  return await db
    .selectFrom('leaving')
    .select(['id', 'person_id as person', 'last_on as lastOn'])
    .where('partnership_id', '=', partnership)
    .where('state', '=', 'planned')
    .orderBy('id')
    .execute();
}

/** Tables of the partnership, beside `known`, in which it has rows: what no kind of thing it holds speaks for. */
export async function listOtherTables({ db, partnership }: Scope, known: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.relname::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'partnership_id' and a.attnum > 0
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relrowsecurity
       and c.relname <> all (${[...known]}::text[]) order by 1`.execute(db);
  const found: string[] = [];
  for (const { name } of rows) {
    const { rows: some } =
      await sql`select from ${sql.table(name)} where partnership_id = ${partnership} limit 1`.execute(db);
    if (some.length > 0) found.push(name);
  }
  return found;
}

/** A period that goes on ends today; one that begins later is over on its first day. */
const ending = (today: PlainDate) => sql<PlainDate>`least(until_on, greatest(from_on, ${today}::date))`;

/**
 * Closes the partnership today: whatever goes on ends, nothing is needed of anybody, and nobody but `readers` holds a role: they
 * read its history, as business managers. Memberships stay, so that its people are told where it went.
 *
 * @param wentTo the partnerships that go on
 */
export async function closePartnership(
  { db, partnership, today }: Scope,
  readers: readonly string[],
  wentTo: readonly { slug: string; name: string }[],
): Promise<void> {
  const nobodyBut = [service, ...readers]; // never empty: no person is the service
  for (const table of ['seat_holder', 'group_seat', 'assistant', 'priority'] as const)
    await db
      .updateTable(table)
      .set({ until_on: ending(today) })
      .where('partnership_id', '=', partnership)
      .where((where) => where.or([where('until_on', 'is', null), where('until_on', '>', today)]))
      .execute();
  for (const table of ['partnership_group', 'agency'] as const)
    await db
      .updateTable(table)
      .set({ ended_on: today })
      .where('partnership_id', '=', partnership)
      .where((where) => where.or([where('ended_on', 'is', null), where('ended_on', '>', today)]))
      .execute();
  await db
    .updateTable('role_held')
    .set({ until_on: sql<PlainDate>`greatest(from_on, ${today}::date) - 1` })
    .where('partnership_id', '=', partnership)
    .where((where) => where.or([where('until_on', 'is', null), where('until_on', '>=', today)]))
    .where((where) => where.or([where('role', '<>', 'business-manager'), where('person_id', 'not in', nobodyBut)]))
    .execute();
  await db
    .updateTable('person')
    .set({ left_on: today })
    .where('partnership_id', '=', partnership)
    .where((where) => where.or([where('left_on', 'is', null), where('left_on', '>', today)]))
    .where('id', 'not in', nobodyBut)
    .execute();
  await db
    .updateTable('leaving')
    .set({ state: 'called-off', ended_on: today })
    .where('partnership_id', '=', partnership)
    .where('state', '=', 'planned')
    .execute();
  await db.deleteFrom('task').where('partnership_id', '=', partnership).execute();
  await db
    .updateTable('partnership')
    .set({ closed_on: today, went_to: JSON.stringify(wentTo) })
    .where('partnership_id', '=', partnership)
    .execute();
}

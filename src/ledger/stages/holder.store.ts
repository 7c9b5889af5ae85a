import { sql } from 'kysely';
import type { Role } from '../../partnership/roles.ts';
import type { Scope } from '../../platform/database/database.ts';

/** Somebody who holds a role, with the agency they speak for. */
export interface Holder {
  person: string;
  name: string;
  agency: string | undefined;
}

/**
 * Those who hold one of `wanted` today, each once, by name.
 *
 * @param agency only those who speak for it
 */
export async function listHolders(scope: Scope, wanted: readonly Role[], agency?: string): Promise<Holder[]> {
  const { db, partnership, today } = scope;
  const rows = await db
    .selectFrom('person')
    .select(['person.id', 'person.name', 'person.agency_id'])
    .where('person.partnership_id', '=', partnership)
    .where((where) =>
      where.exists(
        where
          .selectFrom('role_held')
          .select(sql`1`.as('one'))
          .whereRef('role_held.person_id', '=', 'person.id')
          .where('role_held.partnership_id', '=', partnership)
          .where('role_held.role', 'in', wanted)
          .where('role_held.from_on', '<=', today)
          .where((until) =>
            until.or([until('role_held.until_on', 'is', null), until('role_held.until_on', '>=', today)]),
          ),
      ),
    )
    .where((where) => where.or([where('left_on', 'is', null), where('left_on', '>=', today)]))
    .$if(agency !== undefined, (query) => query.where('person.agency_id', '=', agency ?? null))
    .orderBy(sql`lower(person.name)`)
    .orderBy('person.id')
    .execute();
  return rows.map(({ id, name, agency_id }) => ({ person: id, name, agency: agency_id ?? undefined }));
}

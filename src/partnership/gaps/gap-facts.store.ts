import type { Scope } from '../../platform/database/database.ts';
import type { Assistance } from '../people/assistant.store.ts';
import type { RoleHeld } from '../people/role-held.store.ts';

/** Every role that anybody holds today. */
export async function listRolesToday({ db, partnership, today }: Scope): Promise<RoleHeld[]> {
  const rows = await db
    .selectFrom('role_held')
    .select(['id', 'person_id', 'role', 'agency_id', 'group_id', 'from_on', 'until_on'])
    .where('partnership_id', '=', partnership)
    .where('from_on', '<=', today)
    .where((where) => where.or([where('until_on', 'is', null), where('until_on', '>=', today)]))
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    person: row.person_id,
    role: row.role,
    agency: row.agency_id ?? undefined,
    group: row.group_id ?? undefined,
    fromOn: row.from_on,
    untilOn: row.until_on ?? undefined,
  }));
}

/** Everybody who assists somebody today. */
export async function listAssistanceToday({ db, partnership, today }: Scope): Promise<Assistance[]> {
  const rows = await db
    .selectFrom('assistant')
    .select(['id', 'person_id', 'assists_id', 'from_on', 'until_on'])
    .where('partnership_id', '=', partnership)
    .where('from_on', '<=', today)
    .where((where) => where.or([where('until_on', 'is', null), where('until_on', '>=', today)]))
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    person: row.person_id,
    assists: row.assists_id,
    fromOn: row.from_on,
    untilOn: row.until_on ?? undefined,
  }));
}

import type { Scope } from '../../platform/database/database.ts';

/** The people who hold a role that is given for one group, today or from a later day; one who holds two is there twice. */
export async function listHoldersFor({ db, partnership, today }: Scope, group: string): Promise<string[]> {
  const rows = await db
    .selectFrom('role_held')
    .select('person_id')
    .where('partnership_id', '=', partnership)
    .where('group_id', '=', group)
    .where((where) => where.or([where('until_on', 'is', null), where('until_on', '>=', today)]))
    .execute();
  return rows.map(({ person_id }) => person_id);
}

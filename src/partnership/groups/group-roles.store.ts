import type { Scope } from '../../platform/database/database.ts';

/** How many roles that are given for one group are held today. */
export async function countRolesFor({ db, partnership, today }: Scope, group: string): Promise<number> {
  const { held } = await db
    .selectFrom('role_held')
    .select(({ fn }) => fn.countAll<number>().as('held'))
    .where('partnership_id', '=', partnership)
    .where('group_id', '=', group)
    .where((where) => where.or([where('until_on', 'is', null), where('until_on', '>=', today)]))
    .executeTakeFirstOrThrow();
  return held;
}

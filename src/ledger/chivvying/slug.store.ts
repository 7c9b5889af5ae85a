import type { Scope } from '../../platform/database/database.ts';

/** The address of the partnership of this scope, for links in messages. */
export async function findSlug({ db, partnership }: Scope): Promise<string> {
  const row = await db
    .selectFrom('partnership_slug')
    .select('slug')
    .where('partnership_id', '=', partnership)
    .executeTakeFirstOrThrow();
  return row.slug;
}

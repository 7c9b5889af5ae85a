import type { Scope } from '../../platform/database/database.ts';

/** The partnership's logo, a PNG; undefined where it has none. */
export async function findLogo({ db, partnership }: Scope): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('partnership')
    .select('logo')
    .where('partnership_id', '=', partnership)
    .executeTakeFirst();
  return row?.logo ?? undefined;
}

/** @param png drawn by us; undefined takes the logo away */
export async function changeLogo({ db, partnership }: Scope, png: Buffer | undefined): Promise<void> {
  await db
    .updateTable('partnership')
    .set({ logo: png ?? null })
    .where('partnership_id', '=', partnership)
    .execute();
}

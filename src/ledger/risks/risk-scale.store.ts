import type { Scope } from '../../platform/database/database.ts';
import { defaultScale, type Scale } from './score.ts';

/** The partnership’s scale, and whether it has set it itself. */
export async function findScale({ db, partnership }: Scope): Promise<{ scale: Scale; set: boolean }> {
  const row = await db
    .selectFrom('risk_scale')
    .select('highest')
    .where('partnership_id', '=', partnership)
    .executeTakeFirst();
  return { scale: row === undefined ? defaultScale : row.highest === 4 ? 4 : 5, set: row !== undefined };
}

export async function changeScale({ db, partnership }: Scope, highest: Scale): Promise<void> {
  await db
    .insertInto('risk_scale')
    .values({ partnership_id: partnership, highest })
    .onConflict((same) => same.column('partnership_id').doUpdateSet({ highest }))
    .execute();
}

/** The numbers of the risks that are not closed and have a score that a scale does not reach, in their order. */
export async function listNumbersAbove({ db, partnership }: Scope, highest: Scale): Promise<number[]> {
  const scores = [
    'likelihood',
    'impact',
    'inherent_likelihood',
    'inherent_impact',
    'target_likelihood',
    'target_impact',
  ] as const;
  const rows = await db
    .selectFrom('risk')
    .select('number')
    .where('partnership_id', '=', partnership)
    .where('closed_on', 'is', null)
    .where((where) => where.or(scores.map((score) => where(score, '>', highest))))
    .orderBy('number')
    .execute();
  return rows.map(({ number }) => number);
}

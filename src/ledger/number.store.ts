import { sql } from 'kysely';
import type { Scope } from '../platform/database/database.ts';

/** What the ledger numbers: each kind counts from 1 in every partnership. */
export type Numbered = 'action' | 'challenge' | 'risk' | 'disagreement' | 'scrutiny-report';

/**
 * The first of `count` numbers that nothing of this kind has had yet. Others who ask wait until this transaction ends, so that
 * none is given twice and, unless it fails, none is left out.
 *
 * @param count how many are taken, 1 or more
 */
export async function takeNumbers({ db, partnership }: Scope, kind: Numbered, count = 1): Promise<number> {
  const row = await db
    .insertInto('ledger_number')
    .values({ partnership_id: partnership, kind, last: count })
    .onConflict((same) =>
      same.columns(['partnership_id', 'kind']).doUpdateSet({ last: sql<number>`ledger_number.last + ${count}` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return row.last - count + 1;
}

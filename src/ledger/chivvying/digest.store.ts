import { addDays } from '../../platform/calendar/days.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import { anyOf } from '../../platform/database/any-of.ts';
import type { IdentityScope } from '../../platform/database/database.ts';

/**
 * Notes that each of `accounts` gets its digest of `day`: those that have had one, or for which an earlier one still waits to be
 * sent, are left out.
 *
 * @param kind what the letter is called in the outbox
 * @returns those for which it is new; a letter written in the same transaction is the only one of that day
 */
export async function beginDigests(
  { db }: Pick<IdentityScope, 'db'>,
  day: PlainDate,
  accounts: readonly string[],
  kind: string,
): Promise<ReadonlySet<string>> {
  const waiting = await db
    .selectFrom('outbox')
    .select('account_id')
    .where('kind', '=', kind)
    .where('account_id', '=', anyOf(accounts))
    .execute();
  const busy = new Set(waiting.map(({ account_id }) => account_id));
  const free = accounts.filter((account) => !busy.has(account));
  if (free.length === 0) return new Set();
  const begun = await db
    .insertInto('digest')
    .values(free.map((account_id) => ({ account_id, day })))
    .onConflict((same) => same.doNothing())
    .returning('account_id')
    .execute();
  return new Set(begun.map(({ account_id }) => account_id));
}

/** Notes that a letter which is late is its account’s digest of `day`, so that this day has no other. */
export async function countAsDigestOf(
  { db }: Pick<IdentityScope, 'db'>,
  account: string,
  day: PlainDate,
): Promise<void> {
  await db
    .insertInto('digest')
    .values({ account_id: account, day })
    .onConflict((same) => same.doNothing())
    .execute();
}

/** Forgets digests of long ago. */
export async function forgetDigests({ db, today }: Pick<IdentityScope, 'db' | 'today'>): Promise<void> {
  await db.deleteFrom('digest').where('day', '<', addDays(today, -40)).execute();
}

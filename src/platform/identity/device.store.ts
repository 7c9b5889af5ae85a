import type { IdentityScope } from '../database/database.ts';
import { newId } from '../database/ids.ts';
import { hashToken, newToken } from './secrets.ts';

/** A browser that an account has used. */
export interface KnownDevice {
  id: string;
  /** Whether a sign-in there was whole: its owner's wrong guesses are then counted apart from strangers'. */
  trusted: boolean;
}

/** The browser that holds `token`, if `account` has signed in from it. */
export async function findDevice(
  { db }: Pick<IdentityScope, 'db'>,
  account: string,
  token: string | undefined,
): Promise<KnownDevice | undefined> {
  if (token === undefined) return undefined;
  return await db
    .selectFrom('known_device')
    .select(['id', 'trusted'])
    .where('account_id', '=', account)
    .where('token_hash', '=', hashToken(token))
    .executeTakeFirst();
}

/**
 * Remembers a browser.
 *
 * @param token the one its cookie holds, perhaps from another account; a new one is made where there is none
 * @returns the token for its cookie, and whether the account was never there before
 */
export async function rememberDevice(
  { db, now }: IdentityScope,
  account: string,
  token: string | undefined,
  device: string,
): Promise<{ token: string; isNew: boolean }> {
  const kept = token ?? newToken();
  const at = { made_at: now, seen_at: now };
  const made = await db
    .insertInto('known_device')
    .values({ account_id: account, token_hash: hashToken(kept), id: newId(), device, ...at })
    .onConflict((same) => same.doNothing())
    .returning('id')
    .executeTakeFirst();
  return { token: kept, isNew: made !== undefined };
}

/** A sign-in on this browser was whole. */
export async function trustDevice(
  { db, now }: IdentityScope,
  account: string,
  token: string | undefined,
): Promise<void> {
  if (token === undefined) return;
  await db
    .updateTable('known_device')
    .set({ trusted: true, seen_at: now })
    .where('account_id', '=', account)
    .where('token_hash', '=', hashToken(token))
    .execute();
}

/** Nothing is known of any browser of this account any more. */
export async function forgetDevices({ db }: Pick<IdentityScope, 'db'>, account: string): Promise<void> {
  await db.deleteFrom('known_device').where('account_id', '=', account).execute();
}

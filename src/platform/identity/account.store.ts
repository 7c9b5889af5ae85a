import type { Kysely } from 'kysely';
import type { IdentityScope, Tables } from '../database/database.ts';
import { newId } from '../database/ids.ts';
import type { AccountEventTable } from './tables.generated.ts';

/** Somebody who signs in. */
export interface Account {
  id: string;
  email: string;
  name: string;
  /** Undefined until an invitation is answered, or with single sign-on alone. */
  passwordHash: string | undefined;
  factorRequired: boolean;
}

/** The account, unless it was closed. */
export const findAccount = ({ db }: Pick<IdentityScope, 'db'>, id: string): Promise<Account | undefined> =>
  readAccount(db, (accounts) => accounts.where('id', '=', id));

/** @param email in lower case */
export const findAccountByEmail = ({ db }: Pick<IdentityScope, 'db'>, email: string): Promise<Account | undefined> =>
  readAccount(db, (accounts) => accounts.where('email', '=', email));

type Accounts = ReturnType<typeof openAccounts>;
const openAccounts = (db: Kysely<Tables>) =>
  db
    .selectFrom('account')
    .select(['id', 'email', 'name', 'password_hash', 'factor_required'])
    .where('closed_at', 'is', null);

async function readAccount(db: Kysely<Tables>, which: (accounts: Accounts) => Accounts): Promise<Account | undefined> {
  const row = await which(openAccounts(db)).executeTakeFirst();
  if (!row) return undefined;
  const { password_hash, factor_required, ...account } = row;
  return { ...account, passwordHash: password_hash ?? undefined, factorRequired: factor_required };
}

/**
 * The account that has `email`, made where there is none: whoever asks learns nothing about which it was.
 *
 * @param email in lower case
 * @param name what to call them, where the account is new
 */
export async function accountFor(
  { db, now }: Pick<IdentityScope, 'db' | 'now'>,
  email: string,
  name: string,
): Promise<string> {
  const id = newId();
  await db
    .insertInto('account')
    .values({ id, email, name, made_at: now })
    .onConflict((same) => same.doNothing())
    .execute();
  const row = await db.selectFrom('account').select('id').where('email', '=', email).executeTakeFirstOrThrow();
  return row.id;
}

/** @param hash made by `hashPassword` */
export async function setPassword({ db }: Pick<IdentityScope, 'db'>, account: string, hash: string): Promise<void> {
  await db.updateTable('account').set({ password_hash: hash }).where('id', '=', account).execute();
}

export type AccountEvent = AccountEventTable['what'];

/** Notes what happened to an account, for its owner to read. */
export async function noteEvent(
  { db, now }: Pick<IdentityScope, 'db' | 'now'>,
  account: string,
  what: AccountEvent,
  device: string,
): Promise<void> {
  await db.insertInto('account_event').values({ account_id: account, id: newId(), what, device, at: now }).execute();
}

/** The latest ten things that happened to an account, newest first. */
export async function listEvents(
  { db }: Pick<IdentityScope, 'db'>,
  account: string,
): Promise<{ what: AccountEvent; device: string; at: Date }[]> {
  return await db
    .selectFrom('account_event')
    .select(['what', 'device', 'at'])
    .where('account_id', '=', account)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(10)
    .execute();
}

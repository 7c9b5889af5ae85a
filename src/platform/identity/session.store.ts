import { createHash, randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { IdentityScope, Tables } from '../database/database.ts';
import { newId } from '../database/ids.ts';
import type { Factor } from './session.ts';

/** A session that stands, with the account it belongs to. */
export interface Session {
  id: string;
  account: { id: string; name: string; factorRequired: boolean };
  /** How a second factor was shown in this session; undefined where none was. */
  factor: Factor | undefined;
  provedAt: Date;
  /** The partnership that the address names, when there is one; whether the account is in it is another question. */
  partnership: string | undefined;
}

/** Idle sessions end after this. */
export const idleMinutes = 30;
/** Every session ends after this, used or not. */
export const longestHours = 12;

const hash = (token: string) => createHash('sha256').update(token).digest();

/**
 * The standing session of a cookie's token, or undefined; and notes, once a minute, that it was used.
 *
 * @param slug the partnership in the address: looked up in the same query
 */
export async function findSession(db: Kysely<Tables>, token: string, now: Date, slug?: string): Promise<Session | undefined> {
  const row = await db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .leftJoin('partnership_slug', (join) => join.on('partnership_slug.slug', '=', slug ?? ''))
    .select(['session.id', 'account_id', 'name', 'factor_required', 'factor', 'proved_at', 'seen_at', 'partnership_slug.partnership_id'])
    .where('token_hash', '=', hash(token))
    .where('ends_at', '>', now)
    .where('seen_at', '>', new Date(now.getTime() - idleMinutes * 60_000))
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  if (now.getTime() - row.seen_at.getTime() > 60_000) {
    await db.updateTable('session').set({ seen_at: now }).where('id', '=', row.id).execute();
  }
  return {
    id: row.id,
    account: { id: row.account_id, name: row.name, factorRequired: row.factor_required },
    factor: row.factor ?? undefined,
    provedAt: row.proved_at,
    partnership: row.partnership_id ?? undefined,
  };
}

/** Opens a session and gives the token for its cookie: the only place where the token is ever written. */
export async function openSession({ db, now }: IdentityScope, account: string, factor: Factor | undefined, device: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await db
    .insertInto('session')
    .values({
      token_hash: hash(token), id: newId(), account_id: account, factor: factor ?? null, made_at: now, seen_at: now, proved_at: now,
      ends_at: new Date(now.getTime() + longestHours * 3_600_000), device,
    })
    .execute();
  return token;
}

/** Ends one session of an account, at once. */
export async function endSession({ db }: IdentityScope, account: string, id: string): Promise<void> {
  await db.deleteFrom('session').where('account_id', '=', account).where('id', '=', id).execute();
}

import type { Kysely } from 'kysely';
import type { IdentityScope, Tables } from '../database/database.ts';
import { newId } from '../database/ids.ts';
import { prepared } from '../database/prepared.ts';
import { hasFactor } from './factor.store.ts';
import { hashToken, newToken } from './secrets.ts';
import type { Factor } from './session.ts';

/** A session that stands, with the account it belongs to. */
export interface Session {
  id: string;
  account: { id: string; name: string; factorRequired: boolean };
  /** How a second factor was shown in this session; undefined where none was. */
  factor: Factor | undefined;
  /** Whether one is still to be shown: the account's roles ask for it, or its owner has one. */
  factorDue: boolean;
  /** When a password or factor was last shown. */
  provedAt: Date;
  /** When it was last used, to the minute. */
  seenAt: Date;
  /** Whether it stood unused too long for restricted records since its owner last proved who they are. */
  rested: boolean;
  /** The partnership that the address names, when there is one; whether the account is in it is another question. */
  partnership: string | undefined;
  /** The address of the partnership that was opened last in this session. */
  lastSlug: string | undefined;
}

/** Idle sessions end after this. */
export const idleMinutes = 30;
/** Restricted records ask for a proof again after this. */
export const restrictedIdleMinutes = 15;
/** Every session ends after this, used or not. */
export const longestHours = 12;

const idleSince = (now: Date) => new Date(now.getTime() - idleMinutes * 60_000);

/**
 * The standing session of a cookie's token, or undefined; and notes, once a minute, that it was used.
 *
 * @param slug the partnership in the address: looked up in the same query
 */
export async function findSession(
  db: Kysely<Tables>,
  token: string,
  now: Date,
  slug?: string,
): Promise<Session | undefined> {
  const [row] = await selectSession(db, { hash: hashToken(token), slug: slug ?? '', now, idle: idleSince(now) });
  if (!row) return undefined;
  const unused = now.getTime() - row.seen_at.getTime();
  const restedAt = unused > restrictedIdleMinutes * 60_000 ? now : row.rested_at;
  if (unused > 60_000) {
    await db.updateTable('session').set({ seen_at: now, rested_at: restedAt }).where('id', '=', row.id).execute();
  }
  return {
    id: row.id,
    account: { id: row.account_id, name: row.name, factorRequired: row.factor_required },
    factor: row.factor ?? undefined,
    factorDue: row.factor === null && (row.factor_required || row.awaits_factor),
    provedAt: row.proved_at,
    seenAt: row.seen_at,
    rested: restedAt !== null && restedAt > row.proved_at,
    partnership: row.partnership_id ?? undefined,
    lastSlug: row.last_slug ?? undefined,
  };
}

const selectSession = prepared((db, { hash, slug, now, idle }: { hash: Buffer; slug: string; now: Date; idle: Date }) =>
  db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .leftJoin('partnership_slug', (join) => join.on('partnership_slug.slug', '=', slug))
    .select(['session.id', 'account_id', 'name', 'factor_required', 'factor', 'awaits_factor', 'proved_at', 'seen_at'])
    .select(['rested_at', 'partnership_slug.partnership_id', 'last_slug'])
    .where('token_hash', '=', hash)
    .where('ends_at', '>', now)
    .where('seen_at', '>', idle)
    .where('closed_at', 'is', null),
);

/** Notes which partnership was opened last. */
export async function rememberSlug(db: Kysely<Tables>, session: string, slug: string): Promise<void> {
  await db.updateTable('session').set({ last_slug: slug }).where('id', '=', session).execute();
}

/** Opens a session and gives the token for its cookie: the only place where the token is ever written. */
export async function openSession(
  { db, now }: IdentityScope,
  account: string,
  factor: Factor | undefined,
  device: string,
): Promise<string> {
  const token = newToken();
  await db
    .insertInto('session')
    .values({
      token_hash: hashToken(token),
      id: newId(),
      account_id: account,
      factor: factor ?? null,
      awaits_factor: factor === undefined && (await hasFactor(db, account)),
      made_at: now,
      seen_at: now,
      proved_at: now,
      ends_at: new Date(now.getTime() + longestHours * 3_600_000),
      device,
    })
    .execute();
  return token;
}

/**
 * Gives a session a new token and a new name after something was proved in it, and gives the token: the old one is worth
 * nothing from then on. It ends when it would have ended.
 *
 * @param factor how a second factor was shown; undefined leaves what the session has
 */
export async function renewSession(
  { db, now }: IdentityScope,
  { id, factor: shown }: Session,
  factor?: Factor,
): Promise<string> {
  const token = newToken();
  await db
    .updateTable('session')
    .set({ token_hash: hashToken(token), id: newId(), factor: factor ?? shown ?? null, proved_at: now, seen_at: now })
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return token;
}

/** Ends one session of an account, at once. */
export async function endSession({ db }: Pick<IdentityScope, 'db'>, account: string, id: string): Promise<void> {
  await db.deleteFrom('session').where('account_id', '=', account).where('id', '=', id).execute();
}

/** Ends every session of an account but the one to keep, at once. */
export async function endSessions({ db }: Pick<IdentityScope, 'db'>, account: string, keep?: string): Promise<void> {
  const all = db.deleteFrom('session').where('account_id', '=', account);
  await (keep === undefined ? all : all.where('id', '<>', keep)).execute();
}

/** A session as its owner sees it in the list. */
export interface OwnSession {
  id: string;
  device: string;
  madeAt: Date;
  seenAt: Date;
}

/** The standing sessions of an account, the one used last first. */
export async function listSessions({ db, now }: IdentityScope, account: string): Promise<OwnSession[]> {
  return await db
    .selectFrom('session')
    .select(['id', 'device', 'made_at as madeAt', 'seen_at as seenAt'])
    .where('account_id', '=', account)
    .where('ends_at', '>', now)
    .where('seen_at', '>', idleSince(now))
    .orderBy('seen_at', 'desc')
    .orderBy('made_at', 'desc')
    .execute();
}

/** The question a passkey is to answer in this session; one at a time. */
export async function challenge({ db, now }: IdentityScope, session: string, question: string): Promise<void> {
  const asked = { passkey_challenge: question, challenged_at: now };
  await db.updateTable('session').set(asked).where('id', '=', session).execute();
}

/** Takes the question back, so that it is answered once; undefined when none was asked in the last ten minutes. */
export async function takeChallenge({ db, now }: IdentityScope, session: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('session')
    .select(['passkey_challenge', 'challenged_at'])
    .where('id', '=', session)
    .forUpdate()
    .executeTakeFirst();
  await db.updateTable('session').set({ passkey_challenge: null }).where('id', '=', session).execute();
  const fresh = row?.challenged_at && now.getTime() - row.challenged_at.getTime() < 600_000;
  return fresh ? (row.passkey_challenge ?? undefined) : undefined;
}

/** Removes sessions that ended more than a day ago. */
export async function forgetEndedSessions({ db, now }: IdentityScope): Promise<void> {
  const dayAgo = new Date(now.getTime() - 86_400_000);
  await db.deleteFrom('session').where('ends_at', '<', dayAgo).execute();
  await db.deleteFrom('session').where('seen_at', '<', dayAgo).execute();
}

import type { IdentityScope } from '../database/database.ts';
import { isId } from '../database/ids.ts';
import { hashToken, newToken } from './secrets.ts';
import type { LinkTokenTable } from './tables.generated.ts';

export type LinkPurpose = LinkTokenTable['purpose'];

/** How long a link works, in hours. */
export const linkHours: Record<LinkPurpose, number> = {
  invitation: 14 * 24,
  reset: 2,
  'email-old': 24,
  'email-new': 24,
};

/**
 * Makes a link's token. Several may stand for one purpose (a mail is sent again, somebody asks twice); the first one used ends
 * all of them.
 *
 * @param partnership named inside the token, so that whoever reads it knows where to look
 */
export async function makeLink(
  { db, now }: Pick<IdentityScope, 'db' | 'now'>,
  purpose: LinkPurpose,
  account: string,
  partnership?: string,
): Promise<string> {
  const token = partnership === undefined ? newToken() : `${partnership}.${newToken()}`;
  const expires_at = new Date(now.getTime() + linkHours[purpose] * 3_600_000);
  await db
    .insertInto('link_token')
    .values({ token_hash: hashToken(token), purpose, account_id: account, made_at: now, expires_at })
    .execute();
  return token;
}

/** The partnership named inside a token. */
export function partnershipOf(token: string): string | undefined {
  const [partnership = '', secret] = token.split('.');
  return secret !== undefined && isId(partnership) ? partnership : undefined;
}

/** Whose link this is, when it still works. Reading it uses nothing up: mail scanners read every link. */
export const findLink = (
  scope: Pick<IdentityScope, 'db' | 'now'>,
  purpose: LinkPurpose | readonly LinkPurpose[],
  token: string,
): Promise<{ account: string; purpose: LinkPurpose } | undefined> => findLinkByHash(scope, purpose, hashToken(token));

/** The same, for whoever kept only the hash of the token. */
export async function findLinkByHash(
  { db, now }: Pick<IdentityScope, 'db' | 'now'>,
  purpose: LinkPurpose | readonly LinkPurpose[],
  tokenHash: Buffer,
): Promise<{ account: string; purpose: LinkPurpose } | undefined> {
  return await db
    .selectFrom('link_token')
    .innerJoin('account', 'account.id', 'link_token.account_id')
    .select(['account_id as account', 'purpose'])
    .where('token_hash', '=', tokenHash)
    .where('purpose', 'in', [purpose].flat())
    .where('expires_at', '>', now)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
}

/** Uses a link: it and every other of its purpose for this account end. Of two at once one gets it. */
export async function takeLink(
  { db, now }: Pick<IdentityScope, 'db' | 'now'>,
  purpose: LinkPurpose,
  tokenHash: Buffer,
): Promise<{ account: string } | undefined> {
  const taken = await db
    .deleteFrom('link_token')
    .where('token_hash', '=', tokenHash)
    .where('purpose', '=', purpose)
    .where('expires_at', '>', now)
    .returning('account_id as account')
    .executeTakeFirst();
  if (taken) await endLinks({ db }, taken.account, purpose);
  return taken;
}

/** Ends the links of an account, for some purposes or all. */
export async function endLinks(
  { db }: Pick<IdentityScope, 'db'>,
  account: string,
  ...purposes: LinkPurpose[]
): Promise<void> {
  const all = db.deleteFrom('link_token').where('account_id', '=', account);
  await (purposes.length === 0 ? all : all.where('purpose', 'in', purposes)).execute();
}

/** How many links of a purpose were made for an account in the last hour. */
export async function countLinks(
  { db, now }: Pick<IdentityScope, 'db' | 'now'>,
  purpose: LinkPurpose,
  account: string,
): Promise<number> {
  const { count } = await db
    .selectFrom('link_token')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('purpose', '=', purpose)
    .where('account_id', '=', account)
    .where('made_at', '>', new Date(now.getTime() - 3_600_000))
    .executeTakeFirstOrThrow();
  return count;
}

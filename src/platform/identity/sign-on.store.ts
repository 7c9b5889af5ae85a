import type { IdentityScope } from '../database/database.ts';
import { hashToken } from './secrets.ts';
import type { SignOnAttemptTable } from './tables.generated.ts';

/** Who somebody is at their organisation: never an e-mail address, which can pass to another person. */
export interface SignOnIdentity {
  issuer: string;
  subject: string;
}

/** What a sign-on is for, and where it leads. */
export interface SignOnAttempt {
  purpose: SignOnAttemptTable['purpose'];
  /** Of whoever was signed in when it began. */
  account: string | undefined;
  /** The hash of the invitation's token. */
  invitation: Buffer | undefined;
  goesTo: string;
}

export const attemptMinutes = 10;

/** @param token of the browser's cookie */
export async function beginAttempt({ db, now }: IdentityScope, token: string, attempt: SignOnAttempt): Promise<void> {
  const { purpose, account, invitation, goesTo } = attempt;
  await db
    .insertInto('sign_on_attempt')
    .values({
      token_hash: hashToken(token),
      purpose,
      account_id: account ?? null,
      invitation_hash: invitation ?? null,
      goes_to: goesTo,
      made_at: now,
    })
    .execute();
}

/** Takes the attempt of a browser, once; undefined when it has none, it is too old, or it was taken before. */
export async function takeAttempt({ db, now }: IdentityScope, token: string): Promise<SignOnAttempt | undefined> {
  const row = await db
    .deleteFrom('sign_on_attempt')
    .where('token_hash', '=', hashToken(token))
    .where('made_at', '>', new Date(now.getTime() - attemptMinutes * 60_000))
    .returning(['purpose', 'account_id', 'invitation_hash', 'goes_to'])
    .executeTakeFirst();
  return (
    row && {
      purpose: row.purpose,
      account: row.account_id ?? undefined,
      invitation: row.invitation_hash ?? undefined,
      goesTo: row.goes_to,
    }
  );
}

/** Whose account an identity is connected to. */
export async function findLinked(
  { db }: Pick<IdentityScope, 'db'>,
  { issuer, subject }: SignOnIdentity,
): Promise<{ id: string; factorRequired: boolean } | undefined> {
  return await db
    .selectFrom('sign_on_identity')
    .innerJoin('account', 'account.id', 'sign_on_identity.account_id')
    .select(['account.id', 'factor_required as factorRequired'])
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
}

/** Connects an identity to an account. @returns false where it is connected to one already */
export async function link(
  { db, now }: IdentityScope,
  { issuer, subject }: SignOnIdentity,
  account: string,
): Promise<boolean> {
  const made = await db
    .insertInto('sign_on_identity')
    .values({ issuer, subject, account_id: account, made_at: now })
    .onConflict((same) => same.doNothing())
    .returning('account_id')
    .executeTakeFirst();
  return made !== undefined;
}

/** The identities connected to an account. */
export async function listSignOns({ db }: Pick<IdentityScope, 'db'>, account: string): Promise<SignOnIdentity[]> {
  return await db
    .selectFrom('sign_on_identity')
    .select(['issuer', 'subject'])
    .where('account_id', '=', account)
    .orderBy('made_at')
    .execute();
}

/** Disconnects every identity from an account. */
export async function unlink({ db }: Pick<IdentityScope, 'db'>, account: string): Promise<void> {
  await db.deleteFrom('sign_on_identity').where('account_id', '=', account).execute();
}

/**
 * Whether an account can be signed in to already, by a password or an organisation. Then an invitation, from another partnership
 * say, opens nothing that its owner does not open themselves.
 */
export const hasWayIn = async (
  scope: Pick<IdentityScope, 'db'>,
  { id, passwordHash }: { id: string; passwordHash?: string | undefined },
): Promise<boolean> => passwordHash !== undefined || (await listSignOns(scope, id)).length > 0;

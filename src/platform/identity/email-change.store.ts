import type { IdentityScope } from '../database/database.ts';
import { endLinks } from './link-token.store.ts';

/** A change of address under way. */
export interface EmailChange {
  newEmail: string;
  oldConfirmed: boolean;
  newConfirmed: boolean;
}

const hoursToConfirm = 24;

/** The change under way for an account, if it has not expired. */
export async function findEmailChange(
  { db, now }: Pick<IdentityScope, 'db' | 'now'>,
  account: string,
): Promise<EmailChange | undefined> {
  const row = await db
    .selectFrom('email_change')
    .select(['new_email', 'old_confirmed_at', 'new_confirmed_at'])
    .where('account_id', '=', account)
    .where('expires_at', '>', now)
    .forUpdate()
    .executeTakeFirst();
  return (
    row && {
      newEmail: row.new_email,
      oldConfirmed: row.old_confirmed_at !== null,
      newConfirmed: row.new_confirmed_at !== null,
    }
  );
}

/** Begins a change, in place of any that was under way. */
export async function beginEmailChange({ db, now }: IdentityScope, account: string, newEmail: string): Promise<void> {
  await endLinks({ db }, account, 'email-old', 'email-new');
  const begun = {
    new_email: newEmail,
    made_at: now,
    expires_at: new Date(now.getTime() + hoursToConfirm * 3_600_000),
    old_confirmed_at: null,
    new_confirmed_at: null,
  };
  await db
    .insertInto('email_change')
    .values({ account_id: account, ...begun })
    .onConflict((same) => same.column('account_id').doUpdateSet(begun))
    .execute();
}

/** One of the two mailboxes has agreed. */
export async function confirmEmailChange(
  { db, now }: Pick<IdentityScope, 'db' | 'now'>,
  account: string,
  mailbox: 'old' | 'new',
): Promise<void> {
  const agreed = mailbox === 'old' ? { old_confirmed_at: now } : { new_confirmed_at: now };
  await db.updateTable('email_change').set(agreed).where('account_id', '=', account).execute();
}

/**
 * Gives the account its new address, now that both mailboxes agree.
 *
 * @returns false when somebody else has come to have that address meanwhile; then nothing changes
 */
export async function finishEmailChange(
  { db }: Pick<IdentityScope, 'db'>,
  account: string,
  newEmail: string,
): Promise<boolean> {
  await db.deleteFrom('email_change').where('account_id', '=', account).execute();
  await endLinks({ db }, account);
  const taken = await db.selectFrom('account').select('id').where('email', '=', newEmail).executeTakeFirst();
  if (taken) return false;
  await db.updateTable('account').set({ email: newEmail }).where('id', '=', account).execute();
  return true;
}

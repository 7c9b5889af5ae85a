import { type Kysely, sql } from 'kysely';
import type { IdentityScope, Tables } from '../database/database.ts';
import { newId } from '../database/ids.ts';
import { hasten } from '../jobs/queue.store.ts';
import type { MailKind, Recipient } from './mail-kind.ts';
import { type Address, readAddress } from './message.ts';

/** A message that waits. */
export interface Waiting {
  id: string;
  recipient: Recipient;
  kind: string;
  data: unknown;
  /** Tries before this one. */
  tries: number;
}

export type Outcome = 'sent' | 'not-needed' | 'refused' | 'given-up';

/**
 * Puts a letter to one recipient into the outbox, in the caller's transaction: it is sent when that commits, or never.
 *
 * @example await sendLater(scope, { account }, passwordChanged, { at: scope.now.toISOString() })
 */
export async function sendLater<Data>(
  { db, now }: Pick<IdentityScope, 'db' | 'now'>,
  recipient: Recipient,
  kind: MailKind<Data>,
  data: NoInfer<Data>,
): Promise<void> {
  await db
    .insertInto('outbox')
    .values({
      id: newId(),
      ...('account' in recipient ? { account_id: recipient.account } : { address: recipient.address }),
      kind: kind.name,
      data: JSON.stringify(kind.data.parse(data)),
      made_at: now,
      due_at: now,
    })
    .execute();
  await hasten(db, sendingJob);
}

/** The job that sends what is due. */
export const sendingJob = 'mail.send';

/** Takes the message that has been due longest and that nobody is sending; it is ours until the lease ends. */
export async function claimDue({ db, now }: IdentityScope, leaseSeconds: number): Promise<Waiting | undefined> {
  const due = db
    .selectFrom('outbox')
    .select('id')
    .where('due_at', '<=', now)
    .where((where) => where.or([where('leased_until', 'is', null), where('leased_until', '<', now)]))
    .orderBy('due_at')
    .limit(1)
    .forUpdate()
    .skipLocked();
  const row = await db
    .updateTable('outbox')
    .set({ leased_until: new Date(now.getTime() + leaseSeconds * 1000), tries: sql`tries + 1` })
    .where('id', '=', due)
    .returning(['id', 'account_id', 'address', 'kind', 'data', 'tries'])
    .executeTakeFirst();
  if (!row) return undefined;
  const recipient = row.account_id === null ? { address: row.address as Address } : { account: row.account_id };
  return { id: row.id, recipient, kind: row.kind, data: row.data, tries: row.tries - 1 };
}

/** Where a recipient is to be reached now: undefined for a closed account, or an address that has refused us. */
export async function addressNow(db: Kysely<Tables>, recipient: Recipient): Promise<Address | undefined> {
  const address = 'account' in recipient ? await addressOfAccount(db, recipient.account) : recipient.address;
  if (address === undefined) return undefined;
  const refused = await db
    .selectFrom('refused_address')
    .select('address')
    .where('address', '=', address)
    .executeTakeFirst();
  return refused ? undefined : readAddress(address);
}

async function addressOfAccount(db: Kysely<Tables>, account: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('account')
    .select('email')
    .where('id', '=', account)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return row?.email;
}

/** Notes what became of a message and takes it out of the outbox. */
export async function endMessage(
  { db, now }: IdentityScope,
  { id, recipient, kind }: Waiting,
  outcome: Outcome,
): Promise<void> {
  await db.deleteFrom('outbox').where('id', '=', id).execute();
  await db
    .insertInto('mail_ended')
    .values({ id, account_id: 'account' in recipient ? recipient.account : null, kind, outcome, ended_at: now })
    .onConflict((same) => same.doNothing())
    .execute();
}

/** Puts a message back for another try. */
export async function tryAgainAt({ db }: IdentityScope, id: string, at: Date): Promise<void> {
  await db.updateTable('outbox').set({ due_at: at, leased_until: null }).where('id', '=', id).execute();
}

/** Sends nothing more to an address that refuses us, until it is confirmed. */
export async function noteRefused({ db, now }: IdentityScope, address: Address, code: string): Promise<void> {
  await db
    .insertInto('refused_address')
    .values({ address, refused_at: now, reply_code: code })
    .onConflict((same) => same.column('address').doUpdateSet({ refused_at: now, reply_code: code }))
    .execute();
}

/** The address was confirmed: by its owner following a link, or by the office inviting it anew. */
export async function confirmAddress({ db }: Pick<IdentityScope, 'db'>, address: string): Promise<void> {
  await db.deleteFrom('refused_address').where('address', '=', address).execute();
}

/** How long a message waits to be sent at all, in milliseconds. */
export const keptFor = 7 * 86_400_000;

/** Forgets what became of old messages, and messages that could not be sent for a week. */
export async function forgetOldMail({ db, now }: IdentityScope): Promise<void> {
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
  await db.deleteFrom('mail_ended').where('ended_at', '<', daysAgo(90)).execute();
  await db
    .deleteFrom('outbox')
    .where('made_at', '<', new Date(now.getTime() - keptFor))
    .execute();
  await db.deleteFrom('example_mail').where('sent_at', '<', daysAgo(7)).execute();
}

import type { IdentityScope } from '../database/database.ts';
import { newId } from '../database/ids.ts';
import { countAfter, credentialIn, type Passkey } from './passkey.ts';

/** The passkeys of an account, as much of them as a browser needs to find its own. */
export async function listCredentials(
  { db }: Pick<IdentityScope, 'db'>,
  account: string,
): Promise<Pick<Passkey, 'credentialId' | 'transports'>[]> {
  return await db
    .selectFrom('passkey')
    .select(['credential_id as credentialId', 'transports'])
    .where('account_id', '=', account)
    .orderBy('made_at')
    .execute();
}

/** Keeps a passkey. @returns false where it is somebody's already */
export async function addPasskey(
  { db, now }: IdentityScope,
  account: string,
  { credentialId, publicKey, counter, transports }: Passkey,
  device: string,
): Promise<boolean> {
  const added = await db
    .insertInto('passkey')
    .values({
      account_id: account,
      id: newId(),
      credential_id: credentialId,
      public_key: publicKey,
      counter,
      transports: [...transports],
      device,
      made_at: now,
    })
    .onConflict((same) => same.doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

/** Whether a browser's answer shows one of the account's passkeys. @param question the one it was asked; undefined for none */
export async function usePasskey(
  { db }: IdentityScope,
  url: string,
  account: string,
  question: string | undefined,
  answer: string,
): Promise<boolean> {
  const credentialId = credentialIn(answer);
  if (question === undefined || credentialId === undefined) return false;
  const row = await db
    .selectFrom('passkey')
    .select(['id', 'public_key', 'counter', 'transports'])
    .where('account_id', '=', account)
    .where('credential_id', '=', credentialId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return false;
  const passkey = { credentialId, publicKey: row.public_key, counter: row.counter, transports: row.transports };
  const counter = await countAfter(url, question, answer, passkey);
  if (counter === undefined) return false;
  await db.updateTable('passkey').set({ counter }).where('account_id', '=', account).where('id', '=', row.id).execute();
  return true;
}

import type { IdentityScope } from '../database/database.ts';
import { newId } from '../database/ids.ts';
import { stepOf } from './authenticator.ts';
import { type Keys, seal, unseal } from './secrets.ts';

const keyFor = (keys: Keys) => keys.derive('authenticator seeds');
const about = (account: string) => `authenticator of ${account}`;

/** Keeps an authenticator whose first code was right. @param step the step of that code, which is thereby used */
export async function addAuthenticator(
  { db, now }: IdentityScope,
  keys: Keys,
  account: string,
  added: { seed: string; step: number; device: string },
): Promise<void> {
  const { seed, step, device } = added;
  await db
    .insertInto('authenticator')
    .values({
      account_id: account,
      id: newId(),
      seed_sealed: seal(keyFor(keys), about(account), seed),
      last_step: step,
      device,
      made_at: now,
    })
    .execute();
}

/** Whether `code` is right for one of the account's authenticators, and was not used before: then it is now. */
export async function useAuthenticatorCode(
  { db, now }: IdentityScope,
  keys: Keys,
  account: string,
  code: string,
): Promise<boolean> {
  const rows = await db
    .selectFrom('authenticator')
    .select(['id', 'seed_sealed', 'last_step'])
    .where('account_id', '=', account)
    .execute();
  for (const row of rows) {
    const seed = unseal(keyFor(keys), about(account), row.seed_sealed);
    const step = seed === undefined ? undefined : await stepOf(seed, code, now, row.last_step);
    if (step !== undefined) return await useStep({ db }, account, row.id, step);
  }
  return false;
}

/** Of two who show the same code at once, one is refused: the row holds the last step. */
async function useStep({ db }: Pick<IdentityScope, 'db'>, account: string, id: string, step: number): Promise<boolean> {
  const used = await db
    .updateTable('authenticator')
    .set({ last_step: step })
    .where('account_id', '=', account)
    .where('id', '=', id)
    .where('last_step', '<', step)
    .returning('id')
    .executeTakeFirst();
  return used !== undefined;
}

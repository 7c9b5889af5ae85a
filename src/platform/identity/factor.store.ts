import type { Kysely } from 'kysely';
import type { IdentityScope, Tables } from '../database/database.ts';
import type { OwnFactors } from './factors.ts';

/** Whether an account has any second factor; a set of printed codes that is used up counts. */
export async function hasFactor(db: Kysely<Tables>, account: string): Promise<boolean> {
  const row = await db
    .selectFrom('authenticator')
    .select('account_id')
    .where('account_id', '=', account)
    .unionAll(db.selectFrom('passkey').select('account_id').where('account_id', '=', account))
    .unionAll(db.selectFrom('printed_code').select('account_id').where('account_id', '=', account))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Everything an account can show beside its password. */
export async function listFactors({ db }: Pick<IdentityScope, 'db'>, account: string): Promise<OwnFactors> {
  const facts = ['id', 'device', 'made_at as madeAt'] as const;
  const passkeys = await db
    .selectFrom('passkey')
    .select(facts)
    .where('account_id', '=', account)
    .orderBy('made_at')
    .execute();
  const authenticators = await db
    .selectFrom('authenticator')
    .select(facts)
    .where('account_id', '=', account)
    .orderBy('made_at')
    .execute();
  const codes = await db
    .selectFrom('printed_code')
    .select(['made_at', 'used_at'])
    .where('account_id', '=', account)
    .execute();
  const [first] = codes;
  return {
    passkeys,
    authenticators,
    printedCodes: first && { madeAt: first.made_at, left: codes.filter((code) => code.used_at === null).length },
  };
}

/** Removes one passkey or authenticator; nothing happens where it is not this account's. */
export async function removeFactor(
  { db }: Pick<IdentityScope, 'db'>,
  account: string,
  kind: 'passkey' | 'authenticator',
  id: string,
): Promise<void> {
  await db.deleteFrom(kind).where('account_id', '=', account).where('id', '=', id).execute();
}

/** Removes all of an account's factors. */
export async function removeAllFactors({ db }: Pick<IdentityScope, 'db'>, account: string): Promise<void> {
  for (const table of ['passkey', 'authenticator', 'printed_code'] as const) {
    await db.deleteFrom(table).where('account_id', '=', account).execute();
  }
}

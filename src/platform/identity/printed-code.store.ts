import type { IdentityScope } from '../database/database.ts';
import { newPrintedCodes, readPrintedCode } from './printed-codes.ts';
import { type Keys, keyedHash } from './secrets.ts';

const hashOf = (keys: Keys, account: string, code: string) => keyedHash(keys, 'printed codes', `${account} ${code}`);

/** A new set of codes in place of the old one, in clear this once. */
export async function printCodes({ db, now }: IdentityScope, keys: Keys, account: string): Promise<string[]> {
  const codes = newPrintedCodes();
  await removePrintedCodes({ db }, account);
  await db
    .insertInto('printed_code')
    .values(
      codes.map((code) => ({
        account_id: account,
        code_hash: hashOf(keys, account, readPrintedCode(code) ?? code),
        made_at: now,
      })),
    )
    .execute();
  return codes;
}

/** Whether `typed` is one of the account's codes and was not used before: then it is now. */
export async function usePrintedCode(
  { db, now }: IdentityScope,
  keys: Keys,
  account: string,
  typed: string,
): Promise<boolean> {
  const code = readPrintedCode(typed);
  if (code === undefined) return false;
  const used = await db
    .updateTable('printed_code')
    .set({ used_at: now })
    .where('account_id', '=', account)
    .where('code_hash', '=', hashOf(keys, account, code))
    .where('used_at', 'is', null)
    .returning('account_id')
    .executeTakeFirst();
  return used !== undefined;
}

/** Removes the whole set, used codes too. */
export async function removePrintedCodes({ db }: Pick<IdentityScope, 'db'>, account: string): Promise<void> {
  await db.deleteFrom('printed_code').where('account_id', '=', account).execute();
}

import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/database.ts';
import { type Answer, goTo } from './answers.ts';
import { FormRefused } from './errors.ts';

/** The body of a posted form: a value for each field, several where a name repeats. */
export type Answers = Readonly<Record<string, string | string[] | undefined>>;

/**
 * Does `work` for a posted form once. The same form sent again (a double press, a lost answer) is told where the first one
 * led, and nothing happens twice.
 *
 * @throws {FormRefused} when the form has no key, or its key was used with other answers
 */
export async function once(
  db: Kysely<Tables>,
  account: string,
  answers: Answers,
  work: () => Promise<Answer> | Answer,
): Promise<Answer> {
  const { _key: key, _csrf: _, ...typed } = answers;
  if (typeof key !== 'string' || key === '') throw new FormRefused();
  const use = {
    account_id: account,
    key_hash: hash(key),
    body_hash: hash(JSON.stringify(Object.entries(typed).toSorted(([a], [b]) => (a < b ? -1 : 1)))),
  };
  const claimed = await db
    .insertInto('form_use')
    .values({ ...use, led_to: '' })
    .onConflict((conflict) => conflict.doNothing())
    .returning('led_to')
    .executeTakeFirst();
  if (!claimed) return repeat(db, use);
  const answer = await work();
  const row = db.updateTable('form_use').where('account_id', '=', account).where('key_hash', '=', use.key_hash);
  if (answer.kind === 'redirect') await row.set({ led_to: answer.to }).execute();
  else await db.deleteFrom('form_use').where('account_id', '=', account).where('key_hash', '=', use.key_hash).execute();
  return answer;
}

async function repeat(
  db: Kysely<Tables>,
  use: { account_id: string; key_hash: Buffer; body_hash: Buffer },
): Promise<Answer> {
  const first = await db
    .selectFrom('form_use')
    .select(['body_hash', 'led_to'])
    .where('account_id', '=', use.account_id)
    .where('key_hash', '=', use.key_hash)
    .executeTakeFirst();
  if (!first?.body_hash.equals(use.body_hash)) throw new FormRefused();
  return goTo(first.led_to);
}

const hash = (text: string) => createHash('sha256').update(text).digest();

/** Forgets uses older than two days; a form that old is refused by its token anyway. */
export async function forgetOldForms(db: Kysely<Tables>, now: Date): Promise<void> {
  await db
    .deleteFrom('form_use')
    .where('used_at', '<', new Date(now.getTime() - 2 * 86_400_000))
    .execute();
}

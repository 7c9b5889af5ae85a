import type { Scope } from '../../platform/database/database.ts';
import { newId } from '../../platform/database/ids.ts';

/** An account of the example: no password, so the example's own page is its only way in. */
export async function addExampleAccount({ db }: Scope, email: string, name: string): Promise<string> {
  const id = newId();
  await db.insertInto('account').values({ id, email, name }).execute();
  return id;
}

/** The account with this address, of the example alone: it has no password and belongs to no real partnership. */
export async function findExampleAccount({ db }: Pick<Scope, 'db'>, email: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('account')
    .select('id')
    .where('email', '=', email)
    .where('password_hash', 'is', null)
    .executeTakeFirst();
  return row?.id;
}

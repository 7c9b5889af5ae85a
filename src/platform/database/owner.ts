import { Kysely, PostgresDialect } from 'kysely';
import { type Connection, openPool } from './connection.ts';
import type { Tables } from './tables.ts';

/**
 * Does `work` as the owner of the schema, in one transaction: all of it or, when it throws, nothing.
 *
 * For the operator's commands that write reference facts. A partnership's rows stay hidden: no partnership is open here.
 */
export async function asOwner<T>(owner: Connection, work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
  const pool = openPool(owner, 1);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    return await db.transaction().execute(work);
  } finally {
    await db.destroy();
  }
}

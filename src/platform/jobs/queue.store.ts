import { type Kysely, sql } from 'kysely';
import type { Tables } from '../database/database.ts';

/** How every job's queue is kept. */
export const queueOptions = {
  retryLimit: 3,
  retryDelay: 30,
  retryBackoff: true,
  expireInSeconds: 15 * 60,
  retentionSeconds: 14 * 86_400,
  deleteAfterSeconds: 86_400,
} as const;

/**
 * Asks for a job, in the caller's transaction: it is there when that commits, and not when it does not.
 *
 * @param data what the job is told: identifiers, nothing about a person, for a queue is nobody's record
 */
export async function enqueue(
  db: Kysely<Tables>,
  name: string,
  data: Readonly<Record<string, string>> = {},
): Promise<void> {
  if (await addJob(db, name, data)) return;
  await sql`select pgboss.create_queue(${name}, ${JSON.stringify({ ...queueOptions, policy: 'standard' })}::jsonb)`.execute(
    db,
  );
  await addJob(db, name, data);
}

/**
 * Asks, in the caller's transaction, that a job which runs by itself is done now and not only when its time comes. Where it
 * waits or runs already, or no process has ever done jobs here, nothing is added: its time comes anyway.
 */
export async function hasten(db: Kysely<Tables>, name: string): Promise<void> {
  await addJob(db, name, {});
}

/** @returns false where there is no queue of that name yet */
async function addJob(db: Kysely<Tables>, name: string, data: object): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`
    with queue as (select * from pgboss.queue where name = ${name}),
         added as (
           insert into pgboss.job (name, data, policy, retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds,
                                   deletion_seconds, keep_until, dead_letter, heartbeat_seconds)
           select name, ${JSON.stringify(data)}::jsonb, policy, retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds,
                  deletion_seconds, now() + retention_seconds * interval '1 second', dead_letter, heartbeat_seconds
             from queue
               on conflict do nothing)
    select exists (select from queue) as there`.execute(db);
  return rows[0]?.there ?? false;
}

import { sql } from 'kysely';
import type { IdentityScope } from '../database/database.ts';
import { type Keys, keyedHash } from './secrets.ts';
import { type Patience, patience, takeTurn } from './throttle.ts';

/** Whose tries are counted, by what they are and a name for each part: `['stranger', email, address]`. */
export interface Subject {
  hash: Buffer;
  patience: Patience;
}

export const subjectOf = (keys: Keys, kind: keyof typeof patience, ...parts: string[]): Subject => ({
  hash: keyedHash(keys, 'throttle', JSON.stringify([kind, ...parts])),
  patience: patience[kind],
});

/**
 * Counts a try by every subject, or none when one of them has to wait. Counted before the try is judged, each behind a lock,
 * so that a hundred tries sent at once are a hundred tries.
 *
 * @returns undefined when the try may be made; otherwise when the next may
 */
export async function countTry({ db, now }: IdentityScope, subjects: readonly Subject[]): Promise<Date | undefined> {
  const inOrder = [...subjects].sort((a, b) => Buffer.compare(a.hash, b.hash));
  const counted = [];
  let freeAt: Date | undefined;
  for (const subject of inOrder) {
    const turn = takeTurn(await holdTries({ db, now }, subject.hash), subject.patience, now);
    if (turn.allowed) counted.push({ hash: subject.hash, tries: turn.tries });
    else if (!freeAt || turn.freeAt > freeAt) freeAt = turn.freeAt;
  }
  if (freeAt) return freeAt;
  for (const { hash, tries } of counted) {
    const row = { tries: tries.count, last_at: tries.lastAt, free_at: tries.freeAt };
    await db.updateTable('throttle').set(row).where('subject', '=', hash).execute();
  }
  return undefined;
}

async function holdTries({ db, now }: Pick<IdentityScope, 'db' | 'now'>, subject: Buffer) {
  await db
    .insertInto('throttle')
    .values({ subject, tries: 0, last_at: now, free_at: now })
    .onConflict((same) => same.doNothing())
    .execute();
  return await db
    .selectFrom('throttle')
    .select(['tries as count', 'last_at as lastAt', 'free_at as freeAt'])
    .where('subject', '=', subject)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/** The try was no guess: what was counted against its maker is forgotten. */
export async function forgetTries({ db }: Pick<IdentityScope, 'db'>, subjects: readonly Subject[]): Promise<void> {
  const hashes = subjects.map(({ hash }) => hash);
  if (hashes.length > 0) await db.deleteFrom('throttle').where('subject', 'in', hashes).execute();
}

/** Takes one try back: of a whole office's, when one of them was right. */
export async function uncountTry({ db }: Pick<IdentityScope, 'db'>, { hash }: Subject): Promise<void> {
  await db.updateTable('throttle').set({ tries: sql`greatest(tries - 1, 0)` }).where('subject', '=', hash).execute();
}

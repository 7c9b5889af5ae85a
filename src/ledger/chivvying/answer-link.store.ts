import type { Scope } from '../../platform/database/database.ts';
import { hashToken, newToken } from '../../platform/identity/secrets.ts';

/** Days for which a link in a digest works. */
export const linkDays = 30;

/** Who may answer what by a link: whose mailbox it went to, and whose action it was then. */
export interface AnswerLink {
  action: string;
  person: string;
  owner: string;
  /** Hash of the key of the form that has used it. */
  usedKey: Buffer | undefined;
}

/**
 * Makes a link for each, good once and for thirty days.
 *
 * @returns their tokens, in that order; each names its partnership, and only its hash is kept
 */
export async function makeAnswerLinks(
  { db, partnership, now }: Scope,
  wanted: readonly Pick<AnswerLink, 'action' | 'person' | 'owner'>[],
): Promise<string[]> {
  if (wanted.length === 0) return [];
  const tokens = wanted.map(() => `${partnership}.${newToken()}`);
  await db
    .insertInto('answer_link')
    .values(
      wanted.map(({ action, person, owner }, at) => ({
        partnership_id: partnership,
        token_hash: hashToken(tokens[at] ?? ''),
        action_id: action,
        person_id: person,
        for_id: owner,
        made_at: now,
        expires_at: new Date(now.getTime() + linkDays * 86_400_000),
      })),
    )
    .execute();
  return tokens;
}

/** The link that `token` opens, used or not, until it expires. Reading it uses nothing up: mail scanners open every link. */
export async function findAnswerLink(scope: Scope, token: string): Promise<AnswerLink | undefined> {
  const row = await selectLink(scope, token).executeTakeFirst();
  return row && linkOf(row);
}

/** The same, kept from being used by others until this transaction ends. */
export async function holdAnswerLink(scope: Scope, token: string): Promise<AnswerLink | undefined> {
  const row = await selectLink(scope, token).forUpdate().executeTakeFirst();
  return row && linkOf(row);
}

const selectLink = ({ db, partnership, now }: Scope, token: string) =>
  db
    .selectFrom('answer_link')
    .select(['action_id', 'person_id', 'for_id', 'used_at', 'used_key'])
    .where('partnership_id', '=', partnership)
    .where('token_hash', '=', hashToken(token))
    .where('expires_at', '>', now);

const linkOf = (row: {
  action_id: string;
  person_id: string;
  for_id: string;
  used_key: Buffer | null;
}): AnswerLink => ({
  action: row.action_id,
  person: row.person_id,
  owner: row.for_id,
  usedKey: row.used_key ?? undefined,
});

/** Uses a link, and with it every other that its reader was sent about the same action. @param key hash of the form’s one-use key */
export async function useAnswerLink(
  { db, partnership, now }: Scope,
  { action, person }: Pick<AnswerLink, 'action' | 'person'>,
  key: Buffer,
): Promise<void> {
  await db
    .updateTable('answer_link')
    .set({ used_at: now, used_key: key })
    .where('partnership_id', '=', partnership)
    .where('action_id', '=', action)
    .where('person_id', '=', person)
    .where('used_at', 'is', null)
    .execute();
}

/** Forgets links that have expired. */
export async function forgetAnswerLinks({ db, partnership, now }: Scope): Promise<void> {
  await db.deleteFrom('answer_link').where('partnership_id', '=', partnership).where('expires_at', '<', now).execute();
}

import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { Scope } from '../../platform/database/database.ts';

/** What a group was for, as agreed on a day. */
export interface Terms {
  /** From 1. */
  version: number;
  words: string;
  agreedOn: PlainDate;
  reviewOn: PlainDate | undefined;
}

/** Every version of a group's terms of reference, the newest first. */
export async function listTerms({ db, partnership }: Scope, group: string): Promise<Terms[]> {
  const rows = await db
    .selectFrom('terms_of_reference')
    .select(['version', 'words', 'agreed_on', 'review_on'])
    .where('partnership_id', '=', partnership)
    .where('group_id', '=', group)
    .orderBy('version', 'desc')
    .execute();
  return rows.map(({ version, words, agreed_on, review_on }) => ({
    version,
    words,
    agreedOn: agreed_on,
    reviewOn: review_on ?? undefined,
  }));
}

/** When the newest version of each group's terms is to be looked at again, by group; a group without terms is not there. */
export async function listTermsReviews({ db, partnership }: Scope): Promise<Map<string, PlainDate | undefined>> {
  const rows = await db
    .selectFrom('terms_of_reference')
    .select(['group_id', 'review_on'])
    .where('partnership_id', '=', partnership)
    .orderBy('group_id')
    .orderBy('version')
    .execute();
  return new Map(rows.map(({ group_id, review_on }) => [group_id, review_on ?? undefined]));
}

/** Adds a version. @throws when there is one of that number already */
export async function addTerms(
  { db, partnership }: Scope,
  group: string,
  { version, words, agreedOn, reviewOn }: Terms,
): Promise<void> {
  await db
    .insertInto('terms_of_reference')
    .values({
      partnership_id: partnership,
      group_id: group,
      version,
      words,
      agreed_on: agreedOn,
      review_on: reviewOn ?? null,
    })
    .execute();
}

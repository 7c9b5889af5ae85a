import { anyOf } from '../../platform/database/any-of.ts';
import type { Scope } from '../../platform/database/database.ts';
import type { EntryKind } from '../actions/action.ts';

/** Something that was said of an action, by whichever step. */
export interface SaidOf {
  kind: EntryKind;
  words: string;
}

/** Until the scope ends nobody else changes an action, and no other file is brought in. */
export async function holdEveryAction({ db, partnership }: Scope): Promise<void> {
  await db
    .selectFrom('partnership')
    .select('partnership_id')
    .where('partnership_id', '=', partnership)
    .forUpdate()
    .execute();
  await db
    .selectFrom('action')
    .select('id')
    .where('partnership_id', '=', partnership)
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** Everything that was said of each action in words, the last first; those of which nothing was said are left out. */
export async function listWordsSaid(
  { db, partnership }: Scope,
  actions: readonly string[],
): Promise<ReadonlyMap<string, readonly SaidOf[]>> {
  const rows = await db
    .selectFrom('action_entry')
    .select(['action_id', 'kind', 'words'])
    .where('partnership_id', '=', partnership)
    .where('action_id', '=', anyOf(actions))
    .where('words', '<>', '')
    .orderBy('id', 'desc')
    .execute();
  return Map.groupBy(rows, ({ action_id }) => action_id);
}

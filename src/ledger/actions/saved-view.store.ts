import type { Scope } from '../../platform/database/database.ts';
import { newId } from '../../platform/database/ids.ts';

/** A list as somebody narrowed and ordered it, under a name. */
export interface SavedView {
  id: string;
  name: string;
  /** As it follows the question mark of the list's address. */
  query: string;
  /** Whether everybody who sees the list sees it, and not only who saved it. */
  shared: boolean;
  mine: boolean;
}

/** Those that the person of the scope saved, and those that are shared, by name. */
export async function listSavedViews({ db, partnership, person }: Scope): Promise<SavedView[]> {
  const rows = await db
    .selectFrom('saved_view')
    .select(['id', 'name', 'query', 'shared', 'person_id'])
    .where('partnership_id', '=', partnership)
    .where('list', '=', 'actions')
    .where((where) => where.or([where('person_id', '=', person), where('shared', '=', true)]))
    .orderBy('name')
    .orderBy('id')
    .limit(100)
    .execute();
  return rows.map(({ person_id, ...view }) => ({ ...view, mine: person_id === person }));
}

export async function saveView(
  { db, partnership, person }: Scope,
  { name, query, shared }: Pick<SavedView, 'name' | 'query' | 'shared'>,
): Promise<void> {
  await db
    .insertInto('saved_view')
    .values({ partnership_id: partnership, id: newId(), list: 'actions', name, query, shared, person_id: person })
    .execute();
}

export async function removeView({ db, partnership }: Scope, id: string): Promise<void> {
  await db.deleteFrom('saved_view').where('partnership_id', '=', partnership).where('id', '=', id).execute();
}

import type { Scope } from '../platform/database/database.ts';
import { prepared } from '../platform/database/prepared.ts';

/** The names of everybody, of every agency and of every group of the partnership, by id; those that have ended too. */
export async function readNames({ db, partnership }: Scope): Promise<ReadonlyMap<string, string>> {
  const rows = await selectNames(db, { partnership });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

const selectNames = prepared((db, { partnership }: Pick<Scope, 'partnership'>) =>
  db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('partnership_id', '=', partnership)
    .unionAll(db.selectFrom('agency').select(['id', 'name']).where('partnership_id', '=', partnership))
    .unionAll(db.selectFrom('partnership_group').select(['id', 'name']).where('partnership_id', '=', partnership)),
);

import type { Scope } from '../../platform/database/database.ts';
import type { DutyUse } from './duty-use.ts';

/** What the partnership has said of its duties, by name. */
export async function listDutyUse({ db, partnership }: Scope): Promise<ReadonlyMap<string, DutyUse>> {
  const rows = await db.selectFrom('duty_use').selectAll().where('partnership_id', '=', partnership).execute();
  return new Map(
    rows.map(({ duty, in_use, assessed_on, agreed_on }) => [
      duty,
      { inUse: in_use, assessedOn: assessed_on ?? undefined, agreedOn: agreed_on ?? undefined },
    ]),
  );
}

/** Says of a duty whether it is in use, and under which papers. */
export async function sayOfDuty({ db, partnership }: Scope, duty: string, use: DutyUse): Promise<void> {
  const said = { in_use: use.inUse, assessed_on: use.assessedOn ?? null, agreed_on: use.agreedOn ?? null };
  await db
    .insertInto('duty_use')
    .values({ partnership_id: partnership, duty, ...said })
    .onConflict((same) => same.columns(['partnership_id', 'duty']).doUpdateSet(said))
    .execute();
}

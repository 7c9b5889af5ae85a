import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { Scope } from '../../platform/database/database.ts';
import { newId } from '../../platform/database/ids.ts';

/** Something the partnership has set itself for a time. */
export interface Priority extends NewPriority {
  id: string;
  /** The name of who leads it; undefined where nobody does. */
  leadName: string | undefined;
}

export interface NewPriority {
  name: string;
  /** The person who leads it; undefined where nobody does. */
  lead: string | undefined;
  fromOn: PlainDate;
  /** The last day, included. */
  untilOn: PlainDate | undefined;
}

/** The partnership's priorities, the newest first. */
export async function listPriorities(scope: Scope): Promise<Priority[]> {
  const rows = await selectPriorities(scope).orderBy('from_on', 'desc').orderBy('priority.name').execute();
  return rows.map(toPriority);
}

export async function findPriority(scope: Scope, id: string): Promise<Priority | undefined> {
  const row = await selectPriorities(scope).where('priority.id', '=', id).executeTakeFirst();
  return row && toPriority(row);
}

const selectPriorities = ({ db, partnership }: Scope) =>
  db
    .selectFrom('priority')
    .leftJoin('person', (join) =>
      join.onRef('person.partnership_id', '=', 'priority.partnership_id').onRef('person.id', '=', 'priority.lead_id'),
    )
    .select(['priority.id', 'priority.name', 'lead_id', 'person.name as lead_name', 'from_on', 'until_on'])
    .where('priority.partnership_id', '=', partnership);

type PriorityRow = Awaited<ReturnType<ReturnType<typeof selectPriorities>['execute']>>[number];

const toPriority = ({ id, name, lead_id, lead_name, from_on, until_on }: PriorityRow): Priority => ({
  id,
  name,
  lead: lead_id ?? undefined,
  leadName: lead_name ?? undefined,
  fromOn: from_on,
  untilOn: until_on ?? undefined,
});

export async function addPriority({ db, partnership }: Scope, priority: NewPriority): Promise<string> {
  const id = newId();
  await db
    .insertInto('priority')
    .values({ partnership_id: partnership, id, ...rowOf(priority) })
    .execute();
  return id;
}

export async function changePriority({ db, partnership }: Scope, id: string, priority: NewPriority): Promise<void> {
  await db
    .updateTable('priority')
    .set(rowOf(priority))
    .where('partnership_id', '=', partnership)
    .where('id', '=', id)
    .execute();
}

const rowOf = ({ name, lead, fromOn, untilOn }: NewPriority) => ({
  name,
  lead_id: lead ?? null,
  from_on: fromOn,
  until_on: untilOn ?? null,
});

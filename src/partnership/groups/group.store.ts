import { type Selectable, sql } from 'kysely';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { Scope } from '../../platform/database/database.ts';
import { newId } from '../../platform/database/ids.ts';
import { prepared } from '../../platform/database/prepared.ts';
import type { PartnershipGroupTable } from '../tables.generated.ts';

export type GroupKind = Selectable<PartnershipGroupTable>['kind'];

/** A board, executive, sub-group, panel or the like. */
export interface Group {
  id: string;
  name: string;
  kind: GroupKind;
  /** The group it reports to. */
  parent: string | undefined;
  purpose: string;
  /** What is delegated down to it. */
  decides: string;
  /** What must come up from it. */
  sendsUp: string;
  /** How many seats a quorate meeting needs in all; undefined where nothing is said. */
  quorumMembers: number | undefined;
  fromOn: PlainDate | undefined;
  /** The last day it sat. */
  endedOn: PlainDate | undefined;
}

export type NewGroup = Pick<Group, 'name'> & Partial<Omit<Group, 'id' | 'name' | 'endedOn'>>;

export async function addGroup({ db, partnership }: Scope, group: NewGroup): Promise<string> {
  const id = newId();
  await db
    .insertInto('partnership_group')
    .values({ partnership_id: partnership, id, ...rowOf(group) })
    .execute();
  return id;
}

export async function changeGroup({ db, partnership }: Scope, id: string, group: NewGroup): Promise<void> {
  await db
    .updateTable('partnership_group')
    .set(rowOf(group))
    .where('partnership_id', '=', partnership)
    .where('id', '=', id)
    .execute();
}

const rowOf = (group: NewGroup) => ({
  name: group.name,
  kind: group.kind ?? ('sub-group' as const),
  parent_id: group.parent ?? null,
  purpose: group.purpose ?? '',
  decides: group.decides ?? '',
  sends_up: group.sendsUp ?? '',
  quorum_members: group.quorumMembers ?? null,
  from_on: group.fromOn ?? null,
});

/** Says which day was its last, or, with undefined, that it goes on. */
export async function endGroup({ db, partnership }: Scope, id: string, endedOn: PlainDate | undefined): Promise<void> {
  await db
    .updateTable('partnership_group')
    .set({ ended_on: endedOn ?? null })
    .where('partnership_id', '=', partnership)
    .where('id', '=', id)
    .execute();
}

/** Every group, those that have ended too, by name. */
export async function listGroups({ db, partnership }: Scope): Promise<Group[]> {
  return (await selectAll(db, { partnership })).map(groupOf);
}

const selectAll = prepared((db, { partnership }: Pick<Scope, 'partnership'>) =>
  db
    .selectFrom('partnership_group')
    .selectAll()
    .where('partnership_id', '=', partnership)
    .orderBy(sql`lower(name)`)
    .orderBy('id'),
);

export async function findGroup({ db, partnership }: Scope, id: string): Promise<Group | undefined> {
  const row = await db
    .selectFrom('partnership_group')
    .selectAll()
    .where('partnership_id', '=', partnership)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && groupOf(row);
}

const groupOf = (row: {
  id: string;
  name: string;
  kind: GroupKind;
  parent_id: string | null;
  purpose: string;
  decides: string;
  sends_up: string;
  quorum_members: number | null;
  from_on: PlainDate | null;
  ended_on: PlainDate | null;
}): Group => ({
  id: row.id,
  name: row.name,
  kind: row.kind,
  parent: row.parent_id ?? undefined,
  purpose: row.purpose,
  decides: row.decides,
  sendsUp: row.sends_up,
  quorumMembers: row.quorum_members ?? undefined,
  fromOn: row.from_on ?? undefined,
  endedOn: row.ended_on ?? undefined,
});

/** Every group, kept from being changed by others until this transaction ends: who reports to whom is settled over all. */
export async function holdGroups(scope: Scope): Promise<Group[]> {
  await scope.db
    .selectFrom('partnership_group')
    .select('id')
    .where('partnership_id', '=', scope.partnership)
    .orderBy('id')
    .forUpdate()
    .execute();
  return await listGroups(scope);
}

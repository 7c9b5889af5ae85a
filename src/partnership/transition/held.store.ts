import { sql } from 'kysely';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { Scope } from '../../platform/database/database.ts';
import { endGroup } from '../groups/group.store.ts';
import type { RoleHeld } from '../people/role-held.store.ts';
import type { Task } from '../task.store.ts';
import type { Held } from './transition.ts';

/** Whether something goes on today; what begins later does. */
const isStill =
  (today: PlainDate) =>
  ({ until_on }: { until_on: PlainDate | null }): boolean =>
    until_on === null || until_on >= today;

/** Everybody in a seat, today or later, as a deputy too. */
export async function listMembers({ db, partnership, today }: Scope): Promise<Held[]> {
  const rows = await db
    .selectFrom('seat_holder')
    .innerJoin('person', (join) =>
      join
        .onRef('person.partnership_id', '=', 'seat_holder.partnership_id')
        .onRef('person.id', '=', 'seat_holder.person_id'),
    )
    .select(['person.id', 'person.name', 'seat_holder.until_on'])
    .where('seat_holder.partnership_id', '=', partnership)
    .orderBy('person.name')
    .orderBy('person.id')
    .execute();
  const seated = new Map(rows.filter(isStill(today)).map(({ id, name }) => [id, name]));
  return [...seated].map(([id, title]) => ({ kind: 'member', id, title, person: id }));
}

/** A role that somebody holds today or later, with their name. */
export interface RoleOfSomebody extends RoleHeld {
  name: string;
}

export async function listHeldRoles({ db, partnership, today }: Scope): Promise<RoleOfSomebody[]> {
  const rows = await db
    .selectFrom('role_held')
    .innerJoin('person', (join) =>
      join
        .onRef('person.partnership_id', '=', 'role_held.partnership_id')
        .onRef('person.id', '=', 'role_held.person_id'),
    )
    .select([
      'role_held.id',
      'role',
      'from_on',
      'until_on',
      'person_id',
      'person.name',
      'role_held.agency_id',
      'role_held.group_id',
    ])
    .where('role_held.partnership_id', '=', partnership)
    .orderBy('role')
    .orderBy('person.name')
    .orderBy('role_held.id')
    .execute();
  return rows.filter(isStill(today)).map(({ id, role, name, ...row }) => ({
    id,
    role,
    name,
    person: row.person_id,
    agency: row.agency_id ?? undefined,
    group: row.group_id ?? undefined,
    fromOn: row.from_on,
    untilOn: row.until_on ?? undefined,
  }));
}

/** What is needed of somebody, with their name, and the record it is about. */
export interface OpenTask extends Task {
  person: string;
  name: string;
  record: string;
}

export async function listOpenTasks({ db, partnership }: Scope): Promise<OpenTask[]> {
  const rows = await db
    .selectFrom('task')
    .innerJoin('person', (join) =>
      join.onRef('person.partnership_id', '=', 'task.partnership_id').onRef('person.id', '=', 'task.person_id'),
    )
    .select(['task.id', 'kind', 'title', 'why', 'path', 'due_on', 'record_id', 'person_id', 'person.name'])
    .where('task.partnership_id', '=', partnership)
    .orderBy('title')
    .orderBy('task.id')
    .execute();
  return rows.map(({ due_on, record_id, person_id, ...row }) => ({
    ...row,
    dueOn: due_on ?? undefined,
    record: record_id,
    person: person_id,
  }));
}

/** Today is the last day, unless an earlier one was, or it begins later: then it is over on its first day. */
const endingOn = (today: PlainDate) => ({
  until_on: sql<PlainDate>`least(until_on, greatest(from_on, ${today}::date))`,
});

/** Ends every seat and deputy's seat that somebody holds. */
export async function endSeatsOf({ db, partnership, today }: Scope, person: string): Promise<void> {
  await db
    .updateTable('seat_holder')
    .set(endingOn(today))
    .where('partnership_id', '=', partnership)
    .where('person_id', '=', person)
    .execute();
}

/** Ends a group, its seats, and whoever's time in them. */
export async function endGroupAndSeats(scope: Scope, group: string): Promise<void> {
  const { db, partnership, today } = scope;
  const seats = db
    .selectFrom('group_seat')
    .select('id')
    .where('partnership_id', '=', partnership)
    .where('group_id', '=', group);
  await db
    .updateTable('seat_holder')
    .set(endingOn(today))
    .where('partnership_id', '=', partnership)
    .where('seat_id', 'in', seats)
    .execute();
  await db
    .updateTable('group_seat')
    .set(endingOn(today))
    .where('partnership_id', '=', partnership)
    .where('group_id', '=', group)
    .execute();
  await endGroup(scope, group, today);
}

/** Nobody is asked any more. */
export async function endTask({ db, partnership }: Scope, id: string): Promise<void> {
  await db.deleteFrom('task').where('partnership_id', '=', partnership).where('id', '=', id).execute();
}

import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { Scope } from '../../platform/database/database.ts';
import { capacities } from '../groups/kinds.ts';
import { isRole, roles } from '../roles.ts';
import { allTasks, type Thing } from './leaving.ts';

/** Everything that is somebody's today or later: seats, roles, whom they assist and who assists them, priorities, tasks. */
export async function listThings(scope: Scope, person: string): Promise<Thing[]> {
  return [
    ...(await listSeats(scope, person)),
    ...(await listRoles(scope, person)),
    ...(await listAssisting(scope, person)),
    ...(await listPriorities(scope, person)),
    ...(await listTasks(scope, person)),
  ];
}

/** Whether something goes on today; what begins later does. */
const isStill =
  (today: PlainDate) =>
  ({ until_on }: { until_on: PlainDate | null }): boolean =>
    until_on === null || until_on >= today;

async function listSeats({ db, partnership, today }: Scope, person: string): Promise<Thing[]> {
  const rows = await db
    .selectFrom('seat_holder as holder')
    .innerJoin('group_seat as seat', (join) =>
      join.onRef('seat.partnership_id', '=', 'holder.partnership_id').onRef('seat.id', '=', 'holder.seat_id'),
    )
    .innerJoin('partnership_group as group', (join) =>
      join.onRef('group.partnership_id', '=', 'seat.partnership_id').onRef('group.id', '=', 'seat.group_id'),
    )
    .select(['holder.id', 'holder.deputy', 'holder.until_on', 'seat.capacity', 'group.name'])
    .where('holder.partnership_id', '=', partnership)
    .where('holder.person_id', '=', person)
    .orderBy('holder.deputy')
    .orderBy('group.name')
    .orderBy('holder.id')
    .execute();
  return rows.filter(isStill(today)).map(({ id, deputy, capacity, name }) => ({
    kind: deputy ? 'deputy-seat' : 'seat',
    id,
    title: `${capacities[capacity]}, ${name}`,
  }));
}

async function listRoles({ db, partnership, today }: Scope, person: string): Promise<Thing[]> {
  const rows = await db
    .selectFrom('role_held as held')
    .leftJoin('partnership_group as group', (join) =>
      join.onRef('group.partnership_id', '=', 'held.partnership_id').onRef('group.id', '=', 'held.group_id'),
    )
    .leftJoin('agency', (join) =>
      join.onRef('agency.partnership_id', '=', 'held.partnership_id').onRef('agency.id', '=', 'held.agency_id'),
    )
    .select(['held.id', 'held.role', 'held.until_on', 'group.name as group_name', 'agency.name as agency_name'])
    .where('held.partnership_id', '=', partnership)
    .where('held.person_id', '=', person)
    .orderBy('held.role')
    .orderBy('held.id')
    .execute();
  return rows.filter(isStill(today)).map(({ id, role, group_name, agency_name }) => ({
    kind: 'role',
    id,
    role,
    title: [isRole(role) ? roles[role].title : role, group_name, agency_name].filter(Boolean).join(', '),
  }));
}

async function listAssisting({ db, partnership, today }: Scope, person: string): Promise<Thing[]> {
  const rows = await db
    .selectFrom('assistant')
    .innerJoin('person', (join) =>
      join
        .onRef('person.partnership_id', '=', 'assistant.partnership_id')
        .on((on) =>
          on.or([
            on.and([on('assistant.person_id', '=', person), on('person.id', '=', on.ref('assistant.assists_id'))]),
            on.and([on('assistant.assists_id', '=', person), on('person.id', '=', on.ref('assistant.person_id'))]),
          ]),
        ),
    )
    .select(['assistant.id', 'assistant.person_id', 'person.id as other', 'person.name', 'until_on'])
    .where('assistant.partnership_id', '=', partnership)
    .where((where) => where.or([where('assistant.person_id', '=', person), where('assistant.assists_id', '=', person)]))
    .orderBy('assistant.id')
    .execute();
  return rows
    .filter(isStill(today))
    .map(({ id, person_id, other, name }) =>
      person_id === person
        ? { kind: 'assists', id, other, title: `Assists ${name}` }
        : { kind: 'assistant', id, other, title: `Is assisted by ${name}` },
    );
}

async function listPriorities({ db, partnership, today }: Scope, person: string): Promise<Thing[]> {
  const rows = await db
    .selectFrom('priority')
    .select(['id', 'name', 'until_on'])
    .where('partnership_id', '=', partnership)
    .where('lead_id', '=', person)
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows
    .filter(isStill(today))
    .map(({ id, name }) => ({ kind: 'priority', id, title: `Leads the priority ${name}` }));
}

async function listTasks({ db, partnership }: Scope, person: string): Promise<Thing[]> {
  const rows = await db
    .selectFrom('task')
    .select('id')
    .where('partnership_id', '=', partnership)
    .where('person_id', '=', person)
    .execute();
  const tasks = rows.length;
  return tasks === 0 ? [] : [{ kind: 'tasks', id: allTasks, title: tasks === 1 ? 'One task' : `${tasks} tasks` }];
}

/** Everybody who holds the role of business manager from today on without an end, has not left, and can sign in. */
export async function listManagers({ db, partnership, today }: Scope): Promise<string[]> {
  const rows = await db
    .selectFrom('role_held')
    .innerJoin('membership', (join) =>
      join
        .onRef('membership.partnership_id', '=', 'role_held.partnership_id')
        .onRef('membership.person_id', '=', 'role_held.person_id'),
    )
    .select('role_held.person_id')
    .distinct()
    .where('role_held.partnership_id', '=', partnership)
    .where('role', '=', 'business-manager')
    .where('from_on', '<=', today)
    .where('until_on', 'is', null)
    .orderBy('role_held.person_id')
    .execute();
  return rows.map(({ person_id }) => person_id);
}

/**
 * Holds the partnership's row and somebody's until the end of the transaction: while one person's access is ended nobody
 * else's is, so that two business managers cannot end each other's.
 */
export async function holdPerson(
  { db, partnership }: Scope,
  id: string,
): Promise<{ id: string; name: string; leftOn: PlainDate | undefined } | undefined> {
  await db
    .selectFrom('partnership')
    .select('partnership_id')
    .where('partnership_id', '=', partnership)
    .forNoKeyUpdate()
    .execute();
  const row = await db
    .selectFrom('person')
    .select(['id', 'name', 'left_on'])
    .where('partnership_id', '=', partnership)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row && { id: row.id, name: row.name, leftOn: row.left_on ?? undefined };
}

import { sql } from 'kysely';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import { anyOf } from '../../platform/database/any-of.ts';
import type { CaseScope, Scope } from '../../platform/database/database.ts';
import { newId } from '../../platform/database/ids.ts';
import { fillSeat } from '../groups/group-seat.store.ts';
import { giveRole } from '../partnership.store.ts';
import { isRole } from '../roles.ts';
import type { Thing, Turn } from './leaving.ts';

/** A period cannot end before it began: what had not begun is over on its first day. */
const endingOn = (day: PlainDate) => ({ until_on: sql<PlainDate>`greatest(from_on, ${day}::date)` });

/** A right that is taken back on the day it was given was good for no day. */
const endingRightOn = (day: PlainDate) => ({ until_on: sql<PlainDate>`greatest(from_on - 1, ${day}::date)` });

/** Ends one thing of `person`'s on this floor, or lets `to` take it over. */
export async function passOn(
  scope: Scope,
  person: string,
  { kind, id }: Pick<Thing, 'kind' | 'id'>,
  to: string | undefined,
  turn: Turn,
): Promise<void> {
  if (kind === 'seat' || kind === 'deputy-seat') await passSeat(scope, id, to, turn);
  else if (kind === 'role') await passRole(scope, id, to, turn);
  else if (kind === 'assists' || kind === 'assistant') await passAssisting(scope, kind, id, to, turn);
  else if (kind === 'priority') await passPriority(scope, id, to);
  else if (kind === 'tasks') await passTasks(scope, person, to);
}

/** Whoever takes a seat over and deputised in it does so no longer. */
async function passSeat(scope: Scope, id: string, to: string | undefined, turn: Turn): Promise<void> {
  const { db, partnership } = scope;
  const held = await db
    .updateTable('seat_holder')
    .set(endingOn(turn.seatsEndOn))
    .where('partnership_id', '=', partnership)
    .where('id', '=', id)
    .returning(['seat_id', 'deputy'])
    .executeTakeFirst();
  if (!held || to === undefined) return;
  await db
    .updateTable('seat_holder')
    .set(endingOn(turn.seatsEndOn))
    .where('partnership_id', '=', partnership)
    .where('seat_id', '=', held.seat_id)
    .where('person_id', '=', to)
    .where((where) => where.or([where('until_on', 'is', null), where('until_on', '>', turn.seatsEndOn)]))
    .execute();
  await fillSeat(scope, held.seat_id, { person: to, deputy: held.deputy, fromOn: turn.seatsBeginOn });
}

async function passRole(scope: Scope, id: string, to: string | undefined, turn: Turn): Promise<void> {
  const { db, partnership } = scope;
  const held = await db
    .updateTable('role_held')
    .set(endingRightOn(turn.rolesEndOn))
    .where('partnership_id', '=', partnership)
    .where('id', '=', id)
    .returning(['role', 'agency_id', 'group_id'])
    .executeTakeFirst();
  if (!held || to === undefined || !isRole(held.role)) return;
  const has = await db
    .selectFrom('role_held')
    .select('id')
    .where('partnership_id', '=', partnership)
    .where('person_id', '=', to)
    .where('role', '=', held.role)
    .where('agency_id', 'is not distinct from', held.agency_id)
    .where('group_id', 'is not distinct from', held.group_id)
    .where('from_on', '<=', turn.rolesBeginOn)
    .where('until_on', 'is', null)
    .executeTakeFirst();
  if (has) return;
  const { role, agency_id, group_id } = held;
  await giveRole(scope, to, {
    role,
    fromOn: turn.rolesBeginOn,
    ...(agency_id && { agency: agency_id }),
    ...(group_id && { group: group_id }),
  });
}

async function passAssisting(
  { db, partnership }: Scope,
  kind: 'assists' | 'assistant',
  id: string,
  to: string | undefined,
  turn: Turn,
): Promise<void> {
  const held = await db
    .updateTable('assistant')
    .set(endingOn(turn.seatsEndOn))
    .where('partnership_id', '=', partnership)
    .where('id', '=', id)
    .returning(['person_id', 'assists_id'])
    .executeTakeFirst();
  if (!held || to === undefined) return;
  const now = kind === 'assists' ? { ...held, person_id: to } : { ...held, assists_id: to };
  await db
    .insertInto('assistant')
    .values({ partnership_id: partnership, id: newId(), ...now, from_on: turn.seatsBeginOn })
    .execute();
}

async function passPriority({ db, partnership }: Scope, id: string, to: string | undefined): Promise<void> {
  await db
    .updateTable('priority')
    .set({ lead_id: to ?? null })
    .where('partnership_id', '=', partnership)
    .where('id', '=', id)
    .execute();
}

/** What is needed of both already is needed of the other alone. */
async function passTasks({ db, partnership }: Scope, person: string, to: string | undefined): Promise<void> {
  if (to !== undefined)
    await db
      .updateTable('task')
      .set({ person_id: to })
      .where('partnership_id', '=', partnership)
      .where('person_id', '=', person)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('task as theirs')
              .select('theirs.id')
              .where('theirs.partnership_id', '=', partnership)
              .where('theirs.person_id', '=', to)
              .whereRef('theirs.kind', '=', 'task.kind')
              .whereRef('theirs.record_id', '=', 'task.record_id'),
          ),
        ),
      )
      .execute();
  await db.deleteFrom('task').where('partnership_id', '=', partnership).where('person_id', '=', person).execute();
}

/** Ends somebody's membership, so that they are let in no more from their next request on. @returns whose account it was */
export async function endMembership({ db, partnership }: Scope, person: string): Promise<string | undefined> {
  const row = await db
    .deleteFrom('membership')
    .where('partnership_id', '=', partnership)
    .where('person_id', '=', person)
    .returning('account_id')
    .executeTakeFirst();
  return row?.account_id;
}

/** The cases whose team the person of this scope has not been taken off. */
export async function listTeamCases({ db, partnership, person }: Scope): Promise<string[]> {
  const rows = await db
    .selectFrom('case_team')
    .select('case_id')
    .distinct()
    .where('partnership_id', '=', partnership)
    .where('person_id', '=', person)
    .where('left_at', 'is', null)
    .orderBy('case_id')
    .execute();
  return rows.map(({ case_id }) => case_id);
}

/** Takes the person of this scope off the teams of its cases, at once. Being asked back does not bring them onto one. */
export async function leaveEveryTeam({ db, partnership, person, cases, now }: CaseScope): Promise<void> {
  await db
    .updateTable('case_team')
    .set({ left_at: now })
    .where('partnership_id', '=', partnership)
    .where('case_id', '=', anyOf(cases))
    .where('person_id', '=', person)
    .where('left_at', 'is', null)
    .execute();
}

/** Whether the account of this scope is in any partnership. */
export async function isInAnyPartnership({ db, account }: Pick<Scope, 'db' | 'account'>): Promise<boolean> {
  const row = await db
    .selectFrom('membership')
    .select('partnership_id')
    .where('account_id', '=', account)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

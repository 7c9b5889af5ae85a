import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { Scope } from '../../platform/database/database.ts';
import { type Role, roleNames, roles } from '../roles.ts';

/** A role that somebody holds, has held or will hold. */
export interface RoleHeld {
  id: string;
  person: string;
  /** Of `roles.ts`, or one that this version does not know. */
  role: string;
  agency: string | undefined;
  group: string | undefined;
  fromOn: PlainDate;
  /** The last day, included; the day before `fromOn` where it was taken back on the day it was given. */
  untilOn: PlainDate | undefined;
}

/** Every role somebody holds, has held or will hold, oldest first. */
export async function listRolesHeld(scope: Scope, person: string): Promise<RoleHeld[]> {
  const rows = await selectRoles(scope).where('person_id', '=', person).orderBy('from_on').orderBy('id').execute();
  return rows.map(roleHeldOf);
}

/** The same, and until the scope ends nobody else ends one of them. */
export async function holdRolesHeld(scope: Scope, person: string): Promise<RoleHeld[]> {
  const rows = await selectRoles(scope).where('person_id', '=', person).orderBy('id').forUpdate().execute();
  return rows.map(roleHeldOf);
}

/** Every role that is, was or will be held for one agency, oldest first. */
export async function listRolesFor(scope: Scope, agency: string): Promise<RoleHeld[]> {
  const rows = await selectRoles(scope).where('agency_id', '=', agency).orderBy('from_on').orderBy('id').execute();
  return rows.map(roleHeldOf);
}

const selectRoles = ({ db, partnership }: Scope) =>
  db
    .selectFrom('role_held')
    .select(['id', 'person_id', 'role', 'agency_id', 'group_id', 'from_on', 'until_on'])
    .where('partnership_id', '=', partnership);

/**
 * Everybody else than `person` who is a business manager today without an end and can sign in. Until the scope ends nobody ends
 * what they hold, so that two cannot end each other's.
 */
export async function holdOtherManagers({ db, partnership, today }: Scope, person: string): Promise<string[]> {
  const rows = await db
    .selectFrom('role_held')
    .innerJoin('membership', (join) =>
      join
        .onRef('membership.partnership_id', '=', 'role_held.partnership_id')
        .onRef('membership.person_id', '=', 'role_held.person_id'),
    )
    .select('role_held.person_id')
    .where('role_held.partnership_id', '=', partnership)
    .where('role', '=', 'business-manager')
    .where('from_on', '<=', today)
    .where('until_on', 'is', null)
    .orderBy('role_held.id')
    .forUpdate('role_held')
    .execute();
  return rows.map(({ person_id }) => person_id).filter((one) => one !== person);
}

/** Says which day is the last on which a role is held. */
export async function endRole({ db, partnership }: Scope, id: string, untilOn: PlainDate): Promise<void> {
  await db
    .updateTable('role_held')
    .set({ until_on: untilOn })
    .where('partnership_id', '=', partnership)
    .where('id', '=', id)
    .execute();
}

/** Asks the account of `person` for a second factor from now on, where a role asks for one that they hold or will hold. */
export async function askForFactor({ db, partnership, today }: Scope, person: string): Promise<void> {
  const asking: readonly Role[] = roleNames.filter((role) => roles[role].factor);
  const own = db
    .selectFrom('membership')
    .innerJoin('role_held', (join) =>
      join
        .onRef('role_held.partnership_id', '=', 'membership.partnership_id')
        .onRef('role_held.person_id', '=', 'membership.person_id'),
    )
    .select('account_id')
    .where('membership.partnership_id', '=', partnership)
    .where('membership.person_id', '=', person)
    .where('role', 'in', asking)
    .where((where) => where.or([where('until_on', 'is', null), where('until_on', '>=', today)]));
  await db.updateTable('account').set({ factor_required: true }).where('id', 'in', own).execute();
}

/** The person of this partnership whose account signs in with `email`. @param email in lower case */
export async function findPersonByAccount({ db, partnership }: Scope, email: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .select('person_id')
    .where('partnership_id', '=', partnership)
    .where('account.email', '=', email)
    .executeTakeFirst();
  return row?.person_id;
}

const roleHeldOf = (row: {
  id: string;
  person_id: string;
  role: string;
  agency_id: string | null;
  group_id: string | null;
  from_on: PlainDate;
  until_on: PlainDate | null;
}): RoleHeld => ({
  id: row.id,
  person: row.person_id,
  role: row.role,
  agency: row.agency_id ?? undefined,
  group: row.group_id ?? undefined,
  fromOn: row.from_on,
  untilOn: row.until_on ?? undefined,
});

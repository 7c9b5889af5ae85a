import type { Capacity } from '../../partnership/groups/group-seat.store.ts';
import type { Role } from '../../partnership/roles.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { Scope } from '../../platform/database/database.ts';
import type { Above } from './facts.ts';

/** Who stands above the owners of each agency’s actions, who chairs, and everybody who is a chief officer. */
export interface AboveAgencies {
  byAgency: ReadonlyMap<string, Above>;
  chiefOfficers: ReadonlySet<string>;
  /** The independent chair, or else the partnership’s. */
  chair: string | undefined;
}

/**
 * An agency’s member is whoever fills its seat on the board, or else on the executive, or else speaks for it by their role; where
 * it has none, its parent’s. Its chief officer fills its seat among the chief officers, or is its lead safeguarding partner.
 */
export async function readAbove(scope: Scope, day: PlainDate): Promise<AboveAgencies> {
  const [allSeats, roles, agencies] = await Promise.all([
    listSeats(scope, day),
    listRoles(scope, day),
    listParents(scope),
  ]);
  const seats = allSeats.filter(
    ({ capacity, agency_kind }) => members.includes(capacity) && speaksForAgency(agency_kind),
  );
  const inGroup = (agency: string, kind: string) =>
    seats.find((seat) => seat.agency_id === agency && seat.kind === kind)?.person_id;
  const holderOf = (role: Role) => roles.find((held) => held.role === role)?.person_id;
  const byRole = (agency: string, role: Role) =>
    roles.find((held) => held.agency_id === agency && held.role === role)?.person_id;
  const memberOf = (agency: string) =>
    inGroup(agency, 'board') ??
    inGroup(agency, 'executive') ??
    byRole(agency, 'safeguarding-partner-delegate') ??
    byRole(agency, 'agency-representative');
  const chiefOf = (agency: string) => inGroup(agency, 'chief-officers') ?? byRole(agency, 'lead-safeguarding-partner');
  const orParents = (agency: { id: string; parent_id: string | null }, of: (id: string) => string | undefined) =>
    of(agency.id) ?? (agency.parent_id === null ? undefined : of(agency.parent_id));
  return {
    byAgency: new Map(
      agencies.map((agency) => [
        agency.id,
        { member: orParents(agency, memberOf), chiefOfficer: orParents(agency, chiefOf) },
      ]),
    ),
    chair: holderOf('independent-chair') ?? holderOf('partnership-chair'),
    chiefOfficers: new Set([
      ...seats.filter(({ kind }) => kind === 'chief-officers').map(({ person_id }) => person_id),
      ...roles.filter(({ role }) => role === 'lead-safeguarding-partner').map(({ person_id }) => person_id),
    ]),
  };
}

/** Advisers, observers and those in attendance are no members. */
const members: readonly Capacity[] = ['chair', 'vice-chair', 'member'];

/** The office and independent people stand above nobody’s agency. */
const speaksForAgency = (kind: string): boolean => kind !== 'partnership-office' && kind !== 'independent';

/** Who sits in an agency’s seat on `day`, whoever has sat longest first. */
const listSeats = ({ db, partnership }: Scope, day: PlainDate) =>
  db
    .selectFrom('group_seat as seat')
    .innerJoin('partnership_group as body', (join) =>
      join.onRef('body.partnership_id', '=', 'seat.partnership_id').onRef('body.id', '=', 'seat.group_id'),
    )
    .innerJoin('seat_holder as holder', (join) =>
      join.onRef('holder.partnership_id', '=', 'seat.partnership_id').onRef('holder.seat_id', '=', 'seat.id'),
    )
    .innerJoin('person', (join) =>
      join.onRef('person.partnership_id', '=', 'holder.partnership_id').onRef('person.id', '=', 'holder.person_id'),
    )
    .innerJoin('agency', (join) =>
      join.onRef('agency.partnership_id', '=', 'seat.partnership_id').onRef('agency.id', '=', 'seat.agency_id'),
    )
    .select(['seat.agency_id', 'seat.capacity', 'body.kind', 'agency.kind as agency_kind', 'holder.person_id'])
    .where('seat.partnership_id', '=', partnership)
    .where('holder.deputy', '=', false)
    .where('holder.from_on', '<=', day)
    .where((where) => where.or([where('holder.until_on', 'is', null), where('holder.until_on', '>=', day)]))
    .where((where) => where.or([where('seat.until_on', 'is', null), where('seat.until_on', '>=', day)]))
    .where((where) => where.or([where('body.ended_on', 'is', null), where('body.ended_on', '>=', day)]))
    .where((where) => where.or([where('person.left_on', 'is', null), where('person.left_on', '>=', day)]))
    .orderBy('holder.from_on')
    .orderBy('holder.id')
    .execute();

/** Who holds which role on `day`, whoever has held it longest first. */
const listRoles = ({ db, partnership }: Scope, day: PlainDate) =>
  db
    .selectFrom('role_held')
    .innerJoin('person', (join) =>
      join
        .onRef('person.partnership_id', '=', 'role_held.partnership_id')
        .onRef('person.id', '=', 'role_held.person_id'),
    )
    .select(['person.agency_id', 'role_held.role', 'role_held.person_id'])
    .where('role_held.partnership_id', '=', partnership)
    .where('role_held.from_on', '<=', day)
    .where((where) => where.or([where('role_held.until_on', 'is', null), where('role_held.until_on', '>=', day)]))
    .where((where) => where.or([where('person.left_on', 'is', null), where('person.left_on', '>=', day)]))
    .orderBy('role_held.from_on')
    .orderBy('role_held.id')
    .execute();

const listParents = ({ db, partnership }: Scope) =>
  db.selectFrom('agency').select(['id', 'parent_id']).where('partnership_id', '=', partnership).execute();

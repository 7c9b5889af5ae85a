import type { Scope } from '../../platform/database/database.ts';
import { type Agency, listAgencies } from '../agencies/agency.store.ts';
import { type Group, listGroups } from '../groups/group.store.ts';
import { listGroupSeats } from '../groups/group-seat.store.ts';
import { listPeople } from './person.store.ts';
import { type Listed, listed } from './person-list.ts';

/** Everybody as lists show them, with the agencies and groups that are named beside them. */
export async function readPeople(
  scope: Scope,
): Promise<{ all: readonly Listed[]; agencies: readonly Agency[]; groups: readonly Group[] }> {
  const [people, agencies, groups, seats] = await Promise.all([
    listPeople(scope),
    listAgencies(scope),
    listGroups(scope),
    listGroupSeats(scope),
  ]);
  return { agencies, groups, all: listed(people, { agencies, groups, seats }, scope.today) };
}

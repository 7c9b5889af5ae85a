import { listAgencies } from '../../partnership/agencies/agency.store.ts';
import { isOver } from '../../partnership/directory/list.ts';
import { listGroups } from '../../partnership/groups/group.store.ts';
import { listPeople } from '../../partnership/people/person.store.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { Scope } from '../../platform/database/database.ts';
import type { Action } from './action.ts';

/** Something that can be chosen, by name. */
export interface Named {
  id: string;
  name: string;
}

/** Who and what an action can be given to today. */
export interface Choices {
  people: readonly (Named & { agency: string | undefined })[];
  agencies: readonly Named[];
  groups: readonly Named[];
}

/**
 * Everybody who is part of the partnership today, its agencies and its groups, each by name.
 *
 * @param held an action whose owner, agencies and group can be chosen too where they are no longer part of it
 */
export async function readChoices(scope: Scope, held?: Action): Promise<Choices> {
  const [people, agencies, groups] = await Promise.all([listPeople(scope), listAgencies(scope), listGroups(scope)]);
  const kept = new Set([held?.owner, held?.leadAgency, held?.group, ...(held?.contributors ?? [])]);
  const isThere = (id: string, lastDay: PlainDate | undefined) => !isOver(lastDay, scope.today) || kept.has(id);
  return {
    people: people.filter(({ id, leftOn }) => isThere(id, leftOn)),
    agencies: agencies.filter(({ id, endedOn }) => isThere(id, endedOn)),
    groups: groups.filter(({ id, endedOn }) => isThere(id, endedOn)),
  };
}

/** As the items of a select. */
export const itemsOf = (none: string, all: readonly Named[]) => [
  { value: '', text: none },
  ...all.map(({ id, name }) => ({ value: id, text: name })),
];

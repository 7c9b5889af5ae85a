import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import { writeCsv } from '../../platform/documents/csv.ts';
import { filterOf, type ListAddress } from '../../platform/ui/patterns.tsx';
import type { Agency } from '../agencies/agency.store.ts';
import { belongs, whetherOver } from '../directory/list.ts';
import { holdWords } from '../directory/words.ts';
import type { Group } from '../groups/group.store.ts';
import type { GroupSeat } from '../groups/group-seat.store.ts';
import { isOn } from '../groups/seats.ts';
import type { Person } from './person.store.ts';

/** What the list of people can be narrowed to. */
export const personFilters = ['text', 'agency', 'group', 'state'] as const;

/** Somebody as a list shows them. */
export interface Listed extends Person {
  agencyName: string | undefined;
  /** Names of the groups they sit in today, as deputy too. */
  groups: readonly { id: string; name: string }[];
}

/** Everybody with the names of their agency and of the groups they sit in on `today`. */
export function listed(
  people: readonly Person[],
  { agencies, groups, seats }: { agencies: readonly Agency[]; groups: readonly Group[]; seats: readonly GroupSeat[] },
  today: PlainDate,
): readonly Listed[] {
  const agencyNames = new Map(agencies.map(({ id, name }) => [id, name]));
  const groupNames = new Map(groups.map(({ id, name }) => [id, name]));
  const sits = seats
    .filter((seat) => isOn(seat, today))
    .flatMap(({ group, holders }) =>
      holders.filter((holder) => isOn(holder, today)).map(({ person }) => ({ person, group })),
    );
  const byPerson = Map.groupBy(sits, ({ person }) => person);
  return people.map((person) => ({
    ...person,
    agencyName: person.agency && agencyNames.get(person.agency),
    groups: [...new Set(byPerson.get(person.id)?.map(({ group }) => group))].map((id) => ({
      id,
      name: groupNames.get(id) ?? '',
    })),
  }));
}

/** The people that the list's address asks for; without a word about it, those who have not left. */
export function peopleShown(people: readonly Listed[], list: ListAddress, today: PlainDate): readonly Listed[] {
  const [text, agency, group] = [filterOf(list, 'text'), filterOf(list, 'agency'), filterOf(list, 'group')];
  const state = whetherOver(list);
  return people.filter(
    (person) =>
      belongs(state, person.leftOn, today) &&
      (agency === '' || person.agency === agency) &&
      (group === '' || person.groups.some(({ id }) => id === group)) &&
      holdWords([person.name, person.jobTitle, person.agencyName, person.workEmail], text),
  );
}

/** The people as a spreadsheet: a row each, under headings. */
export const peopleAsCsv = (shown: readonly Listed[]): string =>
  writeCsv([
    ['Name', 'Job title', 'Agency', 'Work e-mail', 'Telephone', 'Groups', 'Last day'],
    ...shown.map((person) => [
      person.name,
      person.jobTitle,
      person.agencyName ?? '',
      person.workEmail ?? '',
      person.phone,
      person.groups.map(({ name }) => name).join('; '),
      person.leftOn ?? '',
    ]),
  ]);

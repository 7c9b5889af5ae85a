import type { Agency } from '../agencies/agency.store.ts';
import type { Group } from '../groups/group.store.ts';
import type { GroupSeat } from '../groups/group-seat.store.ts';
import type { KindWords } from '../groups/kind-words.ts';
import type { Person } from '../people/person.store.ts';

/** Everything that spreadsheets bring in and take out, as the stores give it. */
export interface Directory {
  agencies: readonly Agency[];
  people: readonly Person[];
  groups: readonly Group[];
  seats: readonly GroupSeat[];
  /** What the partnership calls its kinds of group. */
  kindWords: KindWords;
}

/** What an entry is. A holder is somebody's place in a seat. */
export type Kind = 'agency' | 'group' | 'person' | 'seat' | 'holder';

/** One record as flat text: '' is nothing, a day is ISO, another record is its key. */
export interface Entry {
  kind: Kind;
  /** The record's identifier; of a new one, a name of its own such as `new 3`. */
  key: string;
  facts: Facts;
}

export type Facts = Readonly<Record<string, string>>;

/** The records of the directory as entries, holders after their seats. */
export function entriesOf({ agencies, people, groups, seats }: Directory): Entry[] {
  return [
    ...agencies.map((agency): Entry => ({ kind: 'agency', key: agency.id, facts: agencyFacts(agency) })),
    ...groups.map((group): Entry => ({ kind: 'group', key: group.id, facts: groupFacts(group) })),
    ...people.map((person): Entry => ({ kind: 'person', key: person.id, facts: personFacts(person) })),
    ...seats.flatMap(seatEntries),
  ];
}

/** Text as it comes back from a spreadsheet: no blanks around it, one kind of line end. */
export const inOneForm = (text: string): string => text.replaceAll(/\r\n?/g, '\n').trim();

const agencyFacts = (agency: Agency): Facts => ({
  name: inOneForm(agency.name),
  kind: agency.kind,
  standing: agency.standing,
  parent: agency.parent ?? '',
  emailDomains: agency.emailDomains.join(' '),
  endedOn: agency.endedOn ?? '',
});

const groupFacts = (group: Group): Facts => ({
  name: inOneForm(group.name),
  kind: group.kind,
  parent: group.parent ?? '',
  purpose: inOneForm(group.purpose),
  decides: inOneForm(group.decides),
  sendsUp: inOneForm(group.sendsUp),
  quorumMembers: String(group.quorumMembers ?? ''),
  fromOn: group.fromOn ?? '',
  endedOn: group.endedOn ?? '',
});

const personFacts = (person: Person): Facts => ({
  name: inOneForm(person.name),
  jobTitle: inOneForm(person.jobTitle),
  agency: person.agency ?? '',
  workEmail: inOneForm(person.workEmail ?? ''),
  phone: inOneForm(person.phone),
  leftOn: person.leftOn ?? '',
});

function seatEntries(seat: GroupSeat): Entry[] {
  const { group, agency = '', capacity, fromOn, untilOn = '' } = seat;
  return [
    { kind: 'seat', key: seat.id, facts: { group, agency, capacity, fromOn, untilOn } },
    ...seat.holders.map(
      (holder): Entry => ({
        kind: 'holder',
        key: holder.id,
        facts: {
          seat: seat.id,
          person: holder.person,
          deputy: holder.deputy ? 'yes' : '',
          fromOn: holder.fromOn,
          untilOn: holder.untilOn ?? '',
        },
      }),
    ),
  ];
}

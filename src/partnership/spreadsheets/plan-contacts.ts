import { plainWords } from '../../platform/documents/cells.ts';
import { sectors } from '../agencies/kinds.ts';
import type { Entry, Facts } from './directory.ts';
import { nameKey } from './draft.ts';
import { findPerson } from './find-person.ts';
import { groupKindByName, kindByName, readAgencyKind, readCapacity, saysDeputy } from './kinds-in-words.ts';
import { findNamed, type Planning } from './lookup.ts';
import { findSeat, type Placing, place } from './place-seat.ts';
import { empty, stated } from './plan-records.ts';
import { repeats } from './plan-seats.ts';
import type { RowReader } from './row-reader.ts';
import type { Slips } from './slips.ts';

/** What a row of a contact list says: somebody, whom they work for and where they sit. */
interface Contact {
  agency: string;
  kind: string;
  groups: readonly string[];
  capacity: string;
  deputy: boolean;
  from: string;
  person: Facts;
}

/** What one row of a contact list does. What it names and is not here yet is made with it, all or nothing. */
export function planContact(planning: Planning, row: RowReader, slips: Slips): void {
  const contact = readContact(row);
  if (contact.agency === '') row.reject('no agency');
  if (contact.person['name'] === '') row.reject('no name');
  const agency = knownOrNew(planning, row, 'agency', contact.agency, slips);
  const groups = contact.groups.map((name) => ({ name, key: knownOrNew(planning, row, 'group', name, slips) }));
  if (row.reasons.length > 0) return;
  const { draft } = planning;
  const known = knownPerson(planning, row, contact, agency);
  const placings = groups.map(({ name, key }) => ({
    name,
    placing: placingOf(contact, agency, key, known?.key ?? ''),
  }));
  for (const { name, placing } of placings) {
    repeats(planning, row, placing, nameKey(name));
    refuseDays(planning, row, placing);
  }
  if (row.reasons.length > 0) return;
  const agencyKey = agency || draft.add('agency', newAgency(contact), row.line);
  const person = { ...contact.person, agency: agencyKey };
  const personKey = known?.key ?? draft.add('person', { ...empty.person, ...stated(person) }, row.line);
  if (known) draft.say(personKey, person, row.line);
  for (const { name, key } of groups) {
    const group =
      key || draft.add('group', { ...empty.group, name, kind: groupKindByName(name, draft.kindWords) }, row.line);
    const placing = placingOf(contact, agencyKey, group, personKey);
    repeats(planning, row, placing, nameKey(name));
    place(planning, row, placing, findSeat(planning, placing));
  }
}

/** Whoever the row means, if they are here or in an earlier row, which must not say otherwise of them. */
function knownPerson(
  planning: Planning,
  row: RowReader,
  { person, groups }: Contact,
  agency: string,
): Entry | undefined {
  const { draft } = planning;
  const key = agency || 'none yet';
  const known = findPerson(planning, row, {
    name: person['name'] ?? '',
    workEmail: person['workEmail'] ?? '',
    agency: key,
  });
  if (!known) return undefined;
  const other = draft.contradicted(known.key, { ...person, agency: key });
  const line = draft.saidIn(known.key);
  if (other) {
    const value = other.fact === 'agency' ? draft.fact(other.value, 'name') : other.value;
    row.reject(
      `${known.facts['name'] ?? ''} is in line ${other.line} with ${factsInWords[other.fact] ?? other.fact} “${value}”`,
    );
  } else if (groups.length === 0 && line !== undefined) row.reject(`repeats line ${line}`);
  return known;
}

const newAgency = ({ agency, kind }: Contact): Facts => ({
  ...empty.agency,
  name: agency,
  kind: kind || kindByName(agency),
});

const placingOf = ({ capacity, deputy, from }: Contact, agency: string, group: string, person: string): Placing => ({
  group,
  agency,
  person,
  capacity,
  deputy,
  seatFrom: '',
  seatUntil: '',
  from,
  until: '',
});

/** Whoever sits there already from another day keeps it; the row is told, before anything of it is taken. */
function refuseDays(planning: Planning, row: RowReader, placing: Placing): void {
  if (placing.group === '' || placing.person === '') return;
  const { seat, holder } = findSeat(planning, placing);
  if (holder) place(planning, row, placing, { seat, holder });
}

function readContact(row: RowReader): Contact {
  const agency = row.text('agency', 'name of the agency');
  const role = row.raw('capacity');
  return {
    agency,
    kind: isSector(row.raw('agency-kind')) ? '' : row.choice('agency-kind', readAgencyKind),
    groups: groupsIn(row.text('group', 'names of the groups', 1000)),
    capacity: row.choice('capacity', readCapacity) || 'member',
    deputy: row.yesOrNo('deputy') === 'yes' || saysDeputy(role),
    from: row.day('from'),
    person: {
      name: row.name(),
      jobTitle: row.text('job-title', 'job title'),
      workEmail: row.email(),
      phone: row.phone(),
    },
  };
}

/** The groups that a cell names, one to a line or with semicolons between. */
function groupsIn(text: string): string[] {
  const names = text.split(/[;\n]/).map((name) => name.replaceAll(/\s+/g, ' ').trim());
  return [...new Map(names.filter(Boolean).map((name) => [nameKey(name), name])).values()];
}

const sectorWords = new Set([
  'education',
  'schools',
  'local authority services',
  ...Object.entries(sectors).flat().map(plainWords),
]);

/** A column that only says “Health” or “Education” leaves the kind to the agency's name. */
const isSector = (text: string): boolean =>
  sectorWords.has(plainWords(text)) && readAgencyKind(text).wrong !== undefined;

/** The key of what is here or an earlier row brought; '' for something new. A name that is nearly another's is told so. */
function knownOrNew(planning: Planning, row: RowReader, kind: 'agency' | 'group', name: string, slips: Slips): string {
  if (name === '') return '';
  const before = row.reasons.length;
  const known = findNamed(planning, row, kind, name);
  const meant = known || row.reasons.length > before ? undefined : slips.meant(kind, name);
  if (meant !== undefined)
    row.reject(`no ${kind} is called “${name}”: did you mean ${meant}? If it is another one, add it first`);
  return known?.key ?? '';
}

const factsInWords: Readonly<Record<string, string>> = {
  name: 'the name',
  jobTitle: 'the job title',
  workEmail: 'the email address',
  phone: 'the phone number',
  agency: 'the agency',
};

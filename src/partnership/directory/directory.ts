import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { Agency } from '../agencies/agency.store.ts';
import type { Listed } from '../people/person-list.ts';
import { isOver } from './list.ts';
import type { Contact } from './vcard.ts';

/** An agency and its people, as the directory has them; without an agency, those who speak for nobody else. */
export interface Entry {
  agency: Agency | undefined;
  people: readonly Listed[];
}

/** What the directory says on `today`: agencies that are part of the partnership, those without people too, then the others. */
export function entriesOf(agencies: readonly Agency[], people: readonly Listed[], today: PlainDate): readonly Entry[] {
  const here = people.filter(({ leftOn }) => !isOver(leftOn, today));
  const entries = agencies
    .filter(({ id, endedOn }) => !isOver(endedOn, today) || here.some(({ agency }) => agency === id))
    .map((agency) => ({ agency, people: here.filter((person) => person.agency === agency.id) }));
  const others = here.filter(({ agency }) => agency === undefined);
  return others.length ? [...entries, { agency: undefined, people: others }] : entries;
}

/** Somebody as an address book keeps them. */
export const contactOf = ({ id, name, jobTitle, agencyName, workEmail, phone }: Listed): Contact => ({
  id,
  name,
  jobTitle,
  agency: agencyName,
  workEmail,
  phone,
});

import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import { writeCsv } from '../../platform/documents/csv.ts';
import { filterOf, type ListAddress } from '../../platform/ui/patterns.tsx';
import { belongs, whetherOver } from '../directory/list.ts';
import { holdWords } from '../directory/words.ts';
import type { Agency } from './agency.store.ts';
import { agencyKinds, sectorOf, sectors, standings } from './kinds.ts';

/** What the list of agencies can be narrowed to. */
export const agencyFilters = ['text', 'sector', 'standing', 'state'] as const;

/** The agencies that the list's address asks for; without a word about it, those that have not ended. */
export function agenciesShown(agencies: readonly Agency[], list: ListAddress, today: PlainDate): readonly Agency[] {
  const [text, sector, standing] = [filterOf(list, 'text'), filterOf(list, 'sector'), filterOf(list, 'standing')];
  const state = whetherOver(list);
  return agencies.filter(
    (agency) =>
      belongs(state, agency.endedOn, today) &&
      (sector === '' || sectorOf(agency.kind) === sector) &&
      (standing === '' || agency.standing === standing) &&
      holdWords([agency.name, agencyKinds[agency.kind].title, ...agency.emailDomains], text),
  );
}

/** The agencies as a spreadsheet: a row each, under headings. `all` is where the names of their parent bodies are found. */
export function agenciesAsCsv(shown: readonly Agency[], all: readonly Agency[]): string {
  const names = new Map(all.map(({ id, name }) => [id, name]));
  return writeCsv([
    ['Agency', 'Kind', 'Sector', 'Standing', 'Part of', 'E-mail domains', 'Last day'],
    ...shown.map(({ name, kind, standing, parent, emailDomains, endedOn }) => [
      name,
      agencyKinds[kind].title,
      sectors[sectorOf(kind)],
      standings[standing],
      (parent && names.get(parent)) ?? '',
      emailDomains.join(' '),
      endedOn ?? '',
    ]),
  ]);
}

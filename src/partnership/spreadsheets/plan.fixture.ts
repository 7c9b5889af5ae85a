import { plainDate } from '../../platform/calendar/plain-date.ts';
import { readSpreadsheet } from '../../platform/documents/spreadsheet.ts';
import { kindNamed } from '../agencies/kinds.ts';
import type { GroupKind } from '../groups/group.store.ts';
import type { Capacity } from '../groups/group-seat.store.ts';
import { kindWordsIn } from '../groups/kind-words.ts';
import type { Directory } from './directory.ts';
import { formats, type List } from './fields.ts';
import { findColumns, matchColumns } from './match.ts';
import { type Plan, planImport } from './plan.ts';

export const today = plainDate('2026-11-23');
/** A directory with nothing in it. */
export const nobody: Directory = { agencies: [], people: [], groups: [], seats: [], kindWords: kindWordsIn({}) };
const agency = {
  kind: 'police',
  standing: 'other',
  organisation: 'o',
  parent: undefined,
  emailDomains: [],
  endedOn: undefined,
} as const;
const person = {
  jobTitle: '',
  agency: 'a1',
  workEmail: undefined,
  phone: '',
  leftOn: undefined,
  signsIn: false,
} as const;
const group = {
  kind: 'board',
  parent: undefined,
  purpose: '',
  decides: '',
  sendsUp: '',
  quorumMembers: undefined,
  fromOn: undefined,
  endedOn: undefined,
} as const;
/** A small directory. */
export const here: Directory = {
  kindWords: kindWordsIn({}),
  agencies: [
    { ...agency, id: 'a1', name: 'Dunmere Police' },
    { ...agency, id: 'a2', name: 'Old Trust', endedOn: plainDate('2025-03-31') },
    { ...agency, id: 'a3', name: 'Hope Academy Trust', kind: 'academy-trust' },
    { ...agency, id: 'a4', name: 'Hope Primary School', kind: 'primary-school', parent: 'a3' },
  ],
  people: [
    { ...person, id: 'p1', name: 'Jo Bloggs', jobTitle: 'Inspector', workEmail: 'jo@police.example' },
    { ...person, id: 'p2', name: 'Sam Gone', leftOn: plainDate('2026-01-31') },
  ],
  groups: [
    { ...group, id: 'g1', name: 'Board' },
    { ...group, id: 'g2', name: 'Training Group', kind: 'sub-group', parent: 'g1' },
  ],
  seats: [
    {
      id: 's1',
      group: 'g1',
      agency: 'a1',
      capacity: 'member',
      fromOn: plainDate('2024-01-01'),
      untilOn: undefined,
      holders: [{ id: 'h1', person: 'p1', deputy: false, fromOn: plainDate('2024-01-01'), untilOn: undefined }],
    },
  ],
};

/** What a file (or CSV as text) would do, its columns as they are recognised. */
export async function planOf(list: List, file: string | Uint8Array, directory = here): Promise<Plan> {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  const headed = findColumns(await readSpreadsheet(bytes), formats[list], new Map());
  if (!headed) throw new Error('no headings');
  const match = matchColumns(formats[list], headed.headings, new Map());
  return planImport({ list, rows: headed.rows, match, directory, today });
}
export const reasonsOf = async (list: List, ...lines: string[]) =>
  (await planOf(list, lines.join('\n'))).rejections.map(({ line, reason }) => `${line}: ${reason}`);
export const changesOf = async (list: List, ...lines: string[]) =>
  (await planOf(list, lines.join('\n'))).changes.map(({ kind, isNew, differences }) => [
    isNew ? `new ${kind}` : kind,
    ...differences
      .filter(({ after }) => after !== '')
      .map(({ fact, before, after }) => `${fact}: ${before} → ${after}`),
  ]);

/** The directory as a plan would leave it. */
export function afterwards(directory: Directory, { changes }: Plan): Directory {
  const of = (kind: string) => changes.filter((change) => change.kind === kind);
  const day = (text: string | undefined) => (text ? plainDate(text) : undefined);
  return {
    ...directory,
    agencies: [
      ...directory.agencies,
      ...of('agency').map(({ key, facts }) => ({
        ...agency,
        id: `a ${key}`,
        name: facts['name'] ?? '',
        kind: kindNamed(facts['kind'] ?? ''),
        parent: facts['parent'] ? `a ${facts['parent']}` : undefined,
        endedOn: day(facts['endedOn']),
      })),
    ],
    people: [
      ...directory.people,
      ...of('person').map(({ key, facts }) => ({
        ...person,
        id: `p ${key}`,
        name: facts['name'] ?? '',
        jobTitle: facts['jobTitle'] ?? '',
        agency: facts['agency'] || undefined,
        workEmail: facts['workEmail'] || undefined,
        leftOn: day(facts['leftOn']),
      })),
    ],
    groups: [
      ...directory.groups,
      ...of('group').map(({ key, facts }) => ({
        ...group,
        id: `g ${key}`,
        name: facts['name'] ?? '',
        kind: facts['kind'] as GroupKind,
        parent: facts['parent'] ? `g ${facts['parent']}` : undefined,
      })),
    ],
    seats: [
      ...directory.seats,
      ...of('seat').map(({ key, facts }) => ({
        id: `s ${key}`,
        group: facts['group'] ?? '',
        agency: facts['agency'] || undefined,
        capacity: facts['capacity'] as Capacity,
        fromOn: plainDate(facts['fromOn'] ?? ''),
        untilOn: day(facts['untilOn']),
        holders: of('holder')
          .filter((holder) => holder.facts['seat'] === key)
          .map((holder) => ({
            id: `h ${holder.key}`,
            person: holder.facts['person'] ?? '',
            deputy: holder.facts['deputy'] === 'yes',
            fromOn: plainDate(holder.facts['fromOn'] ?? ''),
            untilOn: day(holder.facts['untilOn']),
          })),
      })),
    ],
  };
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../platform/calendar/days.ts';
import { readSpreadsheet } from '../../platform/documents/spreadsheet.ts';
import { agencyKindNames } from '../agencies/kinds.ts';
import { kindWordsIn } from '../groups/kind-words.ts';
import { capacityNames, groupKindNames } from '../groups/kinds.ts';
import type { Directory } from './directory.ts';
import { exportCsv, exportedLists, exportRows, exportWorkbook } from './export.ts';
import { formats, writtenFields } from './fields.ts';
import { fieldsOf, titleOf } from './format.ts';
import { findColumns, matchColumns, readHeading } from './match.ts';
import { afterwards, here, planOf, today } from './plan.fixture.ts';
import { planImport } from './plan.ts';

const awkward = [
  '=HYPERLINK("http://x.example")',
  '+44 1632 960001',
  '-',
  'n/a',
  "'=1",
  '@everyone',
  'a, b; c',
  'line one\nline two',
  '“quoted” "too"',
  'Ünïçødé',
  '0044',
  '  padded  ',
  'None',
  'TRUE',
  '2026-01-02',
  '1e5',
];
const text = fc.oneof(fc.constantFrom(...awkward), fc.string({ maxLength: 30, unit: 'grapheme-ascii' }));
const name = text.filter((one) => one.trim() !== '');
const day = fc.integer({ min: -3000, max: 900 }).map((days) => addDays(today, days));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const id = (kind: string, at: number) => `0195d1c0-0000-7000-8000-${kind}${String(at).padStart(11, '0')}`;
const days = fc
  .tuple(day, maybe(fc.nat(800)))
  .map(([fromOn, length]) => ({ fromOn, untilOn: length === undefined ? undefined : addDays(fromOn, length) }));

/** Directories of up to six of each kind, whose names and words are as awkward as any, and the same twice. */
const directories: fc.Arbitrary<Directory> = fc
  .record({
    agencies: fc.array(
      fc.record({
        name,
        kind: fc.constantFrom(...agencyKindNames),
        parent: maybe(fc.nat(5)),
        emailDomains: fc.subarray(['a.example', 'b.example']),
        endedOn: maybe(day),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    groups: fc.array(
      fc.record({
        name,
        kind: fc.constantFrom(...groupKindNames),
        parent: maybe(fc.nat(5)),
        purpose: text,
        decides: text,
        sendsUp: text,
        quorumMembers: maybe(fc.integer({ min: 1, max: 40 })),
        fromOn: maybe(day),
        endedOn: maybe(day),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    people: fc.array(
      fc.record({
        name,
        jobTitle: text,
        agency: maybe(fc.nat(5)),
        workEmail: maybe(fc.constantFrom('a@a.example', 'B@b.example', 'no address', '=1')),
        phone: text,
        leftOn: maybe(day),
        signsIn: fc.boolean(),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    seats: fc.array(
      fc.record({
        group: fc.nat(5),
        agency: maybe(fc.nat(5)),
        capacity: fc.constantFrom(...capacityNames),
        days,
        holders: fc.array(fc.record({ person: fc.nat(5), deputy: fc.boolean(), days }), { maxLength: 3 }),
      }),
      { maxLength: 6 },
    ),
    kindWords: fc.constantFrom({}, { board: 'Executive board', executive: 'delegates’ group' }).map(kindWordsIn),
  })
  .map(({ agencies, groups, people, seats, kindWords }) => {
    const nth = (kind: string, at: number | undefined, of: readonly unknown[]) =>
      at === undefined ? undefined : id(kind, at % of.length);
    return {
      kindWords,
      agencies: agencies.map((one, at) => ({
        ...one,
        id: id('a', at),
        standing: 'other' as const,
        organisation: 'o',
        parent: one.parent === undefined || one.parent >= at ? undefined : id('a', one.parent),
      })),
      groups: groups.map((one, at) => ({
        ...one,
        id: id('b', at),
        parent: one.parent === undefined || one.parent >= at ? undefined : id('b', one.parent),
      })),
      people: people.map((one, at) => ({ ...one, id: id('c', at), agency: nth('a', one.agency, agencies) })),
      seats: seats.map((one, at) => ({
        id: id('d', at),
        group: id('b', one.group % groups.length),
        agency: nth('a', one.agency, agencies),
        capacity: one.capacity,
        ...one.days,
        holders: one.holders.map((holder, number) => ({
          id: id('e', at * 10 + number),
          person: id('c', holder.person % people.length),
          deputy: holder.deputy,
          ...holder.days,
        })),
      })),
    };
  });

async function backIn(directory: Directory, list: (typeof exportedLists)[number], file: Uint8Array) {
  const headed = findColumns(await readSpreadsheet(file), formats[list], new Map());
  if (!headed) throw new Error('no headings');
  const match = matchColumns(formats[list], headed.headings, new Map());
  expect(match).toEqual(writtenFields(list));
  return planImport({ list, rows: headed.rows, match, directory, today });
}

test('what is taken out and brought in again changes nothing, and nothing of it is refused', async () => {
  await fc.assert(
    fc.asyncProperty(directories, fc.constantFrom(...exportedLists), async (directory, list) => {
      for (const file of [
        new TextEncoder().encode(exportCsv(directory, list)),
        await exportWorkbook(directory, list),
      ]) {
        const { changes, rejections } = await backIn(directory, list, file);
        expect({ changes, rejections }).toEqual({ changes: [], rejections: [] });
      }
    }),
    { numRuns: 300 },
  );
}, 60_000);

test('taken out of one partnership and brought into an empty one, it is the same there', async () => {
  let directory: Directory = { agencies: [], people: [], groups: [], seats: [], kindWords: kindWordsIn({}) };
  for (const list of exportedLists) {
    const [headings = [], ...rows] = exportRows(here, list);
    const without = headings.map((heading, at) => (/eference/.test(heading) ? at : -1));
    const csv = [headings, ...rows].map((row) => row.filter((_, at) => !without.includes(at)).join(',')).join('\n');
    const plan = await planOf(list, csv, directory);
    expect(plan.rejections).toEqual([]);
    directory = afterwards(directory, plan);
  }
  const counts = ({ agencies, people, groups, seats }: Directory) =>
    [agencies, people, groups, seats].map(({ length }) => length);
  expect(counts(directory)).toEqual(counts(here));
  for (const list of exportedLists) {
    const bare = (rows: string[][]) => rows.map((row) => row.filter((_, at) => !/eference/.test(rows[0]?.[at] ?? '')));
    expect(bare(exportRows(directory, list))).toEqual(bare(exportRows(here, list)));
  }
});

test('every heading that is written is read, and no two fields are read from one', () => {
  for (const list of exportedLists)
    for (const field of fieldsOf(formats[list]))
      expect(readHeading(formats[list], titleOf(formats[list], field))).toBe(field);
});

test('no cell of an exported CSV file begins as a formula does', () => {
  const [agency] = here.agencies;
  if (!agency) throw new Error('no agency');
  const csv = exportCsv({ ...here, agencies: [{ ...agency, name: '=cmd|calc' }] }, 'agencies');
  expect(csv).toContain(",'=cmd|calc,");
});

test('a kind of group is taken out by the partnership’s own word, and brought in by that or by ours', async () => {
  const directory = { ...here, kindWords: kindWordsIn({ board: 'Executive board' }) };
  expect(exportRows(directory, 'groups')[1]).toContain('Executive board');
  const said = ['Executive Board', 'Board', 'Executive', 'sub-group'];
  const csv = ['Group,Kind', ...said.map((kind, at) => `Group ${at},${kind}`), 'Dunmere Executive Board,'].join('\n');
  const { changes } = await planOf('groups', csv, directory);
  expect(changes.map(({ facts }) => facts['kind'])).toEqual(['board', 'board', 'executive', 'sub-group', 'board']);
});

test('a kind of group that is none is answered with the partnership’s own words', async () => {
  const directory = { ...here, kindWords: kindWordsIn({ board: 'Strategic group' }) };
  const { rejections } = await planOf('groups', 'Group,Kind\nSome,Moot', directory);
  expect(rejections[0]?.reason).toContain('“Moot” is not a kind of group: Strategic group, Chief officers’ group');
});

import { writeCsv } from '../../platform/documents/csv.ts';
import { writeWorkbook } from '../../platform/documents/workbook.ts';

type ContactRow = readonly string[];

const headings = [
  'Organisation',
  'Sector',
  'Full name',
  'Position',
  'Email address',
  'Tel no',
  'Sub-group',
  'Role',
  'Member since',
  'Diary note',
];

const bodies: readonly (readonly [name: string, kind: string, domain: string])[] = [
  ['Dunmere Council', 'Local authority', 'dunmere.example'],
  ['Dunmere Police', 'Police', 'dunmere-police.example'],
  ['Dunmere Integrated Care Board', 'Health', 'dunmere-icb.example'],
  ['Dunmere Hospitals NHS Foundation Trust', 'NHS trust or foundation trust', 'dunmere-hospitals.example'],
  ['Dunmere Probation', 'Probation', 'dunmere-probation.example'],
  ['Dunmere Youth Justice Service', '', 'dunmere.example'],
  ['Dunmere Fire and Rescue Service', '', 'dunmere-fire.example'],
  ['Hollin Bank Primary School', 'Primary school', 'hollinbank.example'],
  ['St Oda’s Secondary School', 'Education', 'stodas.example'],
  ['Northgate College', 'College', 'northgate.example'],
  ['Little Acorns Nursery', 'Nursery', 'little-acorns.example'],
  ['Harbour Families', 'Voluntary', 'harbour-families.example'],
  ['Marlow & Pike Homes', 'Housing provider', 'marlow-pike.example'],
  ['Diocese of Dunmere', 'Faith', 'diocese-dunmere.example'],
];
const groups = [
  'Safeguarding Partnership Board',
  'Executive',
  'Learning and Improvement Sub-group',
  'Missing and Exploited Panel',
  'Training Sub-group',
];
const first = 'Asha Ben Carys Dele Efa Farid Grace Huw Imani Jonah Kezia Lewis Mira Nadia Owen Priya'.split(' ');
const last = 'Abbott Bramley Chaudhry Dunstan Eze Fairweather Goodwin Hussain Ivers Jessop'.split(' ');

/** Somebody invented; `at` counts from 0, and no two of the first 160 are called alike. */
const contact = (at: number): string[] => {
  const [agency = '', kind = '', domain = ''] = bodies[at % bodies.length] ?? [];
  const names = [first[at % first.length] ?? '', last[Math.floor(at / first.length) % last.length] ?? ''];
  return [
    agency,
    kind,
    names.join(' '),
    ['Head of safeguarding', 'Designated lead', 'Director', 'Service manager'][at % 4] ?? '',
    `${names.join('.').toLowerCase()}@${domain}`,
    `01632 960${String(100 + at).padStart(3, '0')}`,
    groups[at % groups.length] ?? '',
    at % 40 === 0 ? 'Chair' : 'Member',
    at % 3 === 0 ? '01/09/2024' : '',
    at % 7 === 0 ? 'prefers mornings' : '',
  ];
};

const withCell = (row: ContactRow, at: number, cell: string): string[] => row.with(at, cell);

/** What is wrong with twelve of the rows, by their place among the rows, the reason as its beginning. */
export const badRows: readonly (readonly [at: number, make: (row: ContactRow) => readonly string[], reason: string])[] =
  [
    [
      8,
      (row) => withCell(row, 0, 'Dunmere Concil'),
      'no agency is called “Dunmere Concil”: did you mean Dunmere Council?',
    ],
    [
      21,
      (row) => withCell(row, 4, 'asha.bramley at dunmere.example'),
      '“asha.bramley at dunmere.example” is not an email address',
    ],
    [34, (row) => withCell(row, 8, '31/02/2024'), '“31/02/2024” is not a real date'],
    [47, (row) => withCell(row, 1, 'Helth'), '“Helth” is not a kind of agency'],
    [55, () => contact(54), 'repeats line 57'],
    [63, (row) => withCell(row, 2, ''), 'no name'],
    [76, (row) => withCell(row, 0, ''), 'no agency'],
    [88, () => withCell(contact(87), 3, 'Chief executive').with(6, 'Executive'), 'is in line 90 with the job title'],
    [101, (row) => withCell(row, 7, 'Mascot'), '“Mascot” is not a role in a group'],
    [113, (row) => withCell(row, 8, 'last spring'), '“last spring” is not a date'],
    [
      127,
      (row) => withCell(row, 4, contact(126)[4] ?? '').with(2, 'Zadie Zmith'),
      'where two people share one, leave it out',
    ],
    [
      142,
      (row) => withCell(row, 6, 'Trainng Sub-group'),
      'no group is called “Trainng Sub-group”: did you mean Training Sub-group?',
    ],
  ];

/** A contact list as partnerships have them: a title above, a column of no use, 160 rows, twelve of them bad. Its first row is in line 3. */
export function contactRows(): string[][] {
  const rows = Array.from({ length: 160 }, (_, at) => contact(at));
  const bad = new Map(badRows.map(([at, make]) => [at, make] as const));
  return [
    ['Dunmere contacts, kept by the office'],
    headings,
    ...rows.map((row, at) => [...(bad.get(at)?.(row) ?? row)]),
  ];
}

/** The line of the file in which the row of that place stands. */
export const lineOf = (at: number): number => at + 3;

export const contactCsv = (rows = contactRows()): Buffer => Buffer.from(writeCsv(rows));
export const contactWorkbook = (rows = contactRows()): Promise<Buffer> => writeWorkbook('Contacts', rows);

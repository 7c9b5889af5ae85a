import { matchColumns } from '../../partnership/spreadsheets/match.ts';
import { plainDate } from '../../platform/calendar/plain-date.ts';
import { writeCsv } from '../../platform/documents/csv.ts';
import { readSpreadsheet } from '../../platform/documents/spreadsheet.ts';
import { writeWorkbook } from '../../platform/documents/workbook.ts';
import type { Action } from '../actions/action.ts';
import type { Doer } from '../actions/steps.ts';
import { trackerFormat } from './format.ts';
import { Names, type NamesHere } from './names.ts';
import { planTracker, rowsOf, type TrackerHere, type TrackerPlan } from './plan.ts';

export const today = plainDate('2026-11-23');

/** Agencies and people as a partnership of the fixture has them. */
export const namesHere: NamesHere = {
  agencies: [
    { id: 'health', name: 'Dunmere Health', endedOn: undefined },
    { id: 'police', name: 'Dunmere Police', endedOn: undefined },
    { id: 'council', name: 'Dunmere Council', endedOn: undefined },
    { id: 'trust', name: 'Old Trust', endedOn: plainDate('2025-03-31') },
  ],
  people: [
    { id: 'olive', name: 'Olive Owner', agency: 'health', workEmail: 'olive@health.example', leftOn: undefined },
    { id: 'sam-h', name: 'Sam Smith', agency: 'health', workEmail: undefined, leftOn: undefined },
    { id: 'sam-p', name: 'Sam Smith', agency: 'police', workEmail: undefined, leftOn: undefined },
    { id: 'gone', name: 'Gail Gone', agency: 'police', workEmail: undefined, leftOn: plainDate('2026-01-31') },
  ],
  groups: [{ id: 'learning', name: 'Learning Sub-group', endedOn: undefined }],
};

/** Somebody of the office. */
export const office: Doer = {
  person: 'bea',
  agency: 'council',
  permissions: new Set(['actions.read', 'actions.change', 'actions.enter', 'actions.verify-batch', 'actions.import']),
  today,
};

/** What a tracker of these lines, headings first, would do beside `actions`. */
export async function planOf(
  lines: readonly string[],
  actions: readonly Action[] = [],
  here: Partial<TrackerHere> = {},
): Promise<TrackerPlan> {
  return await planOfFile(Buffer.from(lines.join('\n')), actions, here);
}

export async function planOfFile(
  file: Uint8Array,
  actions: readonly Action[] = [],
  here: Partial<TrackerHere> = {},
): Promise<TrackerPlan> {
  const [headings, ...rows] = (await readSpreadsheet(file))[0]?.rows ?? [];
  const match = matchColumns(trackerFormat, headings?.cells ?? [], new Map());
  const names = new Names(namesHere, today);
  return planTracker(rowsOf(rows, match), { actions, evidence: new Map(), said: new Map(), names, ...here }, office);
}

/** The headings of an old tracker. */
export const headings = 'Ref,Action,Lead,Responsible officer,By when,BRAG,Status,Date completed,Update';

/** Why the rows below the usual headings cannot be taken. */
export const reasonsOf = async (rows: readonly string[], actions: readonly Action[] = []): Promise<string[]> =>
  (await planOf([headings, ...rows], actions)).rejections.map(({ reason }) => reason);

const trackerHeadings = [
  'Ref',
  'Source',
  'Recommendation',
  'Action',
  'Lead',
  'Responsible officer',
  'By when',
  'BRAG',
  'Date completed',
  'Progress',
  'Diary note',
];
const verbs = [
  'Agree',
  'Write',
  'Brief staff on',
  'Audit',
  'Publish',
  'Review',
  'Test',
  'Share',
  'Train teams in',
  'Map',
];
const things =
  'the neglect pathway|the threshold document|strategy meetings|information sharing|supervision|the voice of the child|transitions|private fostering|missing episodes|early help offers|the escalation policy|pre-birth plans|return interviews|multi-agency audits|school nursing|police notices|bruising in babies|fathers in plans|the training offer|safe sleep'.split(
    '|',
  );
const agencies = ['Dunmere Health', 'Dunmere Police', 'Dunmere Council', 'Police'];
const days = ['31/03/2027', 'end of March 2027', 'Q4 2026/27', 'Jun 27', '1 June 2027', '2027-01-15'];
const colours = ['Green', 'Amber', 'Red', 'Blue', 'Grey', 'Green – on track', 'Complete', 'Not started'];

/** A row of the tracker; `at` counts from 0, and no two of the first 200 say the same. */
function trackerRow(at: number): string[] {
  const done = /^(Blue|Complete)$/.test(colours[at % colours.length] ?? '');
  return [
    `T${at + 1}`,
    at % 3 === 0 ? 'Neglect audit, spring 2026' : 'LCSPR Child K',
    at % 4 === 0 ? 'Children are heard' : '',
    `${verbs[at % verbs.length] ?? ''} ${things[Math.floor(at / verbs.length) % things.length] ?? ''}`,
    agencies[at % agencies.length] ?? '',
    at % 5 === 0 ? 'Head of Safeguarding' : at % 2 === 0 ? 'Olive Owner' : '',
    done ? '30/06/2026' : (days[at % days.length] ?? ''),
    colours[at % colours.length] ?? '',
    done ? '12/06/2026' : '',
    at % 6 === 0 ? `Talked about in meeting ${at}` : '',
    at % 9 === 0 ? 'ask again' : '',
  ];
}

/** What is wrong with nine of the rows: their place among the rows, the cell, what stands there, and the beginning of the reason. */
export const badTrackerRows: readonly (readonly [at: number, cell: number, text: string, reason: string])[] = [
  [12, 4, 'Dunmere Helth', 'no agency here is called “Dunmere Helth”: did you mean Dunmere Health?'],
  [33, 6, 'ASAP', '“ASAP” is not a day'],
  [57, 6, '31/02/2027', '“31/02/2027” is not a real date'],
  [80, 3, '', 'no action'],
  [101, 7, 'Puce', '“Puce” is not a state'],
  [124, 5, 'Olive Ownr', 'nobody here is called “Olive Ownr”: did you mean Olive Owner?'],
  [146, 0, 'T146', 'repeats line 148'],
  [170, 6, '', 'no day on which it is due'],
  [191, 8, '01/06/2026', '“Not started” and a day on which it was finished say two things'],
];

/** A tracker as partnerships keep them: a title above, a column of no use, 200 rows, nine of them bad. Its first row is in line 3. */
export function trackerSheet(): string[][] {
  const rows = Array.from({ length: 200 }, (_, at) => trackerRow(at));
  for (const [at, cell, text] of badTrackerRows) {
    const row = at === 146 ? trackerRow(145) : rows[at];
    if (row) rows[at] = row.with(cell, text);
    if (at === 80) rows[at] = (rows[at] ?? []).with(2, '');
  }
  return [['Dunmere action tracker, kept by the office'], trackerHeadings, ...rows];
}

/** The line of the file in which the row of that place stands. */
export const trackerLine = (at: number): number => at + 3;

export const trackerCsv = (): Buffer => Buffer.from(writeCsv(trackerSheet()));
export const trackerWorkbook = (): Promise<Buffer> => writeWorkbook('Tracker', trackerSheet());

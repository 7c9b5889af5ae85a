import { plainWords } from '../../../platform/documents/cells.ts';
import { findHeadingRow, headingReader } from '../../../platform/documents/headings.ts';
import type { Cell, Row, Sheet } from '../../../platform/documents/spreadsheet.ts';
import { type Framework, type Judgement, judgementNames, judgements } from '../judgement.ts';

/** What a column can say. A judgement's own name is a column of its grades. */
export type Field = Detail | Judgement | 'board-outcome';
type Detail =
  | 'authority'
  | 'authority-code'
  | 'dfe-code'
  | 'framework'
  | 'kind'
  | 'published-on'
  | 'started-on'
  | 'ended-on'
  | 'theme'
  | 'report-url'
  | 'board'
  | 'board-published-on'
  | 'judgement'
  | 'grade';

/** What a column is called when we show how it was understood. */
export const fieldNames: Record<Field, string> = {
  authority: 'council',
  'authority-code': 'council’s code',
  'dfe-code': 'council’s DfE number',
  framework: 'framework',
  kind: 'kind of inspection',
  'published-on': 'report published',
  'started-on': 'inspection began',
  'ended-on': 'inspection ended',
  theme: 'theme',
  'report-url': 'report’s address',
  board: 'safeguarding board',
  'board-published-on': 'board review published',
  'board-outcome': 'board’s grade',
  judgement: 'judgement',
  grade: 'grade',
  ...judgementNames,
};

/** Headings as files write them, in small letters, words only. */
const spellings: Record<Field, string> = {
  authority:
    'authority|la name|la|local authority|local authority name|authority name|council|council name|area|provider name|organisation name',
  'authority-code': 'authority code|gss code|ons code|code|area code|la code|local authority code|new la code|gss',
  'dfe-code': 'dfe la code|dfe code|la number|lea code|old la code|la no|dfe number',
  framework: 'framework|inspection framework|event type grouping',
  kind: 'kind|inspection type|type of inspection|inspection kind|event type|kind of inspection|visit type',
  'published-on':
    'published on|publication date|published|date published|report published|report published on|report publication date|date of publication|la report publication date|sif publication date|report date|date report published',
  'started-on':
    'inspection start|inspection start date|start date|started on|inspection date|inspection began|first day of inspection|date of inspection|visit date',
  'ended-on': 'inspection end|inspection end date|end date|ended on|inspection ended|last day of inspection',
  theme: 'theme|jtai theme|inspection theme',
  'report-url': 'report url|url|web link|link|report link|report address',
  board: 'shared board|board|board name|lscb name|safeguarding board|name of board',
  'board-outcome':
    'lscb effectiveness|lscb|lscb judgement|lscb grade|board grade|board judgement|board effectiveness|effectiveness of the lscb|lscb overall effectiveness|lscb review|board outcome|the effectiveness of the local safeguarding children board|local safeguarding children board',
  'board-published-on':
    'lscb publication date|lscb published on|lscb published|lscb report date|board published on|board review published|board publication date|board review published on|lscb review published',
  judgement: 'judgement|judgment|judgement area|measure|judgement name',
  grade: 'grade|outcome|rating|judgement grade|result',
  'overall-effectiveness':
    'overall effectiveness|overall|la overall effectiveness|overall judgement|overall grade|overall effectiveness grade',
  'help-and-protection':
    'help and protection|la help and protection|children who need help and protection|the experiences and progress of children who need help and protection|experiences and progress of children who need help and protection|protection|help protection',
  leadership: 'leadership|la leadership|leadership management and governance|leadership governance and management',
  'looked-after-children':
    'looked after children|children looked after|children looked after and achieving permanence|looked after children and permanence|the experiences and progress of children looked after and achieving permanence',
  adoption: 'adoption|adoption performance',
  'care-leavers': 'care leavers|experiences and progress of care leavers|the experiences and progress of care leavers',
  'impact-of-leaders':
    'impact of leaders|the impact of leaders on social work practice with children and families|impact of leaders on social work practice|leaders|leaders impact',
  'in-care':
    'in care|children in care|in care and care leavers|the experiences and progress of children in care|experiences and progress of children in care|the experiences and progress of children in care and care leavers',
  safeguarding: 'safeguarding overall effectiveness|safeguarding',
  'looked-after-services':
    'looked after overall effectiveness|looked after services|looked after children overall effectiveness',
};

/** The column a heading names, or undefined. */
export const readHeading = headingReader(spellings);

/** The judgement, or the board's grade, that a cell of the long shape names. */
export function readJudgement(cell: Cell): Judgement | 'board-outcome' | undefined {
  const field = readHeading(cell);
  if (field === 'board-outcome' || field === 'board') return 'board-outcome';
  return judgements.find((judgement) => judgement === field);
}

/** A sheet whose headings were understood. */
export interface Headed {
  /** The sheet's name in a workbook, else empty. */
  sheet: string;
  /** `wide`: a row for each inspection, a column for each judgement. `long`: a row for each judgement. */
  shape: 'wide' | 'long';
  columns: ReadonlyMap<Field, number>;
  /** Each heading as it stands in the file, and what it was taken for. */
  understood: readonly { heading: string; as: Field }[];
  /** Headings that nothing was made of. */
  unused: readonly string[];
  /** The framework that the headings alone betray, where rows do not name it. */
  framework?: Framework;
  rows: readonly Row[];
}

/** The first sheet with a row of headings that says which council and when (or what), or in words what is missing. */
export function findHeadings(sheets: readonly Sheet[]): Headed | { wrong: string } {
  const headed = findHeadingRow(sheets, isHeading);
  if (headed) return understand(headed.sheet, headed.headings, headed.rows);
  return {
    wrong:
      'no row of headings was recognised: there must be one for the council (“Local authority”), one for the day of the report (“Publication date”), and for the grades either a column for each judgement or “Judgement” and “Grade”',
  };
}

function isHeading(cells: readonly Cell[]): boolean {
  const fields = new Set(cells.map(readHeading));
  const saysWhere = fields.has('authority') || fields.has('authority-code') || fields.has('dfe-code');
  return saysWhere && (fields.has('published-on') || fields.has('board-published-on'));
}

function understand(sheet: string, cells: readonly Cell[], rows: readonly Row[]): Headed | { wrong: string } {
  const columns = new Map<Field, number>();
  const understood: { heading: string; as: Field }[] = [];
  const unused: string[] = [];
  for (const [column, cell] of cells.entries()) {
    const field = readHeading(cell);
    const heading = String(cell);
    if (!field) {
      if (heading) unused.push(heading);
      continue;
    }
    const rival = understood.find(({ as }) => as === field);
    if (rival) return { wrong: `“${rival.heading}” and “${heading}” both say: ${fieldNames[field]}` };
    columns.set(field, column);
    understood.push({ heading, as: field });
  }
  const shape = columns.has('judgement') && columns.has('grade') ? 'long' : 'wide';
  const framework = betrayedFramework(columns, cells);
  return { sheet, shape, columns, understood, unused, rows, ...(framework && { framework }) };
}

function betrayedFramework(columns: ReadonlyMap<Field, number>, cells: readonly Cell[]): Framework | undefined {
  const has = (...fields: Field[]) => fields.some((field) => columns.has(field));
  if (has('board-outcome', 'leadership', 'looked-after-children', 'adoption')) return 'sif';
  if (has('impact-of-leaders', 'in-care')) return 'ilacs';
  return cells.some((cell) => plainWords(cell).startsWith('sif ')) ? 'sif' : undefined;
}

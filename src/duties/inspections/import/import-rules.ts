import { authorityDirectory } from '../../../partnership/places/authority-directory.ts';
import type { Places } from '../../../partnership/places/places.ts';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import { readSpreadsheet, SpreadsheetError } from '../../../platform/documents/spreadsheet.ts';
import type { Framework } from '../judgement.ts';
import { type Change, type Held, planChanges, type SharedBoard } from './changes.ts';
import { type FileStatements, gather } from './gather.ts';
import { type Field, findHeadings, type Headed } from './headings.ts';
import { readStatements } from './statements.ts';

/** A file to import. Its name is shown, never trusted. */
export interface ImportFile {
  name: string;
  bytes: Uint8Array;
}

/** How a file was understood. */
export interface FileReading {
  file: string;
  /** The sheet of a workbook; empty for CSV. */
  sheet: string;
  shape: 'wide' | 'long';
  rows: number;
  headings: { heading: string; as: Field }[];
  /** Headings that nothing was made of. */
  unused: string[];
}

/** Something that stands against the import. Without `line` it is about the whole file. */
export interface Refusal {
  file: string;
  line?: number;
  reason: string;
}

/** What the files would do. With any refusal they do nothing. */
export interface ImportPlan {
  files: FileReading[];
  refusals: Refusal[];
  changes: Change[];
  /** Inspections that are held just as the files say. */
  unchanged: number;
}

/** What the files are read against. */
export interface ImportContext {
  places: Places;
  held: readonly Held[];
  boards: readonly SharedBoard[];
  /** Nothing may have been published after it. */
  today: PlainDate;
  /** For rows and files that do not name theirs. */
  framework?: Framework | undefined;
}

/** Reads `files` (CSV or XLSX, wide or long) and says what importing them would change, or everything that stands against it. */
export async function planImport(files: readonly ImportFile[], context: ImportContext): Promise<ImportPlan> {
  const directory = authorityDirectory(context.places);
  const plan: ImportPlan = { files: [], refusals: [], changes: [], unchanged: 0 };
  const read: FileStatements[] = [];
  for (const { name, bytes } of files) {
    const headed = await open(bytes);
    if ('wrong' in headed) {
      plan.refusals.push({ file: name, reason: headed.wrong });
      continue;
    }
    plan.files.push(readingOf(name, headed));
    const { statements, rejections } = readStatements(headed, {
      directory,
      today: context.today,
      framework: context.framework,
    });
    if (headed.rows.length === 0) plan.refusals.push({ file: name, reason: 'there are headings and no rows' });
    plan.refusals.push(...rejections.map((rejection) => ({ file: name, ...rejection })));
    read.push({ file: name, shape: headed.shape, statements });
  }
  const { gathered, rejections } = gather(read);
  const { changes, unchanged, rejections: unsettled } = planChanges(gathered, context.held, context.boards);
  plan.refusals.push(...rejections, ...unsettled);
  return { ...plan, changes, unchanged, refusals: inFileOrder(plan.refusals, files) };
}

async function open(bytes: Uint8Array): Promise<Headed | { wrong: string }> {
  try {
    return findHeadings(await readSpreadsheet(bytes));
  } catch (error) {
    if (error instanceof SpreadsheetError) return { wrong: error.message };
    throw error;
  }
}

const readingOf = (file: string, { sheet, shape, rows, understood, unused }: Headed): FileReading => ({
  file,
  sheet,
  shape,
  rows: rows.length,
  headings: [...understood],
  unused: [...unused],
});

function inFileOrder(refusals: readonly Refusal[], files: readonly ImportFile[]): Refusal[] {
  const place = new Map(files.map(({ name }, at) => [name, at]));
  return refusals.toSorted(
    (a, b) => (place.get(a.file) ?? 0) - (place.get(b.file) ?? 0) || (a.line ?? 0) - (b.line ?? 0),
  );
}

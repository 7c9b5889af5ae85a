import { CsvError, parse } from 'csv-parse/sync';
import { declaredSize } from './zip-size.ts';

/** What a cell holds: text, a number, or a day or time as ISO text (`2017-03-05`, `2017-03-05T10:30`). Empty is `''`. */
export type Cell = string | number;

/** One row that holds anything. `line` is the line of the file (CSV) or the row of the sheet (XLSX), counted from 1. */
export interface Row {
  line: number;
  cells: readonly Cell[];
}

/** One sheet. A CSV file is one sheet with an empty name; hidden sheets of a workbook are left out. */
export interface Sheet {
  name: string;
  rows: readonly Row[];
}

/** How much is read before the file is refused. */
export interface Limits {
  /** Bytes of the file as it is. */
  bytes: number;
  /** Bytes of an XLSX file once unpacked: a small file can unpack to an enormous one. */
  unpackedBytes: number;
  sheets: number;
  /** Rows of all sheets together, empty ones not counted. */
  rows: number;
  columns: number;
  /** Characters in one cell. */
  characters: number;
}

export const usualLimits: Limits = {
  bytes: 20_000_000,
  unpackedBytes: 200_000_000,
  sheets: 40,
  rows: 100_000,
  columns: 200,
  characters: 20_000,
};

/** The file cannot be read; the message says why in words for the person who chose it, without the file's name. */
export class SpreadsheetError extends Error {}

/**
 * The sheets of a CSV or XLSX file, told apart by what is inside and not by the name.
 *
 * CSV: comma, semicolon or tab; UTF-8, or Windows-1252 where it is not UTF-8; a byte order mark is ignored.
 *
 * @throws {SpreadsheetError} when it is neither, is damaged, is locked with a password or is larger than `limits`
 */
export async function readSpreadsheet(bytes: Uint8Array, limits: Limits = usualLimits): Promise<Sheet[]> {
  if (bytes.length === 0) throw new SpreadsheetError('the file is empty');
  if (bytes.length > limits.bytes) throw new SpreadsheetError(`the file is larger than ${megabytes(limits.bytes)}`);
  return isZip(bytes) || isOldOffice(bytes) ? await readWorkbook(bytes, limits) : [readCsv(bytes, limits)];
}

const megabytes = (bytes: number) => `${Math.round(bytes / 1_000_000)} MB`;
const startsWith = (bytes: Uint8Array, start: readonly number[]) => start.every((byte, at) => bytes[at] === byte);
const isZip = (bytes: Uint8Array) => startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]);
const isOldOffice = (bytes: Uint8Array) => startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]);

/** Loaded when the first workbook comes, so that a server that never reads one starts without it. */
const workbooks = () => import('hucre');

async function readWorkbook(bytes: Uint8Array, limits: Limits): Promise<Sheet[]> {
  const { EncryptedFileError } = await workbooks();
  try {
    refuseHugeContents(bytes, limits);
    const visible = await visibleSheets(bytes);
    if (visible.length > limits.sheets)
      throw new SpreadsheetError(`the workbook has more than ${limits.sheets} sheets`);
    const sheets: Sheet[] = [];
    let rowsLeft = limits.rows;
    for (const { name, index } of visible) {
      const rows = await readSheet(bytes, index, rowsLeft, limits);
      rowsLeft -= rows.length;
      sheets.push({ name, rows });
    }
    return sheets;
  } catch (error) {
    if (error instanceof SpreadsheetError) throw error;
    if (error instanceof EncryptedFileError) throw new SpreadsheetError('the workbook is locked with a password');
    throw damaged(error);
  }
}

/** The reader meets a damaged file with errors of many kinds; to the person who chose it they mean the same. */
const damaged = (cause?: unknown) =>
  new SpreadsheetError('the file is damaged, or is not an Excel workbook (.xlsx)', { cause });

function refuseHugeContents(bytes: Uint8Array, limits: Limits): void {
  if (!isZip(bytes)) return;
  const size = declaredSize(bytes);
  if (size === undefined) throw damaged();
  if (size > limits.unpackedBytes) {
    throw new SpreadsheetError(`the workbook unpacks to more than ${megabytes(limits.unpackedBytes)}`);
  }
}

async function visibleSheets(bytes: Uint8Array): Promise<{ name: string; index: number }[]> {
  const { readXlsx } = await workbooks();
  const visible: { name: string; index: number }[] = [];
  await readXlsx(bytes, {
    sheets: ({ name, index, hidden, veryHidden }) => {
      if (!hidden && !veryHidden) visible.push({ name, index });
      return false;
    },
  });
  return visible;
}

async function readSheet(bytes: Uint8Array, sheet: number, rowsLeft: number, limits: Limits): Promise<Row[]> {
  const { streamXlsxRows } = await workbooks();
  const rows: Row[] = [];
  for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
    const row = { line: index + 1, cells: withoutEmptyEnd(values.map(cellOf)) };
    if (row.cells.length === 0) continue;
    checkRow(row, limits);
    if (rows.push(row) > rowsLeft) throw tooManyRows(limits);
  }
  return rows;
}

function cellOf(value: unknown): Cell {
  if (typeof value === 'number') return value;
  if (value instanceof Date) return isoOf(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'string' ? value.trim() : '';
}

function isoOf(at: Date): string {
  if (Number.isNaN(at.getTime())) return '';
  const iso = at.toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 16);
}

function readCsv(bytes: Uint8Array, limits: Limits): Sheet {
  const text = decode(bytes);
  if (text.includes('\0')) throw new SpreadsheetError('the file is neither CSV nor an Excel workbook (.xlsx)');
  const rows: Row[] = [];
  let line = 1;
  for (const { record, info } of parseCsv(text)) {
    const row = { line, cells: withoutEmptyEnd(record.map((cell) => cell.trim())) };
    line = info.lines + 1;
    if (row.cells.length === 0) continue;
    checkRow(row, limits);
    if (rows.push(row) > limits.rows) throw tooManyRows(limits);
  }
  return { name: '', rows };
}

type Parsed = { record: string[]; info: { lines: number } };

function parseCsv(text: string): Parsed[] {
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: false,
    }) as unknown as Parsed[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new SpreadsheetError(`a quotation mark is not closed, or stands in the wrong place (${error.message})`);
  }
}

/** UTF-8 where it is that; else Windows-1252, in which older Excel saves CSV. Lines end in a line feed. */
const decode = (bytes: Uint8Array): string => decodeEither(bytes).replaceAll(/\r\n?/g, '\n');

function decodeEither(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The one of comma, semicolon and tab that stands most often in the first line with any of them. */
function delimiterOf(text: string): string {
  const line = text.split('\n', 20).find((candidate) => /[,;\t]/.test(candidate)) ?? '';
  const times = (delimiter: string) => line.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, next) => (times(next) > times(best) ? next : best));
}

function withoutEmptyEnd(cells: Cell[]): Cell[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}

function checkRow({ line, cells }: Row, limits: Limits): void {
  if (cells.length > limits.columns) throw new SpreadsheetError(`line ${line} has more than ${limits.columns} columns`);
  if (cells.some((cell) => typeof cell === 'string' && cell.length > limits.characters)) {
    throw new SpreadsheetError(`a cell in line ${line} has more than ${limits.characters} characters`);
  }
}

const tooManyRows = ({ rows }: Limits) => new SpreadsheetError(`the file has more than ${rows} rows`);

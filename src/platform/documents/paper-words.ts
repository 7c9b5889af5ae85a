import { formatDay } from '../calendar/in-words.ts';
import type { Column, Paper, PaperCell, Section, Table } from './paper.ts';

/**
 * `text` as any file can hold it: whole characters only, accents in one piece, each line break one line feed, and without
 * control characters and the marks that turn the direction of other words about.
 */
export const printable = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(
      /[\0-\x08\x0E-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069\uFDD0-\uFDEF\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF]/g,
      '',
    )
    .trim();

/** As `printable`, for what must not be empty and stands in one line: a heading, a caption. */
const heading = (text: string): string => printable(text).replaceAll('\n', ' ') || '–';

/** The paper with every word of it printable. */
export const inPrintableWords = (paper: Paper): Paper => ({
  ...paper,
  title: heading(paper.title),
  subline: printable(paper.subline ?? ''),
  marking: printable(paper.marking ?? '').replaceAll('\n', ' '),
  partnership: heading(paper.partnership),
  sections: paper.sections.map((section) => ({
    heading: heading(section.heading),
    parts: section.parts.map((part) => (typeof part === 'string' ? printable(part) : tableInPrintableWords(part))),
  })),
});

const tableInPrintableWords = (table: Table): Table => ({
  ...table,
  caption: heading(table.caption),
  columns: table.columns.map((column) => ({ ...column, heading: printable(column.heading) || '–' })),
  rows: table.rows.map((row) => row.map(printableCell)),
  whenEmpty: heading(table.whenEmpty ?? 'nothing to show'),
  notes: (table.notes ?? []).map(printable),
});

function printableCell(cell: PaperCell): PaperCell {
  if (typeof cell === 'string') return printable(cell);
  return typeof cell === 'object' && 'strong' in cell ? { strong: printable(cell.strong) } : cell;
}

const numbers = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 });

/** What a reader sees in a cell: “1,250”, “27 Nov 2026”. */
export function wordsOf(cell: PaperCell): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return numbers.format(cell);
  return 'strong' in cell ? cell.strong : `${formatDay(cell.day, 'short')} ${cell.day.slice(0, 4)}`;
}

/** Which columns hold numbers and nothing else, and so stand to the right. */
export const numberColumns = ({ columns, rows }: Table): boolean[] =>
  columns.map((_, at) => {
    const filled = rows.filter((row) => row[at] !== '');
    return filled.length > 0 && filled.every((row) => typeof row[at] === 'number');
  });

/** How many columns a page has room for. */
const roomFor = { portrait: 6, landscape: 10 };

/**
 * The paper with every table that is too wide for its page parted into several, one below the other. Each part begins with the
 * column that names the rows, so that it can be read alone.
 */
export const fittedToPage = (paper: Paper): Paper => ({
  ...paper,
  sections: paper.sections.map((section) => fittedSection(section, roomFor[paper.layout])),
});

const fittedSection = (section: Section, most: number): Section => ({
  ...section,
  parts: section.parts.flatMap((part): Section['parts'] =>
    typeof part === 'string' ? [part] : partedTable(part, most),
  ),
});

function partedTable(table: Table, most: number): Table[] {
  if (table.columns.length <= most) return [table];
  const naming = Math.max(0, nameColumn(table.columns));
  const others = table.columns
    .keys()
    .filter((at) => at !== naming)
    .toArray();
  const parts = Math.ceil(others.length / (most - 1));
  const each = Math.ceil(others.length / parts);
  return Array.from({ length: parts }, (_, part) => {
    const shown = [naming, ...others.slice(part * each, (part + 1) * each)];
    return {
      ...table,
      caption: `${table.caption}, part ${part + 1} of ${parts}`,
      columns: chosen(table.columns, shown),
      rows: table.rows.map((row) => chosen(row, shown)),
      notes: part === parts - 1 ? (table.notes ?? []) : [],
    };
  });
}

const chosen = <T>(all: readonly T[], shown: readonly number[]): T[] => shown.flatMap((at) => all.slice(at, at + 1));

/** Which column names the rows; -1 where none does. */
export const nameColumn = (columns: readonly Column[]): number =>
  columns.findIndex(({ namesRow }) => namesRow === true);

/** Each column's part of the whole width, together 1. None is so narrow that no word would fit. */
export function widthsOf(columns: readonly Column[]): number[] {
  const even = columns.reduce((sum, { width = 1 }) => sum + width, 0) / columns.length;
  const widths = columns.map(({ width = 1 }) => Math.max(width, even * 0.45));
  const whole = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => width / whole);
}

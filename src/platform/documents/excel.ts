import type { Cell, CellStyle, NamedRange, WriteSheet } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import { formatDay } from '../calendar/in-words.ts';
import type { Paper, PaperCell, Table } from './paper.ts';
import { nameColumn, numberColumns, widthsOf, wordsOf } from './paper-words.ts';

const font = { name: 'Arial', size: 10, color: { rgb: '12312F' } };
const alignment = { vertical: 'top', horizontal: 'left', wrapText: true } as const;
const right = { horizontal: 'right', indent: 1 } as const;
const body: CellStyle = { font, alignment };
const strong: CellStyle = { font: { ...font, bold: true }, alignment };
const day: CellStyle = { font, alignment, numFmt: 'd mmm yyyy' };
const number: CellStyle = { font, alignment: { ...alignment, ...right } };
const heading: CellStyle = {
  font: { ...font, bold: true, color: { rgb: '0F4C47' } },
  alignment: { ...alignment, vertical: 'bottom' },
  border: { bottom: { style: 'medium', color: { rgb: '0F4C47' } } },
};
const numberHeading: CellStyle = { ...heading, alignment: { ...heading.alignment, ...right } };

/** The most characters that Excel keeps in one cell, and that it prints in a page's head or foot. */
const most = { cell: 32_767, head: 250 };
/** The first day from which Excel counts right. */
const firstDay = '1900-03-01';

/**
 * A paper as an Excel workbook (.xlsx): each table a sheet of its own, ready to be sorted and filtered, and behind them *About*
 * with the words of the paper. Days are days and numbers are numbers; words are words, and never computed.
 */
export async function writeExcel(paper: Paper): Promise<Uint8Array> {
  const tables = paper.sections.flatMap(({ parts }) => parts.filter((part) => typeof part !== 'string'));
  const names = sheetNames([...tables.map(({ caption }) => caption), 'About']);
  const print = printingOf(paper);
  return await writeXlsx({
    properties: {
      title: paper.title,
      creator: paper.partnership,
      lastModifiedBy: paper.partnership,
      ...(paper.subline ? { subject: paper.subline } : {}),
      ...(paper.marking ? { keywords: paper.marking } : {}),
    },
    defaultFont: font,
    namedRanges: tables.flatMap((_, at) => printTitles(names[at] ?? '')),
    sheets: [
      ...tables.map((table, at) => ({ ...print, ...sheetOf(table), name: names[at] ?? '' })),
      { ...print, ...aboutSheet(paper), name: names[tables.length] ?? '' },
    ],
  });
}

/** The row of headings again at the top of every printed page. The writer has an option for it, which forgets the quotation marks. */
const printTitles = (sheet: string): NamedRange[] => [
  { name: '_xlnm.Print_Titles', range: `'${sheet.replaceAll("'", "''")}'!$1:$1`, scope: sheet },
];

type Printing = Pick<WriteSheet, 'pageSetup' | 'headerFooter'>;

function printingOf({ title, marking, partnership, layout }: Paper): Printing {
  const shown = (words: string) =>
    words
      .replaceAll('\n', ' ')
      .slice(0, most.head / 3)
      .replaceAll('&', '&&');
  return {
    pageSetup: { paperSize: 'a4', orientation: layout, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    headerFooter: {
      oddHeader: `&L${shown(title)}&C&"Arial,Bold" ${shown(marking ?? '')}`,
      oddFooter: `&L${shown(partnership)}&RPage &P of &N`,
    },
  };
}

function sheetOf(table: Table): Omit<WriteSheet, 'name'> {
  const { columns, rows, whenEmpty } = table;
  const naming = nameColumn(columns);
  const numbers = numberColumns(table);
  const widths = widthsOf(columns).map((part) => characters(part, columns.length));
  const cells = new Map<string, Partial<Cell>>(
    columns.map(({ heading: value }, at) => [
      `0,${at}`,
      { value, type: 'string', style: numbers[at] ? numberHeading : heading },
    ]),
  );
  for (const [row, values] of rows.entries())
    for (const [column, value] of values.entries()) {
      const style = styleOf(value, column === naming);
      if (style) cells.set(`${row + 1},${column}`, { style });
    }
  return {
    columns: widths.map((width) => ({ width, style: body })),
    rows: [
      columns.map(({ heading: words }) => words),
      ...(rows.length === 0 ? [[whenEmpty ?? '']] : rows.map((row) => row.map(valueOf))),
    ],
    cells,
    freezePane: { rows: 1, ...(naming === 0 ? { columns: 1 } : {}) },
    autoFilter: { range: `A1:${letters(columns.length)}${rows.length + 1}` },
    rowDefs: new Map(rows.map((row, at) => [at + 1, { height: heightOf(row, widths) }])),
  };
}

/** A column's width in characters: its part of a wide page, and never too narrow to read. */
const characters = (part: number, columns: number) =>
  Math.round(Math.min(80, Math.max(10, part * Math.max(140, columns * 14))));

/** Points: one line of a row, and the tallest row that Excel has. */
const line = 13;
const tallest = 409;

/** Points that a row needs for all its words: not every program works it out by itself. */
function heightOf(row: readonly PaperCell[], widths: readonly number[]): number {
  const lines = row.map((cell, at) =>
    wordsOf(cell)
      .split('\n')
      .reduce((sum, words) => sum + Math.max(1, Math.ceil(words.length / (widths[at] ?? 10))), 0),
  );
  return Math.min(tallest, Math.max(...lines) * line + 4);
}

function styleOf(cell: PaperCell, names: boolean): CellStyle | undefined {
  if (typeof cell === 'number') return number;
  if (typeof cell === 'object' && 'day' in cell) return day;
  return names || (typeof cell === 'object' && 'strong' in cell) ? strong : undefined;
}

function valueOf(cell: PaperCell): string | number | Date {
  if (typeof cell === 'number') return cell;
  if (typeof cell === 'object' && 'day' in cell && cell.day >= firstDay) return new Date(`${cell.day}T00:00:00Z`);
  return inOneCell(wordsOf(cell));
}

const inOneCell = (words: string): string =>
  words.length > most.cell ? `${words.slice(0, most.cell - 1)}…`.toWellFormed() : words;

/** The words of the paper, and of each table the caption and notes, in the order of the paper. */
function aboutSheet({ title, subline, marking, partnership, on, sections }: Paper): Omit<WriteSheet, 'name'> {
  const lines: { words: string; style: CellStyle }[] = [
    { words: title, style: heading },
    ...[subline, marking, `${partnership}, ${formatDay(on)}`].flatMap((words) =>
      words ? [{ words, style: body }] : [],
    ),
    ...sections.flatMap((section) => [
      { words: section.heading, style: strong },
      ...section.parts
        .flatMap((part) => (typeof part === 'string' ? [part] : [part.caption, ...(part.notes ?? [])]))
        .map((words) => ({ words, style: body })),
    ]),
  ];
  return {
    columns: [{ width: 100, style: body }],
    rows: lines.map(({ words }) => [inOneCell(words)]),
    cells: new Map(lines.map(({ style }, row) => [`${row},0`, { style }])),
  };
}

/** A name for each sheet as Excel allows it: 31 characters at most, none of `[]:*?/\`, and no two alike. */
function sheetNames(captions: readonly string[]): string[] {
  const taken = new Set<string>(['history']); // a name that Excel keeps for itself
  return captions.map((caption) => {
    const plain = caption
      .replaceAll(/[[\]:*?/\\]/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/^['\s]+|['\s]+$/g, '');
    for (let copy = 1; ; copy += 1) {
      const end = copy === 1 ? '' : ` ${copy}`;
      const name = `${(plain || 'Table')
        .slice(0, 31 - end.length)
        .toWellFormed()
        .trimEnd()}${end}`;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  });
}

/** The letters of the `count`th column: 1 is A, 27 is AA. */
const letters = (count: number): string =>
  count === 0 ? '' : letters(Math.floor((count - 1) / 26)) + String.fromCodePoint(65 + ((count - 1) % 26));

import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type IBorderOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
  Table as WordTable,
} from 'docx';
import { formatDay } from '../calendar/in-words.ts';
import type { Paper, PaperCell, Section, Table } from './paper.ts';
import { fittedToPage, nameColumn, numberColumns, widthsOf, wordsOf } from './paper-words.ts';
import { wordStyles } from './word-styles.ts';

/** Twentieths of a point: A4 upright, and the margin on every side (18 mm). */
const sheet = { width: 11906, height: 16838 };
const margin = 1020;

/**
 * A paper as a Word document (.docx) that people can go on writing in: real headings and captions, tables whose heading row is
 * marked and repeated, language British English.
 */
export async function writeWord(paper: Paper): Promise<Uint8Array> {
  const { title, subline, marking, partnership, on, layout, sections } = fittedToPage(paper);
  const textWidth = (layout === 'landscape' ? sheet.height : sheet.width) - 2 * margin;
  return await Packer.toBuffer(
    new Document({
      title,
      creator: partnership,
      lastModifiedBy: partnership,
      ...(subline ? { subject: subline } : {}),
      ...(marking ? { keywords: marking } : {}),
      styles: wordStyles,
      compatibility: { version: 15 },
      sections: [
        {
          properties: { page: pageOf(layout) },
          headers: { default: new Header({ children: [new Paragraph({ style: 'Marking', text: marking ?? '' })] }) },
          footers: { default: footerOf(partnership, textWidth) },
          children: [
            new Paragraph({ heading: HeadingLevel.HEADING_1, text: title }),
            ...(subline ? [new Paragraph({ style: 'Subline', children: linesOf(subline) })] : []),
            new Paragraph({ style: 'Source', text: `${partnership}, ${formatDay(on)}` }),
            ...sections.flatMap((section) => sectionOf(section, textWidth)),
          ],
        },
      ],
    }),
  );
}

const pageOf = (layout: Paper['layout']) => ({
  size: { ...sheet, orientation: layout === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
  margin: { top: 1134, bottom: 1077, left: margin, right: margin, header: 510, footer: 510 },
});

const footerOf = (partnership: string, textWidth: number) =>
  new Footer({
    children: [
      new Paragraph({
        style: 'Foot',
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
        children: [
          new TextRun(`${partnership}\t`),
          new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });

const linesOf = (words: string, look: { bold?: boolean } = {}): TextRun[] =>
  words.split('\n').map((text, at) => new TextRun({ text, ...look, ...(at > 0 ? { break: 1 } : {}) }));

const sectionOf = ({ heading, parts }: Section, textWidth: number): (Paragraph | WordTable)[] => [
  new Paragraph({ heading: HeadingLevel.HEADING_2, text: heading }),
  ...parts.flatMap((part) =>
    typeof part === 'string' ? [new Paragraph({ children: linesOf(part) })] : tableWithWords(part, textWidth),
  ),
];

const tableWithWords = (table: Table, textWidth: number): (Paragraph | WordTable)[] => [
  ...(table.rows.length === 0
    ? [
        new Paragraph({
          children: [new TextRun({ text: `${table.caption}: `, bold: true }), ...linesOf(table.whenEmpty ?? '')],
        }),
      ]
    : [new Paragraph({ style: 'Caption', text: table.caption }), tableOf(table, textWidth)]),
  ...(table.notes ?? []).map((note) => new Paragraph({ style: 'Note', children: linesOf(note) })),
  ...(table.rows.length > 0 && (table.notes ?? []).length === 0 ? [new Paragraph({ style: 'Note' })] : []),
];

const none: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const thin: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: 'D8D5C9' };
const thick: IBorderOptions = { style: BorderStyle.SINGLE, size: 10, color: '0F4C47' };

function tableOf(table: Table, textWidth: number): WordTable {
  const widths = widthsOf(table.columns).map((part) => Math.floor(part * textWidth));
  const numbers = numberColumns(table);
  const naming = nameColumn(table.columns);
  const cell = (words: TextRun[], at: number, heading: boolean) =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      verticalAlign: heading ? VerticalAlignTable.BOTTOM : VerticalAlignTable.TOP,
      ...(heading ? { borders: { bottom: thick } } : {}),
      children: [
        new Paragraph({
          style: 'Cell',
          ...(numbers[at] ? { alignment: AlignmentType.END } : {}),
          ...(heading ? { keepNext: true } : {}),
          children: words,
        }),
      ],
    });
  return new WordTable({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    tableLook: { firstRow: true, firstColumn: naming === 0, noHBand: true, noVBand: true },
    borders: { top: none, left: none, right: none, bottom: thin, insideHorizontal: thin, insideVertical: none },
    margins: { marginUnitType: WidthType.DXA, top: 60, bottom: 60, left: 0, right: 200 },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: table.columns.map(({ heading }, at) => cell(linesOf(heading, { bold: true }), at, true)),
      }),
      ...table.rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: row.map((one, at) => cell(cellWords(one, at === naming), at, false)),
          }),
      ),
    ],
  });
}

const cellWords = (cell: PaperCell, names: boolean): TextRun[] =>
  linesOf(wordsOf(cell), names || (typeof cell === 'object' && 'strong' in cell) ? { bold: true } : {});

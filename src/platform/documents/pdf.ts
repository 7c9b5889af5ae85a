import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { formatDay } from '../calendar/in-words.ts';
import { projectRoot } from '../project.ts';
import type { Column, Paper, PaperCell, Table } from './paper.ts';
import { fittedToPage, nameColumn, numberColumns, widthsOf, wordsOf } from './paper-words.ts';
import { withRowHeadings } from './row-headings.ts';
import { settable } from './settable.ts';
import { typefaceFolder } from './typefaces.ts';

const here = join(projectRoot, 'src/platform/documents');

/**
 * A paper as a tagged PDF (PDF/UA-1, which the typesetter enforces): headings, tables with their headings, language, title and
 * bookmarks. A character for which the typefaces have no sign is shown as □, and the paper says so at its end.
 *
 * Takes the thread for as long as it sets: tens of milliseconds for some pages, some seconds for a thousand.
 */
export function writePdf(paper: Paper): Uint8Array {
  const model = modelOf(fittedToPage(paper));
  const compiler = NodeCompiler.create({ workspace: here, fontArgs: [{ fontPaths: [typefaceFolder] }] });
  const pdf = compiler.pdf(
    { mainFileContent: readFileSync(join(here, 'paper.typ'), 'utf8'), inputs: { paper: JSON.stringify(model) } },
    { pdfStandard: 'ua-1' },
  );
  return withRowHeadings(pdf, tablesOf(model));
}

/** How many letters surely fit into a line of the title, of a heading, of anything else. */
const room = { title: 30, heading: 45, line: 60 };

type PdfModel = ReturnType<typeof modelOf>;

/** What `paper.typ` sets: everything in it is words, flags and widths. */
function modelOf({ title, subline, marking, partnership, on, layout, sections }: Paper) {
  const words = settable();
  const model = {
    title: words.shown(title),
    titleLine: words.broken(title, room.title),
    subline: words.broken(subline ?? '', room.line),
    marking: words.shown(marking ?? ''),
    partnership: words.shown(partnership),
    day: formatDay(on),
    landscape: layout === 'landscape',
    sections: sections.map(({ heading, parts }) => ({
      heading: words.broken(heading, room.heading),
      parts: parts.map((part) =>
        typeof part === 'string' ? words.broken(part, room.line) : tableOf(part, layout, words),
      ),
    })),
  };
  return { ...model, missing: words.missing() };
}

const tablesOf = ({ sections }: PdfModel): { naming: number }[] =>
  sections
    .flatMap(({ parts }) => parts.filter((part) => typeof part !== 'string'))
    .filter(({ rows }) => rows.length > 0);

type Words = ReturnType<typeof settable>;

function tableOf(table: Table, layout: Paper['layout'], words: Words) {
  const numbers = numberColumns(table);
  const rooms = roomsOf(table.columns, layout);
  return {
    caption: words.broken(table.caption, room.line),
    columns: widthsOf(table.columns).map((width, at) => ({
      heading: words.broken(table.columns[at]?.heading ?? '', rooms[at] ?? 0),
      width,
      number: numbers[at] ?? false,
    })),
    naming: nameColumn(table.columns),
    rows: table.rows.map((row) => rowOf(row, rooms, words)),
    whenEmpty: words.broken(table.whenEmpty ?? '', room.line),
    notes: (table.notes ?? []).map((note) => words.broken(note, room.line)),
  };
}

/** Points: the width of the text on a page, what stands left and right of a cell's words, and a letter of 9 points. */
const points = { portrait: 493, landscape: 739, aroundCell: 12, letter: 5.2 };

/** How many letters fit into a line of each column. */
const roomsOf = (columns: readonly Column[], layout: Paper['layout']): number[] =>
  widthsOf(columns).map((part) => Math.max(3, Math.floor((part * points[layout] - points.aroundCell) / points.letter)));

/** A row that is taller than this many lines may be parted by the end of a page. */
const tall = 12;

function rowOf(row: readonly PaperCell[], rooms: readonly number[], words: Words) {
  const texts = row.map(wordsOf);
  return {
    long: texts.some((text, at) => linesIn(text, rooms[at] ?? 1) > tall),
    cells: row.map((cell, at) => {
      const text = words.broken(texts[at] ?? '', rooms[at] ?? 0);
      return typeof cell === 'object' && 'strong' in cell ? { strong: text } : text;
    }),
  };
}

const linesIn = (text: string, room: number): number =>
  text.length < tall ? 1 : text.split('\n').reduce((lines, line) => lines + Math.ceil((line.length + 1) / room), 0);

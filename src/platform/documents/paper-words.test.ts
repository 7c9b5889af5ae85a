import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainDate } from '../calendar/plain-date.ts';
import { aPaper, aPaperOf, aTable, oddWords } from './paper.fixture.ts';
import type { Paper, Table } from './paper.ts';
import { fittedToPage, inPrintableWords, numberColumns, printable, widthsOf, wordsOf } from './paper-words.ts';

const tablesOf = ({ sections }: Paper): Table[] =>
  sections.flatMap(({ parts }) => parts.filter((part) => typeof part !== 'string'));

test.each(oddWords)('%s is made printable', (_, typed, kept) => {
  expect(printable(typed)).toBe(kept);
});

test('each way to end a line is one line feed, and a tab a space', () => {
  expect(printable(' one\r\ntwo\rthree\u2028four\tfive\n')).toBe('one\ntwo\nthree\nfour five');
});

test('whatever is typed, nothing is left that XML forbids, and what is printable stays', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      const kept = printable(typed);
      expect(kept).toMatch(/^[\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u);
      expect(printable(kept)).toBe(kept);
    }),
  );
});

test('what must have words has a dash where they were none', () => {
  const table = aTable({ caption: ' ', columns: [{ heading: '\u0007' }], rows: [] });
  const paper = inPrintableWords(aPaper({ title: '\n', sections: [{ heading: '', parts: [table] }] }));
  expect([paper.title, paper.sections[0]?.heading]).toEqual(['–', '–']);
  expect(paper.sections[0]?.parts[0]).toMatchObject({ caption: '–', columns: [{ heading: '–' }] });
});

test('a cell is shown as people write it', () => {
  const cells = ['words', 1250.5, { day: plainDate('2026-11-27') }, { strong: 'Overdue' }];
  expect(cells.map(wordsOf)).toEqual(['words', '1,250.5', '27 Nov 2026', 'Overdue']);
});

test('a column of numbers is known by its cells, and an empty one is none', () => {
  const columns = ['a', 'b', 'c'].map((heading) => ({ heading }));
  expect(
    numberColumns(
      aTable({
        columns,
        rows: [
          [1, '', 1],
          ['', '', 'x'],
        ],
      }),
    ),
  ).toEqual([true, false, false]);
});

test('widths are parts of the whole, and none vanishes', () => {
  const widths = widthsOf([
    { heading: 'a', width: 1 },
    { heading: 'b', width: 3 },
    { heading: 'c', width: 0.001 },
  ]);
  expect(widths.reduce((sum, width) => sum + width)).toBeCloseTo(1);
  expect(Math.min(...widths)).toBeGreaterThan(0.1);
});

test('a table of 40 columns is parted, and every part begins with the column that names the rows', () => {
  const columns = Array.from({ length: 40 }, (_, at) => ({ heading: `H${at}`, namesRow: at === 3 }));
  const row = columns.map(({ heading }) => heading.replace('H', 'c'));
  const parts = tablesOf(fittedToPage(aPaperOf({ columns, rows: [row], notes: ['A note'] })));
  expect(parts.map((part) => part.caption)).toEqual([1, 2, 3, 4, 5].map((at) => `Open actions, part ${at} of 5`));
  for (const part of parts) {
    expect(part.columns[0]).toEqual({ heading: 'H3', namesRow: true });
    expect(part.columns.length).toBeLessThanOrEqual(10);
    expect(part.rows[0]).toEqual(part.columns.map(({ heading }) => heading.replace('H', 'c')));
  }
  const shown = parts.flatMap((part) => part.columns.map(({ heading }) => heading));
  expect(new Set(shown)).toEqual(new Set(columns.map(({ heading }) => heading)));
  expect(parts.map((part) => part.notes?.length)).toEqual([0, 0, 0, 0, 1]);
});

test('a table that fits is left as it is', () => {
  expect(fittedToPage(aPaper())).toEqual(aPaper());
});

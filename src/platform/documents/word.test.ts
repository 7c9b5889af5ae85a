import { describe, expect, test } from 'vitest';
import { aPaper, aPaperOf, oddWords } from './paper.fixture.ts';
import type { Paper } from './paper.ts';
import { inPrintableWords } from './paper-words.ts';
import { unzip, xmlOf } from './unzip.fixture.ts';
import { writeWord } from './word.ts';

const written = async (paper: Paper) => await writeWord(inPrintableWords(paper));
const bodyOf = async (paper: Paper) => xmlOf(await written(paper), 'word/document.xml');
const all = (within: Document | Element, name: string) => [...within.getElementsByTagName(name)];
const wordsIn = (element: Element) =>
  all(element, 'w:t')
    .map(({ textContent }) => textContent)
    .join('');
const styled = (document: Document) =>
  all(document, 'w:p').map((p) => [all(p, 'w:pStyle')[0]?.getAttribute('w:val') ?? '', wordsIn(p)]);

test.each(oddWords)('%s is kept as words', async (_, typed, kept) => {
  const cells = all(await bodyOf(aPaperOf({ columns: [{ heading: 'Words' }], rows: [[typed]] })), 'w:tc');
  expect(cells.map(wordsIn)).toEqual(['Words', kept]);
});

test('emoji and other scripts are kept', async () => {
  const names = ['👨‍👩‍👧 😀', 'প্রিয়া', '李伟'];
  const body = await bodyOf(aPaperOf({ columns: [{ heading: 'Name' }], rows: names.map((name) => [name]) }));
  expect(all(body, 'w:tc').slice(1).map(wordsIn)).toEqual(names);
});

test('a table without rows is a sentence, and no table', async () => {
  const body = await bodyOf(aPaperOf({ rows: [], whenEmpty: 'nothing is open', notes: [] }));
  expect(all(body, 'w:tbl')).toEqual([]);
  expect(styled(body)).toContainEqual(['', 'Open actions: nothing is open']);
});

test('a cell of two lines has a break between them', async () => {
  const [, cell] = all(await bodyOf(aPaperOf({ columns: [{ heading: 'A' }], rows: [['one\ntwo']] })), 'w:tc');
  expect(cell && all(cell, 'w:br')).toHaveLength(1);
});

describe('a paper in Word', () => {
  test('has real headings and captions, in order', async () => {
    const named = styled(await bodyOf(aPaper())).filter(([style]) => /^(Heading|Caption|Sub|Source)/.test(style ?? ''));
    expect(named).toEqual([
      ['Heading1', 'Actions by agency'],
      ['Subline', 'For the executive group on 8 December 2026'],
      ['Source', 'Dunmere Safeguarding Children Partnership, Friday 27 November 2026'],
      ['Heading2', 'Dunmere Council'],
      ['Caption', 'Open actions of Dunmere Council'],
      ['Heading2', 'Heddlu Llŷr a’r Fro'],
      ['Caption', 'Open actions of the police'],
      ['Heading2', 'Dunmere Integrated Care Board'],
    ]);
  });

  test('marks the first row of each table, and no other, as headings to repeat, and keeps rows whole', async () => {
    const isOn = (row: Element, name: string) =>
      all(row, name).some((mark) => !/^(false|0|off)$/.test(mark.getAttribute('w:val') ?? ''));
    const tables = all(await bodyOf(aPaper()), 'w:tbl');
    expect(tables).toHaveLength(2);
    for (const table of tables) {
      const rows = all(table, 'w:tr');
      expect(rows.map((row) => isOn(row, 'w:tblHeader'))).toEqual(rows.map((_, at) => at === 0));
      expect(rows.every((row) => isOn(row, 'w:cantSplit'))).toBe(true);
      expect(all(table, 'w:tblLook')[0]?.getAttribute('w:firstRow')).toMatch(/1|true/);
    }
  });

  test('has columns as wide as was said, within the page', async () => {
    const [table] = all(await bodyOf(aPaper()), 'w:tbl');
    const widths = table ? all(table, 'w:gridCol').map((column) => Number(column.getAttribute('w:w'))) : [];
    expect(widths[1]).toBeGreaterThan((widths[0] ?? 0) * 3);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(16838 - 2 * 1020);
  });

  test.each([
    ['landscape', ['16838', '11906', 'landscape']],
    ['portrait', ['11906', '16838', 'portrait']],
  ] as const)('lies or stands: %s', async (layout, [width, height, orientation]) => {
    const [page] = all(await bodyOf(aPaper({ layout })), 'w:pgSz');
    expect(['w:w', 'w:h', 'w:orient'].map((name) => page?.getAttribute(name))).toEqual([width, height, orientation]);
  });

  test('says its language, its marking, its page of how many, and whose it is', async () => {
    const files = unzip(Buffer.from(await written(aPaper())));
    expect(files.get('word/styles.xml')).toMatch(/<w:rPrDefault>.*<w:lang [^>]*w:val="en-GB"/);
    expect(files.get('word/header1.xml')).toContain('OFFICIAL');
    const foot = files.get('word/footer1.xml') ?? '';
    expect(foot).toContain('Dunmere Safeguarding Children Partnership');
    expect(foot).toMatch(/Page .*PAGE.* of .*NUMPAGES/);
    const properties = files.get('docProps/core.xml') ?? '';
    expect(properties).toContain('<dc:title>Actions by agency</dc:title>');
    expect(properties).toContain('<dc:creator>Dunmere Safeguarding Children Partnership</dc:creator>');
    expect(properties).not.toMatch(/Un-?named|docx/i);
  });
});

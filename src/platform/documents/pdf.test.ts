import { describe, expect, test } from 'vitest';
import { anAction, aPaper, aPaperOf, aTable, oddWords } from './paper.fixture.ts';
import type { Paper } from './paper.ts';
import { inPrintableWords } from './paper-words.ts';
import { ofRole, openPdf, tagsOf } from './pdf.fixture.ts';
import { writePdf } from './pdf.ts';

const written = async (paper: Paper) => await openPdf(writePdf(inPrintableWords(paper)));
const firstPage = async (paper: Paper) => (await tagsOf(await written(paper))).tags;
const cellsOf = async (words: string) =>
  ofRole(await firstPage(aPaperOf({ columns: [{ heading: 'Words' }], rows: [[words]] })), 'TD').map((tag) => tag.words);
const unbroken = (words: string) => words.replaceAll(/\s+/g, '');

test.each(oddWords.filter(([what]) => what !== 'a name from right to left'))(
  '%s is set as words',
  async (_, typed, kept) => {
    expect((await cellsOf(typed)).map(unbroken)).toEqual([unbroken(kept)]);
  },
);

test('a name from right to left is set with its letters joined, and can be taken out again', async () => {
  const [cell] = await cellsOf('محمد علي');
  expect(cell?.normalize('NFKC')).toMatch(/محمد/);
  expect(cell?.normalize('NFKC')).toMatch(/علي/);
});

test('a character that no typeface has is □, and the paper says so', async () => {
  const tags = await firstPage(aPaperOf({ columns: [{ heading: 'Name' }], rows: [['👨‍👩‍👧 李 প্রিয়া']] }));
  expect(ofRole(tags, 'TD')[0]?.words).toMatch(/^□ □ □+$/);
  expect(ofRole(tags, 'P').at(-1)?.words).toContain('□ stands for a character');
  expect(JSON.stringify(await firstPage(aPaper()))).not.toContain('□');
});

test('a word longer than its column is broken, and nothing leaves the page', async () => {
  const long = `https://example.test/${'a'.repeat(300)}`;
  const columns = Array.from({ length: 10 }, (_, at) => ({ heading: `Unbelievable ${at}` }));
  const document = await written(
    aPaper({
      title: long,
      sections: [{ heading: long, parts: [long, aTable({ columns, rows: [columns.map(() => long)] })] }],
    }),
  );
  const pages = await Promise.all([1, 2].map(async (number) => await document.getPage(number)));
  const items = (await Promise.all(pages.map(async (page) => await page.getTextContent()))).flatMap(
    (page) => page.items,
  );
  const [, , right = 0] = pages[0]?.view ?? [];
  const ends = items.map((item) => ('str' in item ? Number(item.transform[4]) + item.width : 0));
  expect(Math.max(...ends)).toBeLessThan(right - 40);
});

test('a cell longer than a page goes on to the next one', async () => {
  const words = Array.from({ length: 2000 }, (_, at) => `w${at}`).join(' ');
  const document = await written(
    aPaperOf({
      columns: [
        { heading: 'A', width: 1 },
        { heading: 'B', width: 5 },
      ],
      rows: [[words, '']],
    }),
  );
  expect(document.numPages).toBeGreaterThan(2);
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, at) => (await tagsOf(document, at + 1)).tags),
  );
  expect(JSON.stringify(pages)).toContain('w1999');
});

test('a table without rows is a sentence, and no table', async () => {
  const tags = await firstPage(aPaperOf({ rows: [], whenEmpty: 'nothing is open', notes: [] }));
  expect(ofRole(tags, 'Table')).toEqual([]);
  expect(ofRole(tags, 'P').at(-1)?.words).toBe('Open actions: nothing is open');
});

test('a paper of no sections is its title alone', async () => {
  const tags = await firstPage(aPaper({ sections: [], subline: '', marking: '' }));
  expect(ofRole(tags, 'H1')[0]?.words).toBe('Actions by agency');
});

describe('a tagged PDF', () => {
  test('says that it is one, its language, its title, and shows the title in the window', async () => {
    const document = await written(aPaper());
    const { info } = await document.getMetadata();
    expect(info).toMatchObject({ Title: 'Actions by agency', Language: 'en-GB', Author: aPaper().partnership });
    expect(Buffer.from(await document.getData()).toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>');
    const marks = (await document.getMarkInfo()) as unknown as Map<string, unknown>; // the reader's types say otherwise
    const window = (await document.getViewerPreferences()) as unknown as Map<string, unknown>;
    expect([marks.get('Marked'), window.get('DisplayDocTitle')]).toEqual([true, true]);
  });

  test('has a bookmark for each heading, sections below the title', async () => {
    const [title, ...others] = await (await written(aPaper())).getOutline();
    expect(others).toEqual([]);
    expect([title?.title, title?.items.map((item: { title: string }) => item.title)]).toEqual([
      'Actions by agency',
      ['Dunmere Council', 'Heddlu Llŷr a’r Fro', 'Dunmere Integrated Care Board'],
    ]);
  });

  test('is read in order: title, sub-line, whose and when, section, words, table, notes', async () => {
    const [document] = await firstPage(aPaper());
    expect(document?.children.slice(0, 8).map(({ role, words }) => [role, role === 'Table' ? '' : words])).toEqual([
      ['H1', 'Actions by agency'],
      ['P', 'For the executive group on 8 December 2026'],
      ['P', 'Dunmere Safeguarding Children Partnership, Friday 27 November 2026'],
      ['H2', 'Dunmere Council'],
      ['P', 'Three actions are open. One is overdue: its owner has asked for help with the data.'],
      ['Table', ''],
      ['P', 'Days late are counted from the current due day. A new due day needs a reason.'],
      ['H2', 'Heddlu Llŷr a’r Fro'],
    ]);
  });

  test('has in each table a caption, headings of columns and of rows, and cells that know their column', async () => {
    const [table] = ofRole(await firstPage(aPaper()), 'Table');
    expect(table?.children.map(({ role }) => role)).toEqual(['Caption', 'THead', 'TBody']);
    expect(table?.children[0]?.words).toBe('Open actions of Dunmere Council');
    const headings = ofRole(table?.children.slice(1, 2) ?? [], 'TH');
    expect(headings.map(({ words, scope }) => [words, scope])).toEqual(
      aTable().columns.map(({ heading }) => [heading, 'Column']),
    );
    const [row] = ofRole(table?.children.slice(2) ?? [], 'TR');
    expect(row?.children.map(({ role, scope, headers }) => [role, scope, headers])).toEqual(
      headings.map(({ structId }, at) => (at === 1 ? ['TH', 'Row', undefined] : ['TD', undefined, [structId]])),
    );
    expect(row?.children.map(({ words }) => words).slice(0, 6)).toEqual([
      'A-2026-001',
      'A child who is missed at two appointments is seen by somebody within five working days',
      'Siôn Llŷr',
      '2 Dec 2026',
      'On track',
      '0',
    ]);
  });

  test('tags the column that names the rows in every table, whichever it is, and in none where none does', async () => {
    const columns = (naming: number) =>
      Array.from({ length: 10 }, (_, at) => ({ heading: `H${at}`, namesRow: at === naming }));
    const table = (naming: number) =>
      aTable({ columns: columns(naming), rows: [columns(naming).map(({ heading }) => heading)] });
    const parts = [table(0), aTable({ rows: [] }), table(-1), table(9)];
    const tables = ofRole(await firstPage(aPaper({ sections: [{ heading: 'All', parts }] })), 'Table');
    const naming = tables.map((each) =>
      ofRole(each.children.slice(2), 'TH').map(({ words, scope }) => `${words} ${scope}`),
    );
    expect(naming).toEqual([['H0 Row'], [], ['H9 Row']]);
  });

  test('repeats headings, marking and foot on every page without saying them twice', async () => {
    const document = await written(aPaperOf({ rows: Array.from({ length: 60 }, (_, at) => anAction(at)) }));
    expect(document.numPages).toBeGreaterThan(2);
    for (let page = 2; page <= document.numPages; page += 1) {
      const { tags, artifacts } = await tagsOf(document, page);
      expect(artifacts).toMatch(/^OFFICIAL Reference What is to be different .*Page \d of \d$/);
      expect(artifacts).toContain(`Page ${page} of ${document.numPages}`);
      expect(artifacts).toContain('Dunmere Safeguarding Children Partnership');
      expect(JSON.stringify(ofRole(tags, 'TD').map(({ words }) => words))).not.toMatch(/Reference|OFFICIAL|Page/);
    }
  });

  test('holds the typeface of the house, and no other where it is enough', () => {
    const pdf = Buffer.from(writePdf(inPrintableWords(aPaperOf({ rows: [anAction(1)] })))).toString('latin1');
    const names = new Set([...pdf.matchAll(/\/FontName \/[A-Z]{6}\+(\S+)/g)].map((match) => match[1]));
    expect(names).toEqual(new Set(['AtkinsonHyperlegibleNext-Regular', 'AtkinsonHyperlegibleNext-Bold']));
    expect(pdf.match(/\/FontFile2/g)?.length).toBe(2);
  });

  test('lies or stands', async () => {
    const page = async (layout: Paper['layout']) =>
      (await (await written(aPaper({ layout }))).getPage(1)).view.map(Math.round);
    expect(await page('landscape')).toEqual([0, 0, 842, 595]);
    expect(await page('portrait')).toEqual([0, 0, 595, 842]);
  });
});

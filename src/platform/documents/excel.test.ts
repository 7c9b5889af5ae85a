import { expect, test } from 'vitest';
import { plainDate } from '../calendar/plain-date.ts';
import { writeExcel } from './excel.ts';
import { aPaper, aPaperOf, aTable, oddWords } from './paper.fixture.ts';
import type { Paper } from './paper.ts';
import { inPrintableWords } from './paper-words.ts';
import { readSpreadsheet } from './spreadsheet.ts';
import { unzip, xmlOf } from './unzip.fixture.ts';

const written = async (paper: Paper) => await writeExcel(inPrintableWords(paper));
const sheetsOf = async (paper: Paper) => await readSpreadsheet(await written(paper));
const firstSheet = async (paper: Paper) => xmlOf(await written(paper), 'xl/worksheets/sheet1.xml');
const all = (within: Document | Element, name: string) => [...within.getElementsByTagName(name)];

test.each(oddWords)('%s is kept as words, and never computed', async (_, typed, kept) => {
  const paper = aPaperOf({ columns: [{ heading: 'Words' }], rows: [[typed], [{ strong: typed }]] });
  expect((await sheetsOf(paper))[0]?.rows.slice(1).map(({ cells }) => cells)).toEqual([[kept], [kept]]);
  expect(all(await firstSheet(paper), 'f')).toEqual([]);
});

test('a cell longer than Excel can hold is cut, and says so', async () => {
  const file = xmlOf(
    await written(aPaperOf({ columns: [{ heading: 'A' }], rows: [['x'.repeat(40_000)]] })),
    'xl/sharedStrings.xml',
  );
  const longest = Math.max(...all(file, 't').map(({ textContent }) => (textContent ?? '').length));
  expect(longest).toBe(32_767);
  expect(all(file, 't').map(({ textContent }) => textContent)).toContainEqual(expect.stringMatching(/^x+…$/));
});

test('a table without rows keeps its headings and says that there is nothing', async () => {
  const [sheet] = await sheetsOf(aPaperOf({ rows: [], whenEmpty: 'nothing is open' }));
  expect(sheet?.rows.map(({ cells }) => cells[0])).toEqual(['Reference', 'nothing is open']);
});

test('captions that Excel would refuse as names of sheets are made fit, each its own', async () => {
  const captions = [
    'History',
    "'Due?'",
    'A [very] long caption of what is open: 1/2',
    'A [very] long caption of what is open: 2/2',
    '*',
    'About',
  ];
  const paper = aPaper({ sections: [{ heading: 'All', parts: captions.map((caption) => aTable({ caption })) }] });
  expect((await sheetsOf(paper)).map(({ name }) => name)).toEqual([
    'History 2',
    'Due',
    'A very long caption of what is',
    'A very long caption of what i 2',
    'Table',
    'About',
    'About 2',
  ]);
});

test('40 columns stay one table', async () => {
  const columns = Array.from({ length: 40 }, (_, at) => ({ heading: `H${at}` }));
  const [sheet] = await sheetsOf(aPaperOf({ columns, rows: [columns.map(() => 1)] }));
  expect(sheet?.rows[1]?.cells).toHaveLength(40);
});

test('each table is a sheet whose days are days and whose numbers are numbers; the words are in About', async () => {
  const sheets = await sheetsOf(aPaper());
  expect(sheets.map(({ name }) => name)).toEqual([
    'Open actions of Dunmere Council',
    'Open actions of the police',
    'Open actions of the board',
    'About',
  ]);
  const sheet = await firstSheet(aPaper());
  const [day, late] = ['D4', 'F4'].map((ref) => all(sheet, 'c').find((cell) => cell.getAttribute('r') === ref));
  expect([day?.getAttribute('t'), day?.textContent]).toEqual([null, '46360']); // 4 December 2026 as Excel counts
  expect([late?.getAttribute('t'), late?.textContent]).toEqual([null, '3']);
  expect(sheets.at(-1)?.rows.flatMap(({ cells }) => cells)).toEqual(
    expect.arrayContaining(['Actions by agency', 'OFFICIAL', 'Dunmere Council', aTable().notes?.[0]]),
  );
});

test('a day before Excel counts right is words', async () => {
  const paper = aPaperOf({ columns: [{ heading: 'Born' }], rows: [[{ day: plainDate('1899-12-31') }]] });
  expect((await sheetsOf(paper))[0]?.rows[1]?.cells).toEqual(['31 Dec 1899']);
});

test('headings are bold, held in view, filtered and printed on every page', async () => {
  const bytes = await written(aPaperOf({ caption: "The chair's actions" }));
  const files = unzip(Buffer.from(bytes));
  const sheet = files.get('xl/worksheets/sheet1.xml') ?? '';
  expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
  expect(sheet).toContain('<autoFilter ref="A1:G2"');
  expect(sheet).toMatch(/<pageSetup [^>]*orientation="landscape"/);
  expect(sheet).toMatch(/<oddHeader>.*&amp;C&amp;("|&quot;)Arial,Bold("|&quot;) OFFICIAL</);
  expect(files.get('xl/workbook.xml')).toMatch(
    /Print_Titles" localSheetId="0">'The chair(&apos;|'){2}s actions'!\$1:\$1</,
  );
  const styles = xmlOf(bytes, 'xl/styles.xml');
  const style = Number(/<c r="A1"[^>]* s="(\d+)"/.exec(sheet)?.[1]);
  const font = Number(all(styles, 'cellXfs')[0]?.children[style]?.getAttribute('fontId'));
  expect(all(styles, 'fonts')[0]?.children[font]?.getElementsByTagName('b')).toHaveLength(1);
});

test('what is printed at the head of a page has no codes of Excel in it', async () => {
  const sheet = await firstSheet(aPaper({ title: 'Health &Safety &P' }));
  expect(all(sheet, 'oddHeader')[0]?.textContent).toContain('Health &&Safety &&P');
});

import { describe, expect, test, vi } from 'vitest';
import { boardPaper, PaperError, type PaperFormat, paperFormats, writePaper } from './board-paper.ts';
import { anAction, aPaper, aPaperOf } from './paper.fixture.ts';
import type { Table } from './paper.ts';
import { openPdf } from './pdf.fixture.ts';
import { readSpreadsheet } from './spreadsheet.ts';
import { xmlOf } from './unzip.fixture.ts';

vi.setConfig({ testTimeout: 60_000 }); // each paper starts a process

const noSuchFormat = 'odt' as PaperFormat;

test.each<[string, Partial<Table>, RegExp]>([
  ['a table without columns', { columns: [], rows: [] }, /no columns/],
  ['a row with a cell too few', { rows: [anAction(1), anAction(2).slice(1)] }, /as many cells/],
  ['a row with a cell too many', { rows: [[...anAction(1), '']] }, /as many cells/],
  ['a number that is none', { columns: [{ heading: 'A' }], rows: [[0 / 0]] }, /not finite/],
  ['a width that is none', { columns: [{ heading: 'A', width: 0 }], rows: [] }, /width/],
])('is not written with %s', async (_, table, words) => {
  for (const format of paperFormats) {
    await expect(boardPaper(aPaperOf(table), format)).rejects.toThrow(words);
    await expect(boardPaper(aPaperOf(table), format)).rejects.toThrow(RangeError);
  }
});

test('is not written when it is too large, and the words say what to do', async () => {
  const huge = aPaperOf({ columns: [{ heading: 'A' }], rows: [['x'.repeat(5_000_000)]] });
  await expect(boardPaper(huge, 'pdf')).rejects.toThrow(PaperError);
  await expect(boardPaper(huge, 'pdf')).rejects.toThrow(/fewer records/);
});

test('a failure says nothing of what is in the paper, and the next one is written', async () => {
  const failed = writePaper(aPaper({ title: 'Not to be told' }), noSuchFormat);
  const next = writePaper(aPaper(), 'xlsx');
  await expect(failed).rejects.toThrow(/^the paper could not be written as odt: its process ended with 1$/);
  expect((await readSpreadsheet(await next)).length).toBe(4);
});

test('no more wait than there is memory for', async () => {
  const waiting = Array.from(
    { length: 20 },
    async () => await writePaper(aPaper(), noSuchFormat).catch(() => 'failed'),
  );
  await expect(writePaper(aPaper(), 'docx')).rejects.toThrow(PaperError);
  expect(await Promise.all(waiting)).toEqual(waiting.map(() => 'failed'));
  expect((await writePaper(aPaper(), 'docx')).length).toBeGreaterThan(5000);
});

test.each([
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['pdf', 'application/pdf'],
] as const)('is a download, named for its title and day: %s', async (format, type) => {
  expect(await boardPaper(aPaper({ title: 'Llŷr’s actions: late?', sections: [] }), format)).toMatchObject({
    kind: 'download',
    name: `llyr-s-actions-late-2026-11-27.${format}`,
    type,
  });
});

describe('1,000 rows', () => {
  const rows = Array.from({ length: 1000 }, (_, at) => anAction(at));
  const reread: Record<PaperFormat, (bytes: Buffer) => Promise<number>> = {
    docx: async (bytes) =>
      await Promise.resolve(xmlOf(bytes, 'word/document.xml').getElementsByTagName('w:tr').length - 1),
    xlsx: async (bytes) => ((await readSpreadsheet(bytes))[0]?.rows.length ?? 0) - 1,
    pdf: async (bytes) => {
      const document = await openPdf(bytes);
      const { items } = await (await document.getPage(document.numPages)).getTextContent();
      const words = items.map((item) => ('str' in item ? item.str : '')).join('');
      return Number(/.*A-2026-\u200B?(\d{3})/s.exec(words)?.[1]) + 1;
    },
  };

  test.each(paperFormats)('are all written as %s while the server goes on with other things', async (format) => {
    let turns = 0;
    const other = setInterval(() => {
      turns += 1;
    }, 10);
    const bytes = await writePaper(aPaperOf({ rows, notes: [] }), format);
    clearInterval(other);
    expect(turns).toBeGreaterThan(10);
    expect(await reread[format](bytes)).toBe(1000);
  });
});

import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { type Limits, readSpreadsheet, SpreadsheetError, usualLimits } from './spreadsheet.ts';
import { declaredSize } from './zip-size.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const rowsOf = async (bytes: Uint8Array) => (await readSpreadsheet(bytes))[0]?.rows;
const aWorkbook = () =>
  writeXlsx({
    sheets: [
      { name: 'Cover', rows: [['Outcomes']] },
      { name: 'Notes', hidden: true, rows: [['not for us']] },
      {
        name: 'Data',
        rows: [['Council', 'Published'], [' Kent ', new Date(Date.UTC(2017, 2, 5))], [], ['Bexley', 42799]],
      },
    ],
  });

const oldOffice = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
const cutShort = async () => {
  const whole = await aWorkbook();
  return whole.slice(0, whole.length - 30);
};
const scrambled = async () => {
  const bytes = Uint8Array.from(await aWorkbook());
  return bytes.fill(0xff, 60, bytes.length - 600);
};
test.each<[string, () => Uint8Array | Promise<Uint8Array>, RegExp, Partial<Limits>]>([
  ['empty', () => new Uint8Array(), /empty/, {}],
  ['larger than the limit', () => utf8('a,b\n1,2\n'), /larger than 0 MB/, { bytes: 5 }],
  ['too long', () => utf8('a\n1\n2\n'), /more than 2 rows/, { rows: 2 }],
  ['too wide', () => utf8('a\n1,2,3\n'), /line 2 has more than 2 columns/, { columns: 2 }],
  ['filled with an enormous cell', () => utf8('a\nlong\n'), /cell in line 2/, { characters: 3 }],
  ['left with an open quotation mark', () => utf8('a,b\n"x,y\n1,2'), /quotation mark/, {}],
  ['neither CSV nor a workbook', () => Uint8Array.of(1, 0, 2, 0), /neither/, {}],
  ['an old or locked workbook', () => oldOffice, /damaged|password/, {}],
  ['a workbook cut short', cutShort, /damaged/, {}],
  ['a scrambled workbook', scrambled, /damaged/, {}],
  ['a workbook that unpacks to too much', aWorkbook, /unpacks to more than/, { unpackedBytes: 1000 }],
  ['a workbook with too many rows in all its sheets', aWorkbook, /more than 3 rows/, { rows: 3 }],
  ['a workbook with too many sheets', aWorkbook, /more than 1 sheets/, { sheets: 1 }],
])('a file is refused when it is %s', async (_, file, words, limits) => {
  const reading = readSpreadsheet(await file(), { ...usualLimits, ...limits });
  await expect(reading).rejects.toThrow(words);
  await expect(reading).rejects.toThrow(SpreadsheetError);
});

describe('CSV', () => {
  test('rows know their line in the file, also after a cell of several lines and an empty line', async () => {
    expect(await rowsOf(utf8('a,b\r\n"one\r\ntwo",2\r\n\r\n , \r\n3,4\r\n'))).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['one\ntwo', '2'] },
      { line: 6, cells: ['3', '4'] },
    ]);
  });
  test.each([
    ['semicolons', 'a;b\n1;2,5\n', ['1', '2,5']],
    ['tabs', 'a\tb\n1\t2\n', ['1', '2']],
    ['a title line above', 'Outcomes\na;b\n', ['a', 'b']],
  ])('is read with %s', async (_, text, cells) => {
    expect((await rowsOf(utf8(text)))?.[1]?.cells).toEqual(cells);
  });
  test('a byte order mark is no part of the first heading', async () => {
    expect((await rowsOf(utf8('\uFEFFa,b\n')))?.[0]?.cells).toEqual(['a', 'b']);
  });
  test('is read as Windows-1252 when it is not UTF-8', async () => {
    expect((await rowsOf(Uint8Array.of(0x61, 0x2c, 0xe9)))?.[0]?.cells).toEqual(['a', 'é']);
  });
});

describe('a workbook', () => {
  test('gives its visible sheets, days as ISO text and numbers as numbers', async () => {
    expect(await readSpreadsheet(await aWorkbook())).toEqual([
      { name: 'Cover', rows: [{ line: 1, cells: ['Outcomes'] }] },
      {
        name: 'Data',
        rows: [
          { line: 1, cells: ['Council', 'Published'] },
          { line: 2, cells: ['Kent', '2017-03-05'] },
          { line: 4, cells: ['Bexley', 42799] },
        ],
      },
    ]);
  });
  test('a workbook that lies about its size is refused', async () => {
    const bytes = await aWorkbook();
    const lying = Uint8Array.from(bytes);
    const view = new DataView(lying.buffer);
    const entry = lying.findIndex((_, at) => at + 4 <= lying.length && view.getUint32(at, true) === 0x02014b50);
    view.setUint32(entry + 24, 0, true);
    expect(declaredSize(bytes)).toBeGreaterThan(1000);
    expect(declaredSize(lying)).toBeUndefined();
    await expect(readSpreadsheet(lying)).rejects.toThrow(/damaged/);
  });
});

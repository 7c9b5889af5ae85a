import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asPlainText, asTyped, writeCsv } from './csv.ts';
import { nearestName } from './nearest.ts';
import { readSpreadsheet } from './spreadsheet.ts';
import { writeWorkbook } from './workbook.ts';

const awkward = ['=1+1', '+44 20 7946 0000', '-2', '@here', "'=1", "''+1", 'ordinary', "'tis", '＝1'];

test('no cell of a file begins as a formula does', () => {
  for (const line of writeCsv(awkward.map((cell) => [cell])).split('\r\n'))
    expect(line).not.toMatch(/^\uFEFF?"?[=+\-@＝]/);
});

test('a number stays a number', () => {
  expect(writeCsv([[-2.5, '-2.5']])).toContain("-2.5,'-2.5");
});

test('a cell of several lines stays one cell', async () => {
  const [sheet] = await readSpreadsheet(
    Buffer.from(
      writeCsv([
        ['a', 'b'],
        ['one\ntwo', 'three'],
      ]),
    ),
  );
  expect(sheet?.rows[1]?.cells).toEqual(['one\ntwo', 'three']);
});

test('what was made plain text is read as it was typed', () => {
  for (const cell of awkward) expect(asTyped(asPlainText(cell))).toBe(cell);
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', 'a', ' ') }), (cell) => {
      expect(asTyped(asPlainText(cell))).toBe(cell);
    }),
  );
});

test('a workbook keeps a formula as the words it is', async () => {
  const [sheet] = await readSpreadsheet(await writeWorkbook('People', [['Name'], ['=1+1'], ['0044']]));
  expect(sheet?.rows.map(({ cells }) => cells)).toEqual([['Name'], ['=1+1'], ['0044']]);
});

test('a slip of the hand is met by the nearest name, and another word by none', () => {
  const names = ['dunmere council', 'dunmere police'];
  expect(nearestName('dunmere concil', names)).toBe('dunmere council');
  expect(nearestName('atlantis', names)).toBeUndefined();
});

test('of names that are near the nearest is meant, and of those as near the first', () => {
  expect(nearestName('bramley', ['bramly x', 'bramlex', 'bramleys', 'brumlay'])).toBe('bramlex');
  expect(nearestName('al', ['al'])).toBeUndefined();
  expect(nearestName('abcd', ['abxyz', 'ab'])).toBe('ab');
});

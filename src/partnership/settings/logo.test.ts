import { randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import jpeg from 'jpeg-js';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { drawLogo, largestLogo } from './logo.ts';

const secret = 'GPS 51.4545 N, 2.5879 W';

/** A PNG whose left half is red and whose right half is clear. */
function aPng(width = 8, height = 4): Buffer {
  const png = new PNG({ width, height });
  for (let at = 0; at < width * height; at++) {
    if (at % width < width / 2) png.data.set([200, 30, 20, 255], at * 4);
    else png.data.set([0, 255, 0, 0], at * 4);
  }
  return PNG.sync.write(png);
}

const crcTable = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});
const crc = (bytes: Buffer) =>
  (bytes.reduce((c, byte) => ((crcTable[(c ^ byte) & 255] ?? 0) ^ (c >>> 8)) >>> 0, 0xffffffff) ^ 0xffffffff) >>> 0;
function chunk(type: string, body: Buffer): Buffer {
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  const named = Buffer.concat([Buffer.from(type), body]);
  length.writeUInt32BE(body.length);
  check.writeUInt32BE(crc(named));
  return Buffer.concat([length, named, check]);
}
function header(width: number, height: number, interlace = 0): Buffer {
  const body = Buffer.alloc(13);
  body.writeUInt32BE(width, 0);
  body.writeUInt32BE(height, 4);
  body.set([8, 6, 0, 0, interlace], 8);
  return chunk('IHDR', body);
}
const signature = aPng().subarray(0, 8);
const end = chunk('IEND', Buffer.alloc(0));
const withChunk = (png: Buffer, extra: Buffer) => Buffer.concat([png.subarray(0, 33), extra, png.subarray(33)]);
const bomb = chunk('IDAT', deflateSync(Buffer.alloc(50_000_000)));

const aJpeg = (width: number, height: number) =>
  jpeg.encode({ width, height, data: Buffer.alloc(width * height * 4, 180), comments: [secret] }, 80).data;

test.each([
  ['of more than two megabytes', Buffer.concat([aPng(), Buffer.alloc(largestLogo)]), 'too-large'],
  ['that is empty', Buffer.alloc(0), 'no-picture'],
  [
    'with a script in it',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
    'no-picture',
  ],
  ['of another kind of picture', Buffer.from('GIF89a'), 'no-picture'],
  ['cut short', aPng().subarray(0, 40), 'unreadable'],
  ['that only begins as a PNG', Buffer.concat([signature, randomBytes(200)]), 'unreadable'],
  ['that only begins as a JPEG', Buffer.concat([Buffer.from('ffd8ff', 'hex'), randomBytes(200)]), 'unreadable'],
  ['with something behind its end', Buffer.concat([aPng(), Buffer.from('PK')]), 'unreadable'],
  ['with a second header', withChunk(aPng(), header(9000, 9000)), 'unreadable'],
  ['that promises too many pixels', Buffer.concat([signature, header(3000, 3000), bomb, end]), 'too-many-pixels'],
  ['whose size cannot be trusted', Buffer.concat([signature, header(8, 4, 1), bomb, end]), 'interlaced'],
  ['that holds more than it promises', Buffer.concat([signature, header(0, 0), bomb, end]), 'unreadable'],
  ['that is a large JPEG', aJpeg(2400, 2000), 'too-many-pixels'],
])('a file %s is refused', (_, file, because) => {
  expect(drawLogo(file)).toEqual({ because });
});

test('what is unpacked is limited by the size that was promised', () => {
  const before = process.memoryUsage().rss;
  drawLogo(Buffer.concat([signature, header(8, 4), bomb, end]));
  expect(process.memoryUsage().rss - before).toBeLessThan(40_000_000);
});

test('of a PNG only its pixels are left, and no words', () => {
  const file = withChunk(aPng(), chunk('tEXt', Buffer.from(`Comment\0${secret}`)));
  const { png } = drawLogo(file) as { png: Buffer };
  expect([file.includes('GPS'), png.includes('GPS'), png.includes('tEXt')]).toEqual([true, false, false]);
  const read = PNG.sync.read(png);
  expect([read.width, read.height, [...read.data.subarray(0, 4)]]).toEqual([8, 4, [200, 30, 20, 255]]);
});

test('of a JPEG a PNG is drawn, without its comment', () => {
  const drawn = drawLogo(aJpeg(40, 20)) as { png: Buffer };
  expect(drawn.png.includes('GPS')).toBe(false);
  expect(PNG.sync.read(drawn.png)).toMatchObject({ width: 40, height: 20 });
});

test('a large picture is made to fit, keeps its shape, and has no fringe where it is clear', () => {
  const { png } = drawLogo(aPng(1400, 700)) as { png: Buffer };
  const { width, height, data } = PNG.sync.read(png);
  expect([width, height]).toEqual([400, 200]);
  const greens = Array.from({ length: width }, (_, x) => data[x * 4 + 1] ?? 0);
  expect(Math.max(...greens)).toBe(30);
});

import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { chunkLength, openStream, SealStream, tagLength } from './sealed-stream.ts';
import { newKey, SealBroken } from './sealing.ts';

const key = newKey();
const bound = Buffer.from('file 1');
const whole = chunkLength + tagLength;

const bytesOf = (length: number) => Buffer.from(Uint8Array.from({ length }, (_, at) => (at * 31 + (at >> 9)) & 255));

/** In pieces of a size that fits nothing. */
function* inPieces(bytes: Buffer, size = 70_001): Generator<Buffer, void> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const seal = (plain: Buffer) => buffer(Readable.from(inPieces(plain)).pipe(new SealStream(key, bound)));
const open = (sealed: Buffer, by = key, to = bound) =>
  buffer(Readable.from(openStream(Readable.from(inPieces(sealed)), by, to)));

test.for([0, 1, chunkLength - 1, chunkLength, chunkLength + 1, 2 * chunkLength, 2_500_000])(
  '%i bytes open as they were sealed, and show nothing of themselves',
  async (length) => {
    const plain = bytesOf(length);
    const sealed = await seal(plain);
    expect((await open(sealed)).equals(plain)).toBe(true);
    expect(length > 16 && sealed.includes(plain.subarray(0, 16))).toBe(false);
  },
);

test('with another key, or for something else, nothing opens', async () => {
  const sealed = await seal(bytesOf(100));
  await expect(open(sealed, newKey())).rejects.toThrow(SealBroken);
  await expect(open(sealed, key, Buffer.from('file 2'))).rejects.toThrow(SealBroken);
});

test.for<[string, (sealed: Buffer) => Buffer]>([
  ['is cut short within a chunk', (sealed) => sealed.subarray(0, sealed.length - 5)],
  ['is cut short between two chunks', (sealed) => sealed.subarray(0, 2 * whole)],
  ['has lost its first chunk', (sealed) => sealed.subarray(whole)],
  [
    'has lost a chunk in the middle',
    (sealed) => Buffer.concat([sealed.subarray(0, whole), sealed.subarray(2 * whole)]),
  ],
  [
    'has two chunks that changed places',
    (sealed) =>
      Buffer.concat([sealed.subarray(whole, 2 * whole), sealed.subarray(0, whole), sealed.subarray(2 * whole)]),
  ],
  ['has a chunk twice', (sealed) => Buffer.concat([sealed.subarray(0, whole), sealed])],
  ['goes on after its end', (sealed) => Buffer.concat([sealed, sealed.subarray(2 * whole)])],
  [
    'has one bit changed',
    (sealed) => {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(whole + 77) ^ 1, whole + 77);
      return changed;
    },
  ],
  ['is empty', () => Buffer.alloc(0)],
])('a stream that %s does not open', async ([, change]) => {
  await expect(open(change(await seal(bytesOf(2_500_000))))).rejects.toThrow(SealBroken);
});

test('what comes before a changed chunk is given out, and nothing after it', async () => {
  const plain = bytesOf(2_500_000);
  const sealed = await seal(plain);
  sealed.writeUInt8(sealed.readUInt8(whole + 9) ^ 128, whole + 9);
  const given: Buffer[] = [];
  const reading = async () => {
    for await (const chunk of openStream(Readable.from(inPieces(sealed)), key, bound)) given.push(chunk);
  };
  await expect(reading()).rejects.toThrow(SealBroken);
  expect(Buffer.concat(given).equals(plain.subarray(0, chunkLength))).toBe(true);
});

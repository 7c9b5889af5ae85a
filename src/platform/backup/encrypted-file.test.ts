import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { test as base, expect } from 'vitest';
import { MasterKey, TopKey } from '../sealed/master-key.ts';
import { EncryptedFile, readEncrypted } from './encrypted-file.ts';

const chunk = 2 ** 20;
const master = new MasterKey([new TopKey(Buffer.alloc(32, 1))]);

/** Bytes in which no two stretches are alike. */
const someBytes = (length: number): Buffer => {
  const bytes = Buffer.alloc(length);
  for (let at = 0; at + 4 <= length; at += 4) bytes.writeUInt32LE(Math.imul(at, 2_654_435_761) >>> 0, at);
  return bytes;
};

const test = base.extend<{ file: string }>({
  file: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'concordat-encrypted-'));
    await use(join(folder, 'backup'));
    rmSync(folder, { recursive: true });
  },
});

const write = (file: string, bytes: Buffer, by = master) =>
  pipeline(Readable.from([bytes]), new EncryptedFile(by), createWriteStream(file));

async function read(file: string, by = master): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const each of readEncrypted(file, by)) chunks.push(each);
  return Buffer.concat(chunks);
}

const refusal = (because: string): unknown => expect.objectContaining({ because });

test.for([0, 1, chunk - 1, chunk, chunk + 1, 3 * chunk, 3 * chunk + 17])(
  '%i bytes come back as they were',
  async (length, { file }) => {
    const bytes = someBytes(length);
    await write(file, bytes);
    expect((await read(file)).equals(bytes)).toBe(true);
    expect(readFileSync(file).includes(bytes.subarray(0, 64))).toBe(length === 0);
  },
);

test('bytes written in small pieces come back as they were', async ({ file }) => {
  const bytes = someBytes(2 * chunk + 5);
  const pieces = Array.from({ length: Math.ceil(bytes.length / 70_001) }, (_, at) =>
    bytes.subarray(at * 70_001, (at + 1) * 70_001),
  );
  await pipeline(Readable.from(pieces), new EncryptedFile(master), createWriteStream(file));
  expect((await read(file)).equals(bytes)).toBe(true);
});

test('a file cut short at any place is refused as cut short', async ({ file }) => {
  await write(file, someBytes(2 * chunk + 100));
  const whole = readFileSync(file);
  for (const length of [
    1,
    17,
    60,
    130,
    200,
    chunk,
    chunk + 136 + 16,
    2 * chunk,
    whole.length - 40,
    whole.length - 2,
    whole.length - 1,
  ]) {
    writeFileSync(file, whole.subarray(0, length));
    await expect(read(file)).rejects.toEqual(refusal('cut-short'));
  }
});

test('a file with one bit changed anywhere is refused as altered', async ({ file }) => {
  await write(file, someBytes(2 * chunk + 100));
  const whole = readFileSync(file);
  const size = statSync(file).size;
  const places = [20, 40, 100, 130, 140, 5000, chunk, chunk + 150, chunk + 170, 2 * chunk + 60, size - 60, size - 10];
  for (const at of places) {
    const changed = Buffer.from(whole);
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    writeFileSync(file, changed);
    await expect(read(file)).rejects.toEqual(refusal('altered'));
  }
});

test('parts left out, doubled or in another order are refused', async ({ file }) => {
  await write(file, someBytes(3 * chunk));
  const whole = readFileSync(file);
  const start = whole.indexOf(10) + 1;
  const [first, second, rest] = [start, start + chunk + 16, start + 2 * (chunk + 16)];
  const part = (from: number, to: number) => whole.subarray(from, to);
  const end = part(rest, whole.length);
  const length = (bytes: Buffer) => {
    const digits = bytes.length - 17;
    bytes.write(String(bytes.length).padStart(16, '0'), digits, 'latin1');
    return bytes;
  };
  const wrong = [
    Buffer.concat([part(0, first), part(second, rest), part(first, second), end]),
    Buffer.concat([part(0, second), end]),
    Buffer.concat([part(0, second), part(first, rest), end]),
  ];
  for (const bytes of wrong) {
    writeFileSync(file, length(bytes));
    await expect(read(file)).rejects.toEqual(refusal('altered'));
  }
});

test('the parts of another backup with the same key do not fit', async ({ file }) => {
  await write(file, someBytes(chunk));
  const one = readFileSync(file);
  await write(file, someBytes(chunk));
  const other = readFileSync(file);
  const start = one.indexOf(10) + 1;
  writeFileSync(file, Buffer.concat([one.subarray(0, start), other.subarray(start)]));
  await expect(read(file)).rejects.toEqual(refusal('altered'));
});

test('another master key is refused and the right one named; an earlier one is found', async ({ file }) => {
  const other = new TopKey(Buffer.alloc(32, 2));
  await write(file, someBytes(10));
  const reading = read(file, new MasterKey([other]));
  await expect(reading).rejects.toEqual(refusal('wrong-key'));
  await expect(reading).rejects.toThrow(master.current.id);
  expect(await read(file, new MasterKey([other, master.current]))).toHaveLength(10);
});

test('what is no backup is not taken for one', async ({ file }) => {
  writeFileSync(file, 'PGDMP and so on, and so on, and so on');
  await expect(read(file)).rejects.toEqual(refusal('not-a-backup'));
  writeFileSync(file, '');
  await expect(read(file)).rejects.toEqual(refusal('cut-short'));
});

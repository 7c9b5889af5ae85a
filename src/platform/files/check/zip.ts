import { crc32, inflateRawSync } from 'node:zlib';
import { insist, Refused } from './verdict.ts';

/** One file inside a package. */
export interface Entry {
  name: string;
  /** Bytes as they lie, and as they say they unpack to. */
  packed: number;
  unpacked: number;
  /** @throws {Refused} when it is not what was said of it */
  read(): Buffer;
}

export interface ZipLimits {
  entries: number;
  /** Bytes of one entry once unpacked, and of all together. */
  entry: number;
  total: number;
  /** How many times its packed size an entry of more than a megabyte may unpack to. */
  ratio: number;
}

const endRecord = 0x06054b50;
const endLength = 22;
const directoryRecord = 0x02014b50;
const localRecord = 0x04034b50;

/**
 * Where the end record of a ZIP archive stands, as a reader finds it that looks from the end; undefined where there is none
 * that could be one.
 */
export function findEnd(bytes: Buffer): number | undefined {
  const earliest = Math.max(0, bytes.length - endLength - 65_535);
  for (let at = bytes.length - endLength; at >= earliest; at -= 1) {
    if (bytes.readUInt32LE(at) !== endRecord) continue;
    const directory = bytes.readUInt32LE(at + 12);
    if (directory <= at && bytes.readUInt16LE(at + 10) > 0) return at;
  }
  return undefined;
}

/**
 * The entries of an archive that is nothing but an archive: it begins with its first entry, ends with its end record, and its
 * entries lie one after the other.
 *
 * @throws {Refused} damaged, locked, unpacks-too-large
 */
export function readZip(bytes: Buffer, limits: ZipLimits): Entry[] {
  const end = bytes.length - endLength;
  insist(end >= 0 && bytes.readUInt32LE(end) === endRecord && bytes.readUInt16LE(end + 20) === 0, 'damaged');
  insist(bytes.readUInt32LE(end + 4) === 0, 'damaged'); // of several disks
  const count = bytes.readUInt16LE(end + 10);
  insist(count > 0 && count === bytes.readUInt16LE(end + 8), 'damaged');
  insist(count <= limits.entries, 'unpacks-too-large');
  const start = bytes.readUInt32LE(end + 16);
  insist(start + bytes.readUInt32LE(end + 12) === end, 'damaged');
  const listed = readDirectory(bytes, start, end, count);
  checkSizes(listed, limits);
  checkNames(listed);
  checkPlaces(listed, start);
  return listed;
}

interface Listed extends Entry {
  /** Where its record begins, and where its bytes end. */
  from: number;
  to: number;
}

function readDirectory(bytes: Buffer, start: number, end: number, count: number): Listed[] {
  const listed: Listed[] = [];
  let at = start;
  while (listed.length < count) {
    insist(at + 46 <= end && bytes.readUInt32LE(at) === directoryRecord, 'damaged');
    const lengths = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const next = at + 46 + lengths.reduce((sum, length) => sum + length, 0);
    insist(next <= end, 'damaged');
    listed.push(readListed(bytes, at, lengths[0] ?? 0));
    at = next;
  }
  insist(at === end, 'damaged');
  return listed;
}

function readListed(bytes: Buffer, at: number, nameLength: number): Listed {
  const flags = bytes.readUInt16LE(at + 8);
  insist((flags & 0x2041) === 0, 'locked');
  const unixMode = bytes.readUInt32LE(at + 38) >>> 16;
  insist((unixMode & 0o170000) !== 0o120000, 'damaged'); // a link
  const rawName = bytes.subarray(at + 46, at + 46 + nameLength);
  const method = bytes.readUInt16LE(at + 10);
  insist(method === 0 || method === 8, 'damaged');
  const packed = bytes.readUInt32LE(at + 20);
  const unpacked = bytes.readUInt32LE(at + 24);
  const from = bytes.readUInt32LE(at + 42);
  insist(from + 30 <= bytes.length && bytes.readUInt32LE(from) === localRecord, 'damaged');
  const localName = bytes.readUInt16LE(from + 26);
  insist(bytes.subarray(from + 30, from + 30 + localName).equals(rawName), 'damaged');
  const data = from + 30 + localName + bytes.readUInt16LE(from + 28);
  const check = bytes.readUInt32LE(at + 16);
  const raw = () => bytes.subarray(data, data + packed);
  const read = () => unpack(raw(), { method, unpacked, check });
  return { name: rawName.toString('utf8'), packed, unpacked, from, to: data + packed, read };
}

/** Stops at the size that was said, so that nothing unpacks to more than was counted. */
function unpack(raw: Buffer, { method, unpacked, check }: { method: number; unpacked: number; check: number }): Buffer {
  const plain = method === 0 ? raw : inflate(raw, unpacked);
  insist(plain.length === unpacked && crc32(plain) === check, 'damaged');
  return plain;
}

function inflate(raw: Buffer, most: number): Buffer {
  try {
    return inflateRawSync(raw, { maxOutputLength: Math.max(most, 1) });
  } catch {
    throw new Refused('damaged');
  }
}

function checkSizes(entries: readonly Entry[], limits: ZipLimits): void {
  const total = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
  const tooMuch = ({ packed, unpacked }: Entry) =>
    unpacked > limits.entry || (unpacked > 1_000_000 && unpacked > packed * limits.ratio);
  insist(total <= limits.total && !entries.some(tooMuch), 'unpacks-too-large');
}

/** Names are plain paths below the package, and no two are the same to a system that does not tell capitals apart. */
function checkNames(entries: readonly Entry[]): void {
  const isPlain = (name: string) =>
    name !== '' &&
    !/^\/|[\\:\uFFFD]|\p{Cc}/u.test(name) &&
    name
      .replace(/\/$/, '')
      .split('/')
      .every((part) => part !== '' && part !== '.' && part !== '..');
  insist(
    entries.every(({ name }) => isPlain(name)),
    'damaged',
  );
  insist(new Set(entries.map(({ name }) => name.toLowerCase())).size === entries.length, 'damaged');
}

/** What may stand after an entry's bytes: its sizes once more. */
const longestDescriptor = 24;

/** No two entries share bytes, and between them there is room for nothing else. */
function checkPlaces(entries: readonly Listed[], directory: number): void {
  let at = 0;
  for (const { from, to } of entries.toSorted((a, b) => a.from - b.from)) {
    insist(from >= at && from - at <= (at === 0 ? 0 : longestDescriptor), 'damaged');
    at = to;
  }
  insist(directory >= at && directory - at <= longestDescriptor, 'damaged');
}

import { inflateRawSync } from 'node:zlib';
import { DOMParser } from 'linkedom';

/** The files of a ZIP archive as text, by name: read from its directory, without any of the writers' own code. */
export function unzip(zip: Buffer): Map<string, string> {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const files = new Map<string, string>();
  let entry = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [name, extra, comment] = [28, 30, 32].map((at) => zip.readUInt16LE(entry + at));
    const local = zip.readUInt32LE(entry + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(from, from + zip.readUInt32LE(entry + 20));
    const bytes = zip.readUInt16LE(entry + 10) === 8 ? inflateRawSync(packed) : packed;
    files.set(zip.toString('utf8', entry + 46, entry + 46 + (name ?? 0)), bytes.toString('utf8'));
    entry += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return files;
}

/** One file of an archive as XML. */
export const xmlOf = (zip: Uint8Array, name: string): Document =>
  new DOMParser().parseFromString(unzip(Buffer.from(zip)).get(name) ?? '', 'text/xml') as unknown as Document;

import { inflateRawSync } from 'node:zlib';
import type { LightMyRequestResponse } from 'fastify';
import { workbookType } from '../../src/platform/documents/workbook.ts';

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const readable = /^(text\/|application\/(json|manifest\+json|xml|javascript)|image\/svg\+xml)/;

/**
 * Everything a response says that somebody could read: its headers and its body.
 *
 * @throws {Error} for a body of a kind that this cannot read: a canary could hide in it
 */
export function textOf(response: LightMyRequestResponse): string {
  const type = String(response.headers['content-type'] ?? '');
  if (type === 'image/png') return `${JSON.stringify(response.headers)}\n${response.rawPayload.toString('latin1')}`;
  if (type === workbookType || type === wordType)
    return `${JSON.stringify(response.headers)}\n${textOfZip(response.rawPayload)}`;
  if (response.rawPayload.length > 0 && !readable.test(type)) {
    throw new Error(`a body of type “${type}” cannot be searched: teach test/isolation/response-text.ts to read it`);
  }
  return `${JSON.stringify(response.headers)}\n${response.body}`;
}

/** What the parts of a workbook or a Word file say, unpacked. */
export function textOfZip(zip: Buffer): string {
  const parts: string[] = [];
  for (let at = zip.indexOf('PK\u0001\u0002'); at !== -1; at = zip.indexOf('PK\u0001\u0002', at + 46)) {
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(from, from + zip.readUInt32LE(at + 20));
    parts.push((zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed).toString('utf8'));
  }
  return parts.join('\n');
}

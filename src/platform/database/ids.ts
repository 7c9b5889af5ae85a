import { randomBytes } from 'node:crypto';

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A new identifier, UUID version 7: ordered by the time it was made, otherwise random. Made here because PostgreSQL 15 cannot. */
export function newId(now = Date.now()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now, 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Whether `text` is an identifier in the one form we write them: lower case, with hyphens. */
export const isId = (text: string): boolean => pattern.test(text);

/**
 * `text` when it is an identifier; checked here because it is then written into SQL as a literal.
 *
 * @throws {TypeError} when it is anything else
 */
export function checkedId(text: string): string {
  if (!isId(text)) throw new TypeError('not an identifier');
  return text;
}

import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import type { MasterKey, TopKey } from '../sealed/master-key.ts';
import { chunkLength, openChunk, SealStream, tagLength } from '../sealed/sealed-stream.ts';
import { SealBroken } from '../sealed/sealing.ts';
import { BackupRefused } from './refused.ts';

/*
 * The file: a line of text that names the master key and holds a random salt; a sealed stream (`sealed/sealed-stream.ts`) under
 * a key for this file alone, bound to the first line; a line of text that tells the file's length.
 */

const format = '1';
const endMark = (length: number) => `\nconcordat-backup-end ${String(length).padStart(16, '0')}\n`;
const endMarkLength = endMark(0).length;

const headerOf = (keyId: string, salt: Buffer): string => {
  const said = `concordat-backup ${format} key=${keyId} salt=${salt.toString('hex')}`;
  return `${said} check=${checkOf(said)}\n`;
};
const checkOf = (said: string) => createHash('sha256').update(said).digest('hex').slice(0, 16);
const headerLength = headerOf('0'.repeat(16), Buffer.alloc(32)).length;

const fileKey = (top: TopKey, salt: Buffer) =>
  Buffer.from(hkdfSync('sha256', top.derive('backups'), salt, 'concordat backup file', 32));

/** What is written to it comes out encrypted under the current master key, as a whole file. */
export class EncryptedFile extends SealStream {
  #length = 0;

  constructor(master: MasterKey) {
    const salt = randomBytes(32);
    const header = Buffer.from(headerOf(master.current.id, salt));
    super(fileKey(master.current, salt), header);
    this.push(header);
  }

  override push(bytes: Buffer | null): boolean {
    this.#length += bytes?.length ?? 0;
    return super.push(bytes);
  }

  protected override atEnd(): void {
    this.push(Buffer.from(endMark(this.#length + endMarkLength)));
  }
}

/**
 * What stands in the encrypted file, chunk after chunk; only what is proved to be as it was written is given out.
 *
 * @throws {BackupRefused} not-a-backup, cut-short, wrong-key, altered or newer-version; nothing more is given out then
 */
export async function* readEncrypted(path: string, master: MasterKey): AsyncGenerator<Buffer, void> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const { header, key } = await readHeader(file, size, master);
    await checkEnd(file, size);
    const end = size - endMarkLength;
    let at = headerLength;
    for (let chunk = 0; at < end; chunk += 1) {
      const last = end - at <= chunkLength + tagLength;
      const sealed = await readAt(file, at, last ? end - at : chunkLength + tagLength);
      yield openPart(key, header, chunk, last, sealed);
      at += sealed.length;
    }
  } finally {
    await file.close();
  }
}

async function readHeader(file: FileHandle, size: number, master: MasterKey): Promise<{ header: Buffer; key: Buffer }> {
  const header = await readAt(file, 0, Math.min(size, headerLength));
  const line = header.toString('latin1');
  const start = 'concordat-backup ';
  if (!line.startsWith(start.slice(0, line.length)))
    throw new BackupRefused('not-a-backup', 'This is not a backup made by Concordat');
  if (size < headerLength + tagLength + endMarkLength) throw cutShort();
  const known = /^concordat-backup (\d+) key=([0-9a-f]{16}) salt=([0-9a-f]{64}) check=([0-9a-f]{16})\n$/.exec(line);
  const [, itsFormat, keyId = '', salt = '', check] = known ?? [];
  if (!known || checkOf(line.slice(0, line.indexOf(' check='))) !== check) throw altered('its first line');
  if (itsFormat !== format)
    throw new BackupRefused(
      'newer-version',
      `The backup is of format ${itsFormat}, which this version of Concordat does not know: use a newer version`,
    );
  const top = master.find(keyId);
  if (!top)
    throw new BackupRefused(
      'wrong-key',
      `The backup was made with the master key ${keyId}, which the key file does not hold: put that key's line into the file (docs/operations/keys.md)`,
    );
  return { header, key: fileKey(top, Buffer.from(salt, 'hex')) };
}

async function checkEnd(file: FileHandle, size: number): Promise<void> {
  const end = (await readAt(file, size - endMarkLength, endMarkLength)).toString('latin1');
  if (!/^\nconcordat-backup-end \d{16}\n$/.test(end)) throw cutShort();
  if (end !== endMark(size)) throw altered('its length');
}

function openPart(key: Buffer, header: Buffer, chunk: number, last: boolean, sealed: Buffer): Buffer {
  try {
    return openChunk(key, header, chunk, last, sealed);
  } catch (error) {
    throw error instanceof SealBroken ? altered(`part ${chunk + 1}`) : error;
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead !== length) throw cutShort();
  return buffer;
}

const cutShort = () =>
  new BackupRefused(
    'cut-short',
    'The backup was cut short: it does not end with its end mark. Copy it again from where it was made',
  );
const altered = (where: string) =>
  new BackupRefused(
    'altered',
    `The backup was altered: ${where} is not as it was written. Copy it again from where it was made`,
  );

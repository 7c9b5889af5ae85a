import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { Transform, type TransformCallback } from 'node:stream';
import type { MasterKey, TopKey } from '../sealed/master-key.ts';
import { BackupRefused } from './refused.ts';

/*
 * The file: a line of text that names the master key and holds a random salt; chunks of 1 MiB, each with AES-256-GCM under a
 * key for this file alone; a line of text that tells the file's length. A chunk's nonce holds its number and whether it is
 * the last, and the first line is part of what each chunk proves: so chunks can be neither changed, moved, left out nor
 * added, and the file cannot end early. Nothing need be held in memory but one chunk.
 */

const chunkLength = 2 ** 20;
const tagLength = 16;
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

function nonceOf(chunk: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt8(last ? 1 : 0);
  nonce.writeBigUInt64BE(BigInt(chunk), 4);
  return nonce;
}

/** What is written to it comes out encrypted under the current master key, as a whole file. */
export class EncryptedFile extends Transform {
  readonly #key: Buffer;
  readonly #header: Buffer;
  #waiting: Buffer[] = [];
  #waitingLength = 0;
  #chunk = 0;
  #length = 0;

  constructor(master: MasterKey) {
    super();
    const salt = randomBytes(32);
    this.#key = fileKey(master.current, salt);
    this.#header = Buffer.from(headerOf(master.current.id, salt));
    this.#send(this.#header);
  }

  override _transform(bytes: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#waiting.push(bytes);
    this.#waitingLength += bytes.length;
    if (this.#waitingLength > chunkLength) {
      const all = Buffer.concat(this.#waiting);
      let at = 0;
      for (; all.length - at > chunkLength; at += chunkLength) this.#seal(all.subarray(at, at + chunkLength), false);
      this.#waiting = [all.subarray(at)];
      this.#waitingLength = all.length - at;
    }
    done();
  }

  override _flush(done: TransformCallback): void {
    this.#seal(Buffer.concat(this.#waiting), true);
    this.push(endMark(this.#length + endMarkLength));
    done();
  }

  #seal(plain: Buffer, last: boolean): void {
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonceOf(this.#chunk, last), { authTagLength: tagLength });
    cipher.setAAD(this.#header);
    this.#chunk += 1;
    this.#send(Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]));
  }

  #send(bytes: Buffer): void {
    this.#length += bytes.length;
    this.push(bytes);
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
      yield openChunk(key, header, chunk, last, sealed);
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

function openChunk(key: Buffer, header: Buffer, chunk: number, last: boolean, sealed: Buffer): Buffer {
  const at = sealed.length - tagLength;
  if (at < 0) throw altered(`part ${chunk + 1}`);
  const cipher = createDecipheriv('aes-256-gcm', key, nonceOf(chunk, last), { authTagLength: tagLength });
  cipher.setAAD(header).setAuthTag(sealed.subarray(at));
  try {
    return Buffer.concat([cipher.update(sealed.subarray(0, at)), cipher.final()]);
  } catch {
    throw altered(`part ${chunk + 1}`);
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

import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';
import { SealBroken } from './sealing.ts';

/*
 * Many bytes, sealed as they flow: chunks of 1 MiB, each with AES-256-GCM under a key that seals nothing else. A chunk's nonce
 * holds its number and whether it is the last, and what the stream belongs to is part of what each chunk proves: so chunks can
 * be neither changed, moved, left out nor added, and the stream cannot end early. Nothing need be held in memory but one chunk.
 */

export const chunkLength = 2 ** 20;
export const tagLength = 16;

/** A key that seals one stream and nothing else, as bytes or as a key object. */
export type StreamKey = Buffer | KeyObject;

function nonceOf(chunk: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt8(last ? 1 : 0);
  nonce.writeBigUInt64BE(BigInt(chunk), 4);
  return nonce;
}

function sealChunk(key: StreamKey, bound: Buffer, chunk: number, last: boolean, plain: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(chunk, last), { authTagLength: tagLength });
  cipher.setAAD(bound);
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/**
 * What one sealed chunk holds.
 *
 * @param bound what the stream belongs to, as it was said when it was sealed
 * @param chunk its number, from 0
 * @param last whether nothing follows
 * @throws {SealBroken} when it is not that chunk, as it was written
 */
export function openChunk(key: StreamKey, bound: Buffer, chunk: number, last: boolean, sealed: Buffer): Buffer {
  const at = sealed.length - tagLength;
  if (at < 0) throw new SealBroken();
  const cipher = createDecipheriv('aes-256-gcm', key, nonceOf(chunk, last), { authTagLength: tagLength });
  cipher.setAAD(bound).setAuthTag(sealed.subarray(at));
  try {
    return Buffer.concat([cipher.update(sealed.subarray(0, at)), cipher.final()]);
  } catch {
    throw new SealBroken();
  }
}

/** What is written to it comes out sealed. The last chunk may be empty; there is always one. */
export class SealStream extends Transform {
  readonly #key: StreamKey;
  readonly #bound: Buffer;
  #waiting: Buffer[] = [];
  #waitingLength = 0;
  #chunk = 0;

  /** @param bound what the stream belongs to: it opens for that alone */
  constructor(key: StreamKey, bound: Buffer) {
    super();
    this.#key = key;
    this.#bound = bound;
  }

  override _transform(bytes: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#waiting.push(bytes);
    this.#waitingLength += bytes.length;
    if (this.#waitingLength > chunkLength) {
      const all = Buffer.concat(this.#waiting);
      let at = 0;
      for (; all.length - at > chunkLength; at += chunkLength) this.#send(all.subarray(at, at + chunkLength), false);
      this.#waiting = [all.subarray(at)];
      this.#waitingLength = all.length - at;
    }
    done();
  }

  override _flush(done: TransformCallback): void {
    this.#send(Buffer.concat(this.#waiting), true);
    this.atEnd();
    done();
  }

  /** After the last chunk: what a format has besides. */
  protected atEnd(): void {}

  #send(plain: Buffer, last: boolean): void {
    this.push(sealChunk(this.#key, this.#bound, this.#chunk, last, plain));
    this.#chunk += 1;
  }
}

/**
 * What stands in a sealed stream, chunk after chunk; only what is proved to be as it was written is given out.
 *
 * @throws {SealBroken} where it is not, or ends early; nothing more is given out then
 */
export async function* openStream(
  sealed: AsyncIterable<Buffer>,
  key: StreamKey,
  bound: Buffer,
): AsyncGenerator<Buffer, void> {
  const whole = chunkLength + tagLength;
  let waiting: Buffer[] = [];
  let length = 0;
  let chunk = 0;
  for await (const bytes of sealed) {
    waiting.push(bytes);
    length += bytes.length;
    if (length <= whole) continue;
    const all = Buffer.concat(waiting, length);
    let at = 0;
    for (; all.length - at > whole; at += whole) {
      yield openChunk(key, bound, chunk, false, all.subarray(at, at + whole));
      chunk += 1;
    }
    waiting = [all.subarray(at)];
    length = all.length - at;
  }
  yield openChunk(key, bound, chunk, true, Buffer.concat(waiting, length));
}

import { createHash, type KeyObject } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { newId } from '../database/ids.ts';
import { openStream, SealStream } from '../sealed/sealed-stream.ts';
import { newKey } from '../sealed/sealing.ts';
import { type ByteStore, incoming } from './byte-store.ts';

/** Bytes that lie sealed among what has just come in. Until their key is kept nobody else can read them. */
export interface Sealed {
  id: string;
  key: KeyObject;
  bytes: number;
  sha256: Buffer;
}

/** Puts what flows among what has just come in, sealed with a new key; on an error nothing is left. */
export async function putSealed(store: ByteStore, plain: AsyncIterable<Buffer>): Promise<Sealed> {
  const id = newId();
  const key = newKey();
  const hash = createHash('sha256');
  let bytes = 0;
  async function* counted(): AsyncGenerator<Buffer, void> {
    for await (const chunk of plain) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  }
  await pipeline(counted, new SealStream(key, boundTo(id)), (sealed: AsyncIterable<Buffer>) =>
    store.put(incoming, id, sealed),
  );
  return { id, key, bytes, sha256: hash.digest() };
}

/**
 * What was sealed, as it flows.
 *
 * @throws {BytesMissing} at once; {SealBroken} while it flows, where it was altered
 */
export async function openSealed(
  store: ByteStore,
  place: string,
  { id, key }: Pick<Sealed, 'id' | 'key'>,
): Promise<AsyncGenerator<Buffer, void>> {
  return openStream(await store.open(place, id), key, boundTo(id));
}

const boundTo = (id: string) => Buffer.from(`concordat file 1 ${id}`);

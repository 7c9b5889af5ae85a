import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { checkedId, isId } from '../database/ids.ts';

/** Where what has just come in lies until a partnership keeps it. */
export const incoming = 'incoming';

/**
 * Keeps sealed bytes and knows nothing of what they are. A place is `incoming` or a partnership's identifier. Another store (one
 * that speaks S3) is another object with these five functions.
 */
export interface ByteStore {
  /** Keeps what flows, under a name that is new. It is there whole, and survives a loss of power, or it is not there at all. */
  put(place: string, id: string, bytes: AsyncIterable<Buffer>): Promise<void>;
  /** Moves it from one place to another. @throws {BytesMissing} */
  move(id: string, from: string, to: string): Promise<void>;
  /** What was put, as it flows. @throws {BytesMissing} at once, where there is none */
  open(place: string, id: string): Promise<AsyncIterable<Buffer>>;
  /** Removes it, if it is there. */
  remove(place: string, id: string): Promise<void>;
  /** What lies at a place. */
  list(place: string): Promise<string[]>;
}

/** There is no such thing in the store. */
export class BytesMissing extends Error {}

/** Where the files of a deployment lie, below its folder of data. */
export const filesFolder = ({ dataFolder }: { dataFolder: string }): string => join(dataFolder, 'files');

/** A store in a folder on disk: `place/last two characters/identifier`. Only we may read it. */
export function diskStore(folder: string): ByteStore {
  const pathOf = (place: string, id: string) =>
    join(folder, place === incoming ? place : checkedId(place), checkedId(id).slice(-2), id);
  return {
    async put(place, id, bytes) {
      const path = pathOf(place, id);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const half = `${path}.half`;
      const file = await open(half, 'wx', 0o600);
      try {
        await pipeline(bytes, file.createWriteStream({ flush: true }));
        await rename(half, path);
        await flushFolder(dirname(path));
      } catch (error) {
        await rm(half, { force: true });
        throw error;
      }
    },
    async move(id, from, to) {
      const path = pathOf(to, id);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await rename(pathOf(from, id), path).catch(missing);
      await flushFolder(dirname(path));
    },
    async open(place, id) {
      const path = pathOf(place, id);
      await (await open(path).catch(missing)).close();
      return streamOf(path);
    },
    async remove(place, id) {
      await rm(pathOf(place, id), { force: true });
      await rm(`${pathOf(place, id)}.half`, { force: true });
    },
    async list(place) {
      const found = await readdir(join(folder, place), { recursive: true, withFileTypes: true }).catch(none);
      const names = found.filter((entry) => entry.isFile()).map(({ name }) => name.replace(/\.half$/, ''));
      return [...new Set(names.filter(isId))];
    },
  };
}

/** Nothing is opened before the first byte is asked for, so that what is never sent holds no file open. */
async function* streamOf(path: string): AsyncGenerator<Buffer, void> {
  for await (const chunk of createReadStream(path, { highWaterMark: 2 ** 18 })) yield chunk as Buffer;
}

/** A name in a folder is only kept over a loss of power once the folder is on the disk. */
async function flushFolder(path: string): Promise<void> {
  const handle = await open(path);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function missing(error: unknown): never {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new BytesMissing('there are no such bytes');
  throw error;
}

function none(error: unknown): never[] {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
  throw error;
}

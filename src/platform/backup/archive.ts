import { createHash, type Hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { type Extract, extract, pack } from 'tar-stream';
import { z } from 'zod';
import type { MasterKey } from '../sealed/master-key.ts';
import { EncryptedFile, readEncrypted } from './encrypted-file.ts';
import { BackupRefused } from './refused.ts';

/** What a backup says at its start: what it was made from and by. */
export type Manifest = z.infer<typeof Manifest>;
const Manifest = z.object({
  madeAt: z.iso.datetime(),
  concordat: z.string(),
  postgres: z.int(),
  migrations: z.array(z.object({ name: z.string(), sha256: z.string() })),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
});

/** What a backup says at its end: what is in it, to be compared with what was read. */
export type Contents = z.infer<typeof Contents>;
const Contents = z.object({
  tables: z.array(z.object({ name: z.string(), rows: z.int(), sha256: z.string() })),
  sequences: z.array(z.object({ name: z.string(), value: z.int(), called: z.boolean() })),
  files: z.object({ count: z.int(), bytes: z.int(), sha256: z.string() }),
});

/** Takes what goes into a backup, one thing after the other. */
export interface ArchiveWriter {
  manifest(manifest: Manifest): Promise<void>;
  /** The rows of a table as `COPY` writes them, a line each. */
  table(name: string, lines: AsyncIterable<Buffer>): Promise<void>;
  file(path: string, bytes: AsyncIterable<Buffer>): Promise<void>;
  sequences(sequences: Contents['sequences']): void;
}

/** At most this much of one table or file stands in memory, and in one member of the archive. */
const partLength = 4 * 2 ** 20;

/**
 * Writes an encrypted archive: a compressed tar whose members are parts of tables and files, its manifest first and its
 * contents last.
 *
 * @param write puts everything in; called once
 * @param into where the bytes go
 */
export async function writeArchive(
  master: MasterKey,
  into: NodeJS.WritableStream,
  write: (writer: ArchiveWriter) => Promise<void>,
): Promise<Contents> {
  const tar = pack();
  const flowing = pipeline(Readable.from(tar), createGzip({ level: 3 }), new EncryptedFile(master), into);
  const broken = flowing.then(() => new Promise<never>(() => {}));
  broken.catch(() => {});
  const add = (name: string, bytes: Buffer) =>
    Promise.race([
      broken,
      new Promise<void>((resolve, reject) => {
        tar.entry({ name, mode: 0o600, mtime: new Date(0) }, bytes, (error) => (error ? reject(error) : resolve()));
      }),
    ]);
  const contents: Contents = { tables: [], sequences: [], files: { count: 0, bytes: 0, sha256: '' } };
  const allFiles = createHash('sha256');
  try {
    await write({
      manifest: (manifest) => add('manifest.json', asJson(manifest)),
      async table(name, lines) {
        const { hash, rows } = await addParts(add, 'tables', name, lines);
        contents.tables.push({ name, rows, sha256: hash });
      },
      async file(path, bytes) {
        const added = await addParts(add, 'files', path, bytes);
        countFile(contents.files, allFiles, path, added);
      },
      sequences: (sequences) => contents.sequences.push(...sequences),
    });
    contents.files.sha256 = allFiles.digest('hex');
    await add('contents.json', asJson(contents));
    tar.finalize();
  } catch (error) {
    tar.destroy(error instanceof Error ? error : new Error(String(error)));
    await flowing.catch(() => {});
    throw error;
  }
  await flowing;
  return contents;
}

const asJson = (value: object) => Buffer.from(JSON.stringify(value));

interface Added {
  hash: string;
  rows: number;
  bytes: number;
}

/** `tables/000001/person`, `tables/000002/person`, …: at least one part, so that an empty table is there too. */
async function addParts(
  add: (name: string, bytes: Buffer) => Promise<void>,
  kind: string,
  name: string,
  bytes: AsyncIterable<Buffer>,
): Promise<Added> {
  const tally = new Tally();
  let part = 0;
  let waiting: Buffer[] = [];
  let length = 0;
  const send = async () => {
    part += 1;
    await add(`${kind}/${String(part).padStart(6, '0')}/${name}`, Buffer.concat(waiting, length));
    waiting = [];
    length = 0;
  };
  for await (const chunk of tally.of(bytes)) {
    waiting.push(chunk);
    length += chunk.length;
    if (length >= partLength) await send();
  }
  if (length > 0 || part === 0) await send();
  return tally.ended();
}

/** Counts what flows through it. */
class Tally {
  readonly #hash = createHash('sha256');
  #rows = 0;
  #bytes = 0;

  async *of(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void> {
    for await (const chunk of source) {
      this.#hash.update(chunk);
      this.#bytes += chunk.length;
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) this.#rows += 1;
      yield chunk;
    }
  }

  ended(): Added {
    return { hash: this.#hash.digest('hex'), rows: this.#rows, bytes: this.#bytes };
  }
}

function countFile(files: Contents['files'], all: Hash, path: string, { hash, bytes }: Added): void {
  files.count += 1;
  files.bytes += bytes;
  all.update(`${JSON.stringify(path)} ${hash}\n`);
}

/** What is done with a backup as it is read; each must take all it is given. */
export interface ArchiveReader {
  manifest(manifest: Manifest): Promise<void>;
  table(name: string, lines: AsyncIterable<Buffer>): Promise<void>;
  file(path: string, bytes: AsyncIterable<Buffer>): Promise<void>;
}

/**
 * Reads the backup in the file `path` from beginning to end.
 *
 * @returns its contents, which are what was read
 * @throws {BackupRefused} as soon as anything in it is not as it was written
 */
export async function readArchive(path: string, master: MasterKey, reader: ArchiveReader): Promise<Contents> {
  const tar = extract();
  const flowing = pipeline(readEncrypted(path, master), createGunzip(), tar);
  flowing.catch(() => {});
  try {
    const contents = await readMembers(new Members(tar), reader);
    await flowing;
    return contents;
  } catch (error) {
    tar.destroy();
    // what broke the flow tells more than what then was missing
    const broken: unknown = await flowing.then(
      () => undefined,
      (first: unknown) => first,
    );
    throw broken instanceof BackupRefused ? broken : error;
  }
}

async function readMembers(members: Members, reader: ArchiveReader): Promise<Contents> {
  const read: Contents = { tables: [], sequences: [], files: { count: 0, bytes: 0, sha256: '' } };
  const allFiles = createHash('sha256');
  await reader.manifest(await members.json('manifest.json', Manifest));
  for (;;) {
    const { kind, name } = await members.next();
    const tally = new Tally();
    if (kind === 'tables') {
      await reader.table(name, tally.of(members.parts(kind, name)));
      const { hash, rows } = tally.ended();
      read.tables.push({ name, rows, sha256: hash });
    } else if (kind === 'files') {
      await reader.file(name, tally.of(members.parts(kind, name)));
      countFile(read.files, allFiles, name, tally.ended());
    } else break;
  }
  read.files.sha256 = allFiles.digest('hex');
  const told = await members.json('contents.json', Contents);
  await members.end();
  if (JSON.stringify({ ...read, sequences: told.sequences }) !== JSON.stringify(told)) throw inside();
  return told;
}

const inside = () =>
  new BackupRefused('altered', 'What the backup holds is not what it says it holds: it was made wrongly');

type Entry = Extract extends AsyncIterable<infer Each> ? Each : never;

/** The members of an archive, one after the other, the next one in sight. */
class Members {
  readonly #entries: AsyncIterator<Entry>;
  #ahead: Promise<IteratorResult<Entry, unknown>> | undefined;

  constructor(tar: AsyncIterable<Entry>) {
    this.#entries = tar[Symbol.asyncIterator]();
  }

  /** What the next member is, without taking it. */
  async next(): Promise<{ kind: string; part: number; name: string }> {
    const next = await (this.#ahead ??= this.#entries.next());
    if (next.done) throw inside();
    const [, kind = next.value.header.name, part = '0', name = ''] =
      /^(tables|files)\/(\d{6})\/(.+)$/s.exec(next.value.header.name) ?? [];
    return { kind, part: Number(part), name };
  }

  async #take(): Promise<Entry> {
    const next = await (this.#ahead ?? this.#entries.next());
    this.#ahead = undefined;
    if (next.done) throw inside();
    return next.value;
  }

  /** Goes past the last member; the archive is only read through once this was asked. */
  async end(): Promise<void> {
    const next = await (this.#ahead ?? this.#entries.next());
    if (!next.done) throw inside();
  }

  /** The bytes of all parts of one thing. */
  async *parts(kind: string, name: string): AsyncGenerator<Buffer, void> {
    for (let part = 1; ; part += 1) {
      const next = await this.next();
      if (next.kind !== kind || next.name !== name) return;
      if (next.part !== part) throw inside();
      for await (const chunk of await this.#take()) yield chunk as Buffer;
    }
  }

  async json<T>(name: string, schema: z.ZodType<T>): Promise<T> {
    const { kind } = await this.next();
    if (kind !== name) throw inside();
    const chunks: Buffer[] = [];
    for await (const chunk of await this.#take()) chunks.push(chunk as Buffer);
    return schema.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
  }
}

import { hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { inspect } from 'node:util';

/** One key above others. It opens nothing itself: keys for each purpose are derived from it. */
export class TopKey {
  /** Tells this key from others; says nothing about it. */
  readonly id: string;
  readonly #bytes: Buffer;

  /** @throws {Error} when there are not exactly 32 bytes */
  constructor(bytes: Buffer) {
    if (bytes.length !== 32) throw new Error('a master key has 32 bytes');
    this.#bytes = bytes;
    this.id = this.derive('key id').toString('hex').slice(0, 16);
  }

  /** The 32-byte key for one purpose; another purpose's tells nothing about it. */
  derive(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.#bytes, '', `concordat ${purpose}`, 32));
  }

  /** How it stands in a key file. Secret. */
  toText(): string {
    return this.#bytes.toString('base64');
  }

  /** What a log or an error may show. */
  toString(): string {
    return `master key ${this.id}`;
  }

  [inspect.custom](): string {
    return this.toString();
  }
}

/** The deployment's master key, with those it has replaced. */
export class MasterKey {
  readonly #file: string | undefined;
  #keys: readonly [TopKey, ...TopKey[]];

  /**
   * @param keys the current one first
   * @param file where they stand, read again when a key is asked for that was not there at the start
   */
  constructor(keys: readonly [TopKey, ...TopKey[]], file?: string) {
    this.#keys = keys;
    this.#file = file;
  }

  /** The one that wraps and encrypts from now on. */
  get current(): TopKey {
    return this.#keys[0];
  }

  /** Every one, the current first. */
  get all(): readonly TopKey[] {
    return this.#keys;
  }

  /** The key of that id; undefined when the key file does not hold it (any more). */
  find(id: string): TopKey | undefined {
    const known = this.#keys.find((key) => key.id === id);
    if (known || this.#file === undefined) return known;
    this.#keys = readKeys(this.#file);
    return this.#keys.find((key) => key.id === id);
  }

  /**
   * The 32-byte key for one purpose, from the oldest key in the file: replacing the current one disturbs nobody's sign-in.
   */
  derive(purpose: string): Buffer {
    return (this.#keys.at(-1) ?? this.#keys[0]).derive(purpose);
  }
}

/**
 * The master key in `file`: 32 bytes, written as base64; on further lines, the keys it has replaced, newest first.
 *
 * @param make whether to make one where there is none: for the embedded database alone; a key made beside an external
 *   database on one machine of several would be the wrong one
 * @throws {Error} saying what to do when there is none, or it is not a key
 */
export function readMasterKey(file: string, make: boolean): MasterKey {
  if (!existsSync(file)) {
    if (!make)
      throw new Error(
        `There is no master key at ${file}. Set CONCORDAT_KEY_FILE to the deployment's key; docs/operations/keys.md says how to make one`,
      );
    makeMasterKey(file);
  }
  return new MasterKey(readKeys(file), file);
}

function readKeys(file: string): [TopKey, ...TopKey[]] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const [current, ...earlier] = lines.map((line) => Buffer.from(line, 'base64'));
  if (!current || [current, ...earlier].some((bytes) => bytes.length !== 32)) {
    throw new Error(`${file} does not hold a master key (32 bytes, written as base64)`);
  }
  return [new TopKey(current), ...earlier.map((bytes) => new TopKey(bytes))];
}

/** Writes a new key to `file` where there is none. Of two processes at once the first one's key stands. */
export function makeMasterKey(file: string): void {
  try {
    writeWhole(file, [new TopKey(randomBytes(32))], linkSync);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** Puts a new key above those in `file`. What they wrapped stays wrapped by them until the keys are rotated. */
export function replaceMasterKey(file: string): MasterKey {
  const keys = readKeys(file);
  writeWhole(file, [new TopKey(randomBytes(32)), ...keys], renameSync);
  return readMasterKey(file, false);
}

/** The file is there whole or not at all, on the disk when this returns, and only we may read it. */
function writeWhole(file: string, keys: readonly TopKey[], place: (from: string, to: string) => void): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const half = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
  try {
    writeFileSync(half, keys.map((key) => `${key.toText()}\n`).join(''), { flag: 'wx', mode: 0o600, flush: true });
    place(half, file);
  } finally {
    rmSync(half, { force: true });
  }
}

import { hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The key above all others. It opens nothing itself: keys for each purpose are derived from it. */
export class MasterKey {
  /** Tells this key from others; says nothing about it. */
  readonly id: string;
  readonly #bytes: Buffer;
  readonly #earlier: readonly MasterKey[];

  /**
   * @param earlier keys it has replaced, which open what was sealed before
   * @throws {Error} when there are not exactly 32 bytes
   */
  constructor(bytes: Buffer, earlier: readonly MasterKey[] = []) {
    if (bytes.length !== 32) throw new Error('a master key has 32 bytes');
    this.#bytes = bytes;
    this.#earlier = earlier;
    this.id = this.derive('key id').toString('hex').slice(0, 16);
  }

  /** The 32-byte key for one purpose; another purpose's tells nothing about it. */
  derive(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.#bytes, '', `concordat ${purpose}`, 32));
  }

  /** This key and those before it. */
  get all(): readonly MasterKey[] {
    return [this, ...this.#earlier];
  }

  /** The key of that id, this one or an earlier one. */
  find(id: string): MasterKey | undefined {
    return this.all.find((key) => key.id === id);
  }

  /** How it stands in a key file. Secret. */
  toText(): string {
    return this.all.map((key) => `${key.#bytes.toString('base64')}\n`).join('');
  }

  /** What a log or an error may show. */
  toString(): string {
    return `master key ${this.id}`;
  }

  toJSON(): string {
    return this.toString();
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
  const keys = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const [current, ...earlier] = keys.map((text) => readKey(file, text));
  if (!current) throw new Error(`${file} does not hold a master key (32 bytes, written as base64)`);
  return new MasterKey(
    current,
    earlier.map((bytes) => new MasterKey(bytes)),
  );
}

function readKey(file: string, text: string): Buffer {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length !== 32) throw new Error(`${file} does not hold a master key (32 bytes, written as base64)`);
  return bytes;
}

/** Writes a new key to `file` where there is none. Of two processes at once the first one's key stands. */
export function makeMasterKey(file: string): void {
  try {
    writeWhole(file, new MasterKey(randomBytes(32)).toText(), linkSync);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** Writes `text` beside `file` and then puts it in place, so that the file is there whole or not at all. Only we may read it. */
export function writeWhole(file: string, text: string, place: (from: string, to: string) => void): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const half = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
  try {
    writeFileSync(half, text, { flag: 'wx', mode: 0o600, flush: true });
    place(half, file);
  } finally {
    rmSync(half, { force: true });
  }
}

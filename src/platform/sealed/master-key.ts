import { hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The key above all others. It opens nothing itself: keys for each purpose are derived from it. */
export class MasterKey {
  readonly #bytes: Buffer;

  /** @throws {Error} when there are not exactly 32 bytes */
  constructor(bytes: Buffer) {
    if (bytes.length !== 32) throw new Error('a master key has 32 bytes');
    this.#bytes = bytes;
  }

  /** The 32-byte key for one purpose; another purpose's tells nothing about it. */
  derive(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.#bytes, '', `concordat ${purpose}`, 32));
  }
}

/**
 * The master key in `file`: 32 bytes, written as base64.
 *
 * @param make whether to make one where there is none: for the embedded database alone; a key made beside an external
 *   database on one machine of several would be the wrong one
 * @throws {Error} saying what to do when there is none, or it is not a key
 */
export function readMasterKey(file: string, make: boolean): MasterKey {
  if (!existsSync(file)) {
    if (!make) throw new Error(`There is no master key at ${file}. Set CONCORDAT_KEY_FILE to the deployment's key; docs/operations/keys.md says how to make one`);
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeIfAbsent(file, `${randomBytes(32).toString('base64')}\n`);
  }
  const bytes = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  if (bytes.length !== 32) throw new Error(`${file} does not hold a master key (32 bytes, written as base64)`);
  return new MasterKey(bytes);
}

/** Of two processes at once the first one's key stands. */
function writeIfAbsent(file: string, text: string): void {
  try {
    writeFileSync(file, text, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

import { appendFileSync, createReadStream, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Config } from '../config.ts';
import type { Seal } from './seal.ts';

/** The newest seal of a partnership, as it is told to places that the database cannot reach. */
export interface Head {
  partnership: string;
  number: number;
  /** The seal's hash, hexadecimal. */
  hash: string;
  at: string;
}

export const headOf = ({ partnership, number, hash, madeAt }: Seal): Head => ({
  partnership,
  number,
  hash: hash.toString('hex'),
  at: madeAt.toISOString(),
});

/** Where heads are kept beside the data, a file for each partnership, a line for each seal. */
export const headsFolder = ({ dataFolder }: Pick<Config, 'dataFolder'>): string => join(dataFolder, 'trail-heads');

/** Adds `head` to the partnership's file; it is on the disk when this returns. */
export const sendHeadAway = (folder: string, head: Head): void => addLine(folder, head.partnership, head);

/**
 * Writes down that a backup was restored whose last seal was `number` (0 for none). Heads sent away before, beyond that
 * seal, are then no longer held against the trail, and the fact itself stays to be read.
 */
export const writeRestored = (folder: string, partnership: string, number: number, at: Date): void =>
  addLine(folder, partnership, { partnership, restoredTo: number, at: at.toISOString() });

function addLine(folder: string, partnership: string, line: object): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `${partnership}.jsonl`);
  appendFileSync(file, `${JSON.stringify(line)}\n`, { mode: 0o600, flush: true });
}

/** What was sent away about one partnership. */
export interface HeadsKept {
  /** By number of the seal: every hash that was ever told for it. More than one means that the trail was once rolled back. */
  hashes: ReadonlyMap<number, ReadonlySet<string>>;
  /** The restores of backups, in order. */
  restored: readonly { to: number; at: string }[];
}

/**
 * What `path` holds about `partnership`: a folder as we keep it, or one file of lines, which may be the server's own log or a
 * copy kept elsewhere. Lines that are about something else are passed over.
 */
export async function readHeads(path: string, partnership: string): Promise<HeadsKept> {
  const hashes = new Map<number, Set<string>>();
  const restored: { to: number; at: string }[] = [];
  for await (const line of linesOf(path, partnership)) {
    const told = readLine(line);
    if (told?.partnership !== partnership) continue;
    if ('restoredTo' in told) {
      for (const number of hashes.keys()) if (number > told.restoredTo) hashes.delete(number);
      restored.push({ to: told.restoredTo, at: told.at });
    } else {
      const known = hashes.get(told.number) ?? new Set();
      hashes.set(told.number, known.add(told.hash));
    }
  }
  return { hashes, restored };
}

async function* linesOf(path: string, partnership: string): AsyncGenerator<string> {
  const found = statSync(path, { throwIfNoEntry: false });
  const file = found?.isDirectory() ? join(path, `${partnership}.jsonl`) : path;
  if (!statSync(file, { throwIfNoEntry: false })) return;
  yield* createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
}

type Told = Head | { partnership: string; restoredTo: number; at: string };

function readLine(line: string): Told | undefined {
  if (!line.includes('"partnership"')) return undefined;
  try {
    const said = JSON.parse(line) as { trailHead?: Told };
    return said.trailHead ?? (said as Told);
  } catch {
    return undefined;
  }
}

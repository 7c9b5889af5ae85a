import { once } from 'node:events';
import { pipeline } from 'node:stream/promises';
import { type ByteStore, incoming } from '../byte-store.ts';
import type { ContentRefusal } from '../refusals.ts';
import { openSealed, putSealed, type Sealed } from '../sealed-files.ts';
import type { FileType } from '../stored-file.ts';
import { type Allowance, type Checker, startChecker } from './sandbox.ts';

/** What the check of a file came to. A picture is `drawnAnew`: those bytes are kept, and those that came are not. */
export type Checked = { refusal: ContentRefusal } | { refusal?: undefined; drawnAnew: Sealed | undefined };

const reading: Allowance = { memory: 256, seconds: 15 };
/** A picture of 16 million pixels is unpacked, turned and drawn. */
const drawing: Allowance = { memory: 900, seconds: 60 };

const isPicture = (type: FileType) => type === 'jpeg' || type === 'png';

/**
 * Checks in a process of its own what a file holds that has just come in. Where that process crashes, is stopped or says
 * anything but a verdict, the file is refused and nothing else happens.
 */
export async function checkFile(store: ByteStore, type: FileType, sealed: Sealed): Promise<Checked> {
  return await inTurn(async () => {
    const checker = startChecker(type, isPicture(type) ? drawing : reading);
    const ended = once(checker, 'close').catch(() => []);
    const whole = pipeline(await openSealed(store, incoming, sealed), checker.stdin).then(
      () => true,
      () => false,
    );
    const verdict = await readVerdict(store, checker).catch(() => undefined);
    checker.stdout.destroy();
    if (verdict === undefined) checker.kill('SIGKILL');
    const [code] = (await ended) as [number?];
    // one that got only a part of the file knows nothing of the rest
    if (verdict && code === 0 && (verdict.refusal !== undefined || (await whole))) return verdict;
    if (verdict && 'drawnAnew' in verdict && verdict.drawnAnew) await store.remove(incoming, verdict.drawnAnew.id);
    return { refusal: 'check-failed' };
  });
}

/** Its first line is the verdict, as JSON; what follows is the new picture. */
async function readVerdict(store: ByteStore, { stdout }: Checker): Promise<Checked | undefined> {
  const pieces = stdout[Symbol.asyncIterator]() as AsyncIterator<Buffer, undefined>;
  let start = Buffer.alloc(0);
  while (!start.includes(10)) {
    const next = await pieces.next();
    if (next.done || start.length > 1000) return undefined;
    start = Buffer.concat([start, next.value]);
  }
  const end = start.indexOf(10);
  const { because, picture } = JSON.parse(start.toString('utf8', 0, end)) as Line;
  if (because) return { refusal: because };
  if (!picture) return { drawnAnew: undefined };
  return { drawnAnew: await putSealed(store, rest(start.subarray(end + 1), pieces)) };
}

/** What the checker's first line says. */
export interface Line {
  because?: ContentRefusal;
  picture?: boolean;
}

/** A new picture may be larger than what came, but not without end. */
const largestPicture = 100_000_000;

async function* rest(first: Buffer, pieces: AsyncIterator<Buffer, undefined>): AsyncGenerator<Buffer, void> {
  let length = first.length;
  yield first;
  for (let next = await pieces.next(); !next.done; next = await pieces.next()) {
    length += next.value.length;
    if (length > largestPicture) throw new Error('the new picture has no end');
    yield next.value;
  }
}

/** So many checks at once in one process; others wait their turn. */
const atOnce = 2;
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

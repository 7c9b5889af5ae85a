import { connect, type Socket } from 'node:net';
import { pipeline } from 'node:stream/promises';
import type { ScannerConfig } from '../config.ts';

/** What came of asking the virus scanner. `refused`: it will never look into this file, which is too large for it. */
export type Scan =
  | { said: 'clean' | 'refused' | 'not-asked' | 'no-answer' }
  | { said: 'found' /** What it calls the virus. */; name: string };

/**
 * Has the scanner look at `bytes`. That it cannot be reached, is silent or answers anything but plainly is `no-answer`: nothing
 * that was not scanned is ever called clean.
 *
 * @param patience milliseconds in which it must have answered
 * @throws what `bytes` throws
 */
export async function scan(scanner: ScannerConfig, bytes: AsyncIterable<Buffer>, patience = 20_000): Promise<Scan> {
  if (scanner.by !== 'clamd') return { said: scanner.by === 'none' ? 'not-asked' : 'no-answer' };
  let broken: { error: unknown } | undefined;
  async function* watched(): AsyncGenerator<Buffer, void> {
    try {
      yield* bytes;
    } catch (error) {
      broken = { error };
      throw error;
    }
  }
  const socket = connect(scanner.at);
  const timer = setTimeout(() => socket.destroy(), patience);
  const answer = readAnswer(socket);
  // clamd answers and closes while we still send, when more comes than it takes: what it said counts
  await pipeline(asInstream(watched()), socket, { end: false }).catch(() => {});
  const said = understood(await answer);
  clearTimeout(timer);
  socket.destroy();
  if (broken) throw broken.error;
  return said;
}

/** clamd's own way to be sent a file: a command, pieces with their lengths before them, and an empty piece. */
async function* asInstream(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void> {
  yield Buffer.from('zINSTREAM\0');
  for await (const piece of bytes) {
    if (piece.length === 0) continue;
    yield lengthOf(piece);
    yield piece;
  }
  yield lengthOf(Buffer.alloc(0));
}

function lengthOf({ length }: Buffer): Buffer {
  const said = Buffer.alloc(4);
  said.writeUInt32BE(length);
  return said;
}

/** What comes before the first zero byte or before the connection ends, whichever is sooner. */
function readAnswer(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    socket.on('data', (piece) => {
      text += piece.toString('latin1');
      if (text.includes('\0') || text.length > 1000) resolve(text);
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(text));
  });
}

function understood(answer: string): Scan {
  const [text = '', ...ended] = answer.split('\0');
  if (ended.length === 0) return { said: 'no-answer' };
  if (text === 'stream: OK') return { said: 'clean' };
  if (text.startsWith('INSTREAM size limit exceeded')) return { said: 'refused' };
  const name = /^stream: (.+) FOUND$/.exec(text)?.[1];
  return name === undefined ? { said: 'no-answer' } : { said: 'found', name };
}

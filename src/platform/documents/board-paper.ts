import { spawn } from 'node:child_process';
import { extname } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { type Answer, download } from '../http/answers.ts';
import type { Paper, Table } from './paper.ts';
import { workbookType } from './workbook.ts';

/** What a board paper can be written as: Word, Excel, or tagged PDF. */
export const paperFormats = ['docx', 'xlsx', 'pdf'] as const;
export type PaperFormat = (typeof paperFormats)[number];

const types: Record<PaperFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: workbookType,
  pdf: 'application/pdf',
};

/** The paper cannot be written now or at all; the message says why, in words for the person who asked for it. */
export class PaperError extends Error {}

/** How much one paper may hold, in characters of its JSON; how many may wait to be written; how long one may take. */
const limits = {
  characters: { docx: 2_500_000, xlsx: 8_000_000, pdf: 2_500_000 },
  waiting: 20,
  milliseconds: 120_000,
};
const tooLarge = 'This is too much for one paper. Choose fewer records, or take them as Excel or CSV';

/**
 * A paper as a file to save, named for its title and day.
 *
 * It is written in a process of its own, one paper after the other, so that the server goes on answering and memory for one is
 * enough.
 *
 * @throws {RangeError} when a table has no columns, a row not as many cells as columns, or a number or width is not finite
 * @throws {PaperError} when the paper is too large, or too many wait already
 */
export async function boardPaper(paper: Paper, format: PaperFormat): Promise<Answer> {
  return download(fileName(paper, format), types[format], await writePaper(paper, format));
}

/** The bytes of a paper; see `boardPaper`. */
export async function writePaper(paper: Paper, format: PaperFormat): Promise<Buffer> {
  checkPaper(paper);
  const text = JSON.stringify(paper);
  if (text.length > limits.characters[format]) throw new PaperError(tooLarge);
  if (waiting >= limits.waiting) throw new PaperError('Many papers are being written. Try again in a minute');
  waiting += 1;
  const written = last.then(async () => await inOwnProcess(text, format));
  last = written.then(leaveQueue, leaveQueue);
  return await written;
}

let waiting = 0;
let last: Promise<void> = Promise.resolve();
const leaveQueue = (): void => {
  waiting -= 1;
};

function checkPaper({ sections }: Paper): void {
  for (const { parts } of sections) for (const part of parts) if (typeof part !== 'string') checkTable(part);
}

function checkTable({ columns, rows }: Table): void {
  if (columns.length === 0) throw new RangeError('a table of a paper has no columns');
  if (columns.some(({ width = 1 }) => !(width > 0 && width < Infinity)))
    throw new RangeError('a column of a paper has a width that is none');
  for (const row of rows) {
    if (row.length !== columns.length)
      throw new RangeError('a row of a paper has not as many cells as there are columns');
    if (row.some((cell) => typeof cell === 'number' && !Number.isFinite(cell)))
      throw new RangeError('a cell of a paper holds a number that is not finite');
  }
}

/** Beside this file, and written in the language that it is: TypeScript in the sources, JavaScript once built. */
const program = fileURLToPath(new URL(`paper-process${extname(import.meta.url)}`, import.meta.url));

async function inOwnProcess(paper: string, format: PaperFormat): Promise<Buffer> {
  const writer = spawn(process.execPath, ['--max-old-space-size=1024', program, format], {
    cwd: '/',
    env: {}, // the server's secrets are none of its business
    stdio: ['pipe', 'pipe', 'ignore'], // what it says of a failure may hold words of the paper
    timeout: limits.milliseconds,
    killSignal: 'SIGKILL',
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    writer.once('error', reject);
    writer.once('close', resolve);
  });
  writer.stdin.on('error', () => undefined); // it ended before it had read all: its exit tells
  writer.stdin.end(paper);
  const [code, bytes] = await Promise.all([ended, buffer(writer.stdout)]);
  if (code === null) throw new PaperError(tooLarge); // time or memory ran out
  if (code !== 0) throw new Error(`the paper could not be written as ${format}: its process ended with ${code}`);
  return bytes;
}

function fileName({ title, on }: Paper, format: PaperFormat): string {
  const plain = title.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const name = plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replaceAll(/^-|-$/g, '');
  return `${name || 'paper'}-${on}.${format}`;
}

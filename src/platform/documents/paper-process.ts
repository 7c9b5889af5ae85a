/**
 * A process that writes one paper and ends: `node paper-process.ts FORMAT`, with the paper as JSON on its input and the file on
 * its output. When memory or time runs out, it is this process that ends, and not the server.
 */
import { writeFile } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import { json } from 'node:stream/consumers';
import type { Paper } from './paper.ts';
import { inPrintableWords } from './paper-words.ts';

const writers: Record<string, (paper: Paper) => Promise<Uint8Array>> = {
  docx: async (paper) => await (await import('./word.ts')).writeWord(paper),
  xlsx: async (paper) => await (await import('./excel.ts')).writeExcel(paper),
  pdf: async (paper) => (await import('./pdf.ts')).writePdf(paper),
};

/** Pages come before papers; and where the system must end a process for want of memory, it is this one. */
async function standBack(): Promise<void> {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  await writeFile('/proc/self/oom_score_adj', '1000').catch(() => undefined); // other systems than Linux have none
}

async function writePaper(): Promise<void> {
  await standBack();
  const write = writers[process.argv[2] ?? ''];
  if (!write) throw new RangeError('no such format');
  const paper = (await json(process.stdin)) as Paper;
  process.stdout.end(await write(inPrintableWords(paper)));
}

await writePaper();

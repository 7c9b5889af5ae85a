import { accessSync, constants, readFileSync, statfsSync } from 'node:fs';
import { availableMemory } from 'node:process';

const memory = '/dev/shm';
const gigabyte = 1024 ** 3;

/**
 * Keeps temporary files, the test databases among them, in memory where this machine has enough to spare: what a test
 * does to a database costs a disk many times as much. Whoever sets `TMPDIR` chooses for themselves.
 */
export function keepTemporaryFilesInMemory(env = process.env): void {
  if (!env['TMPDIR'] && hasRoom()) env['TMPDIR'] = memory;
}

function hasRoom(): boolean {
  try {
    accessSync(memory, constants.W_OK);
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize > 2 * gigabyte && availableMemory() > 6 * gigabyte && runsPrograms();
  } catch {
    return false; // no such folder: not Linux
  }
}

/** Some tests put programs into their folder, which not every machine lets run from memory. */
function runsPrograms(): boolean {
  const mounted = readFileSync('/proc/mounts', 'utf8').split('\n');
  return !mounted.some((line) => line.includes(` ${memory} `) && line.includes('noexec'));
}

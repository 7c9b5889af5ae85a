import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** Whether the process `pid` runs; one we may not signal runs too, one that ended and was not yet buried does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return processFacts(pid)[0] !== 'Z';
}

/**
 * Who a process is: its number and, where the system tells, when it started. The number alone is not enough: after a
 * restart of the machine, or of a container, another process has it.
 */
export const identityOf = (pid: number): string => `${pid} ${startOf(pid)}`.trim();

const startOf = (pid: number) => processFacts(pid)[19] ?? '';

/** Whether the process that wrote its identity still runs. */
export function isStillThere(identity: string): boolean {
  const [pid = '', started = ''] = identity.split(' ');
  if (!Number(pid) || !isAlive(Number(pid))) return false;
  const startedHere = startOf(Number(pid));
  return startedHere === '' || started === '' || startedHere === started;
}

/** State, parent and the rest of what Linux says about a process; nothing elsewhere. */
function processFacts(pid: number): string[] {
  const line = textOf(`/proc/${pid}/stat`);
  return line.slice(line.lastIndexOf(')') + 2).split(' ');
}

/** The process id that `file` begins with, or 0 where there is none. */
export const pidIn = (file: string): number => Number.parseInt(textOf(file), 10) || 0;

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/**
 * Runs `work` while this process alone holds `file`; a lock left by a dead process is broken.
 *
 * @param patience how long to wait for another process, in milliseconds
 * @throws {Error} when another process holds it for longer
 */
export async function withLock<T>(file: string, work: () => Promise<T>, patience = 90_000): Promise<T> {
  const until = Date.now() + patience;
  while (!take(file)) {
    const holder = textOf(file);
    if (holder && !isStillThere(holder)) breakLock(file);
    else if (Date.now() > until) throw new Error(`Another process (${pidIn(file)}) has held ${file} for too long`);
    else await wait(50);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** Only one process at a time may break a lock: otherwise the second would remove what the first has just taken. */
function breakLock(file: string): void {
  const breaking = `${file}.breaking`;
  if (!take(breaking)) {
    if (!isStillThere(textOf(breaking))) rmSync(breaking, { force: true });
    return;
  }
  const holder = textOf(file);
  if (holder && !isStillThere(holder)) rmSync(file, { force: true });
  rmSync(breaking, { force: true });
}

/** The lock appears with its holder's name already in it, so that nobody ever reads an empty one. */
function take(file: string): boolean {
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, identityOf(process.pid), { mode: 0o600 });
  try {
    linkSync(mine, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(mine, { force: true });
  }
}

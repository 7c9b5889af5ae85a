import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** Whether the process `pid` runs; one we may not signal runs too. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The process id in the first line of `file`, or 0 where there is none. */
export function pidIn(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8').split('\n')[0]) || 0;
  } catch {
    return 0;
  }
}

/**
 * Runs `work` while this process alone holds `file`; a lock left by a dead process is broken.
 *
 * @throws {Error} when another process holds it for longer than a minute and a half
 */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const until = Date.now() + 90_000;
  while (!take(file)) {
    const holder = pidIn(file);
    if (holder && !isAlive(holder)) rmSync(file, { force: true });
    else if (Date.now() > until) throw new Error(`Another process (${holder}) has held ${file} for too long`);
    else await wait(50);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

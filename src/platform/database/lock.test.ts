import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from 'vitest';
import { identityOf, isAlive, isStillThere, withLock } from './lock.ts';
import { otherProcess } from './process.fixture.ts';

const test = base.extend<{ folder: string }>({
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'concordat-lock-'));
    await use(folder);
    rmSync(folder, { recursive: true });
  },
});

const aDeadProcess = async () => {
  const other = otherProcess('');
  await other.end();
  return other.child.pid ?? 0;
};

test('the lock is there while the work is done, and gone afterwards also when the work fails', async ({ folder }) => {
  const file = join(folder, 'lock');
  const during = await withLock(file, async () => readFileSync(file, 'utf8'));
  expect(during).toBe(identityOf(process.pid));
  await expect(withLock(file, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(existsSync(file)).toBe(false);
});

test('the lock of a process that has died is broken', async ({ folder }) => {
  const file = join(folder, 'lock');
  writeFileSync(file, String(await aDeadProcess()));
  expect(await withLock(file, async () => 'done', 1000)).toBe('done');
});

test('a lock is broken when its number now belongs to another process, as after a restart', async ({ folder }) => {
  const file = join(folder, 'lock');
  writeFileSync(file, `${process.pid} 1`);
  expect(await withLock(file, async () => 'done', 1000)).toBe('done');
});

test('a lock held by a living process is waited for, and after a time refused by name', async ({ folder }) => {
  const file = join(folder, 'lock');
  writeFileSync(file, identityOf(process.ppid));
  await expect(withLock(file, async () => 'done', 200)).rejects.toThrow(`Another process (${process.ppid}) has held`);
  expect(readFileSync(file, 'utf8')).toBe(identityOf(process.ppid));
});

test('of many processes that find a dead lock, one at a time works', async ({ folder }) => {
  const file = join(folder, 'lock');
  const counter = join(folder, 'counter');
  writeFileSync(file, String(await aDeadProcess()));
  writeFileSync(counter, '0');
  const code = `
    import { readFileSync, writeFileSync } from 'node:fs';
    import { setTimeout as wait } from 'node:timers/promises';
    import { withLock } from './lock.ts';
    for (let turn = 0; turn < 10; turn += 1) await withLock(process.env.LOCK, async () => {
      const count = Number(readFileSync(process.env.COUNTER, 'utf8'));
      await wait(2);
      writeFileSync(process.env.COUNTER, String(count + 1));
    });`;
  const env = { ...process.env, LOCK: file, COUNTER: counter };
  const ends = await Promise.all(Array.from({ length: 4 }, () => otherProcess(code, { env }).end()));
  expect(ends).toEqual(Array.from({ length: 4 }, () => ({ code: 0, said: '' })));
  expect(readFileSync(counter, 'utf8')).toBe('40');
});

test('a process that ended and was not yet buried by its parent is not alive', async () => {
  const parent = otherProcess(`
    import { spawn } from 'node:child_process';
    const child = spawn('true');
    console.log(child.pid);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);`);
  const pid = Number(await parent.line());
  await expect.poll(() => isAlive(pid)).toBe(false);
  expect(isStillThere(identityOf(process.pid))).toBe(true);
  parent.child.kill('SIGKILL');
  await parent.end();
});

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { commands } from '../src/app.ts';
import { runCommandLine } from '../src/command-line.ts';
import { useEmbedded } from '../src/platform/database/embedded.ts';
import { projectRoot } from '../src/platform/project.ts';

const folder = mkdtempSync(join(tmpdir(), 'concordat-commands-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Outcome {
  code: number | null;
  out: string;
  err: string;
}

/** Runs the built program, as an operator would. */
function concordat(args: readonly string[], env: Record<string, string> = {}): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(projectRoot, 'dist/main.js'), ...args], {
      env: { PATH: process.env['PATH'], HOME: folder, CONCORDAT_DATA: join(folder, 'data'), ...env },
    });
    const outcome: Outcome = { code: null, out: '', err: '' };
    child.stdout.on('data', (words: Buffer) => (outcome.out += String(words)));
    child.stderr.on('data', (words: Buffer) => (outcome.err += String(words)));
    child.on('error', reject);
    child.on('close', (code) => resolve({ ...outcome, code }));
  });
}

test.each([
  ['a command that does not exist', ['conjure']],
  ['an option that does not exist', ['migrate', '--backwards']],
  ['a command without what it needs', ['database', 'prepare']],
  ['an address that is none', ['database', 'prepare', '--admin-url', 'somewhere']],
])('%s is wrong usage: exit 2, nothing on standard output, and no database made', async (_, args) => {
  const { code, out, err } = await concordat(args);
  expect([code, out]).toEqual([2, '']);
  expect(err).not.toBe('');
  expect(existsSync(join(folder, 'data'))).toBe(false);
});

test('a variable that cannot be used is named: exit 1', async () => {
  const { code, err } = await concordat(['migrate'], { PORT: 'harbour' });
  expect(code).toBe(1);
  expect(err).toContain('PORT');
});

test('every command explains itself', async () => {
  for (const { name, summary } of commands()) {
    const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const code = await runCommandLine([...name.split(' '), '--help'], {});
    const out = write.mock.calls.map(([words]) => String(words)).join('');
    write.mockRestore();
    expect([name, code]).toEqual([name, 0]);
    expect(out.replaceAll(/\s+/g, ' ')).toContain(summary.slice(0, 40));
  }
});

test('a command on a bare machine makes the embedded database, migrates it, and stops what it started', async () => {
  const first = await concordat(['migrate', '--json']);
  expect(first.code).toBe(0);
  expect((JSON.parse(first.out) as { migrated: string[] }).migrated.length).toBeGreaterThan(3);
  const second = await concordat(['migrate', '--json']);
  expect(JSON.parse(second.out)).toEqual({ migrated: [] });
  expect(existsSync(join(folder, 'data/postgresql/data/postmaster.pid'))).toBe(false);
});

test('secrets of the embedded database are for its owner’s eyes', async () => {
  await concordat(['migrate']);
  for (const name of ['roles.secret', 'postgresql/superuser.secret']) {
    expect([name, statSync(join(folder, 'data', name)).mode & 0o077]).toEqual([name, 0]);
  }
});

test('an external database is prepared, migrated and given the example, each by the role it needs', async () => {
  const own = mkdtempSync(join(tmpdir(), 'concordat-external-'));
  const server = await useEmbedded(own, ['fsync=off']);
  try {
    const { host, password } = server.connection;
    const admin = `postgresql://postgres:${password}@localhost/postgres?host=${encodeURIComponent(host)}`;
    const prepared = await concordat(['database', 'prepare', '--admin-url', admin, '--json']);
    expect(prepared.code).toBe(0);
    const urls = JSON.parse(prepared.out) as Record<string, string>;
    expect(Object.keys(urls)).toEqual(['DATABASE_URL', 'DATABASE_OWNER_URL', 'DATABASE_BACKUP_URL']);
    const early = await concordat(['example'], { DATABASE_URL: urls['DATABASE_URL'] ?? '' });
    expect([early.code, early.err]).toEqual([1, expect.stringContaining('concordat migrate')]);
    expect((await concordat(['migrate'], { DATABASE_OWNER_URL: urls['DATABASE_OWNER_URL'] ?? '' })).code).toBe(0);
    const example = await concordat(['example', '--json'], { DATABASE_URL: urls['DATABASE_URL'] ?? '' });
    expect([example.code, JSON.parse(example.out)]).toEqual([0, { partnerships: ['rivermouth', 'harrowdale'] }]);
    const unfit = await concordat(['serve'], { DATABASE_URL: urls['DATABASE_OWNER_URL'] ?? '', PORT: '0' });
    expect([unfit.code, unfit.err]).toEqual([1, expect.stringContaining('must not serve people')]);
  } finally {
    await server.release();
    rmSync(own, { recursive: true, force: true });
  }
}, 60_000);

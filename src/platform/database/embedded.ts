import { spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findBinaries, type RunAs, rootOwnedFolder, runAs } from './binaries.ts';
import { identityOf, isAlive, isStillThere, pidIn, withLock } from './lock.ts';

/** A running embedded PostgreSQL, as its superuser. */
export interface EmbeddedServer {
  connection: { host: string; port: number; user: string; password: string; database: string };
  /** This process needs it no longer; the server ends when no other process uses it either. */
  release(): Promise<void>;
}

interface Places {
  /** `data`, the password, the log and who uses the server. */
  home: string;
  socket: string;
  binaries: string;
  ids: RunAs;
}

const port = 5432;

/**
 * The embedded PostgreSQL that lives in `folder`: made the first time, started when it does not run, shared when it does.
 *
 * Only a Unix socket, never a network port. The server outlives a process of ours that is killed; the next one adopts it.
 *
 * @param settings further `name=value` settings of the server; used where this process is the one that starts it
 * @throws {Error} with the server's own words when it does not start
 */
export async function useEmbedded(folder: string, settings: readonly string[] = []): Promise<EmbeddedServer> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = join(folder, 'postgresql.lock');
  return withLock(lock, async () => {
    const places = prepareFolders(folder);
    if (!existsSync(join(places.home, 'data', 'PG_VERSION'))) await initialise(places);
    await start(places, settings);
    const client = join(places.home, 'clients', `${process.pid}-${randomBytes(4).toString('hex')}`);
    writeFileSync(client, identityOf(process.pid), { mode: 0o600 });
    const password = readFileSync(join(places.home, 'superuser.secret'), 'utf8');
    return {
      connection: { host: places.socket, port, user: 'postgres', password, database: 'postgres' },
      release: () =>
        withLock(lock, async () => {
          rmSync(client, { force: true });
          if (!hasClients(places.home)) await stop(places);
        }),
    };
  });
}

function hasClients(home: string): boolean {
  const folder = join(home, 'clients');
  for (const name of readdirSync(folder)) {
    if (isStillThere(readFileSync(join(folder, name), 'utf8'))) return true;
    rmSync(join(folder, name), { force: true });
  }
  return false;
}

function prepareFolders(folder: string): Places {
  const ids = runAs();
  const home = realpathSync(reachableHome(folder, ids));
  mkdirSync(join(home, 'clients'), { recursive: true, mode: 0o700 });
  return { home, ids, binaries: findBinaries(ids), socket: socketFolder(home, ids) };
}

/**
 * `folder/postgresql`, or, where the server's account cannot get there (root's own home), a folder that it can reach and
 * that `folder/postgresql` points to.
 */
function reachableHome(folder: string, ids: RunAs): string {
  const home = join(folder, 'postgresql');
  if (ids.uid === undefined) {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    return home;
  }
  if (lstatSync(home, { throwIfNoEntry: false })) return home;
  chmodSync(folder, statSync(folder).mode | 0o011);
  if (spawnSync('test', ['-x', folder], { ...ids, cwd: '/' }).status === 0) {
    makeFolder(home, 0o711);
    return home;
  }
  const elsewhere = join(rootOwnedFolder, `postgresql-data-${randomBytes(8).toString('hex')}`);
  makeFolder(rootOwnedFolder, 0o755);
  makeFolder(elsewhere, 0o711);
  symlinkSync(elsewhere, home);
  return home;
}

/** The folder, with these rights whatever the umask. */
function makeFolder(path: string, mode: number): void {
  mkdirSync(path, { recursive: true });
  chmodSync(path, mode);
}

/** A short path (a socket's may have 107 bytes) that only the server's account and we can enter. */
function socketFolder(home: string, ids: RunAs): string {
  const name = createHash('sha256').update(home).digest('hex').slice(0, 12);
  const folder = join(process.platform === 'win32' ? tmpdir() : '/tmp', `concordat-${name}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const owner = lstatSync(folder);
  const mine = process.getuid?.();
  if (!owner.isDirectory() || (owner.uid !== mine && owner.uid !== ids.uid)) {
    throw new Error(`${folder} belongs to somebody else; remove it, or choose another CONCORDAT_DATA`);
  }
  give(folder, ids);
  return folder;
}

const give = (path: string, { uid, gid }: RunAs) => {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
};

/** Nothing of ours: no secrets for another account to read, and no PGPORT or PGDATA of somebody else's work. */
const environment = { LC_ALL: 'C', TZ: 'UTC' };

/** Makes the cluster in a folder of its own and then renames it, so that it is there whole or not at all. */
async function initialise({ home, binaries, ids, socket }: Places): Promise<void> {
  const half = join(home, 'data.half');
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  give(half, ids);
  const password = randomBytes(24).toString('base64url');
  const passwordFile = join(socket, 'password');
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  give(passwordFile, ids);
  try {
    await run(
      join(binaries, 'bin/initdb'),
      [
        '-D',
        half,
        '-U',
        'postgres',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        '--auth-local=scram-sha-256',
        '--auth-host=scram-sha-256',
        `--pwfile=${passwordFile}`,
        '--data-checksums',
        '--no-instructions',
      ],
      ids,
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
  writeFileSync(join(home, 'superuser.secret'), password, { mode: 0o600 });
  renameSync(half, join(home, 'data'));
}

function run(program: string, args: string[], ids: RunAs): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...ids, env: environment, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (words: Buffer) => (said += String(words)));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${program} ended with ${code}: ${said.slice(-800)}`)),
    );
  });
}

async function start(places: Places, settings: readonly string[]): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    const running = pidIn(join(places.home, 'data/postmaster.pid'));
    if (running && isAlive(running) && (await answers(places.socket))) return;
    const outcome = await tryStart(places, settings);
    if (outcome === 'ready') return;
    // what is left of a killed server holds its memory for a moment
    if (!/shared memory block|lock file/.test(outcome) || attempt >= 40)
      throw new Error(`PostgreSQL did not start: ${outcome}`);
    await wait(250);
  }
}

async function tryStart({ home, binaries, ids, socket }: Places, settings: readonly string[]): Promise<string> {
  const logFile = join(home, 'server.log');
  const log = openSync(logFile, 'w', 0o600);
  const all = [
    `port=${port}`,
    'listen_addresses=',
    'unix_socket_permissions=0700',
    'max_connections=100',
    'log_error_verbosity=terse',
    'log_parameter_max_length=0',
    'log_parameter_max_length_on_error=0',
    'log_min_error_statement=panic',
    ...settings,
  ].flatMap((setting) => ['-c', setting]);
  const child = spawn(join(binaries, 'bin/postgres'), ['-D', join(home, 'data'), '-k', socket, ...all], {
    ...ids,
    env: environment,
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'ignore', log],
  });
  closeSync(log);
  const died = new AbortController();
  child.once('exit', () => died.abort());
  child.once('error', () => died.abort());
  child.unref();
  const until = Date.now() + 60_000;
  while (!died.signal.aborted && Date.now() < until) {
    if (/ready to accept connections/.test(readFileSync(logFile, 'utf8')) && (await answers(socket))) return 'ready';
    await wait(10);
  }
  return readFileSync(logFile, 'utf8').slice(-800) || 'it took more than a minute';
}

const answers = (socket: string) =>
  new Promise<boolean>((resolve) => {
    const probe = connect(join(socket, `.s.PGSQL.${port}`));
    probe.once('connect', () => {
      probe.destroy();
      resolve(true);
    });
    probe.once('error', () => resolve(false));
  });

/** Asks the server to end, letting go of every connection, and waits until it has. */
async function stop({ home, socket }: Places): Promise<void> {
  const pid = pidIn(join(home, 'data/postmaster.pid'));
  if (pid && isAlive(pid)) process.kill(pid, 'SIGINT');
  while (pid && isAlive(pid)) await wait(10);
  rmSync(socket, { recursive: true, force: true });
}

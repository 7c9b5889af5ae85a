import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { projectRoot } from '../../project.ts';

/** What one check may use. */
export interface Allowance {
  /** Megabytes of memory of its own. */
  memory: number;
  /** Seconds, by the clock and of a processor. */
  seconds: number;
}

export type Checker = ChildProcessByStdio<Writable, Readable, null>;

/** The checker's own program, as source or built. */
const ours = fileURLToPath(new URL(`./main${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url));

/** What it may read: the program, and the libraries that decode pictures. */
const readable = [join(ours, '../../../..'), join(projectRoot, 'package.json'), join(projectRoot, 'node_modules')];

/**
 * Starts the checker in a process of its own: without network where the system lets us take it away, without the file system
 * beyond the program itself, without child processes, threads, native code or surroundings, and with a limit on memory and time.
 *
 * @param program another than the checker, to try what it could do
 */
export function startChecker(type: string, { memory, seconds }: Allowance, program = ours): Checker {
  const command = [
    ...withoutNetwork(),
    process.execPath,
    '--permission',
    ...[program, ...readable].map((path) => `--allow-fs-read=${path}`),
    '--disable-warning=SecurityWarning',
    '--disallow-code-generation-from-strings',
    `--max-old-space-size=${memory}`,
    program,
    type,
  ];
  const limited = `ulimit -c 0; ulimit -d ${(memory + overhead) * 1024}; ulimit -t ${seconds}; exec "$@"`;
  const child = spawn('/bin/sh', ['-c', limited, 'sh', ...command], {
    cwd: '/',
    env: {},
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), seconds * 1000);
  child.on('close', () => clearTimeout(timer));
  return child;
}

/** Megabytes that Node.js asks for at its start and hardly uses; with less it does not start at all. */
const overhead = 600;

let unshare: readonly string[] | undefined;

/** A network of its own, in which there is nothing: where Linux lets us have one. Asked once. */
function withoutNetwork(): readonly string[] {
  if (unshare) return unshare;
  const way = ['/usr/bin/unshare', '--user', '--net', '--'];
  const [file = '', ...args] = way;
  unshare = spawnSync(file, [...args, '/bin/true'], { stdio: 'ignore' }).status === 0 ? way : [];
  return unshare;
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { projectRoot } from '../src/platform/project.ts';

/** A process that serves pages. */
export interface Program {
  origin: string;
  process: ChildProcess;
  stop(): Promise<void>;
}

interface Start {
  /** What node runs, and with what. */
  arguments: readonly string[];
  environment: Readonly<Record<string, string>>;
  /** What it says goes to this file, as it would under a service manager. */
  log: string;
  /** Whether it speaks to us by messages too. */
  messages?: boolean;
}

const running = new Set<ChildProcess>();
let interrupted = false;

/** Ends every process begun here, and begins no more: what waits for one of them fails, and clears up. */
export function interrupt(): void {
  interrupted = true;
  for (const child of running) child.kill('SIGTERM');
}

/** Starts node in the project's folder. */
export function startNode(typed: readonly string[], options: Parameters<typeof spawn>[2]): ChildProcess {
  if (interrupted) throw new Error('interrupted');
  const child = spawn(process.execPath, typed, { ...options, cwd: projectRoot });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** Starts a program and waits until its `/health` answers. @throws {Error} with what it said, when it ends or a minute passes before that */
export async function startProgram({ arguments: typed, environment, log, messages }: Start): Promise<Program> {
  const port = await freePort();
  const output = openSync(log, 'a');
  const child = startNode(typed, {
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', ...environment, PORT: String(port) },
    stdio: ['ignore', output, output, ...(messages ? (['ipc'] as const) : [])],
    serialization: 'advanced',
  });
  closeSync(output);
  const origin = `http://localhost:${port}`;
  const until = performance.now() + 60_000;
  while (!(await isHealthy(origin))) {
    if (child.exitCode !== null || child.signalCode !== null || performance.now() > until)
      throw new Error(`${typed.join(' ')} does not serve: ${readFileSync(log, 'utf8').slice(-1000)}`);
    await wait(20);
  }
  return { origin, process: child, stop: () => stop(child) };
}

const isHealthy = async (origin: string) => {
  try {
    return (await fetch(`${origin}/health`)).ok;
  } catch {
    return false;
  }
};

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  if (child.connected) child.disconnect();
  child.kill('SIGTERM');
  await ended;
}

/** A port nobody listens on. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (!address || typeof address === 'string') throw new Error('the system gave no port');
  return address.port;
}

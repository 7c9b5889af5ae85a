import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { projectRoot } from '../../src/platform/project.ts';

/** How a program ended and what it printed. */
export interface Ended {
  code: number | null;
  text: string;
}

interface Options {
  env?: Readonly<Record<string, string | undefined>>;
  /** Shows what it prints while it prints it. */
  show?: boolean;
}

/** Runs a program in the project's folder to its end; one that cannot be started ends with the reason. */
export async function run(program: string, args: readonly string[], { env, show }: Options = {}): Promise<Ended> {
  const child = spawn(program, args, {
    cwd: projectRoot,
    env: { ...process.env, ...env },
    stdio: show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
  });
  const pieces: string[] = [];
  child.stdout?.on('data', (piece: Buffer) => pieces.push(String(piece)));
  child.stderr?.on('data', (piece: Buffer) => pieces.push(String(piece)));
  child.on('error', (error) => pieces.push(error.message));
  const code = await once(child, 'close').then(
    ([exitCode]: unknown[]) => (typeof exitCode === 'number' ? exitCode : null),
    () => null,
  );
  return { code, text: pieces.join('') };
}

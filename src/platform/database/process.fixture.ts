import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const here = new URL('.', import.meta.url).href;

/** Another process of ours, running a module, whose lines can be awaited. */
export interface OtherProcess {
  child: ChildProcess;
  /** The next line it prints. */
  line(): Promise<string>;
  /** Its exit code, and everything it said on standard error. */
  end(): Promise<{ code: number | null; said: string }>;
}

/**
 * Starts a process that runs `code`, an ES module whose imports of `./…` are taken from this folder. It is killed with the test
 * process at the latest.
 */
export function otherProcess(code: string, options: SpawnOptions = {}): OtherProcess {
  const module = code.replaceAll("from './", `from '${here}`);
  const child = spawn(process.execPath, ['--input-type=module', '--eval', module], {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
  });
  let said = '';
  child.stderr?.on('data', (words: Buffer) => {
    said += String(words);
  });
  const lines = child.stdout ? createInterface(child.stdout)[Symbol.asyncIterator]() : undefined;
  const closed = once(child, 'close') as Promise<[number | null]>;
  return {
    child,
    line: async () => {
      const next = await lines?.next();
      if (!next || next.done) throw new Error(`the process said nothing more: ${said}`);
      return next.value;
    },
    end: async () => {
      const [exitCode] = await closed;
      return { code: exitCode, said };
    },
  };
}

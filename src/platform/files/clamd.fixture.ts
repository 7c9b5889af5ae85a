import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { eicar } from './check/samples.fixture.ts';

/** clamd, where it is installed (on Debian by `apt-get install clamav-daemon`). */
export const clamdProgram = (): string | undefined =>
  ['/usr/sbin/clamd', '/usr/local/sbin/clamd', '/opt/homebrew/sbin/clamd'].find(existsSync);

export interface Clamd {
  /** As `CLAMD_URL` wants it. */
  url: string;
  stop(): Promise<void>;
}

/** Starts clamd in a folder of its own, on a socket there, with one signature: that of the file all scanners are tried with. */
export async function startClamd(program: string): Promise<Clamd> {
  const folder = mkdtempSync(join(tmpdir(), 'concordat-clamd-'));
  const socket = join(folder, 'clamd.sock');
  mkdirSync(join(folder, 'signatures'));
  writeFileSync(join(folder, 'signatures/local.ndb'), `Concordat.Test:0:*:${Buffer.from(eicar).toString('hex')}\n`);
  const settings = [
    `DatabaseDirectory ${folder}/signatures`,
    `LocalSocket ${socket}`,
    `TemporaryDirectory ${folder}`,
    'Foreground yes',
    'MaxThreads 2',
    'StreamMaxLength 5M',
  ];
  writeFileSync(join(folder, 'clamd.conf'), `${settings.join('\n')}\n`);
  const child = spawn(program, ['--config-file', join(folder, 'clamd.conf')], { stdio: 'ignore', cwd: folder });
  const ended = new Promise((resolve) => child.once('close', resolve));
  for (let tries = 0; !(await answers(socket)); tries += 1) {
    if (tries > 200 || child.exitCode !== null) throw new Error(`${program} does not start`);
    await wait(100);
  }
  return {
    url: `unix:${socket}`,
    async stop() {
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 5000);
      await ended;
      clearTimeout(timer);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const answers = (path: string) =>
  new Promise<boolean>((resolve) => {
    const socket = connect({ path });
    socket.on('connect', () => socket.write('zPING\0'));
    socket.on('data', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });

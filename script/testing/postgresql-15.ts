import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { runAs } from '../../src/platform/database/binaries.ts';
import { withClient } from '../../src/platform/database/connection.ts';

const settings = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'max_connections=300',
  'shared_buffers=256MB',
];

/**
 * Starts a PostgreSQL of Debian's programs in a folder of its own, on a socket, and gives the address of its administrator.
 *
 * @param binaries the folder with `initdb` and `postgres`
 */
export async function startPostgres(binaries: string): Promise<{ adminUrl: string; stop(): Promise<void> }> {
  const ids = runAs();
  const folder = mkdtempSync(join(tmpdir(), 'concordat-pg15-'));
  const password = join(folder, 'password');
  writeFileSync(password, 'postgres');
  if (ids.uid !== undefined && ids.gid !== undefined) {
    for (const path of [folder, password]) chownSync(path, ids.uid, ids.gid);
  }
  const options = {
    ...ids,
    cwd: '/',
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
    stdio: 'ignore',
  } as const;
  const data = join(folder, 'data');
  const making = spawn(
    join(binaries, 'initdb'),
    [
      '-D',
      data,
      '-U',
      'postgres',
      '--encoding=UTF8',
      '--locale=C',
      '--auth=scram-sha-256',
      `--pwfile=${password}`,
      '--no-sync',
    ],
    options,
  );
  const [code] = (await once(making, 'close')) as [number | null];
  if (code !== 0) throw new Error(`initdb of ${binaries} ended with ${code}`);
  const more = ['listen_addresses=', ...settings].flatMap((setting) => ['-c', setting]);
  const server = spawn(join(binaries, 'postgres'), ['-D', data, '-k', folder, ...more], options);
  const adminUrl = `postgresql://postgres:postgres@localhost/postgres?host=${encodeURIComponent(folder)}`;
  await untilItAnswers(adminUrl);
  const stop = async () => {
    server.kill('SIGINT');
    if (server.exitCode === null) await once(server, 'exit');
    rmSync(folder, { recursive: true, force: true });
  };
  return { adminUrl, stop };
}

async function untilItAnswers(url: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await withClient(url, (client) => client.query('select 1'));
      return;
    } catch (error) {
      if (attempt === 100) throw error;
      await wait(100);
    }
  }
}

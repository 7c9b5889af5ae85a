import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { clamdProgram } from '../../src/platform/files/clamd.fixture.ts';
import { projectRoot } from '../../src/platform/project.ts';
import { run } from './command.ts';

/** A program that the tests need, or why it cannot be had here. */
export type Found = { path: string } | { missing: string };

/** What the tests need of the machine beside the libraries. */
export interface Machine {
  browser: Found;
  postgresql15: Found;
  /** The virus scanner. */
  clamd: Found;
}

const postgresql15 = '/usr/lib/postgresql/15/bin';

/** Finds the browser, Debian's PostgreSQL 15 and clamd, and installs what is missing where that can be done. */
export async function prepareMachine(wanted: Record<keyof Machine, boolean>): Promise<Machine> {
  const packages = [
    ...(wanted.browser && !findBrowser() ? ['chromium'] : []),
    ...(wanted.postgresql15 && !existsSync(postgresql15) ? ['postgresql-15'] : []),
    ...(wanted.clamd && !clamdProgram() ? ['clamav-daemon'] : []),
  ];
  const trouble = packages.length ? await installPackages(packages) : '';
  return {
    browser: wanted.browser ? await browserOrReason(trouble) : { missing: 'not wanted' },
    postgresql15: existsSync(postgresql15)
      ? { path: postgresql15 }
      : { missing: `there is no ${postgresql15}: ${trouble}` },
    clamd: found(clamdProgram(), `there is no clamd: ${trouble}`),
  };
}

const found = (path: string | undefined, missing: string): Found => (path === undefined ? { missing } : { path });

/** Any Chromium or Chrome of this machine: the one that `CHROMIUM_PATH` names, one in the path, or Playwright's own. */
export function findBrowser(env = process.env): string | undefined {
  const named = env['CHROMIUM_PATH'];
  if (named) return existsSync(named) ? named : undefined;
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), chromium.executablePath()].find(
    existsSync,
  );
}

async function browserOrReason(trouble: string): Promise<Found> {
  const found = findBrowser();
  if (found) return { path: found };
  const named = process.env['CHROMIUM_PATH'];
  if (named) return { missing: `CHROMIUM_PATH names ${named}, which is not there` };
  const own = await run(join(projectRoot, 'node_modules/.bin/playwright-core'), ['install', 'chromium']);
  const path = findBrowser();
  return path ? { path } : { missing: `no Chromium or Chrome here; ${trouble}; Playwright: ${lastLine(own.text)}` };
}

/** @returns why it could not be done, or '' */
async function installPackages(packages: readonly string[]): Promise<string> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    return 'only root can install packages, with apt-get';
  const quiet = { env: { DEBIAN_FRONTEND: 'noninteractive' } };
  const update = await run('apt-get', ['update', '-qq'], quiet);
  const install = await withoutMainCluster(() =>
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], quiet),
  );
  if (install.code === 0) return '';
  return `apt-get could not install ${packages.join(' and ')}: ${lastLine(install.text || update.text)}`;
}

/** Debian's package starts a server of its own unless it is told not to; the tests only want the programs. */
async function withoutMainCluster<T>(work: () => Promise<T>): Promise<T> {
  const folder = '/etc/postgresql-common/createcluster.d';
  const file = join(folder, 'concordat-tests.conf');
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, 'create_main_cluster = false\n');
  try {
    return await work();
  } finally {
    rmSync(file);
  }
}

const lastLine = (text: string) => text.trim().split('\n').at(-1) ?? '';

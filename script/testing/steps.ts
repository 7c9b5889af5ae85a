import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './command.ts';
import type { Machine } from './machine.ts';
import { countVitest, notRun, type Outcome, one, sum, type VitestReport } from './outcome.ts';
import { startPostgres } from './postgresql-15.ts';

/** What a step is told about this run. */
export interface Surroundings {
  inCi: boolean;
  /** Parts of test files' paths: only those that match are run, all where there is none. */
  files: readonly string[];
  /** What was found on the machine; awaited only by the steps that need it. */
  machine: Promise<Machine>;
}

export interface Step {
  name: string;
  about: string;
  /** Whether it runs test files, so that a part of a file's path chooses from it. */
  hasFiles?: boolean;
  run(surroundings: Surroundings): Promise<Outcome>;
}

const bin = (name: string) => join('node_modules/.bin', name);
const node = process.execPath;

/** Every step, in the order of what is quickest to tell. */
export const steps: readonly Step[] = [
  {
    name: 'format',
    about: 'layout and order of imports',
    run: () => check([bin('biome'), 'check', '--error-on-warnings', '--max-diagnostics=10']),
  },
  {
    name: 'lint',
    about: 'rules that know the types',
    run: () => check([bin('oxlint'), '--deny-warnings', 'src', 'test', 'script', 'bench']),
  },
  { name: 'types', about: 'TypeScript, strict', run: () => check([bin('tsc'), '-p', 'tsconfig.json']) },
  { name: 'build', about: 'the program and its face', run: () => check([node, 'script/build.mjs']) },
  {
    name: 'generated',
    about: 'what is generated is what would be generated now',
    run: async () =>
      sum([
        await check([node, 'script/types.ts', '--check']),
        await check([node, 'script/govuk-types.mjs', '--check']),
      ]),
  },
  {
    name: 'tests',
    about: 'rules, stores, pages, isolation, architecture, documentation',
    hasFiles: true,
    run: ({ files }) => vitest('vitest.config.ts', files),
  },
  {
    name: 'postgresql-15',
    about: 'what depends on the server, on Debian’s PostgreSQL 15',
    hasFiles: true,
    run: onPostgresql15,
  },
  { name: 'journeys', about: 'people’s ways through the pages, in a browser', hasFiles: true, run: journeys },
];

/**
 * Test files, by part of their path, whose outcome depends on the PostgreSQL beneath: migrations, the catalogue, row policies,
 * connections, plans. What pages make of them is tried once.
 */
const dependOnServer = [
  'src/platform/database/database.test',
  'src/platform/database/generate-tables.test',
  'src/platform/database/migrate.test',
  'src/platform/database/roles.test',
  'src/platform/trail/',
  'src/partnership/case-team.test',
  'src/partnership/seat.store.test',
  'test/checks/catalogue.test',
  'test/harness/',
  'test/isolation/case-team-road.test',
  'test/isolation/connections-carry-nothing.test',
  'test/isolation/each-policy-matters.test',
  'test/isolation/ground.test',
  'test/plans/',
];

async function onPostgresql15({ inCi, files, machine }: Surroundings): Promise<Outcome> {
  const chosen = files.length ? files.flatMap(matching) : dependOnServer;
  if (chosen.length === 0) return sum([]);
  const { postgresql15 } = await machine;
  if ('missing' in postgresql15) return notRun('postgresql-15', postgresql15.missing, inCi);
  const { adminUrl, stop } = await startPostgres(postgresql15.path);
  try {
    return await vitest('vitest.config.ts', chosen, { TEST_ADMIN_URL: adminUrl });
  } finally {
    await stop();
  }
}

/** The wider of a part of a path and what it is a part of. */
const matching = (part: string) =>
  dependOnServer.some((file) => part.includes(file)) ? [part] : dependOnServer.filter((file) => file.includes(part));

async function journeys({ inCi, files, machine }: Surroundings): Promise<Outcome> {
  const { browser } = await machine;
  if ('missing' in browser) return notRun('journeys', browser.missing, inCi);
  return await vitest('test/journeys/vitest.config.ts', files, { CHROMIUM_PATH: browser.path });
}

/** A program that must end well; what it printed is shown where it does not. */
async function check([program = '', ...args]: readonly string[]): Promise<Outcome> {
  const { code, text } = await run(program, args);
  if (code !== 0) process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
  return one(code === 0);
}

/** Runs Vitest, shows its progress, and counts from its report. Where only some files are wanted there may be none here. */
async function vitest(config: string, files: readonly string[], env: Record<string, string> = {}): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'concordat-report-'));
  const file = join(folder, 'report.json');
  const args = ['--config', config, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  try {
    const { code } = await run(
      node,
      [vitestProgram, 'run', ...args, ...(files.length ? ['--passWithNoTests'] : []), ...files],
      {
        env,
        show: true,
      },
    );
    return countVitest(reportIn(file), code);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const vitestProgram = 'node_modules/vitest/vitest.mjs';

function reportIn(file: string): VitestReport | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
  } catch {
    return undefined;
  }
}

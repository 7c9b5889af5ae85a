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
  /** Shows progress while it is made: for a step that runs alone. */
  live: boolean;
  /** Takes what a step has to show at its end. */
  say(text: string): void;
}

export interface Step {
  name: string;
  about: string;
  /** What must be over before all others begin, what keeps the database busy, and what goes on beside it. */
  lane: 'before' | 'tests' | 'beside';
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
    lane: 'beside',
    run: (around) => check(around, [bin('biome'), 'check', '--error-on-warnings', '--max-diagnostics=10']),
  },
  {
    name: 'lint',
    about: 'rules that know the types',
    lane: 'beside',
    run: (around) => check(around, [bin('oxlint'), '--deny-warnings', 'src', 'test', 'script', 'bench']),
  },
  {
    name: 'types',
    about: 'TypeScript, strict',
    lane: 'beside',
    run: (around) => check(around, [bin('tsc'), '-p', 'tsconfig.json']),
  },
  {
    name: 'build',
    about: 'the program and its face',
    lane: 'before',
    run: (around) => check(around, [node, 'script/build.mjs']),
  },
  {
    name: 'generated',
    about: 'what is generated is what would be generated now',
    lane: 'beside',
    run: async (around) =>
      sum([
        await check(around, [node, 'script/types.ts', '--check']),
        await check(around, [node, 'script/govuk-types.mjs', '--check']),
      ]),
  },
  {
    name: 'tests',
    about: 'rules, stores, pages, isolation, architecture, documentation',
    lane: 'tests',
    hasFiles: true,
    run: tests,
  },
  {
    name: 'postgresql-15',
    about: 'what depends on the server, on Debian’s PostgreSQL 15',
    lane: 'tests',
    hasFiles: true,
    run: onPostgresql15,
  },
  {
    name: 'journeys',
    about: 'people’s ways through the pages, in a browser',
    lane: 'beside',
    hasFiles: true,
    run: journeys,
  },
];

/** All but what needs a browser. What needs the virus scanner is skipped where there is none, and that is told. */
async function tests(around: Surroundings): Promise<Outcome> {
  const { inCi, files, machine } = around;
  const { clamd } = await machine;
  const outcome = await vitest(around, 'vitest.config.ts', files);
  return 'missing' in clamd ? sum([outcome, notRun('clamd', clamd.missing, inCi)]) : outcome;
}

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

async function onPostgresql15(around: Surroundings): Promise<Outcome> {
  const { inCi, files, machine } = around;
  const chosen = files.length ? files.flatMap(matching) : dependOnServer;
  if (chosen.length === 0) return sum([]);
  const { postgresql15 } = await machine;
  if ('missing' in postgresql15) return notRun('postgresql-15', postgresql15.missing, inCi);
  const { adminUrl, stop } = await startPostgres(postgresql15.path);
  try {
    return await vitest(around, 'vitest.config.ts', chosen, { TEST_ADMIN_URL: adminUrl });
  } finally {
    await stop();
  }
}

/** The wider of a part of a path and what it is a part of. */
const matching = (part: string) =>
  dependOnServer.some((file) => part.includes(file)) ? [part] : dependOnServer.filter((file) => file.includes(part));

async function journeys(around: Surroundings): Promise<Outcome> {
  const { inCi, files, machine } = around;
  const { browser } = await machine;
  if ('missing' in browser) return notRun('journeys', browser.missing, inCi);
  return await vitest(around, 'test/journeys/vitest.config.ts', files, { CHROMIUM_PATH: browser.path });
}

/** A program that must end well; what it printed is shown where it does not. */
async function check({ say }: Surroundings, [program = '', ...args]: readonly string[]): Promise<Outcome> {
  const { code, text } = await run(program, args);
  if (code !== 0) say(text.endsWith('\n') ? text : `${text}\n`);
  return one(code === 0);
}

/** Runs Vitest and counts from its report. Where only some files are wanted there may be none here. */
async function vitest(
  { live, say }: Surroundings,
  config: string,
  files: readonly string[],
  env: Record<string, string> = {},
): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'concordat-report-'));
  const file = join(folder, 'report.json');
  const args = ['--config', config, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  try {
    const { code, text } = await run(
      node,
      [vitestProgram, 'run', ...args, ...(files.length ? ['--passWithNoTests'] : []), ...files],
      {
        env,
        show: live,
      },
    );
    say(text);
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

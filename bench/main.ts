/** Measures the pages people wait for, beside the limit of the same machine, and writes one table. `script/bench` says how to ask. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../src/platform/project.ts';
import { measureDigests } from './digests.ts';
import { fetchFirstVisit } from './first-visit.ts';
import { measure } from './measure.ts';
import { pages } from './pages.ts';
import { interrupt, startProgram } from './program.ts';
import { Quiet } from './quiet.ts';
import { tableOf } from './table.ts';
import { type World, withWorlds } from './world.ts';

const { values: asked } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, patience: { type: 'string', default: '60' } },
});
const [rounds, seconds] = asked.quick ? [3, 1] : [5, 1];
const sizes = [1, 10, 150];
const tell = (line: string) => void process.stderr.write(`${line}\n`);

const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string };
const cores = cpus().length;
const patience = Number(asked.patience);
if (!(patience >= 0)) throw new Error('--patience takes a number of seconds');
const quiet = new Quiet(patience);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, interrupt);

/** So many partnerships have people enough for 5,000 digests. */
const forDigests = 34;
tell('The digests of a morning');
const digests = await withWorlds([forDigests], ([world]) => measureDigests(world?.database ?? ''), {
  tasksEach: 0,
  actionsEach: 60,
});
tell(`Making databases with ${sizes.join(', ')} partnerships`);
const table = await withWorlds(sizes, async (worlds, folder) => {
  const cells = await measure(worlds, folder, { pages, rounds, seconds, quiet, tell });
  return tableOf(cells, await visitFirst(worlds[0], folder), digests);
});
const page = `# Concordat ${version} on ${cores} cores

${table}

The limit gives the same bytes after the same SQL, from a bare Fastify route in the same run. Ten connections ask for pages as
fast as they come, on the same cores as program and database. Program and limit take turns of ${seconds} s, in ${rounds} rounds; a figure is the
median of the rounds, a ratio the median of the rounds’ ratios. “processor” is the program’s alone, for one page; “waits” are the
times it waits for the database. A first visit is to the page for signing in, with everything it fetches, as it comes over the wire.

${cores} cores (${cpus()[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB; Node.js ${process.versions.node}. ${quiet.quiet} of ${quiet.turns} turns began on a machine
that was otherwise quiet.
`;
const folder = join(projectRoot, 'bench/results');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, `concordat-${version}-on-${cores}-cores${asked.quick ? '-quick' : ''}.md`), page);
process.stdout.write(page);

async function visitFirst(world: World | undefined, folder: string) {
  const program = await startProgram({
    arguments: ['dist/main.js', 'serve', '--no-jobs'],
    environment: world?.environment ?? {},
    log: join(folder, 'visit.log'),
  });
  try {
    return await fetchFirstVisit(program.origin, '/sign-in');
  } finally {
    await program.stop();
  }
}

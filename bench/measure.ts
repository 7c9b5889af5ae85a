import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { serialize } from 'node:v8';
import type { Came, Cell, Round } from './figures.ts';
import type { Score } from './limit.ts';
import type { Order } from './load.ts';
import type { Page } from './pages.ts';
import { type Program, startNode, startProgram } from './program.ts';
import type { Quiet } from './quiet.ts';
import { type Recorded, record } from './recording.ts';
import type { World } from './world.ts';

/** How a run is made. */
export interface Plan {
  pages: readonly Page[];
  rounds: number;
  /** Of each turn. */
  seconds: number;
  quiet: Quiet;
  tell(line: string): void;
}

/** A cell to be measured, with what is to answer in it. */
interface Stage extends Cell {
  rounds: Round[];
  program: Program;
  limit: Program;
  recorded: readonly Recorded[];
}

/**
 * Measures each page over each database: a warm-up, then rounds in which every page has its turn over every database, program
 * and limit one after the other. What is compared ran seconds apart.
 *
 * @param folder for logs and orders
 */
export async function measure(
  worlds: readonly World[],
  folder: string,
  { pages, rounds, seconds, quiet, tell }: Plan,
): Promise<Cell[]> {
  const programs: Program[] = [];
  try {
    const stages: Stage[] = [];
    for (const world of worlds) stages.push(...(await setUp(world, folder, pages, programs)));
    stages.sort((a, b) => pages.indexOf(a.page) - pages.indexOf(b.page) || a.partnerships - b.partnerships);
    const turn: Turn = { seconds, folder, quiet };
    for (const stage of stages) await takeTurns(stage, turn);
    for (let round = 1; round <= rounds; round += 1) {
      tell(`Round ${round} of ${rounds}`);
      for (const stage of stages) stage.rounds.push(await takeTurns(stage, turn));
    }
    return stages.map(({ page, partnerships, rounds, takes }) => ({ page, partnerships, rounds, takes }));
  } finally {
    for (const program of programs) await program.stop();
  }
}

/** Records what the program does for each page, then starts it anew, untapped, and the limit beside it. */
async function setUp(world: World, folder: string, pages: readonly Page[], programs: Program[]): Promise<Stage[]> {
  const { partnerships, environment, database } = world;
  const log = join(folder, `${partnerships}.log`);
  const recordings = await recordPages(world, log, pages);
  const file = join(folder, `${partnerships}.score`);
  const score: Score = { connection: database, recorded: recordings.flatMap(({ recorded }) => recorded) };
  writeFileSync(file, serialize(score));
  const program = await startProgram({ environment, log, arguments: ['dist/main.js', 'serve'] });
  programs.push(program);
  const limit = await startProgram({ environment: {}, log, arguments: ['bench/limit.ts', file] });
  programs.push(limit);
  return recordings.map(({ page, recorded }) => ({
    page,
    partnerships,
    recorded,
    program,
    limit,
    rounds: [],
    takes: takesOf(recorded),
  }));
}

async function recordPages({ environment, visitors }: World, log: string, pages: readonly Page[]) {
  const tapped = await startProgram({
    environment,
    log,
    arguments: ['--import', './bench/tap.ts', 'dist/main.js', 'serve', '--no-jobs'],
    messages: true,
  });
  try {
    const recordings: { page: Page; recorded: Recorded[] }[] = [];
    for (const page of pages) {
      const asks = visitors[page.who].map((visitor) => ({ path: page.path(visitor), cookie: visitor.cookie }));
      if (asks.length) recordings.push({ page, recorded: await record(tapped, asks, page.words) });
    }
    return recordings;
  } finally {
    await tapped.stop();
  }
}

function takesOf(recorded: readonly Recorded[]): Cell['takes'] {
  const average = (of: (one: Recorded) => number) => recorded.reduce((sum, one) => sum + of(one), 0) / recorded.length;
  return {
    statements: average(({ visits }) => visits.flat(2).length),
    waits: average(({ visits }) => visits.flat().length),
    bytes: average(({ body }) => body.length),
  };
}

type Turn = Pick<Plan, 'seconds' | 'quiet'> & { folder: string };

/** One turn of each; who begins changes from round to round, so that neither always follows the other. */
async function takeTurns(stage: Stage, { seconds, quiet, folder }: Turn): Promise<Round> {
  const asked = {
    asks: stage.recorded.map(({ path, cookie }) => ({ path, cookie })),
    words: stage.page.words,
    seconds,
  };
  const turnOf = async ({ origin }: Program) => {
    await quiet.wait();
    return await load({ origin, ...asked }, folder);
  };
  const limitFirst = stage.rounds.length % 2 === 1 ? await turnOf(stage.limit) : undefined;
  const before = processorTime(stage.program);
  const program = await turnOf(stage.program);
  const processor = (processorTime(stage.program) - before) / (program.perSecond * seconds);
  return { program, limit: limitFirst ?? (await turnOf(stage.limit)), processor };
}

/** Milliseconds of processor a process has had; Linux counts them in hundredths of a second. Not a number elsewhere. */
function processorTime({ process: { pid } }: Program): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}

/** Puts one server under load, from a process of its own on the same machine. */
async function load(order: Order, folder: string): Promise<Came> {
  const file = join(folder, 'order.json');
  writeFileSync(file, JSON.stringify(order));
  const child = startNode(['bench/load.ts', file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const said = child.stdout ? await text(child.stdout) : '';
  const [code] = (await ended) as [number | null];
  if (code !== 0) throw new Error(`the load on ${order.origin} ended with ${code ?? 'a signal'}`);
  return JSON.parse(said) as Came;
}

import { once } from 'node:events';
import type { Program } from './program.ts';

/** A statement as it was given to the driver. */
export interface Statement {
  /** Which connection it went out on: the first that was opened is 1. */
  connection: number;
  /** Whether it was sent before the one before it, on the same connection, was answered. */
  together: boolean;
  text: string;
  name?: string | undefined;
  values?: readonly unknown[] | undefined;
}

/** The statements sent over one connection, from taking it out of the pool to giving it back; those in one batch went out together. */
export type Visit = Statement[][];

/** One request as a browser sends it, and everything the program did for it. */
export interface Recorded {
  path: string;
  cookie: string;
  headers: Record<string, string>;
  body: Buffer;
  visits: Visit[];
}

/**
 * Asks a tapped program for each page, twice: the second time as a browser does that has kept its cookies. The second is what
 * is recorded.
 *
 * @throws {Error} when a page does not come, or does not hold `words`: then there is nothing to measure
 */
export async function record(
  program: Program,
  asks: readonly { path: string; cookie: string }[],
  words: string,
): Promise<Recorded[]> {
  const recorded: Recorded[] = [];
  for (const { path, cookie } of asks) {
    const first = await fetch(program.origin + path, { headers: { cookie }, redirect: 'manual' });
    await first.arrayBuffer();
    const kept = first.headers.getSetCookie().map((set) => set.split(';')[0] ?? '');
    const cookies = [cookie, ...kept].join('; ');
    await takeStatements(program);
    const second = await fetch(program.origin + path, { headers: { cookie: cookies }, redirect: 'manual' });
    const body = Buffer.from(await second.arrayBuffer());
    if (second.status !== 200 || !body.includes(words))
      throw new Error(`${path} answered ${second.status} without “${words}”`);
    const headers = Object.fromEntries([...second.headers].filter(([name]) => !ofTheConnection.has(name)));
    recorded.push({ path, cookie: cookies, headers, body, visits: visitsIn(await takeStatements(program)) });
  }
  return recorded;
}

const ofTheConnection = new Set(['date', 'connection', 'keep-alive', 'content-length', 'transfer-encoding']);

async function takeStatements({ process }: Program): Promise<Statement[]> {
  const answer = once(process, 'message') as Promise<[Statement[]]>;
  process.send('take');
  return (await answer)[0];
}

/**
 * What one request sent, by visit: a connection is taken for a transaction from its beginning to its end, and otherwise for one
 * statement.
 *
 * @throws {Error} when statements of two transactions stand among each other: played back one after the other they would take longer
 */
export function visitsIn(statements: readonly Statement[]): Visit[] {
  const visits: Visit[] = [];
  let open: Statement | undefined;
  for (const statement of statements) {
    if (open && open.connection !== statement.connection) throw new Error('a request used two connections at once');
    if (!open) visits.push([]);
    const visit = visits.at(-1) ?? [];
    if (open && statement.together) visit.at(-1)?.push(statement);
    else visit.push([statement]);
    const begins = statement.text.startsWith('begin');
    open = (open || begins) && !/(commit|rollback)$/.test(statement.text) ? statement : undefined;
  }
  return visits;
}

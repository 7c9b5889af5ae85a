import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import type pg from 'pg';
import type { Tables } from './tables.ts';

/**
 * A connection of the pool in the hands of one transaction, or of one query outside any.
 *
 * What is asked goes out at once, without waiting for the answers before it; PostgreSQL answers in order. Once ended it sends
 * nothing more: its connection may by then serve another partnership.
 */
export class Line implements DatabaseConnection {
  readonly #client: pg.PoolClient;
  readonly #told: Promise<unknown>[] = [];
  #ended = false;
  #spoilt = false;

  constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#ended) throw new Error('a query after its scope had closed');
    const asked = parameters.length
      ? { name: nameOf(this.#client, sql), text: sql, values: [...parameters] }
      : { text: sql };
    try {
      const { command, rowCount, rows } = await this.#client.query<R & pg.QueryResultRow>(asked);
      return changes.has(command) ? { rows, numAffectedRows: BigInt(rowCount ?? 0) } : { rows };
    } catch (error) {
      this.#spoilt ||= remembersWrongly(error);
      throw error;
    }
  }

  /** Sends a statement that no query needs to wait for; where it fails, `end` does. */
  tell(sql: string): void {
    if (this.#ended) throw new Error('a statement after its scope had closed');
    const answer = this.#client.query(sql);
    answer.catch(() => {});
    this.#told.push(answer);
  }

  /** Sends the last statement. Resolves when it and all that was told are answered, and rejects when one of them failed. */
  async end(sql: string): Promise<void> {
    this.#ended = true;
    await Promise.all([...this.#told, this.#client.query(sql)]);
  }

  /** Sends the last statement in one piece with what is asked in this turn. Resolves and rejects as `end` does. */
  endWithThisTurn(sql: string): Promise<void> {
    return new Promise((resolve, reject) => {
      process.nextTick(() => (this.#ended ? resolve() : void this.end(sql).then(resolve, reject)));
    });
  }

  /** Takes back what was done. A lost connection has nothing to take back, and its loss was told already. */
  async undo(): Promise<void> {
    this.#ended = true;
    try {
      await this.#client.query('rollback');
    } catch {
      this.#spoilt = true;
    }
  }

  /** Gives the connection back to the pool, to be closed where it is of no more use. */
  release(): void {
    this.#ended = true;
    this.#client.release(this.#spoilt);
  }

  streamQuery(): never {
    throw new Error('rows are read whole, so many at a time');
  }
}

/**
 * Whether a connection remembers a statement that it should not: its tables have changed since (an upgrade beside us), or a
 * pooler between us and PostgreSQL does not know it.
 */
const remembersWrongly = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === '0A000' || error.code === '26000');

const changes = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

/** So many statements each connection remembers at most; a program has a few hundred. */
const mostNames = 500;
const names = new WeakMap<pg.PoolClient, Map<string, string>>();

/**
 * The name under which a connection prepares a statement once, and plans it no more after that: planning a query of four
 * tables takes PostgreSQL longer than answering it. Undefined once there are too many, as where texts differ by their length.
 */
function nameOf(client: pg.PoolClient, sql: string): string | undefined {
  const own = names.get(client) ?? new Map<string, string>();
  names.set(client, own);
  const known = own.get(sql);
  if (known !== undefined || own.size >= mostNames) return known;
  const name = `s${own.size + 1}`;
  own.set(sql, name);
  return name;
}

/** The typed query builder over one line, which is not its to give back. */
export const buildersOn = (line: Line): Kysely<Tables> =>
  buildersOver(
    () => Promise.resolve(line),
    () => {},
  );

/** The same, for as long as `isOpen` says so. */
export const buildersWhile = (line: Line, isOpen: () => boolean): Kysely<Tables> =>
  buildersOver(
    () => (isOpen() ? Promise.resolve(line) : Promise.reject(new Error('a query after its scope had closed'))),
    () => {},
  );

/** The typed query builder over a pool: each query on whatever connection is free, outside any transaction. */
export const buildersOnPool = (pool: pg.Pool): Kysely<Tables> =>
  buildersOver(
    async () => new Line(await pool.connect()),
    (line) => line.release(),
  );

function buildersOver(take: () => Promise<Line>, give: (line: Line) => void): Kysely<Tables> {
  const driver: Driver = {
    init: done,
    destroy: done,
    acquireConnection: take,
    releaseConnection: async (line) => give(line as Line),
    beginTransaction: refused,
    commitTransaction: refused,
    rollbackTransaction: refused,
  };
  return new Kysely<Tables>({
    dialect: {
      createDriver: () => driver,
      createQueryCompiler: () => compiler,
      createAdapter: () => adapter,
      createIntrospector: (db) => new PostgresIntrospector(db),
    },
  });
}

const compiler = new PostgresQueryCompiler();
const adapter = new PostgresAdapter();
const done = () => Promise.resolve();
const refused = () => Promise.reject(new Error('a scope is one transaction, and begins and ends it itself'));

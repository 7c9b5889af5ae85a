import pg from 'pg';

/** The conditions by which a query keeps to its own: the partnership's, and those of the cases in scope. */
const condition = /(?:"\w+"\.)?"(?:partnership_id" = \$\d+|case_id" (?:= any \(\$\d+::uuid\[\]\)|in \([$\d, ]+\)))/g;

/** What went over the wire while something was done. */
export interface Traffic {
  queries: ReadonlySet<string>;
  /** Every row that came back, as text. */
  rows: string;
}

/** Sees every query that this process sends and every row it is given, and may take the conditions out of a query. */
export class Interception {
  readonly #original = pg.Client.prototype.query as (...args: unknown[]) => unknown;
  #watching: { queries: Set<string>; rows: string[] } | undefined;
  #weakened: string | undefined;

  constructor() {
    const intercept = (client: pg.Client, asked: unknown, others: readonly unknown[]) =>
      this.#ask(client, asked, others);
    const query = function (this: pg.Client, asked: unknown, ...others: unknown[]): unknown {
      return intercept(this, asked, others);
    };
    Object.assign(pg.Client.prototype, { query });
  }

  /** Puts things back as they were. */
  end(): void {
    Object.assign(pg.Client.prototype, { query: this.#original });
  }

  /** Does `work`, which may fail, and tells what went over the wire. */
  async watch<T>(work: () => Promise<T>): Promise<{ traffic: Traffic; result: PromiseSettledResult<T> }> {
    const watching = { queries: new Set<string>(), rows: [] as string[] };
    this.#watching = watching;
    const [result] = await Promise.allSettled([work()]);
    this.#watching = undefined;
    return { traffic: { queries: watching.queries, rows: watching.rows.join('\n') }, result };
  }

  /** Does `work`; what is watched in it goes without the conditions of one query. */
  async without<T>(query: string, work: () => Promise<T>): Promise<T> {
    this.#weakened = query;
    try {
      return await work();
    } finally {
      this.#weakened = undefined;
    }
  }

  #ask(client: pg.Client, asked: unknown, others: readonly unknown[]): unknown {
    const text = textOf(asked);
    const watching = this.#watching;
    watching?.queries.add(text);
    const answer = this.#original.call(
      client,
      watching && text === this.#weakened ? weaken(asked, text) : asked,
      ...others,
    );
    if (watching && answer instanceof Promise) {
      const note = (results: pg.QueryResult | pg.QueryResult[]) => {
        for (const { rows } of [results].flat()) watching.rows.push(...rows.map(asText));
      };
      answer.then(note, () => {});
    }
    return answer;
  }
}

/** A row as the database's own JSON would have it: bytes in hexadecimal digits. */
const asText = (row: object): string =>
  Object.values(row)
    .map((value: unknown) => (Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : JSON.stringify(value)))
    .join(' ');

/** Takes back at its end whatever a scope does, so that one thing tried leaves nothing for the next. @returns what puts things back */
export function takeEverythingBack(): () => void {
  const original = pg.Client.prototype.query as (...args: unknown[]) => unknown;
  const query = function (this: pg.Client, asked: unknown, ...others: unknown[]): unknown {
    return original.call(this, asked === 'select; commit' ? 'select; rollback' : asked, ...others);
  };
  Object.assign(pg.Client.prototype, { query });
  return () => Object.assign(pg.Client.prototype, { query: original });
}

/** Whether a query has conditions that could be taken out. */
export const hasConditions = (query: string): boolean => query.search(condition) >= 0;

const textOf = (asked: unknown): string =>
  typeof asked === 'object' && asked !== null && 'text' in asked ? String(asked.text) : String(asked);

/** The query with conditions that always hold in place of its own; its parameters stay in use. It has no name: it is not kept. */
function weaken(asked: unknown, text: string): unknown {
  const weaker = text.replaceAll(condition, (found) => {
    const type = found.includes('uuid[]') ? 'uuid[]' : 'uuid';
    const parameters = found.match(/\$\d+/g) ?? [];
    return `(${parameters.map((parameter) => `${parameter}::${type} is not null`).join(' and ')})`;
  });
  return { ...(asked as object), name: undefined, text: weaker };
}

import pg from 'pg';

/** A query as it was given to the driver, and what was set for its transaction before it. */
export interface Sent {
  text: string;
  values: readonly unknown[];
  settings: readonly string[];
}

/** What is sent to PostgreSQL from this process while `work` is done; statements that open, set or end a transaction apart. */
export async function sentDuring(work: () => Promise<unknown>): Promise<Sent[]> {
  const original = pg.Client.prototype.query as (...given: unknown[]) => unknown;
  const settings = new WeakMap<pg.Client, string[]>();
  const sent: Sent[] = [];
  const query = function (this: pg.Client, ...given: unknown[]): unknown {
    const asked = given[0] as string | { text: string; values?: readonly unknown[] };
    const { text, values = [] } = typeof asked === 'string' ? { text: asked } : asked;
    const own = settings.get(this) ?? [];
    if (/^begin\b/.test(text)) settings.set(this, setsIn(text));
    else if (/^set local\b/.test(text)) own.push(...setsIn(text));
    else if (!/\b(commit|rollback)$/.test(text)) sent.push({ text, values, settings: [...own] });
    else settings.delete(this);
    return original.apply(this, given);
  };
  Object.assign(pg.Client.prototype, { query });
  try {
    await work();
  } finally {
    Object.assign(pg.Client.prototype, { query: original });
  }
  return sent;
}

const setsIn = (text: string) => text.match(/set local [^;]+/g) ?? [];

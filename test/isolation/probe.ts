import type pg from 'pg';
import type { Table } from './catalogue.ts';
import { type Asker, mayRead, mayWrite, settingsOf } from './reach.ts';
import type { Row } from './rows.ts';

/** One thing tried on one table, and where what happened is not what should. */
export interface Deviation {
  asker: string;
  table: string;
  what: string;
}

/**
 * Prepares a clone so that row policies are the only lock: the application may do everything with every table, and a function
 * tries a statement, takes it back, and says how it went.
 */
export async function unlockAllButPolicies(superuser: pg.Client): Promise<void> {
  await superuser.query(`
    grant select, insert, update, delete on all tables in schema public to concordat_app;
    grant usage on all sequences in schema public to concordat_app;
    create function tried(statement text) returns text language plpgsql as $$
    declare
      touched bigint;
    begin
      execute statement;
      get diagnostics touched = row_count;
      raise exception using errcode = 'TAKEN', message = touched;
    exception
      when sqlstate 'TAKEN' then return sqlerrm;
      when others then return sqlstate;
    end $$;
    grant execute on function tried(text) to concordat_app`);
}

/**
 * Asks as the application's role what `asker` can read and write of `table`, and compares it with what they should. Everything
 * happens in one transaction that is rolled back; `before` may change the table's policies in it first.
 *
 * @param rows rows to try writing, of both partnerships and of cases the asker is and is not on
 */
export async function probe(
  superuser: pg.Client,
  table: Table,
  rows: readonly Row[],
  asker: Asker,
  before = '',
): Promise<Deviation[]> {
  await superuser.query('begin');
  try {
    const all = await superuser.query<{ row: Row }>(`select to_jsonb(t) as row from ${table.name} t`);
    if (before) await superuser.query(before);
    await superuser.query(`set local role concordat_app; ${settingsOf(asker)}`);
    const deviations = await readDeviations(
      superuser,
      table,
      all.rows.map(({ row }) => row),
      asker,
    );
    return [...deviations, ...(await writeDeviations(superuser, table, rows, asker))].map((what) => ({
      asker: asker.name,
      table: table.name,
      what,
    }));
  } finally {
    await superuser.query('rollback');
  }
}

async function readDeviations(client: pg.Client, table: Table, all: readonly Row[], asker: Asker): Promise<string[]> {
  const seen = await client.query<{ row: Row }>(`select to_jsonb(t) as row from ${table.name} t`);
  const key = (row: Row) => table.primaryKey.map((name) => String(row[name])).join(' ');
  const got = new Set(seen.rows.map(({ row }) => key(row)));
  const should = new Set(all.filter((row) => mayRead(table, row, asker)).map(key));
  const leaked = got.difference(should).size;
  const hidden = should.difference(got).size;
  return [...(leaked ? [`reads ${leaked} rows too many`] : []), ...(hidden ? [`does not find ${hidden} rows`] : [])];
}

/** What PostgreSQL says when a policy refuses a row. */
const refused = '42501';

async function writeDeviations(client: pg.Client, table: Table, rows: readonly Row[], asker: Asker): Promise<string[]> {
  const attempts = rows.flatMap((row) => attemptsOn(table, row, rows, asker));
  const { rows: results } = await client.query<{ result: string }>(
    'select tried(statement) as result from unnest($1::text[]) as statement',
    [attempts.map(({ statement }) => statement)],
  );
  return attempts.flatMap(({ what, allowed }, at) => {
    const result = results[at]?.result ?? '';
    const went = result !== refused && result !== '0';
    return went === allowed ? [] : [`${what}: ${result}`];
  });
}

interface Attempt {
  what: string;
  statement: string;
  allowed: boolean;
}

/** Each way to write a row: add one like it, change it, take it away, and make it another partnership's. */
function attemptsOn(table: Table, row: Row, rows: readonly Row[], asker: Asker): Attempt[] {
  const columns = table.columns
    .filter(({ always, name }) => !always || table.primaryKey.includes(name))
    .map(({ name }) => name);
  const literal = (value: unknown) => `'${JSON.stringify(value).replaceAll("'", "''")}'`;
  const same = `(${table.primaryKey.join(', ')}) = (select ${table.primaryKey.join(', ')} from jsonb_populate_record(null::${table.name}, ${literal(row)}))`;
  const reachable = mayRead(table, row, asker);
  const writable = mayWrite(table, row, asker);
  const stranger = rows.find((other) => other['partnership_id'] !== row['partnership_id'])?.['partnership_id'];
  return [
    {
      what: 'adds a row like one',
      statement: `insert into ${table.name} (${columns.join(', ')}) overriding system value
                  select ${columns.join(', ')} from jsonb_populate_record(null::${table.name}, ${literal(row)})`,
      allowed: writable,
    },
    {
      what: 'changes a row',
      statement: `update ${table.name} set partnership_id = partnership_id where ${same}`,
      allowed: reachable && writable,
    },
    { what: 'takes a row away', statement: `delete from ${table.name} where ${same}`, allowed: reachable },
    {
      what: 'gives a row to another partnership',
      statement: `update ${table.name} set partnership_id = '${String(stranger)}' where ${same}`,
      allowed: false,
    },
  ];
}

import pg from 'pg';
import type { Sent } from './sent.ts';

/** One place in a plan where rows of a table are found. */
export interface Scan {
  table: string;
  /** Absent where the table is read whole. */
  index?: string;
  /** What the index is asked for; empty where it is read whole. */
  condition: string;
}

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Index Cond'?: string;
  Plans?: PlanNode[];
}

/** How PostgreSQL may plan a prepared query: for the values it is asked with, or once for all values. */
export const modes = ['force_custom_plan', 'force_generic_plan'] as const;

/** Where PostgreSQL would find the rows of a query that was sent. The query is planned as it was sent, and not run. */
export async function scansOf(client: pg.Client, { text, values, settings }: Sent, mode: (typeof modes)[number]) {
  await client.query(`begin; ${settings.map((setting) => `${setting}; `).join('')}set local plan_cache_mode = ${mode}`);
  try {
    await client.query(`prepare asked as ${text}`);
    const given = values.length ? `(${values.map(literal).join(', ')})` : '';
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
      `explain (format json) execute asked${given}`,
    );
    await client.query('deallocate asked');
    return rows.flatMap((row) => scansIn(row['QUERY PLAN'][0].Plan));
  } finally {
    await client.query('rollback');
  }
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return pg.escapeLiteral(`{${value.map((one) => JSON.stringify(String(one))).join(',')}}`);
  if (Buffer.isBuffer(value)) return `'\\x${value.toString('hex')}'`;
  return pg.escapeLiteral(value instanceof Date ? value.toISOString() : String(value));
}

function scansIn(node: PlanNode): Scan[] {
  const below = node.Plans ?? [];
  const table = node['Relation Name'];
  if (table === undefined) return below.flatMap(scansIn);
  const [found] = node['Node Type'] === 'Bitmap Heap Scan' ? bitmapsIn(node) : [node];
  const index = found?.['Index Name'];
  return [
    { table, condition: found?.['Index Cond'] ?? '', ...(index !== undefined && { index }) },
    ...below.flatMap(scansIn),
  ];
}

const bitmapsIn = (node: PlanNode): PlanNode[] =>
  (node.Plans ?? []).flatMap((each) => (each['Node Type'] === 'Bitmap Index Scan' ? [each] : bitmapsIn(each)));

/** Every index of the database with its first column, and every table of a partnership. */
export async function readCatalogue(client: pg.Client) {
  const indexes = await client.query<{ index: string; first: string }>(`
    select c.relname as index, a.attname as first from pg_index i
      join pg_class c on c.oid = i.indexrelid
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]`);
  const tables = await client.query<{ table: string }>(
    `select relname as table from pg_class join pg_attribute on attrelid = pg_class.oid
      where relkind = 'r' and relforcerowsecurity and attname = 'partnership_id'`,
  );
  return {
    firstOf: new Map(indexes.rows.map(({ index, first }) => [index, first])),
    ofPartnerships: new Set(tables.rows.map(({ table }) => table)),
  };
}

type Catalogue = Awaited<ReturnType<typeof readCatalogue>>;

/** What is wrong with how a table's rows are found, in one sentence; undefined where nothing is. */
export function faultIn({ table, index, condition }: Scan, { firstOf, ofPartnerships }: Catalogue): string | undefined {
  if (index === undefined) return `${table} is read whole`;
  const first = firstOf.get(index) ?? '';
  if (!new RegExp(`\\b${first}\\b`).test(condition)) return `${table} is looked for in the whole of ${index}`;
  if (ofPartnerships.has(table) && first !== 'partnership_id' && first !== 'account_id')
    return `${table} is found by ${index}, which begins with ${first}`;
  return undefined;
}

import type pg from 'pg';
import { newId } from '../../src/platform/database/ids.ts';
import type { Check, Column, Table } from './catalogue.ts';
import { patternExample } from './pattern-example.ts';

/** A row: values by column, in JSON when it comes from the database. */
export type Row = Record<string, unknown>;

/** What the maker of rows cannot know from the catalogue. */
export interface Planting {
  /** Tells rows of one table apart: it is part of every word. */
  mark: string;
  /** Which of several values that would do is taken: another number, another row. */
  turn: number;
  /** The canary word of a column. */
  word(column: Column): string;
  /** Values that are set by somebody else, such as the case that a record belongs to, or a sealed word. */
  given(column: Column): unknown;
  /** The row of another table that a key points to; `nth` counts the keys of one row that point to the same table. */
  target(table: string, nth: number): Row | undefined;
}

/**
 * Makes and inserts one row of `table`: words in every column that can hold them, keys that follow `planting`, and values that
 * meet every check.
 *
 * @throws {Error} naming the column that it finds no value for
 */
export async function plantRow(client: pg.Client, table: Table, planting: Planting): Promise<Row> {
  const row: Row = {};
  const free: Column[] = [];
  for (const column of table.columns.filter(({ always }) => !always)) {
    const given = planting.given(column);
    if (given === undefined) free.push(column);
    else row[column.name] = given;
  }
  const targets = followKeys(table, planting, row);
  const open = new Map(
    free.map((column) => [column.name, choices(column, targets) ?? candidatesFor(table, column, planting)]),
  );
  for (const check of inOrderOfSize(table.checks)) await meet(client, table, check, row, open, planting.turn);
  for (const [name, candidates] of open) row[name] ??= candidates[0] ?? null;
  return await insert(client, table, row);
}

/** What the columns of keys point to. */
function followKeys(table: Table, planting: Planting, given: Row): Row {
  const values: Row = {};
  const seen = new Map<string, number>();
  for (const key of table.foreignKeys) {
    const nth = seen.get(key.table) ?? 0;
    seen.set(key.table, nth + 1);
    const target = planting.target(key.table, nth);
    const free = [...key.columns.entries()].filter(([, name]) => !(name in given));
    for (const [at, name] of free) values[name] ??= target?.[key.keys[at] ?? ''] ?? null;
  }
  return values;
}

/** What a key points to, or nothing where it may. */
const choices = ({ name, nullable }: Column, targets: Row): unknown[] | undefined =>
  name in targets ? [targets[name], ...(nullable ? [null] : [])] : undefined;

/** Values to try in a column, best first: a word alone, a word in a shape that a check may ask for, a value a check names. */
function candidatesFor(table: Table, column: Column, { word, mark, turn }: Planting): unknown[] {
  const text = `${word(column)}-${table.name.replaceAll('_', '-')}-${column.name.replaceAll('_', '-')}-${mark}`;
  const expressions = table.checks
    .filter(({ columns }) => columns.includes(column.name))
    .map(({ expression }) => expression);
  const literals = expressions.flatMap((expression) =>
    [...expression.matchAll(/'((?:[^']|'')*)'/g)].map((match) => match[1]?.replaceAll("''", "'") ?? ''),
  );
  const shapes = literals.filter((literal) => literal.startsWith('^')).map((pattern) => patternExample(pattern, turn));
  const texts = [text, `/${text}`, `${text}@agency.example`, ...shapes, ...turned(literals, turn)];
  const numbers = expressions.flatMap((expression) =>
    [...expression.matchAll(/\b\d+\b/g)].map((match) => Number(match[0])),
  );
  const values = candidatesOf(column.type, texts, [...new Set(turned([1, 2, 3, 4, 0, ...numbers], turn))]);
  return column.nullable ? [...values, null] : values;
}

const turned = <T>(list: readonly T[], by: number): T[] => [
  ...list.slice(by % list.length),
  ...list.slice(0, by % list.length),
];

function candidatesOf(type: string, texts: readonly string[], numbers: readonly number[]): unknown[] {
  const [word = ''] = texts;
  const element = type.replace(/\[\]$/, '');
  if (type.endsWith('[]')) return [...candidatesOf(element, texts, numbers).map((value) => [value]), []];
  if (element === 'text' || element === 'character varying') return [...texts];
  if (element === 'uuid') return [newId()];
  if (element === 'boolean') return [false, true];
  if (element === 'date') return ['2026-01-05', '2026-12-31'];
  if (element.startsWith('timestamp')) return [new Date(Date.now() + 3_600_000)];
  if (element === 'bytea') return [...new Set([word.length, ...numbers])].map((length) => Buffer.alloc(length, word));
  if (element === 'json' || element === 'jsonb') return [JSON.stringify({ word })];
  if (element === 'inet') return ['127.0.0.1'];
  return [...numbers];
}

/** Simple checks first: what they leave is tried in those that join several columns. */
const inOrderOfSize = (checks: readonly Check[]) => checks.toSorted((a, b) => a.columns.length - b.columns.length);

/** Keeps of `open` only what meets the check, or settles a combination where it joins several columns. */
async function meet(
  client: pg.Client,
  table: Table,
  check: Check,
  row: Row,
  open: Map<string, unknown[]>,
  turn: number,
): Promise<void> {
  const fit = await fitting(client, table, check, combinations(check.columns, row, open));
  const best = fit[turn % fit.length];
  if (!best)
    throw new Error(
      `no value found for ${table.name} (${check.columns.join(', ')}) that meets ${check.expression}: teach test/isolation/rows.ts one`,
    );
  const [only, ...others] = check.columns;
  if (only !== undefined && others.length === 0) {
    if (open.has(only))
      open.set(
        only,
        fit.map((tried) => tried[only]),
      );
    return;
  }
  for (const name of check.columns) {
    if (open.delete(name)) row[name] = best[name];
  }
}

/** Which of `tried` meet the check: the database says, in one question. */
async function fitting(client: pg.Client, table: Table, check: Check, tried: readonly Row[]): Promise<Row[]> {
  const types = new Map(table.columns.map(({ name, type }) => [name, type]));
  const asked = tried.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, asJson(value)])),
  );
  const { rows } = await client.query<{ at: number }>({
    text: `select tried.at from jsonb_array_elements($1::jsonb) with ordinality as tried (value, at)
             cross join lateral jsonb_to_record(tried.value) as one (${check.columns.map((name) => `${name} ${types.get(name)}`).join(', ')})
            where (${check.expression}) is not false`,
    values: [JSON.stringify(asked)],
  });
  const met = new Set(rows.map(({ at }) => at - 1));
  return tried.filter((_, at) => met.has(at));
}

function combinations(columns: readonly string[], row: Row, open: ReadonlyMap<string, unknown[]>): Row[] {
  let all: Row[] = [{}];
  for (const name of columns) {
    const values = open.get(name) ?? [row[name] ?? null];
    all = all.flatMap((tried) => values.map((value) => ({ ...tried, [name]: value }))).slice(0, 2000);
  }
  return all;
}

const asJson = (value: unknown): unknown => {
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`;
  return typeof value === 'string' && value.startsWith('{"') ? (JSON.parse(value) as unknown) : value;
};

/** A partnership has one row that says what it is: that one is written over. */
async function insert(client: pg.Client, table: Table, row: Row): Promise<Row> {
  const names = Object.keys(row);
  const over = `on conflict (partnership_id) do update set ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`;
  const { rows } = await client.query<{ row: Row }>({
    text: `insert into ${table.name} (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})
           ${table.primaryKey.join(' ') === 'partnership_id' ? over : ''} returning to_jsonb(${table.name}.*) as row`,
    values: Object.values(row),
  });
  return rows[0]?.row ?? {};
}

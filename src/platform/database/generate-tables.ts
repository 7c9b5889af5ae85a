import { dirname } from 'node:path';
import type pg from 'pg';
import type { Migration } from './migrate.ts';

interface Column {
  table: string;
  column: string;
  type: string;
  nullable: boolean;
  hasDefault: boolean;
  always: boolean;
  allowed: string[] | null;
}

/**
 * The table types of a migrated schema: for each folder that owns tables, the text of its `tables.generated.ts`.
 *
 * A folder owns the tables that its own migrations make.
 *
 * @returns folder (below `src/`) to text
 */
export async function generateTables(
  client: pg.ClientBase,
  migrations: readonly Migration[],
): Promise<Map<string, string>> {
  const columns = await readColumns(client);
  const byTable = Map.groupBy(columns, (column) => column.table);
  const folders = Map.groupBy(
    [...byTable.keys()].filter((table) => ownerOf(table, migrations)),
    (table) => ownerOf(table, migrations) ?? '',
  );
  return new Map([...folders].map(([folder, tables]) => [folder, fileFor(folder, tables, byTable)]));
}

function ownerOf(table: string, migrations: readonly Migration[]): string | undefined {
  const makes = new RegExp(`^create table ${table} `, 'm');
  const migration = migrations.find(({ sql }) => makes.test(sql));
  return migration && dirname(dirname(migration.path));
}

async function readColumns(client: pg.ClientBase): Promise<Column[]> {
  const { rows } = await client.query<Column & { check: string | null }>(`
    select c.relname as "table", a.attname as "column", format_type(a.atttypid, null) as type, not a.attnotnull as nullable,
           (a.atthasdef or a.attidentity <> '') as "hasDefault", a.attidentity = 'a' or a.attgenerated <> '' as always,
           (select pg_get_constraintdef(k.oid) from pg_constraint k
             where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum] and pg_get_constraintdef(k.oid) like '%= ANY (ARRAY[%' limit 1) as check
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
     order by c.relname, a.attnum`);
  return rows.map(({ check, ...column }) => ({
    ...column,
    allowed: check === null ? null : [...check.matchAll(/'([^']*)'::text/g)].map((match) => match[1] ?? ''),
  }));
}

const scalar: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  'character varying': 'string',
  inet: 'string',
  xid8: 'string',
  boolean: 'boolean',
  smallint: 'number',
  integer: 'number',
  bigint: 'number',
  'double precision': 'number',
  numeric: 'string',
  bytea: 'Buffer',
  date: 'PlainDate',
  'timestamp with time zone': 'Date',
  jsonb: 'unknown',
  json: 'unknown',
};

function typeOf({ type, nullable, hasDefault, always, allowed, table, column }: Column): string {
  const element = type.replace(/\[\]$/, '');
  const known = allowed?.length ? allowed.map((value) => `'${value}'`).join(' | ') : scalar[element];
  if (!known) throw new Error(`no TypeScript type for ${type} of ${table}.${column}`);
  const whole = `${type.endsWith('[]') ? `${known.includes('|') ? `(${known})` : known}[]` : known}${nullable ? ' | null' : ''}`;
  if (always) return `GeneratedAlways<${whole}>`;
  return hasDefault ? `Generated<${whole}>` : whole;
}

function fileFor(folder: string, tables: string[], byTable: Map<string, Column[]>): string {
  const bodies = tables.map((table) => {
    const lines = (byTable.get(table) ?? []).map((column) => `  ${column.column}: ${typeOf(column)};`);
    return `export interface ${pascal(table)}Table {\n${lines.join('\n')}\n}\n`;
  });
  const text = bodies.join('\n');
  const up = '../'.repeat(folder.split('/').length);
  const kysely = ['Generated', 'GeneratedAlways'].filter((name) => text.includes(`${name}<`));
  return [
    '// Generated from the migrated schema by `npm run types`. Do not edit.',
    ...(kysely.length ? [`import type { ${kysely.join(', ')} } from 'kysely';`] : []),
    ...(text.includes('PlainDate') ? [`import type { PlainDate } from '${up}platform/calendar/plain-date.ts';`] : []),
    '',
    text,
    `declare module '${up}platform/database/tables.ts' {`,
    '  interface Tables {',
    ...tables.map((table) => `    ${table}: ${pascal(table)}Table;`),
    '  }',
    '}',
    '',
  ].join('\n');
}

const pascal = (name: string) =>
  name
    .split('_')
    .map((part) => part.slice(0, 1).toUpperCase() + part.slice(1))
    .join('');

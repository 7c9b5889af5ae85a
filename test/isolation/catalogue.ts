import type pg from 'pg';

/** What the database itself says of its tables: the proofs are made from it, so that a new table is in them by itself. */
export interface Table {
  name: string;
  columns: readonly Column[];
  primaryKey: readonly string[];
  foreignKeys: readonly ForeignKey[];
  checks: readonly Check[];
  /** Whose rows these are: a partnership's; identity (accounts and what is theirs); or public facts, the same for everyone. */
  kind: 'partnership' | 'identity' | 'public';
}

export interface Column {
  name: string;
  type: string;
  nullable: boolean;
  hasDefault: boolean;
  /** The database writes it and nobody else may. */
  always: boolean;
  /** P0 to P4, or null where a migration forgot it: another test tells. */
  class: string | null;
}

export interface ForeignKey {
  columns: readonly string[];
  table: string;
  /** The columns there, in the order of `columns`. */
  keys: readonly string[];
}

export interface Check {
  name: string;
  columns: readonly string[];
  /** SQL over the columns. */
  expression: string;
}

export interface Policy {
  table: string;
  name: string;
  using: string | null;
  withCheck: string | null;
}

/** Every table of the schema but the list of migrations; those that others refer to come first. */
export async function readTables(client: pg.ClientBase): Promise<Table[]> {
  const columns = await read<Column & { table: string }>(client, columnsSql);
  const keys = await read<{
    table: string;
    kind: string;
    name: string;
    columns: string[];
    to: string;
    keys: string[];
    expression: string;
  }>(client, constraintsSql);
  const columnsOf = Map.groupBy(columns, ({ table }) => table);
  const keysOf = Map.groupBy(keys, ({ table }) => table);
  const tables = [...columnsOf].map(([name, own]): Table => {
    const ofKind = (kind: string) => (keysOf.get(name) ?? []).filter((key) => key.kind === kind);
    return {
      name,
      columns: own,
      primaryKey: ofKind('p')[0]?.columns ?? [],
      foreignKeys: ofKind('f').map((key) => ({ columns: key.columns, table: key.to, keys: key.keys })),
      checks: ofKind('c'),
      kind: kindOf(own),
    };
  });
  return inOrder(tables);
}

/** Whether its rows are of restricted records. */
export const isOfCase = ({ kind, columns }: Table): boolean =>
  kind === 'partnership' && columns.some(({ name }) => name === 'case_id');

/** A partnership's slug and its identifier are public facts; everything else that names a partnership belongs to it. */
function kindOf(columns: readonly Column[]): Table['kind'] {
  if (columns.every((column) => column.class === 'P0') && columns[0]?.name !== 'partnership_id') return 'public';
  return columns[0]?.name === 'partnership_id' ? 'partnership' : 'identity';
}

const read = async <Row extends object>(client: pg.ClientBase, sql: string) => (await client.query<Row>(sql)).rows;

const columnsSql = `
  select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type, not a.attnotnull as nullable,
         a.atthasdef as "hasDefault", a.attidentity = 'a' or a.attgenerated <> '' as always, col_description(c.oid, a.attnum) as class
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'migration'
   order by c.relname, a.attnum`;

const constraintsSql = `
  select k.conrelid::regclass::text as table, k.contype::text as kind, k.conname as name, k.confrelid::regclass::text as to,
         pg_get_expr(k.conbin, k.conrelid) as expression,
         (select coalesce(json_agg(a.attname order by n.at), '[]') from unnest(k.conkey) with ordinality n (attnum, at)
            join pg_attribute a on a.attrelid = k.conrelid and a.attnum = n.attnum) as columns,
         (select coalesce(json_agg(a.attname order by n.at), '[]') from unnest(k.confkey) with ordinality n (attnum, at)
            join pg_attribute a on a.attrelid = k.confrelid and a.attnum = n.attnum) as keys
    from pg_constraint k join pg_class c on c.oid = k.conrelid
   where k.connamespace = 'public'::regnamespace and k.contype in ('p', 'f', 'c') and not c.relispartition
   order by k.conrelid, k.conname`;

/** Tables after those they must refer to. @throws {Error} where tables refer to each other in a ring of columns that are not null */
function inOrder(tables: readonly Table[]): Table[] {
  const placed = new Set<string>();
  const left = [...tables];
  const ready = (table: Table) => table.foreignKeys.every((key) => key.table === table.name || placed.has(key.table));
  while (left.length) {
    const next = left.findIndex(ready);
    const [table] = left.splice(next, 1);
    if (next < 0 || !table)
      throw new Error(`tables refer to each other in a ring: ${left.map(({ name }) => name).join(', ')}`);
    placed.add(table.name);
  }
  const order = [...placed];
  return tables.toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
}

/** Every row policy. */
export const readPolicies = (client: pg.ClientBase): Promise<Policy[]> =>
  read<Policy>(
    client,
    `select tablename as table, policyname as name, qual as using, with_check as "withCheck" from pg_policies where schemaname = 'public' order by 1, 2`,
  );

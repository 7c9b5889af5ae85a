import type pg from 'pg';
import { sharedTables } from './shared-tables.ts';

/** One rule about the database as it stands: `sql` gives what breaks it, one name a row. */
interface Rule {
  says: string;
  sql: string;
}

/** How a policy may decide, and for which tables, where it is not for all. No policy has a query of its own. */
const predicates: readonly { text: string; tables?: readonly string[] }[] = [
  { text: '(partnership_id = in_partnership())' },
  { text: '((partnership_id = in_partnership()) AND (case_id = ANY (in_cases())))' },
  { text: '((partnership_id = in_partnership()) OR (account_id = in_account()))', tables: ['membership'] },
  {
    text: '((partnership_id = in_partnership()) AND ((case_id = ANY (in_cases())) OR (person_id = in_person())))',
    tables: ['case_team', 'case_conflict'],
  },
  {
    text: "((partnership_id = in_partnership()) AND ((case_id = ANY (in_cases())) OR (in_person() = '00000000-0000-0000-0000-000000000000'::uuid)))",
    tables: ['case_key'],
  },
  {
    text: "((partnership_id = in_partnership()) AND ((case_id IS NULL) OR (case_id = ANY (in_cases())) OR (in_person() = '00000000-0000-0000-0000-000000000000'::uuid)))",
    tables: ['trail_entry'],
  },
  {
    text: '((partnership_id = in_partnership()) AND ((author_id = in_person()) OR (in_person() = ANY (shown_to))))',
    tables: ['scrutiny_line', 'scrutiny_note'],
  },
  {
    text: '((partnership_id = in_partnership()) AND ((author_id = in_person()) OR (in_person() = ANY (shown_to)) OR (issued_on IS NOT NULL)))',
    tables: ['scrutiny_report', 'scrutiny_comment'],
  },
];

/** Functions that act with more right than whoever calls them: each is a door in the wall. */
export const definers: readonly string[] = ['trail_change()', 'trail_act(text,text,jsonb,jsonb)'];

/** Indexes of restricted records that answer another question than "what is in these cases?". */
const acrossCases: readonly string[] = ['case_team_of_person', 'case_key_by_partnership_key'];

/** What everyone may call: they read who asks. */
const openToAll: readonly string[] = ['in_account()', 'in_cases()', 'in_partnership()', 'in_person()'];

const list = (values: readonly string[]) =>
  `array[${values.map((value) => `'${value.replaceAll("'", "''")}'`).join(', ')}]::text[]`;

const predicateList = predicates
  .flatMap(({ text, tables }) => (tables ?? ['*']).map((table) => `('${text.replaceAll("'", "''")}', '${table}')`))
  .join(', ');

/** What every rule can read: our tables, whose they are, and their columns, keys and policies. */
const common = `
  with tables as (
    select c.oid, c.relname::text as name, c.relowner, c.relrowsecurity, c.relforcerowsecurity, c.relname = any (${list(sharedTables)}) as shared,
           c.relowner = 'concordat_trail'::regrole as of_trail,
           exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'case_id' and a.attnotnull) as of_case
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')),
  columns as (
    select t.name as table_name, t.of_case, a.attrelid, a.attnum, a.attname::text as name, a.attnotnull, format_type(a.atttypid, a.atttypmod) as type,
           col_description(a.attrelid, a.attnum) as class
      from tables t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped),
  keys as (
    select t.name as table_name, t.shared, t.of_case, i.indexrelid::regclass::text as name, i.indisprimary, i.indisunique,
           (select array_agg(coalesce(a.attname::text, '') order by k.at) from unnest(i.indkey::int2[]) with ordinality k (attnum, at)
              left join pg_attribute a on a.attrelid = t.oid and a.attnum = k.attnum) as columns
      from tables t join pg_index i on i.indrelid = t.oid),
  links as (
    select t.name as table_name, t.shared, t.of_case, f.conname::text as name, o.name as other, o.shared as other_shared, o.of_case as other_of_case,
           (select array_agg(a.attname::text order by k.at) from unnest(f.conkey) with ordinality k (attnum, at)
              join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.attnum) as columns,
           (select array_agg(a.attname::text order by k.at) from unnest(f.confkey) with ordinality k (attnum, at)
              join pg_attribute a on a.attrelid = f.confrelid and a.attnum = k.attnum) as other_columns
      from tables t join pg_constraint f on f.conrelid = t.oid and f.contype = 'f' join tables o on o.oid = f.confrelid),
  policies as (
    select t.name as table_name, p.polname::text as name, p.polcmd, p.polpermissive, p.polroles,
           pg_get_expr(p.polqual, p.polrelid) as using_, pg_get_expr(p.polwithcheck, p.polrelid) as check_
      from tables t join pg_policy p on p.polrelid = t.oid),
  predicates (text, table_name) as (values ${predicateList}),
  functions as (
    select p.oid, p.oid::regprocedure::text as name, p.prosecdef, p.proowner, p.proconfig, p.prokind,
           exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g where g.grantee = 0) as open_to_all
      from pg_proc p where p.pronamespace = 'public'::regnamespace),
  granted as (
    select n.nspname || '.' || c.relname as name, c.relname::text as table_name, g.privilege_type as right_, g.grantee
      from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('public', 'pgboss'),
           aclexplode(c.relacl) g)`;

const ours = 'not shared and not of_trail';

const rowSecurity: readonly Rule[] = [
  {
    says: 'a table is in the list of shared tables and not in the database',
    sql: `select unnest(${list(sharedTables)}) except select name from tables`,
  },
  {
    says: 'a table that is not in the list of shared tables must begin with partnership_id',
    sql: `select name from tables t where not shared and not exists (
            select from columns c where c.attrelid = t.oid and c.attnum = 1 and c.name = 'partnership_id' and c.type = 'uuid' and c.attnotnull)`,
  },
  { says: 'row security must be enabled', sql: 'select name from tables where not shared and not relrowsecurity' },
  {
    says: 'row security must be forced, for the owner too',
    sql: 'select name from tables where not shared and not relforcerowsecurity',
  },
  {
    says: 'a table must have a policy',
    sql: 'select name from tables t where not shared and not exists (select from policies p where p.table_name = t.name)',
  },
  {
    says: 'a command may have one policy at most',
    sql: `select distinct a.table_name from policies a join policies b on a.table_name = b.table_name and a.name < b.name
           where a.polcmd = b.polcmd or a.polcmd = '*' or b.polcmd = '*'`,
  },
  {
    says: 'a policy must be permissive',
    sql: `select table_name || ': ' || name from policies where not polpermissive`,
  },
  {
    says: 'a policy must be for every role',
    sql: `select table_name || ': ' || name from policies where polroles <> '{0}'`,
  },
  {
    says: 'a policy must say what is seen and what may be written',
    sql: `select table_name || ': ' || name from policies where (using_ is null and polcmd <> 'a') or (check_ is null and polcmd in ('a', 'w', '*'))`,
  },
  {
    says: 'a policy must decide in one of the known ways',
    sql: `select p.table_name || ': ' || decides from policies p, unnest(array[using_, check_]) as decides
           where decides is not null and not exists (
             select from predicates k where k.text = decides and k.table_name in ('*', p.table_name))`,
  },
  {
    says: 'a table of cases must admit only the cases of the scope',
    sql: `select t.name from tables t join policies p on p.table_name = t.name where t.of_case and not t.shared and p.using_ not like '%in_cases()%'`,
  },
  {
    says: 'a table of an author must be seen by the author and those it is shown to',
    sql: `select distinct p.table_name from policies p join columns c on c.table_name = p.table_name and c.name = 'shown_to'
           where p.using_ not like '%author_id = in_person()%' or p.check_ not like '%author_id = in_person()%'`,
  },
];

const keysAndIndexes: readonly Rule[] = [
  {
    says: 'a table must have a primary key',
    sql: 'select name from tables t where not exists (select from keys k where k.table_name = t.name and k.indisprimary)',
  },
  {
    says: 'a primary or unique key must begin with partnership_id',
    sql: `select table_name || ': ' || name from keys where indisunique and not shared and columns[1] <> 'partnership_id'`,
  },
  {
    says: 'a key or index of a table of cases must go on with case_id',
    sql: `select table_name || ': ' || name from keys
           where of_case and not shared and columns[1:2] <> '{partnership_id,case_id}' and not name = any (${list(acrossCases)})`,
  },
  {
    says: 'a foreign key must begin with partnership_id on both sides',
    sql: `select table_name || ': ' || name from links where not other_shared and (columns[1] <> 'partnership_id' or other_columns[1] <> 'partnership_id')`,
  },
  {
    says: 'a foreign key between tables of cases must go on with case_id on both sides',
    sql: `select table_name || ': ' || name from links
           where of_case and other_of_case and not other_shared and (columns[2] is distinct from 'case_id' or other_columns[2] is distinct from 'case_id')`,
  },
  {
    says: 'a shared table must not refer to a partnership’s',
    sql: `select table_name || ': ' || name from links where shared and not other_shared`,
  },
];

const whatTablesSay: readonly Rule[] = [
  {
    says: 'every change of a row must be written to the trail',
    sql: `select name from tables t where ${ours} and not exists (
            select from pg_trigger g where g.tgrelid = t.oid and g.tgname = 'trail' and g.tgenabled in ('O', 'A') and g.tgtype = 29
               and g.tgqual is null and g.tgattr = '' and g.tgfoid = to_regprocedure('trail_change()'))`,
  },
  {
    says: 'the trail must name a row by its primary key',
    sql: `select t.name from tables t join pg_trigger g on g.tgrelid = t.oid and g.tgname = 'trail' join keys k on k.table_name = t.name and k.indisprimary
           where split_part(encode(g.tgargs, 'escape'), '\\000', 1) <>
                 array_to_string(case when cardinality(k.columns) = 1 then k.columns else array_remove(k.columns, 'partnership_id') end, ',')`,
  },
  {
    says: 'the trail must leave out protected fields and secrets',
    sql: `select t.name from tables t join pg_trigger g on g.tgrelid = t.oid and g.tgname = 'trail'
           where split_part(encode(g.tgargs, 'escape'), '\\000', 2) <> coalesce(
                 (select string_agg(c.name, ',' order by c.attnum) from columns c where c.attrelid = t.oid and c.class in ('P3', 'P4')), '')`,
  },
  {
    says: 'a table that leaves a trail must refuse to be truncated',
    sql: `select name from tables t where not shared and not exists (
            select from pg_trigger g where g.tgrelid = t.oid and g.tgenabled in ('O', 'A') and g.tgtype = 34 and g.tgfoid = to_regprocedure('refuse_truncate()'))`,
  },
  {
    says: 'a table must say what becomes of its rows',
    sql: `select name from tables where name <> 'migration' and coalesce(obj_description(oid, 'pg_class'), '') !~ '^(REVIEW|ARCHIVE|ANONYMISE|DESTROY|KEEP): .{5}'`,
  },
  {
    says: 'a column must have a protection class, P0 to P4',
    sql: `select table_name || '.' || name from columns where table_name <> 'migration' and coalesce(class, '') !~ '^P[0-4]$'`,
  },
  {
    says: 'words of a restricted record must be sealed',
    sql: `select table_name || '.' || name from columns where of_case and class in ('P2', 'P3') and type not in ('bytea', 'uuid', 'date', 'timestamp with time zone', 'boolean', 'integer')`,
  },
  {
    says: 'words of an author must be left out of the trail',
    sql: `select c.table_name || '.' || c.name from columns c join columns s on s.table_name = c.table_name and s.name = 'shown_to'
           where c.type in ('text', 'jsonb', 'uuid[]') and c.class not in ('P3', 'P4')`,
  },
  {
    says: 'a name must be lower case with underscores, 50 letters at most, and no word of SQL’s',
    sql: `select name from tables where name !~ '^[a-z][a-z0-9_]{0,49}$' or name in (select word from pg_get_keywords() where catcode in ('R', 'T'))
          union all
          select table_name || '.' || name from columns
           where name !~ '^[a-z][a-z0-9_]{0,49}$' or name in (select word from pg_get_keywords() where catcode in ('R', 'T'))`,
  },
  {
    says: 'a column must be of a kind that means the same everywhere',
    sql: `select table_name || '.' || name from columns
           where type in ('timestamp without time zone', 'time without time zone', 'time with time zone', 'money', 'json', 'real', 'oid') or type like 'character%'`,
  },
];

const rightsAndDoors: readonly Rule[] = [
  {
    says: 'a view must see with the rights of whoever asks',
    sql: `select relname::text from pg_class where relnamespace = 'public'::regnamespace and relkind = 'v' and not coalesce(reloptions, '{}') @> '{security_invoker=true}'`,
  },
  {
    says: 'no copy of rows may stand outside row security',
    sql: `select relname::text from pg_class where relnamespace = 'public'::regnamespace and relkind in ('m', 'f')`,
  },
  {
    says: 'a partition must be reached through its table alone',
    sql: `select g.name || ': ' || g.right_ from granted g join pg_class c on c.oid = g.name::regclass and c.relispartition where g.grantee = 'concordat_app'::regrole and g.name like 'public.%'`,
  },
  {
    says: 'a function with rights of its own must be in the list',
    sql: `select name from functions where prosecdef and not name = any (${list(definers)})`,
  },
  {
    says: 'a function with rights of its own must fix where it looks things up',
    sql: `select name from functions where prosecdef and not exists (select from unnest(proconfig) s where s like 'search_path=pg_catalog, %')`,
  },
  {
    says: 'a function must not be open to everyone',
    sql: `select name from functions where open_to_all and not name = any (${list(openToAll)})`,
  },
  {
    says: 'a table or function must belong to the owner or the trail',
    sql: `select name from tables where relowner not in ('concordat_owner'::regrole, 'concordat_trail'::regrole)
          union all select name from functions where proowner not in ('concordat_owner'::regrole, 'concordat_trail'::regrole)`,
  },
  { says: 'nothing may be granted to everyone', sql: `select name || ': ' || right_ from granted where grantee = 0` },
  {
    says: 'nothing may be granted to everyone or to the application before it is made',
    sql: `select defaclobjtype::text || ' in ' || coalesce(n.nspname, 'every schema') from pg_default_acl d left join pg_namespace n on n.oid = d.defaclnamespace,
                 aclexplode(d.defaclacl) g where g.grantee in (0, 'concordat_app'::regrole)`,
  },
  {
    says: 'the application may read and change rows, and nothing else of a table',
    sql: `select name || ': ' || right_ from granted where grantee = 'concordat_app'::regrole and right_ not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE', 'USAGE')`,
  },
  {
    says: 'the application must not write the trail',
    sql: `select g.name || ': ' || g.right_ from granted g join tables t on t.name = g.table_name and t.of_trail
           where g.grantee = 'concordat_app'::regrole and not (g.right_ = 'SELECT' or (t.name = 'trail_seal' and g.right_ = 'INSERT'))`,
  },
  {
    says: 'the application must own nothing',
    sql: `select pg_describe_object(classid, objid, objsubid) from pg_shdepend
           where refclassid = 'pg_authid'::regclass and refobjid = 'concordat_app'::regrole and deptype = 'o'
             and dbid in (0, (select oid from pg_database where datname = current_database()))`,
  },
  {
    says: 'only the owner, and the queue in its own schema, may make anything',
    sql: `select nspname || ': ' || role_ from pg_namespace, unnest(array['concordat_app', 'concordat_trail', 'concordat_backup']) role_
           where nspname !~ '^pg_(toast|temp)' and nspname <> 'information_schema' and has_schema_privilege(role_, oid, 'create')
          union all
          select 'database: ' || role_ from unnest(array['concordat_app', 'concordat_trail', 'concordat_backup', 'concordat_jobs']) role_
           where has_database_privilege(role_, current_database(), 'create') or has_database_privilege(role_, current_database(), 'temporary')`,
  },
];

export const rules: readonly Rule[] = [...rowSecurity, ...keysAndIndexes, ...whatTablesSay, ...rightsAndDoors];

const everyRule = `${common}
  ${rules.map(({ sql }, at) => `select ${at} as at, broken.what::text from (${sql}) as broken (what)`).join('\n  union all\n  ')}
  order by at, what`;

/** Everything in the database that breaks a rule: `rule: what`, in the order of the rules. */
export async function lintCatalogue(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ at: number; what: string }>(everyRule);
  return rows.map(({ at, what }) => `${rules[at]?.says}: ${what}`);
}

import type pg from 'pg';
import { expect } from 'vitest';
import { withClient } from '../../src/platform/database/connection.ts';
import { test } from '../harness/house.ts';
import { definers, lintCatalogue, rules } from './catalogue.ts';

test('the database keeps every rule', async ({ house }) => {
  expect(await withClient(house.connections.superuser, lintCatalogue)).toEqual([]);
});

test('at most five functions have rights of their own', () => {
  expect(definers.length).toBeLessThanOrEqual(5);
});

/** A good table of a partnership and a good table of restricted records, as a migration makes them. */
const goodTables = `
  create table visit (
    partnership_id uuid not null references partnership,
    id uuid not null,
    agency_id uuid not null,
    account_id uuid references account,
    state text not null,
    primary key (partnership_id, id),
    unique (partnership_id, agency_id),
    foreign key (partnership_id, agency_id) references agency
  );
  call belongs_to_partnership('visit');
  call classify('visit', 'P1', 'partnership_id', 'id', 'agency_id', 'account_id', 'state');
  call retain('visit', 'REVIEW', 'six years after the visit');
  grant select, insert, update, delete on visit to concordat_app;
  create table panel_note (
    partnership_id uuid not null references partnership,
    case_id uuid not null,
    id uuid not null,
    words_sealed bytea not null,
    address_sealed bytea,
    primary key (partnership_id, case_id, id)
  );
  call belongs_to_case('panel_note');
  call classify('panel_note', 'P1', 'partnership_id', 'case_id', 'id');
  call classify('panel_note', 'P2', 'words_sealed');
  call classify('panel_note', 'P3', 'address_sealed');
  call retain('panel_note', 'REVIEW', 'with the case');
  grant select, insert on panel_note to concordat_app;`;

/** Does `statements` as the owner on top of the good tables, lints, and takes it all back. */
async function lintAfter(client: pg.Client, statements: string): Promise<string[]> {
  await client.query('begin');
  try {
    await client.query('set local role concordat_owner');
    await client.query(goodTables);
    await client.query(statements);
    await client.query('reset role');
    return await lintCatalogue(client);
  } finally {
    await client.query('rollback');
  }
}

const asSuperuser = (statements: string) => `reset role; ${statements}`;

const row = (name: string, more: string) => `create table ${name} (partnership_id uuid not null, ${more})`;
const dressed = (name: string, ...columns: string[]) =>
  `call belongs_to_partnership('${name}'); call retain('${name}', 'KEEP', 'for a test');
   call classify('${name}', 'P1', 'partnership_id', ${columns.map((column) => `'${column}'`).join(', ')})`;

/** For each rule, what breaks it, and everything that must then be found. */
const planted: readonly (readonly [statements: string, ...found: string[]])[] = [
  [
    `create table stray (id uuid primary key); call classify('stray', 'P1', 'id'); call retain('stray', 'KEEP', 'for a test')`,
    'a table that is not in the list of shared tables must begin with partnership_id: stray',
    'row security must be enabled: stray',
    'row security must be forced, for the owner too: stray',
    'a table must have a policy: stray',
    'a primary or unique key must begin with partnership_id: stray: stray_pkey',
    'every change of a row must be written to the trail: stray',
    'a table that leaves a trail must refuse to be truncated: stray',
  ],
  ['drop table form_use', 'a table is in the list of shared tables and not in the database: form_use'],
  ['alter table visit disable row level security', 'row security must be enabled: visit'],
  ['alter table visit no force row level security', 'row security must be forced, for the owner too: visit'],
  ['drop policy own_partnership on visit', 'a table must have a policy: visit'],
  [
    'create policy second on visit for select using (partnership_id = in_partnership())',
    'a command may have one policy at most: visit',
  ],
  [
    `drop policy own_partnership on visit;
     create policy own_partnership on visit as restrictive using (partnership_id = in_partnership()) with check (partnership_id = in_partnership())`,
    'a policy must be permissive: visit: own_partnership',
  ],
  ['alter policy own_partnership on visit to concordat_app', 'a policy must be for every role: visit: own_partnership'],
  [
    `drop policy own_partnership on visit; create policy own_partnership on visit using (partnership_id = in_partnership())`,
    'a policy must say what is seen and what may be written: visit: own_partnership',
  ],
  ['alter policy own_partnership on visit using (true)', 'a policy must decide in one of the known ways: visit: true'],
  [
    'alter policy own_partnership on visit using (partnership_id = (select in_partnership()))',
    'a policy must decide in one of the known ways: visit: (partnership_id = ( SELECT in_partnership() AS in_partnership))',
  ],
  [
    'alter policy own_partnership on visit using (partnership_id = in_partnership() or account_id = in_account())',
    'a policy must decide in one of the known ways: visit: ((partnership_id = in_partnership()) OR (account_id = in_account()))',
  ],
  [
    'alter policy case_team on panel_note using (partnership_id = in_partnership()) with check (partnership_id = in_partnership())',
    'a table of cases must admit only the cases of the scope: panel_note',
  ],
  [
    `alter policy author_until_issued on scrutiny_note using (partnership_id = in_partnership()) with check (partnership_id = in_partnership())`,
    'a table of an author must be seen by the author and those it is shown to: scrutiny_note',
  ],
  [
    `call classify('scrutiny_note', 'P1', 'title')`,
    'words of an author must be left out of the trail: scrutiny_note.title',
  ],
  ['alter table visit drop constraint visit_pkey', 'a table must have a primary key: visit'],
  ['alter table visit add unique (id)', 'a primary or unique key must begin with partnership_id: visit: visit_id_key'],
  [
    'create unique index visit_once on visit (lower(state))',
    'a primary or unique key must begin with partnership_id: visit: visit_once',
  ],
  [
    'create index panel_note_by_id on panel_note (partnership_id, id)',
    'a key or index of a table of cases must go on with case_id: panel_note: panel_note_by_id',
  ],
  [
    `alter table agency add unique (id); alter table visit add constraint visit_loose foreign key (agency_id) references agency (id)`,
    'a primary or unique key must begin with partnership_id: agency: agency_id_key',
    'a foreign key must begin with partnership_id on both sides: visit: visit_loose',
  ],
  [
    `alter table panel_note add unique (partnership_id, id);
     alter table panel_note add constraint note_loose foreign key (partnership_id, id) references panel_note (partnership_id, id)`,
    'a key or index of a table of cases must go on with case_id: panel_note: panel_note_partnership_id_id_key',
    'a foreign key between tables of cases must go on with case_id on both sides: panel_note: note_loose',
  ],
  [
    `alter table account add partnership_id uuid constraint account_reaches_in references partnership; call classify('account', 'P1', 'partnership_id')`,
    'a shared table must not refer to a partnership’s: account: account_reaches_in',
  ],
  ['drop trigger trail on visit', 'every change of a row must be written to the trail: visit'],
  ['alter table visit disable trigger trail', 'every change of a row must be written to the trail: visit'],
  [
    `create or replace trigger trail after insert or update of state or delete on visit for each row execute function trail_change('id', '')`,
    'every change of a row must be written to the trail: visit',
  ],
  [
    `create or replace trigger trail after insert or update or delete on visit for each row when (false) execute function trail_change('id', '')`,
    'every change of a row must be written to the trail: visit',
  ],
  [
    `create or replace trigger trail after insert or update or delete on visit for each row execute function trail_change('agency_id', '')`,
    'the trail must name a row by its primary key: visit',
  ],
  [
    `create or replace trigger trail after insert or update or delete on panel_note for each row execute function trail_change('case_id,id', '')`,
    'the trail must leave out protected fields and secrets: panel_note',
  ],
  ['drop trigger trail_truncate on visit', 'a table that leaves a trail must refuse to be truncated: visit'],
  ['comment on table visit is null', 'a table must say what becomes of its rows: visit'],
  [`comment on table visit is 'SHRED: at once'`, 'a table must say what becomes of its rows: visit'],
  ['alter table visit add told text', 'a column must have a protection class, P0 to P4: visit.told'],
  [`comment on column visit.state is 'P7'`, 'a column must have a protection class, P0 to P4: visit.state'],
  [
    `alter table panel_note add words text; call classify('panel_note', 'P2', 'words')`,
    'words of a restricted record must be sealed: panel_note.words',
  ],
  [
    `alter table visit add "When" date; call classify('visit', 'P1', 'When')`,
    'a name must be lower case with underscores, 50 letters at most, and no word of SQL’s: visit.When',
  ],
  [
    `${row('"order"', 'primary key (partnership_id)')}; call belongs_to_partnership('order'); call retain('order', 'KEEP', 'for a test'); call classify('order', 'P1', 'partnership_id')`,
    'a name must be lower case with underscores, 50 letters at most, and no word of SQL’s: order',
  ],
  [
    `${row('v', 'at timestamp, words varchar(20), primary key (partnership_id)')}; ${dressed('v', 'at', 'words')}`,
    'a column must be of a kind that means the same everywhere: v.at',
    'a column must be of a kind that means the same everywhere: v.words',
  ],
  ['create view visits as select * from visit', 'a view must see with the rights of whoever asks: visits'],
  ['create materialized view visits as select * from visit', 'no copy of rows may stand outside row security: visits'],
  [
    `create table visited (partnership_id uuid not null, id uuid not null, primary key (partnership_id, id)) partition by hash (partnership_id);
     ${dressed('visited', 'id')};
     create table visited_0 partition of visited for values with (modulus 1, remainder 0); grant select on visited_0 to concordat_app`,
    'row security must be enabled: visited_0',
    'row security must be forced, for the owner too: visited_0',
    'a table must have a policy: visited_0',
    'a table that leaves a trail must refuse to be truncated: visited_0',
    'a table must say what becomes of its rows: visited_0',
    'a column must have a protection class, P0 to P4: visited_0.id',
    'a column must have a protection class, P0 to P4: visited_0.partnership_id',
    'a partition must be reached through its table alone: public.visited_0: SELECT',
  ],
  [
    `create function everything() returns bigint language sql security definer set search_path = pg_catalog, public as 'select count(*) from visit';
     revoke execute on function everything() from public`,
    'a function with rights of its own must be in the list: everything()',
  ],
  [
    asSuperuser('alter function trail_change() reset search_path'),
    'a function with rights of its own must fix where it looks things up: trail_change()',
  ],
  [
    asSuperuser('grant execute on function trail_act(text, text, jsonb, jsonb) to public'),
    'a function must not be open to everyone: trail_act(text,text,jsonb,jsonb)',
  ],
  [
    'create function helper() returns integer language sql return 1',
    'a function must not be open to everyone: helper()',
  ],
  [
    asSuperuser('alter table visit owner to postgres'),
    'a table or function must belong to the owner or the trail: visit',
  ],
  ['grant select on visit to public', 'nothing may be granted to everyone: public.visit: SELECT'],
  [
    asSuperuser('grant usage on sequence trail_entry_id_seq to public'),
    'nothing may be granted to everyone: public.trail_entry_id_seq: USAGE',
  ],
  [
    'alter default privileges in schema public grant select on tables to concordat_app',
    'nothing may be granted to everyone or to the application before it is made: r in public',
  ],
  ...['truncate', 'references', 'trigger'].map(
    (right) =>
      [
        `grant ${right} on visit to concordat_app`,
        `the application may read and change rows, and nothing else of a table: public.visit: ${right.toUpperCase()}`,
      ] as const,
  ),
  [
    asSuperuser('grant truncate on pgboss.job to concordat_app'),
    'the application may read and change rows, and nothing else of a table: pgboss.job: TRUNCATE',
  ],
  [
    asSuperuser('grant insert on trail_entry to concordat_app'),
    'the application must not write the trail: public.trail_entry: INSERT',
  ],
  [
    asSuperuser('grant delete on trail_seal to concordat_app'),
    'the application must not write the trail: public.trail_seal: DELETE',
  ],
  [
    asSuperuser('alter function in_cases() owner to concordat_app'),
    'a table or function must belong to the owner or the trail: in_cases()',
    'the application must own nothing: function in_cases()',
  ],
  [
    'grant create on schema public to concordat_app',
    'only the owner, and the queue in its own schema, may make anything: public: concordat_app',
  ],
];

test('a good table breaks no rule', async ({ house }) => {
  await withClient(house.connections.superuser, async (client) => {
    expect(await lintAfter(client, 'select 1')).toEqual([]);
  });
});

test('whatever breaks a rule is found, by that rule and by no other', async ({ house }) => {
  await withClient(house.connections.superuser, async (client) => {
    const before = new Set(await lintAfter(client, 'select 1'));
    for (const [statements, ...expected] of planted) {
      const found = (await lintAfter(client, statements)).filter((what) => !before.has(what));
      expect.soft(found.toSorted(), statements).toEqual(expected.toSorted());
    }
  });
});

test('every rule has been seen to find something', () => {
  const seen = planted.flatMap(([, ...found]) => found);
  expect(
    rules.filter(({ says }) => !seen.some((found) => found.startsWith(`${says}: `))).map(({ says }) => says),
  ).toEqual([]);
});

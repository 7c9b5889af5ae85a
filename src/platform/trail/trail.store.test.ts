import { sql } from 'kysely';
import { expect } from 'vitest';
import { type House, test } from '../../../test/harness/house.ts';
import { withClient } from '../database/connection.ts';
import type { Scope } from '../database/database.ts';
import { newId } from '../database/ids.ts';
import { acted, historyOf, looksAt, viewed, whereIHaveBeen } from './trail.store.ts';

const matching = (pattern: RegExp): unknown => expect.stringMatching(pattern);

const asSuperuser = (house: House, statement: string) =>
  withClient(house.connections.superuser, (client) => client.query(statement));

const rename = (name: string) => (scope: Scope) =>
  scope.db.updateTable('person').set({ name }).where('id', '=', scope.person).execute();

const namesOf = (scope: Scope) => scope.db.selectFrom('person').select('name').execute();

test('the application can neither write, change nor get around the trail', async ({ house }) => {
  const who = await house.person(house.dunmere, 'business-manager');
  const statements = [
    `insert into trail_entry (partnership_id, act, record, record_key) values (in_partnership(), 'view', 'x', '{}')`,
    `update trail_entry set account_id = null`,
    `delete from trail_entry`,
    `truncate trail_entry`,
    `update trail_seal set made_at = now()`,
    `delete from trail_seal`,
    `select trail_act('update', 'person', '{}', null)`,
    `alter table person disable trigger trail`,
    `set local session_replication_role = replica`,
  ];
  for (const statement of statements) {
    const attempt = house.data.as(who, ({ db }) => sql.raw(statement).execute(db));
    await expect(attempt).rejects.toMatchObject({ code: '42501' });
  }
});

test('an act is recorded inside a partnership and by somebody', async ({ house }) => {
  const outside = sql`select trail_act('view', 'person', '{}', null)`.execute(house.data.reference);
  await expect(outside).rejects.toThrow('an act is recorded inside a partnership, by somebody');
});

test('nobody empties a table past the trail, not even its owner', async ({ house }) => {
  for (const table of ['person', 'trail_entry', 'trail_seal']) {
    await expect(asSuperuser(house, `truncate ${table} cascade`)).rejects.toThrow('it would leave no trail');
  }
});

test('where the trail cannot be written, a change is refused whole', async ({ house }) => {
  const who = await house.person(house.dunmere, 'business-manager');
  const before = await house.data.as(who, namesOf);
  await asSuperuser(house, 'revoke insert on trail_entry from concordat_trail');
  await expect(house.data.as(who, rename('Untrailed'))).rejects.toThrow('permission denied for table trail_entry');
  expect(await house.data.as(who, namesOf)).toEqual(before);
});

test.for([
  ['is gone', 'alter table trail_entry rename to trail_entry_elsewhere'],
  ['takes no entries', 'revoke insert on trail_entry from concordat_trail'],
  ['may not be told', 'revoke execute on function trail_act from concordat_app'],
] as const)('where the trail %s, a look at a restricted record is refused', async ([, meddling], { house }) => {
  const who = await house.person(house.dunmere, 'business-manager');
  await asSuperuser(house, meddling);
  await expect(house.data.as(who, (scope) => viewed(scope, 'person', { id: who.person }))).rejects.toThrow(
    /trail_entry|trail_act/,
  );
});

test('the history of a record is every change of it, with who, before and after', async ({ house }) => {
  const who = await house.person(house.dunmere, 'business-manager');
  await house.data.as(who, rename('First'));
  await house.data.as(who, rename('Second'));
  const history = await house.data.as(who, (scope) => historyOf(scope, 'person', { id: who.person }));
  expect(history.map(({ act, person, after }) => [act, person, after?.['name']])).toEqual([
    ['update', who.person, 'Second'],
    ['update', who.person, 'First'],
    ['insert', who.person, matching(/^Person /)],
  ]);
  expect(history[0]?.before?.['name']).toBe('First');
  const older = await house.data.as(who, (scope) =>
    historyOf(scope, 'person', { id: who.person }, { before: history[0]?.id ?? 0, limit: 1 }),
  );
  expect(older).toEqual([history[1]]);
});

test('a person sees where they have been, and a record tells who has looked at it', async ({ house }) => {
  const who = await house.person(house.dunmere, 'business-manager');
  const other = await house.person(house.dunmere, 'business-manager');
  const [one, two] = [{ id: newId() }, { id: newId() }];
  await house.data.as(who, (scope) => viewed(scope, 'review', one, two));
  await house.data.as(other, (scope) => acted(scope, 'export', 'review', one, { reason: 'for the panel' }));
  expect((await house.data.as(who, whereIHaveBeen)).map(({ act, key }) => [act, key])).toEqual([
    ['view', two],
    ['view', one],
  ]);
  const looks = await house.data.as(who, (scope) => looksAt(scope, 'review', one));
  expect(looks.map(({ act, person, detail }) => [act, person, detail])).toEqual([
    ['export', other.person, { reason: 'for the panel' }],
    ['view', who.person, undefined],
  ]);
});

test('a look that is taken back with its transaction leaves no entry', async ({ house }) => {
  const who = await house.person(house.dunmere, 'business-manager');
  const failing = house.data.as(who, async (scope) => {
    await viewed(scope, 'review', { id: newId() });
    throw new Error('never shown');
  });
  await expect(failing).rejects.toThrow('never shown');
  expect(await house.data.as(who, whereIHaveBeen)).toEqual([]);
});

test('what happened in one partnership is not in the trail of another', async ({ house }) => {
  const who = await house.person(house.dunmere, 'business-manager');
  const neighbour = await house.alsoIn(who, house.elsewhere, 'business-manager');
  await house.data.as(who, (scope) => viewed(scope, 'review', { id: newId() }));
  expect(await house.data.as(neighbour, whereIHaveBeen)).toEqual([]);
  expect(await house.data.as({ ...neighbour, person: who.person }, whereIHaveBeen)).toEqual([]);
});

/** A restricted table with a protected field and a secret, as a duty would make it. */
const plantReview = (house: House) =>
  withClient(house.connections.owner, (client) =>
    client.query(`
      create table planted_review (
        partnership_id uuid not null, case_id uuid not null, id uuid not null, state text not null, safe_address text, token text,
        primary key (partnership_id, case_id, id));
      call belongs_to_case('planted_review');
      call classify('planted_review', 'P2', 'partnership_id', 'case_id', 'id', 'state');
      call classify('planted_review', 'P3', 'safe_address');
      call classify('planted_review', 'P4', 'token');
      grant select, insert, update on planted_review to concordat_app`),
  );

test('the trail of a restricted record is for its team, and holds no protected field and no secret', async ({
  house,
}) => {
  await plantReview(house);
  const who = await house.person(house.dunmere, 'business-manager');
  const key = { case_id: newId(), id: newId() };
  await house.data.asCaseTeam(who, [key.case_id], async (scope) => {
    await sql`insert into planted_review values (${scope.partnership}, ${key.case_id}, ${key.id}, 'open', '1 Hidden Lane', 'hunter2')`.execute(
      scope.db,
    );
    await viewed(scope, 'planted_review', key);
  });
  const inTeam = await house.data.asCaseTeam(who, [key.case_id], (scope) => historyOf(scope, 'planted_review', key));
  expect(inTeam).toMatchObject([{ act: 'insert', key, after: { state: 'open' } }]);
  expect(JSON.stringify(inTeam)).not.toMatch(/Hidden Lane|hunter2/);
  expect(await house.data.asCaseTeam(who, [key.case_id], whereIHaveBeen)).toHaveLength(1);
  for (const look of [historyOf, looksAt]) {
    expect(await house.data.as(who, (scope) => look(scope, 'planted_review', key))).toEqual([]);
    expect(await house.data.asCaseTeam(who, [newId()], (scope) => look(scope, 'planted_review', key))).toEqual([]);
  }
  expect(await house.data.as(who, whereIHaveBeen)).toEqual([]);
});

test('the functions that pass row security by are the two that write the trail', async ({ house }) => {
  const { rows } = await withClient(house.connections.superuser, (client) =>
    client.query(`
      select proname, array_to_string(proconfig, ', ') as config, pg_get_userbyid(proowner) as owner,
             exists (select from aclexplode(proacl) where grantee = 0) as for_everyone
        from pg_proc where prosecdef and pronamespace = 'public'::regnamespace order by proname`),
  );
  const safe = { config: 'search_path=pg_catalog, public, pg_temp', owner: 'concordat_trail', for_everyone: false };
  expect(rows).toEqual([
    { proname: 'trail_act', ...safe },
    { proname: 'trail_change', ...safe },
  ]);
});

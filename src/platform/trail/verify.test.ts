import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { expect } from 'vitest';
import { test as base, type House } from '../../../test/harness/house.ts';
import { clientConfig, withClient } from '../database/connection.ts';
import type { Who } from '../database/database.ts';
import { sendHeadAway, writeRestored } from './heads.ts';
import { SealingKey } from './seal.ts';
import { Sealer } from './seal-job.ts';
import { viewed } from './trail.store.ts';
import { verifyTrail } from './verify.ts';

const key = new SealingKey(Buffer.alloc(32, 7));
const verifiers = new Map([[key.id, key.publicKey]]);

const containing = (text: string): unknown => expect.stringContaining(text);

/** A partnership whose trail holds three seals of three looks each, and heads that were sent away. */
interface Sealed {
  house: House;
  who: Who;
  sealer: Sealer;
  heads: string;
  /** Numbers of the sealed entries, in order. */
  entries: number[];
  asSuperuser(statement: string): Promise<void>;
  look(times: number): Promise<void>;
  verify(): ReturnType<typeof verifyTrail>;
  /** What is wrong in our partnership; the other one must be sound. */
  fault(): Promise<unknown>;
}

const test = base.extend<{ sealed: Sealed }>({
  sealed: async ({ house }, use) => {
    const heads = mkdtempSync(join(tmpdir(), 'concordat-heads-'));
    await use(await sealSome(house, heads));
    rmSync(heads, { recursive: true });
  },
});

async function sealSome(house: House, heads: string): Promise<Sealed> {
  const who = await house.person(house.dunmere, 'business-manager');
  await house.person(house.elsewhere, 'business-manager');
  const sealer = new Sealer(house.data, key, (head) => sendHeadAway(heads, head));
  const look = async (times: number) => {
    for (let time = 0; time < times; time += 1)
      await house.data.as(who, (scope) => viewed(scope, 'review', { id: `${time}` }));
  };
  const verify = () => verifyTrail(house.data, verifiers, heads);
  await sealer.run();
  for (let run = 0; run < 3; run += 1) {
    await look(3);
    await lookInVain(house, who);
    await sealer.run();
  }
  const { rows } = await withClient(house.connections.superuser, (client) =>
    client.query<{ id: number }>(`select id from trail_entry where partnership_id = $1 order by id`, [
      house.dunmere.partnership,
    ]),
  );
  const asSuperuser = (statement: string) =>
    withClient(house.connections.superuser, async (client) => {
      await client.query(statement.replaceAll('OURS', `partnership_id = '${house.dunmere.partnership}'`));
    });
  const fault = async () => {
    const [ours, other] = (await verify()).partnerships;
    expect(other?.fault).toBeUndefined();
    return ours?.fault;
  };
  return { house, who, sealer, heads, look, verify, fault, asSuperuser, entries: rows.map((row) => row.id) };
}

/** A look taken back with its transaction: its number stays unused. */
const lookInVain = (house: House, who: Who) =>
  house.data
    .as(who, async (scope) => {
      await viewed(scope, 'review', { id: 'never' });
      throw new Error('in vain');
    })
    .catch(() => {});

test('a trail that nobody touched is sound, and says how much of it waits', async ({ sealed }) => {
  await sealed.look(2);
  const findings = await sealed.verify();
  expect(findings).toMatchObject({ sound: true, unfollowed: [] });
  expect(findings.partnerships[0]).toMatchObject({
    slug: 'dunmere',
    entries: sealed.entries.length,
    seals: 4,
    waiting: 2,
    fault: undefined,
  });
});

test('one changed byte of an entry is found and named', async ({ sealed }) => {
  const entry = sealed.entries.at(-4);
  await sealed.asSuperuser(`update trail_entry set record_key = '{"id": "7"}' where id = ${entry}`);
  expect(await sealed.fault()).toMatchObject({
    kind: 'altered',
    entry,
    seal: 3,
    says: containing(`Entry ${entry} (view of review, `),
  });
});

test('an entry that tells another who, when, which or what is found', async ({ sealed }) => {
  const changes = [
    'person_id = gen_random_uuid()',
    `at = at + interval '1 microsecond'`,
    `record = 'review_'`,
    `after = '{"name": "x"}'`,
    `detail = '{}'`,
    'case_id = partnership_id',
    'backend = backend + 1',
  ];
  for (const [place, change] of changes.entries()) {
    const entry = sealed.entries.at(-1 - place);
    await sealed.asSuperuser(`update trail_entry set ${change} where id = ${entry}`);
    expect(await sealed.fault()).toMatchObject({ kind: 'altered', entry });
  }
});

test('a removed entry is found and named', async ({ sealed }) => {
  const entry = sealed.entries.at(-5);
  await sealed.asSuperuser(`delete from trail_entry where id = ${entry}`);
  expect(await sealed.fault()).toMatchObject({ kind: 'missing', entry, seal: 3 });
});

test('an entry put in between others, or before them all, is found and named', async ({ sealed }) => {
  for (const entry of [(sealed.entries.at(-4) ?? 0) + 1, -5]) {
    await sealed.asSuperuser(`insert into trail_entry (partnership_id, id, act, record, record_key) overriding system value
      values ('${sealed.who.partnership}', ${entry}, 'view', 'review', '{}')`);
    expect(await sealed.fault()).toMatchObject({ kind: 'inserted', entry });
  }
});

test('entries that changed places are found', async ({ sealed }) => {
  const [one, other] = sealed.entries.slice(-2);
  await sealed.asSuperuser(`alter table trail_entry alter id drop identity;
    update trail_entry set id = case id when ${one} then -${other} else -${one} end where id in (${one}, ${other}) and OURS;
    update trail_entry set id = -id where id < 0`);
  expect(await sealed.fault()).toMatchObject({ kind: 'altered', entry: one });
});

test('a seal that was changed, removed or forged is found', async ({ sealed }) => {
  await sealed.asSuperuser(`update trail_seal set made_at = made_at - interval '1 hour' where number = 2 and OURS`);
  expect(await sealed.fault()).toMatchObject({ kind: 'seal', seal: 2 });
  await sealed.asSuperuser(`delete from trail_seal where number = 2 and OURS`);
  expect(await sealed.fault()).toMatchObject({
    kind: 'seal',
    seal: 3,
    says: containing('a seal is missing'),
  });
  await sealed.asSuperuser(`delete from trail_seal where OURS`);
  await new Sealer(sealed.house.data, new SealingKey(Buffer.alloc(32, 8)), () => {}).run();
  expect(await sealed.fault()).toMatchObject({ kind: 'seal', says: containing('not in the key file') });
});

test('a trail whose end was cut off is found by the heads that were sent away', async ({ sealed }) => {
  const cut = `delete from trail_entry where OURS and id >= ${sealed.entries.at(-3)}`;
  await sealed.asSuperuser(cut);
  expect(await sealed.fault()).toMatchObject({ kind: 'missing', entry: sealed.entries.at(-3) });
  await sealed.asSuperuser(`delete from trail_seal where OURS and number = 4`);
  expect(await sealed.fault()).toMatchObject({
    kind: 'cut-off',
    says: containing('seal 4 was sent away'),
  });
  const { partnerships } = await verifyTrail(sealed.house.data, verifiers);
  expect(partnerships[0]?.fault).toBeUndefined();
});

test('a trail rolled back and written anew with the true key is found too', async ({ sealed }) => {
  await sealed.asSuperuser(
    `delete from trail_entry where OURS and id >= ${sealed.entries.at(-3)}; delete from trail_seal where OURS and number = 4`,
  );
  await sealed.look(1);
  await sealed.sealer.run();
  await sealed.look(1);
  await sealed.sealer.run();
  expect(await sealed.fault()).toMatchObject({ kind: 'rolled-back', seal: 4 });
});

test('after a restore the heads beyond it are not held against the trail, and the restore is told', async ({
  sealed,
}) => {
  await sealed.asSuperuser(
    `delete from trail_entry where OURS and id >= ${sealed.entries.at(-3)}; delete from trail_seal where OURS and number = 4`,
  );
  writeRestored(sealed.heads, sealed.who.partnership, 3, new Date('2026-11-23T10:00:00Z'));
  await sealed.look(1);
  await sealed.sealer.run();
  const findings = await sealed.verify();
  expect(findings.sound).toBe(true);
  expect(findings.partnerships[0]?.restored).toEqual([{ to: 3, at: '2026-11-23T10:00:00.000Z' }]);
});

test('heads are read from a server log as well as from their own folder', async ({ sealed }) => {
  const log = join(sealed.heads, 'server.log');
  const lines = readFileSync(join(sealed.heads, `${sealed.who.partnership}.jsonl`), 'utf8')
    .trim()
    .split('\n');
  const logged = lines.map((line) => `{"level":"info","trailHead":${line},"msg":"the trail was sealed"}`);
  writeFileSync(log, ['not json', '{"level":"info","msg":"something else"}', ...logged].join('\n'));
  expect((await verifyTrail(sealed.house.data, verifiers, log)).sound).toBe(true);
  await sealed.asSuperuser(
    `delete from trail_entry where OURS and id >= ${sealed.entries.at(-3)}; delete from trail_seal where OURS and number = 4`,
  );
  expect((await verifyTrail(sealed.house.data, verifiers, log)).partnerships[0]?.fault?.kind).toBe('cut-off');
});

test('a table whose trail was switched off is named', async ({ sealed }) => {
  await sealed.asSuperuser('alter table person disable trigger trail; alter table task no force row level security');
  expect(await sealed.verify()).toMatchObject({ sound: false, unfollowed: ['person', 'task'] });
});

test('a commit that comes late never falls behind a seal', async ({ sealed }) => {
  const slow = new pg.Client(clientConfig(sealed.house.connections.app));
  await slow.connect();
  await slow.query(
    `begin; set local concordat.partnership = '${sealed.who.partnership}'; set local concordat.person = '${sealed.who.person}'`,
  );
  await slow.query(`select trail_act('view', 'late', '{}', null)`);
  await sealed.look(2);
  expect(await sealed.sealer.run(200)).toBeUndefined();
  expect((await sealed.verify()).partnerships[0]).toMatchObject({ seals: 4, waiting: 2, fault: undefined });
  await slow.query('commit');
  await slow.end();
  expect(await sealed.sealer.run()).toBe(1);
  expect((await sealed.verify()).partnerships[0]).toMatchObject({ seals: 5, waiting: 0, fault: undefined });
});

test('a row of long transactions does not put sealing off for ever', async ({ sealed }) => {
  const open = async () => {
    const client = new pg.Client(clientConfig(sealed.house.connections.app));
    await client.connect();
    await client.query('begin');
    await client.query('select pg_current_xact_id()');
    return client;
  };
  const first = await open();
  await sealed.look(1);
  expect(await sealed.sealer.run(50)).toBeUndefined();
  const second = await open();
  await first.end();
  expect(await sealed.sealer.run(2000)).toBe(1);
  await second.end();
});

test('two that seal at once make each seal once', async ({ sealed }) => {
  const told: number[] = [];
  const other = new Sealer(sealed.house.data, key, ({ number }) => told.push(number));
  await sealed.look(4);
  await Promise.all([sealed.sealer.run(), other.run()]);
  const findings = await sealed.verify();
  expect(findings).toMatchObject({ sound: true });
  expect(findings.partnerships[0]).toMatchObject({ seals: 5, waiting: 0 });
});

test('a long trail is sealed in runs of a thousand', async ({ sealed }) => {
  await sealed.house.data.as(sealed.who, ({ db }) =>
    sql`select trail_act('view', 'review', jsonb_build_object('id', n), null) from generate_series(1, 2500) as n`.execute(
      db,
    ),
  );
  expect(await sealed.sealer.run()).toBe(3);
  expect((await sealed.verify()).partnerships[0]).toMatchObject({
    seals: 7,
    entries: sealed.entries.length + 2500,
    fault: undefined,
  });
});

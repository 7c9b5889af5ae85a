import { expect } from 'vitest';
import { test } from '../../../test/harness/house.ts';
import { withClient } from '../database/connection.ts';
import { SealingKey } from './seal.ts';
import { Sealer } from './seal-job.ts';
import { verifyTrail } from './verify.ts';

const thorough = process.env['THOROUGH'] === '1';
const size = thorough ? 1_000_000 : 20_000;
const secondsAllowed = thorough ? 30 : 10;

const key = new SealingKey(Buffer.alloc(32, 7));
const verifiers = new Map([[key.id, key.publicKey]]);

test(`one changed entry of ${size} is found in time`, { timeout: 600_000 }, async ({ house }) => {
  const { partnership } = house.dunmere;
  await withClient(house.connections.superuser, async (client) => {
    await client.query(
      `insert into trail_entry (partnership_id, account_id, person_id, act, record, record_key, before, after)
       select $1, gen_random_uuid(), gen_random_uuid(), 'update', 'action', jsonb_build_object('id', gen_random_uuid()),
              jsonb_build_object('title', 'What was promised ' || n, 'state', 'open', 'due_on', date '2026-01-01' + n % 300),
              jsonb_build_object('title', 'What was promised ' || n, 'state', 'done', 'due_on', date '2026-01-01' + n % 300)
         from generate_series(1, $2::int) as n`,
      [partnership, size],
    );
    await client.query('analyze trail_entry');
  });
  const started = performance.now();
  await new Sealer(house.data, key, () => {}).run();
  const sealed = performance.now();
  expect(await verifyTrail(house.data, verifiers)).toMatchObject({ sound: true });
  const verified = performance.now();
  console.log(
    `${size} entries: sealed in ${((sealed - started) / 1000).toFixed(1)} s, verified in ${((verified - sealed) / 1000).toFixed(1)} s`,
  );

  const { rows } = await withClient(house.connections.superuser, (client) =>
    client.query<{ id: number }>(
      `update trail_entry set after = jsonb_set(after, '{state}', '"dona"')
        where id = (select max(id) - 3 from trail_entry where partnership_id = $1) returning id`,
      [partnership],
    ),
  );
  const altered = performance.now();
  const { partnerships } = await verifyTrail(house.data, verifiers);
  const seconds = (performance.now() - altered) / 1000;
  expect(partnerships.find(({ slug }) => slug === 'dunmere')?.fault).toMatchObject({
    kind: 'altered',
    entry: rows[0]?.id,
  });
  expect(seconds).toBeLessThan(secondsAllowed);
});

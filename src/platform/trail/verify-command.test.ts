import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { test as base, type House } from '../../../test/harness/house.ts';
import { type CommandContext, UsageError } from '../command.ts';
import { type Config, readConfig } from '../config.ts';
import { withClient } from '../database/connection.ts';
import { readMasterKey } from '../sealed/master-key.ts';
import { headsFolder, sendHeadAway } from './heads.ts';
import { SealingKey } from './seal.ts';
import { Sealer } from './seal-job.ts';
import { trailVerify } from './verify-command.ts';

const test = base.extend<{ config: Config }>({
  config: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'concordat-verify-'));
    await use(readConfig({ CONCORDAT_DATA: folder }));
    rmSync(folder, { recursive: true });
  },
});

async function run(house: House, config: Config, options: Record<string, string | boolean> = {}) {
  const printed: string[] = [];
  const context: CommandContext = {
    config,
    connections: { ...house.connections, embedded: true, release: async () => {} },
    data: house.data,
    json: options['json'] === true,
    print: (text) => printed.push(text),
    tell: () => {},
  };
  return { code: await trailVerify.run(context, [], options), printed: printed.join('\n') };
}

/** Somebody in Dunmere, whose coming is sealed with the deployment's key. */
async function sealed(house: House, config: Config) {
  const who = await house.person(house.dunmere, 'business-manager');
  const key = new SealingKey(readMasterKey(config.keyFile, true).derive('trail seal'));
  await new Sealer(house.data, key, (head) => sendHeadAway(headsFolder(config), head)).run();
  return who;
}

const asSuperuser = (house: House, statement: string) =>
  withClient(house.connections.superuser, (client) => client.query(statement));

test('trail verify is content with a sound trail, and names the first entry that does not match', async ({
  house,
  config,
}) => {
  const who = await sealed(house, config);
  expect(await run(house, config)).toEqual({
    code: 0,
    printed: 'dunmere: 4 entries in 1 seal match\nelsewhere: 1 entry in 1 seal match',
  });
  await asSuperuser(
    house,
    `update trail_entry set after = jsonb_set(after, '{name}', '"Nobody"') where record = 'person'`,
  );
  const found = await run(house, config);
  expect(found.code).toBe(1);
  expect(found.printed).toMatch(
    /^dunmere: Entry \d+ \(insert of person, .*\) is not as it was sealed: it was altered after seal 1/,
  );
  expect(found.printed).not.toContain(who.name);
  const asJson = await run(house, config, { json: true, partnership: 'dunmere' });
  expect(JSON.parse(asJson.printed)).toMatchObject({
    sound: false,
    partnerships: [{ slug: 'dunmere', fault: { kind: 'altered', seal: 1 } }],
  });
  expect((await run(house, config, { partnership: 'elsewhere' })).code).toBe(0);
});

test('trail verify compares with the heads in the data folder by itself', async ({ house, config }) => {
  await sealed(house, config);
  await asSuperuser(house, `delete from trail_seal where partnership_id = '${house.dunmere.partnership}'`);
  const found = await run(house, config);
  expect(found).toMatchObject({ code: 1 });
  expect(found.printed).toContain('dunmere: The trail ends at seal 0, and seal 1 was sent away');
});

test('trail verify refuses what cannot be meant', async ({ house, config }) => {
  readMasterKey(config.keyFile, true);
  await expect(run(house, config, { partnership: 'nowhere' })).rejects.toThrow(UsageError);
  await expect(run(house, config, { heads: join(config.dataFolder, 'nothing') })).rejects.toThrow(UsageError);
});

import { expect } from 'vitest';
import { type House, test } from '../../test/harness/house.ts';
import { readConfig } from '../platform/config.ts';
import { MasterKey, TopKey } from '../platform/sealed/master-key.ts';
import type { Duty } from './duty.ts';
import { jobsOf } from './duty-jobs.ts';
import { sayOfDuty } from './settings/duty-use.store.ts';

/** Where a duty's job has been when it is run once. */
async function placesOf(house: House, duty: Pick<Duty, 'name' | 'restricted'>): Promise<string[]> {
  const been: string[] = [];
  const [job] = jobsOf({
    ...duty,
    jobs: [{ name: 'test.visit', run: async ({ partnership }) => void been.push(partnership) }],
  });
  const log = { info: () => {}, error: () => {} };
  const keys = new MasterKey([new TopKey(Buffer.alloc(32))]);
  await job?.run({ config: readConfig({}), database: house.data, keys, log }, undefined);
  return been;
}

const say = async (house: House, duty: string, inUse: boolean) => {
  const use = { inUse, assessedOn: undefined, agreedOn: undefined };
  await house.data.as(await house.person(house.dunmere), (scope) => sayOfDuty(scope, duty, use));
};

test('a duty does its jobs in every partnership until one says that it does not use it', async ({ house }) => {
  const { dunmere, elsewhere } = house;
  const training = { name: 'training' };
  expect(await placesOf(house, training)).toEqual([dunmere.partnership, elsewhere.partnership]);
  await say(house, 'training', false);
  expect(await placesOf(house, training)).toEqual([elsewhere.partnership]);
  await say(house, 'training', true);
  expect(await placesOf(house, training)).toEqual([dunmere.partnership, elsewhere.partnership]);
});

test('one that holds restricted records does them where it was switched on alone', async ({ house }) => {
  const reviews = { name: 'case-reviews', restricted: true } as const;
  expect(await placesOf(house, reviews)).toEqual([]);
  await say(house, 'case-reviews', true);
  expect(await placesOf(house, reviews)).toEqual([house.dunmere.partnership]);
});

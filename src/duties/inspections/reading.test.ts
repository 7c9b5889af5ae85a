import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { House } from '../../../test/harness/house.ts';
import { test } from '../../../test/harness/pages.ts';
import type { Place } from '../../../test/harness/places.ts';
import { sayOfDuty } from '../../partnership/settings/duty-use.store.ts';
import { listOwnTasks } from '../../partnership/task.store.ts';
import { readConfig } from '../../platform/config.ts';
import type { Who } from '../../platform/database/database.ts';
import { importCommand } from './commands/import.ts';

/** Where the partnership is: York. */
const york = 'E06000014';

const cover = (house: House, place: Place) =>
  house.data.as({ account: place.partnership, person: place.partnership, partnership: place.partnership }, ({ db }) =>
    db.insertInto('partnership_area').values({ partnership_id: place.partnership, authority_code: york }).execute(),
  );

async function importReport(house: House, line: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'concordat-reading-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'reports.csv');
  await writeFile(file, `Council,Publication date,Overall effectiveness\n${line}\n`);
  if (importCommand.needs !== 'database') throw new Error('importing needs the database');
  const connections = { ...house.connections, embedded: true, release: async () => {} };
  const silent = { json: true, print: () => {}, tell: () => {} };
  const context = { config: readConfig({}), data: house.data, connections, ...silent };
  expect(await importCommand.run(context, [file], { framework: 'ilacs' })).toBe(0);
}

const tasksOf = async (house: House, who: Who) => (await house.data.as(who, listOwnTasks)).map(({ title }) => title);
const yesterday = () => new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);

test('a new report on somebody else’s council asks nothing of anyone', async ({ house }) => {
  const chair = await house.person(house.dunmere, 'independent-chair');
  await importReport(house, `York,${yesterday()},Good`);
  expect(await tasksOf(house, chair)).toEqual([]);
});

test('an old report on our own council asks nothing of anyone', async ({ house }) => {
  await cover(house, house.dunmere);
  const chair = await house.person(house.dunmere, 'independent-chair');
  await importReport(house, 'York,2019-05-01,Good');
  expect(await tasksOf(house, chair)).toEqual([]);
});

test('a new report on our own council is on the day of those who answer for us, and of nobody else', async ({
  house,
}) => {
  await cover(house, house.dunmere);
  const chair = await house.person(house.dunmere, 'independent-chair');
  const practitioner = await house.person(house.dunmere, 'practitioner');
  const neighbour = await house.person(house.elsewhere, 'independent-chair');
  await importReport(house, `York,${yesterday()},Good`);
  await importReport(house, `York,${yesterday()},Outstanding`);
  expect(await tasksOf(house, chair)).toEqual(['Read the inspection report on York']);
  expect(await tasksOf(house, practitioner)).toEqual([]);
  expect(await tasksOf(house, neighbour)).toEqual([]);
});

test('whoever has read it says so, and others still have it to read', async ({ house, pages }) => {
  await cover(house, house.dunmere);
  const chair = await house.person(house.dunmere, 'independent-chair');
  const manager = await house.person(house.dunmere, 'business-manager');
  await importReport(house, `York,${yesterday()},Good`);
  const browser = await pages.browse(chair);
  const place = `/dunmere/inspections/places/${york}`;
  expect((await browser.get('/today')).body).toContain(`href="${place}"`);
  expect((await browser.get(place)).body).toContain('You are asked to read');
  const answer = await browser.post(`${place}/read`);
  expect([answer.statusCode, answer.headers['location']]).toEqual([303, '/today']);
  expect((await browser.get(place)).body).not.toContain('You are asked to read');
  expect(await tasksOf(house, chair)).toEqual([]);
  expect(await tasksOf(house, manager)).toHaveLength(1);
});

test('nobody is asked to read it where the partnership does not use the duty', async ({ house }) => {
  await cover(house, house.dunmere);
  const chair = await house.person(house.dunmere, 'independent-chair');
  const off = { inUse: false, assessedOn: undefined, agreedOn: undefined };
  await house.data.as(chair, (scope) => sayOfDuty(scope, 'inspections', off));
  await importReport(house, `York,${yesterday()},Good`);
  expect(await tasksOf(house, chair)).toEqual([]);
});

import { expect } from 'vitest';
import { type Browser, test as pagesTest } from '../../../test/harness/pages.ts';
import type { Who } from '../../platform/database/database.ts';
import { findAbout } from '../settings/settings.store.ts';
import { listOwnTasks } from '../task.store.ts';
import { beginSetUp } from './set-up.ts';

const here = '/dunmere/set-up';

const test = pagesTest.extend<{ manager: Who; browser: Browser; tasks: () => Promise<string[]> }>({
  manager: async ({ house }, use) => {
    const who = await house.person(house.dunmere, 'business-manager');
    await house.data.as(who, (scope) => beginSetUp(scope, [who.person]));
    await use(who);
  },
  browser: async ({ pages, manager }, use) => await use(await pages.browse(manager)),
  tasks: async ({ house, manager }, use) => {
    await use(async () => (await house.data.as(manager, listOwnTasks)).map(({ path }) => path));
  },
});

test('setting up is for those who may, and for those of the partnership', async ({ pages, house, manager }) => {
  expect(manager.partnership).toBe(house.dunmere.partnership);
  const support = await pages.browse(await house.person(house.dunmere, 'business-support'));
  const neighbour = await pages.browse(await house.person(house.elsewhere, 'business-manager'));
  for (const path of [here, `${here}/people`]) {
    expect([path, (await support.get(path)).statusCode]).toEqual([path, 403]);
    expect([path, (await neighbour.get(path)).statusCode]).toEqual([path, 404]);
    expect([path, (await support.post(path, { answer: 'done' })).statusCode]).toEqual([path, 403]);
  }
  expect((await support.get('/dunmere')).body).not.toContain('being set up');
});

test('a step that is none is not there, and an answer that is none changes nothing', async ({
  browser,
  house,
  manager,
}) => {
  expect((await browser.get(`${here}/constructor`)).statusCode).toBe(404);
  expect((await browser.post(`${here}/areas`, { answer: 'perhaps' })).statusCode).toBe(422);
  expect((await house.data.as(manager, findAbout)).setUpStep).toBe('areas');
});

test('the first business manager is led there from Today and from the front page', async ({ browser, tasks }) => {
  expect(await tasks()).toEqual(['/set-up']);
  expect((await browser.get('/today')).body).toContain(`href="${here}"`);
  const front = (await browser.get('/dunmere')).body;
  expect(front).toContain('Next: areas and words.');
  expect(front).toContain(`href="${here}"`);
});

test('it leads from step to step, and can be left and gone on with', async ({ browser, tasks }) => {
  expect((await browser.post(`${here}/areas`, { answer: 'done' })).headers['location']).toBe(`${here}/agencies`);
  expect((await browser.get('/dunmere')).body).toContain('Next: agencies.');
  for (const step of ['agencies', 'people', 'groups', 'priorities', 'duties'])
    await browser.post(`${here}/${step}`, { answer: 'done' });
  expect(await tasks()).toEqual([]);
  expect((await browser.get('/dunmere')).body).not.toContain('being set up');
});

test('a step that is put off comes back as a task of every business manager, until it is done', async ({
  browser,
  pages,
  house,
  tasks,
}) => {
  const colleague = await house.person(house.dunmere, 'business-manager');
  await browser.post(`${here}/areas`, { answer: 'done' });
  expect((await browser.post(`${here}/agencies`, { answer: 'skip' })).headers['location']).toBe(`${here}/people`);
  expect(await tasks()).toContain('/set-up/agencies');
  const other = await pages.browse(colleague);
  expect((await other.get('/today')).body).toContain(`href="${here}/agencies"`);
  expect((await other.get(here)).body).toContain('Put off');
  expect((await other.post(`${here}/agencies`, { answer: 'done' })).headers['location']).toBe(here);
  expect(await tasks()).toEqual(['/set-up']);
  expect((await browser.get('/dunmere')).body).toContain('Next: people.');
});

test('once it is done it can be gone through again', async ({ browser, house, manager }) => {
  for (const step of ['areas', 'agencies', 'people', 'groups', 'priorities', 'duties'])
    await browser.post(`${here}/${step}`, { answer: 'done' });
  expect((await browser.get(here)).body).toContain('Go through it again');
  await browser.post(here);
  expect((await house.data.as(manager, findAbout)).setUpStep).toBe('areas');
});

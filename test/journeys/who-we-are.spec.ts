import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { duties } from '../../src/app.ts';
import { withClient } from '../../src/platform/database/connection.ts';
import { loadExample } from '../../src/whole/example/load.ts';
import { examplePartnerships } from '../../src/whole/example/people.ts';
import { test as houseTest } from '../harness/house.ts';
import { barriersOn, openSite, type Site } from '../harness/journey.ts';

/** The example at an address, and a browser in which one of its accounts is signed in. */
const test = houseTest.extend<{
  site: Site;
  visit: (account: string, options?: Parameters<Site['browse']>[1]) => Promise<Page>;
}>({
  site: async ({ house }, use) => {
    await withClient(house.connections.owner, (client) => client.query('delete from partnership_slug'));
    await loadExample(house.data, duties);
    const { close, ...site } = await openSite(house, { example: true });
    await use(site);
    await close();
  },
  visit: async ({ site }, use) => {
    await use(async (account, options) => {
      const page = await site.browse(undefined, options);
      await page.request.post('/example/sign-in', { form: { account } });
      return page;
    });
  },
});

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).textContent();
const pathOf = (page: Page) => new URL(page.url()).pathname;

/** Opens a page of *Who we are* and all its further pages, and gives what stands on them. */
async function readList(page: Page, path: string): Promise<string> {
  await page.goto(path);
  let read = await page.locator('main').innerText();
  const next = page.getByRole('link', { name: /^Next/ });
  while (await next.count()) {
    await next.first().click();
    read += await page.locator('main').innerText();
  }
  return read;
}

/** The people and agencies that are in one of the two partnerships and not in the other. */
function namesOnlyIn(slug: string): string[] {
  const namesIn = (wanted: boolean) =>
    examplePartnerships
      .filter((one) => (one.slug === slug) === wanted)
      .flatMap(({ people, agencies }) => [...people, ...agencies].map(({ name }) => name));
  const others = namesIn(false);
  return namesIn(true).filter((name) => !others.some((other) => other.includes(name)));
}

test('somebody who sits in both partnerships sees each, and nothing of one in the other', async ({ visit }) => {
  const page = await visit('police', { javaScriptEnabled: false });
  const lists = ['agencies', 'people', 'groups'];
  for (const [here, there] of [
    ['rivermouth', 'harrowdale'],
    ['harrowdale', 'rivermouth'],
  ] as const) {
    let read = '';
    for (const list of lists) read += await readList(page, `/${here}/${list}`);
    const own = namesOnlyIn(here).filter((name) => read.includes(name));
    expect(own.length).toBeGreaterThan(here === 'rivermouth' ? 150 : 30);
    expect(namesOnlyIn(there).filter((name) => read.includes(name))).toEqual([]);
  }

  await page.goto('/rivermouth/agencies');
  await page.getByRole('link', { name: 'Westry Police', exact: true }).first().click();
  const [, , , id] = pathOf(page).split('/');
  expect(await page.locator('main').innerText()).toContain('Detective Inspector Kay Sutcliffe');
  expect((await page.goto(`/harrowdale/agencies/${id}`))?.status()).toBe(404);
  await page.goto('/harrowdale/agencies');
  await page.getByRole('link', { name: 'Westry Police', exact: true }).first().click();
  const theirs = await page.locator('main').innerText();
  expect(theirs).toContain('Superintendent Imran Qureshi');
  expect(namesOnlyIn('rivermouth').filter((name) => theirs.includes(name))).toEqual([]);
}, 120_000);

test('somebody whose seats end while they are signed in is out at the next press', async ({ visit }) => {
  const leaver = await visit('sub-group-chair');
  await leaver.goto('/rivermouth/groups');
  expect(await heading(leaver)).toBe('Groups');

  const manager = await visit('business-manager');
  await manager.goto('/rivermouth/people?text=Patricia+Nowak');
  await manager.getByRole('link', { name: 'Patricia Nowak' }).click();
  await manager.getByRole('button', { name: 'Leaving' }).click();
  expect(await heading(manager)).toBe('Patricia Nowak is leaving');
  await manager.getByRole('button', { name: 'Continue' }).click();
  expect(await manager.title()).toMatch(/^Error/);
  expect(await barriersOn(manager)).toEqual([]);
  await fillToday(manager, 'Their last day');
  await manager.getByLabel('Who takes things over?').selectOption({ label: 'Nobody: things end' });
  await manager.getByRole('button', { name: 'Continue' }).click();
  expect(await heading(manager)).toBe('End the access of Patricia Nowak?');

  // until it is confirmed nothing has changed
  await leaver.reload();
  expect(await heading(leaver)).toBe('Groups');
  await manager.getByRole('button', { name: 'End the access of Patricia Nowak' }).click();
  expect(await heading(manager)).toBe('Patricia Nowak has left');

  const answered = leaver.waitForResponse((response) => response.request().isNavigationRequest());
  await leaver.getByRole('link', { name: 'People', exact: true }).click();
  expect((await answered).status()).toBe(404);
  await leaver.goto('/today');
  expect(await leaver.locator('main').innerText()).not.toContain('Rivermouth');

  await manager.goto('/rivermouth/groups');
  await manager.getByRole('link', { name: 'Quality and performance group' }).click();
  expect(await manager.locator('main').innerText()).toContain('Patricia Nowak');
}, 120_000);

async function fillToday(page: Page, legend: string): Promise<void> {
  const today = new Date().toLocaleDateString('en-GB', { timeZone: 'Europe/London' }).split('/');
  const day = page.getByRole('group', { name: legend });
  for (const [at, label] of ['Day', 'Month', 'Year'].entries()) await day.getByLabel(label).fill(today[at] ?? '');
}

test('the business manager finds three gaps, closes one, and answers the others with a reason', async ({ visit }) => {
  const page = await visit('business-manager');
  await page.goto('/rivermouth/agencies');
  await page.getByRole('link', { name: 'Gaps', exact: true }).click();
  const open = async () => Number((await page.locator('main').innerText()).match(/(\d+) gaps are open today/)?.[1]);
  const before = await open();
  expect(await barriersOn(page)).toEqual([]);

  await page.getByRole('link', { name: /^The seat of Tarnwick District Council in Partnership board/ }).click();
  await page.getByRole('button', { name: 'Fill the seat' }).click();
  await page.getByLabel('Person').selectOption({ index: 1 });
  await page.getByRole('radio', { name: 'They sit in it' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.goto('/rivermouth/gaps');
  expect(await open()).toBe(before - 1);

  for (const gap of ['No independent school has a voice', 'Patricia Nowak sits in']) {
    await page.getByRole('link', { name: new RegExp(`^Answer ?: ${gap}`) }).click();
    expect(await page.locator('main').innerText()).toContain('What asks for it');
    await page.getByRole('button', { name: 'Save answer' }).click();
    await page.getByRole('link', { name: 'Enter why the partnership can live with it' }).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('because');
    await page.getByLabel('Why can the partnership live with it?').fill('It is looked at in spring.');
    await fillToday(page, 'Until when is it accepted?');
    await page.getByRole('button', { name: 'Save answer' }).click();
    expect(pathOf(page)).toBe('/rivermouth/gaps');
  }
  expect(await open()).toBe(before - 3);
  await page.goto('/rivermouth/gaps?state=accepted');
  const accepted = await page.locator('main').innerText();
  expect(accepted).toContain('because: It is looked at in spring. (Marian Okafor');
  expect(accepted).toContain('The seat of Kestrel School in Education reference group');
}, 120_000);

import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { duties } from '../../src/app.ts';
import { withClient } from '../../src/platform/database/connection.ts';
import { loadExample } from '../../src/whole/example/load.ts';
import { test as houseTest } from '../harness/house.ts';
import { barriersOn, openSite, type Site } from '../harness/journey.ts';

/** The example at an address, and a browser in which one of its accounts is signed in. */
const test = houseTest.extend<{
  site: Site;
  visit: (account?: string, options?: Parameters<Site['browse']>[1]) => Promise<Page>;
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
      if (account !== undefined) await page.request.post('/example/sign-in', { form: { account } });
      return page;
    });
  },
});

/** Pages by who opens them. A new page gets a line here. */
const pages: readonly (readonly [account: string | undefined, ...paths: string[]])[] = [
  [
    undefined,
    '/example',
    '/accessibility',
    '/privacy',
    '/cookies',
    '/guide/patterns',
    '/guide/roles',
    '/nothing-here/at-all',
  ],
  ['police', '/today', '/partnerships?from=/rivermouth', '/rivermouth', '/nowhere'],
  [
    'scrutineer',
    '/rivermouth/inspections/england',
    '/rivermouth/inspections/england?as-at=never&basis=all',
    '/rivermouth/inspections/boards-and-councils?as-at=30+March+2017',
    '/rivermouth/inspections/places',
    '/rivermouth/inspections/places/E06000058',
    '/rivermouth/inspections/ours',
  ],
  [
    'business-manager',
    '/rivermouth/agencies',
    '/rivermouth/agencies/add',
    '/rivermouth/people?state=all',
    '/rivermouth/people/add',
    '/rivermouth/directory',
    '/rivermouth/import',
    '/rivermouth/infected-files',
    '/rivermouth/actions',
    '/rivermouth/actions/raise',
    '/rivermouth/actions/import',
    '/rivermouth/actions/many?change=day&view=nobody',
    '/rivermouth/actions/views/save?view=nobody',
  ],
  [
    'business-manager',
    '/rivermouth/groups',
    '/rivermouth/groups/add',
    '/rivermouth/groups/structure',
    '/rivermouth/gaps',
    '/rivermouth/gaps?state=all',
  ],
  [
    'business-manager',
    '/rivermouth/settings',
    '/rivermouth/settings/name',
    '/rivermouth/settings/areas?name=bath',
    '/rivermouth/settings/law',
    '/rivermouth/settings/law/clocks/rapid-review',
    '/rivermouth/settings/law/sections/act-2026-section-2',
    '/rivermouth/settings/words',
    '/rivermouth/settings/priorities',
    '/rivermouth/settings/priorities/add',
    '/rivermouth/settings/contact',
    '/rivermouth/settings/logo',
    '/rivermouth/settings/duties',
    '/rivermouth/settings/duties/inspections',
    '/rivermouth/set-up',
    '/rivermouth/set-up/agencies',
    '/rivermouth/clocks?clock=rapid-review&from=15+December+2026',
    '/rivermouth/clocks?clock=rapid-review&from=never',
  ],
  [
    'independent-chair',
    '/rivermouth/challenges?standing=open',
    '/rivermouth/challenges/draft',
    '/rivermouth/challenges/stages',
    '/rivermouth/disagreements?subject=threshold',
    '/rivermouth/disagreements/raise',
    '/rivermouth/disagreements/stages',
    '/rivermouth/disagreements/counts?months=24',
    '/rivermouth/liaison?text=council',
  ],
  [
    'independent-chair',
    '/rivermouth/risks',
    '/rivermouth/risks?standing=any&sort=review&text=children',
    '/rivermouth/risks/heat',
    '/rivermouth/risks/raise',
    '/rivermouth/risks/scale',
  ],
  [
    'scrutineer',
    '/rivermouth/scrutiny?text=child',
    '/rivermouth/scrutiny/workspace',
    '/rivermouth/scrutiny/lines/begin',
    '/rivermouth/scrutiny/notes/add?kind=visit',
    '/rivermouth/scrutiny/reports/begin',
    '/rivermouth/scrutiny/hand-over',
  ],
  ['practitioner', '/rivermouth/disagreements', '/rivermouth/disagreements/raise', '/rivermouth/liaison'],
  [
    'business-manager',
    '/rivermouth/chivvying',
    '/rivermouth/chivvying/settings',
    '/rivermouth/chivvying/preview',
    '/rivermouth/chivvying/preview?day=never',
    '/rivermouth/chivvying/told',
    '/rivermouth/chivvying/quiet',
    '/rivermouth/chivvying/away',
    '/rivermouth/chivvying/release-list',
    '/rivermouth/chivvying/in-the-way',
    '/rivermouth/chivvying/timeliness',
    '/rivermouth/chivvying/nobody-owns',
  ],
  [undefined, '/answer/thanks', '/answer/nothing'],
  [
    'business-manager',
    '/rivermouth/second-step',
    '/rivermouth/access-review',
    '/rivermouth/transition',
    '/rivermouth/transition/reorganise',
  ],
];

/** What a page complains of while it is opened: against its own security policy, or because it asks somebody else. */
function complaintsOf(page: Page, site: Site): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of (404|422)/.test(message.text())) complaints.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(site.url)) complaints.push(request.url());
  });
  return complaints;
}

test('no page has a barrier that a machine can find, scrolls sideways on a narrow screen, breaks its own security policy, or asks another server for anything', async ({
  site,
  visit,
}) => {
  // browsers side by side: a page is looked at in one while the next is rendered in another
  const looked = pages.map(async ([account, ...paths]) => {
    const page = await visit(account);
    const complaints = complaintsOf(page, site);
    for (const path of paths) {
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto(path);
      expect([path, 'wide', await barriersOn(page)]).toEqual([path, 'wide', []]);
      await page.setViewportSize({ width: 320, height: 640 });
      expect([path, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([path, 320]);
      expect([path, complaints]).toEqual([path, []]);
    }
    // what narrowness changes for a machine's eye is the frame with its menu, which all pages of a reader share
    expect([account, 'narrow', await barriersOn(page)]).toEqual([account, 'narrow', []]);
  });
  await Promise.all(looked);
}, 300_000);

test('by keyboard alone the first stop is the way to the main content', async ({ visit }) => {
  const page = await visit('police');
  await page.goto('/today');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.evaluate('document.activeElement.id')).toBe('main-content');
});

test('somebody in two partnerships changes between them and keeps their place, without scripts', async ({ visit }) => {
  const page = await visit('police', { javaScriptEnabled: false });
  await page.goto('/rivermouth/inspections/england?framework=ilacs');
  await page.getByRole('link', { name: 'Change partnership' }).click();
  await page.getByRole('link', { name: 'Harrowdale Safeguarding Children Partnership' }).click();
  expect(new URL(page.url()).pathname).toBe('/harrowdale/inspections/england');
});

test('a business manager signs in to the example with one press, and out again', async ({ visit }) => {
  const page = await visit();
  await page.goto('/example');
  await page.getByRole('button', { name: 'Sign in as Marian Okafor' }).click();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Today');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.goto('/today');
  expect(new URL(page.url()).pathname).toBe('/sign-in');
});

import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { duties } from '../../src/app.ts';
import { withClient } from '../../src/platform/database/connection.ts';
import { loadExample } from '../../src/whole/example/load.ts';
import { test as houseTest } from '../harness/house.ts';
import { barriersOn, openSite, type Site } from '../harness/journey.ts';

/** The example at an address, and browsers in which its accounts are signed in. */
const test = houseTest.extend<{ site: Site; visit: (account: string) => Promise<Page> }>({
  site: async ({ house }, use) => {
    await withClient(house.connections.owner, (client) => client.query('delete from partnership_slug'));
    await loadExample(house.data, duties);
    const { close, ...site } = await openSite(house, { example: true });
    await use(site);
    await close();
  },
  visit: async ({ site }, use) => {
    await use(async (account) => {
      const page = await site.browse();
      await page.request.post('/example/sign-in', { form: { account } });
      return page;
    });
  },
});

/** No barrier that a machine can find, wide or narrow, and nothing that scrolls sideways. */
async function hasNoBarrier(page: Page): Promise<void> {
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    expect([page.url(), width, await barriersOn(page)]).toEqual([page.url(), width, []]);
  }
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  await page.setViewportSize({ width: 1280, height: 800 });
}

test('somebody signed in loses access while they look, and what was theirs goes on', async ({ visit }) => {
  const [office, leaver] = [await visit('business-manager'), await visit('probation')];
  await leaver.goto('/rivermouth');
  const name = (await leaver.locator('.masthead').textContent()) ?? '';
  await office.goto('/rivermouth/second-step');
  const people = await office
    .locator('#person option')
    .evaluateAll((options) =>
      options.map((option) => [option.getAttribute('value') ?? '', option.textContent.trim()] as const),
    );
  const id = people.find(([, person]) => person !== 'Choose' && name.includes(person))?.[0] ?? '';
  await office.goto(`/rivermouth/people/${id}/leaving`);
  await hasNoBarrier(office);
  await office.getByRole('button', { name: 'Continue' }).click();
  expect(await office.title()).toContain('Error:');
  const today = new Date().toISOString().split('-');
  await office.getByLabel('Day', { exact: true }).fill(today[2]?.slice(0, 2) ?? '');
  await office.getByLabel('Month').fill(today[1] ?? '');
  await office.getByLabel('Year').fill(today[0] ?? '');
  await office.getByLabel('Who takes things over?').selectOption({ index: 2 });
  await office.getByRole('button', { name: 'Continue' }).click();
  await hasNoBarrier(office);
  await office.getByRole('button', { name: /^End the access of/ }).click();
  expect(await office.getByRole('heading', { level: 1 }).textContent()).toContain('has left');
  expect((await leaver.goto('/rivermouth'))?.status()).toBe(404);
}, 120_000);

test('a lost second step goes from one person to another', async ({ visit }) => {
  const [office, chair] = [await visit('business-manager'), await visit('independent-chair')];
  await office.goto('/rivermouth/second-step');
  await office.getByLabel('Who has lost it?').selectOption({ index: 3 });
  await office.getByLabel('How did you make sure that it is them?').fill('I rang them');
  await office.getByRole('button', { name: 'Ask a second person' }).click();
  await hasNoBarrier(office);
  await chair.goto('/today');
  await chair.getByRole('link', { name: /reset the second step/ }).click();
  await hasNoBarrier(chair);
  await chair.getByLabel('I agree: reset it now').check();
  await chair.getByRole('button', { name: 'Save answer' }).click();
  expect(await chair.locator('main').textContent()).toContain('Agreed by');
}, 120_000);

test('a review of access is begun and worked on', async ({ visit }) => {
  const office = await visit('business-manager');
  await office.goto('/rivermouth/access-review');
  await office.getByRole('button', { name: 'Begin a review now' }).click();
  await hasNoBarrier(office);
  for (const answer of await office.locator('select[name^="answer-"]').all()) await answer.selectOption('keeps');
  await office.getByRole('button', { name: 'Save answers' }).click();
  await office.getByRole('button', { name: 'Finish the review' }).click();
  await hasNoBarrier(office);
  await office.getByRole('button', { name: 'Finish the review' }).click();
  expect(await office.locator('main').textContent()).toContain('Who was answered for');
  await hasNoBarrier(office);
}, 120_000);

test('the example moves to another edition with nothing unaccounted', async ({ visit }) => {
  const office = await visit('business-manager');
  await office.goto('/rivermouth/transition');
  await office.getByRole('radio').first().check();
  await office.getByRole('button', { name: 'Begin the transition' }).click();
  await office.getByText('What changes').click();
  await hasNoBarrier(office);
  const carry = office.getByRole('link', { name: /^Carry all/ }).first();
  for (let kind = 0; kind < 20 && (await carry.count()) > 0; kind += 1) {
    await carry.click();
    if (kind === 0) await hasNoBarrier(office);
    await office.getByRole('button', { name: 'Carry them all' }).click();
  }
  expect(await office.locator('main').textContent()).toContain('Everything is accounted for');
  await office.getByRole('button', { name: 'Move the partnership' }).click();
  await hasNoBarrier(office);
  await office.getByRole('button', { name: 'Move the partnership' }).click();
  expect(await office.locator('main').textContent()).toContain('The partnership moved on');
  await hasNoBarrier(office);
}, 120_000);

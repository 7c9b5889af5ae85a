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

const main = async (page: Page) => (await page.locator('main').textContent()) ?? '';

test('a challenge goes through two stages: the police delegate answers, the chair judges, the office enters for somebody', async ({
  visit,
}) => {
  const [police, chair, office] = [
    await visit('police'),
    await visit('independent-chair'),
    await visit('business-manager'),
  ];
  await police.goto('/today');
  await police.getByRole('link', { name: /^Answer the challenge: Nobody who knows the case/ }).click();
  await hasNoBarrier(police);
  expect(await main(police)).toContain('The agency sees this first');
  const address = police.url();
  await police.getByRole('button', { name: 'Answer the challenge' }).click();
  await police.getByRole('button', { name: 'Send answer' }).click();
  expect(await police.title()).toContain('Error:');
  await hasNoBarrier(police);
  await police.getByLabel('Not accepted').check();
  await police.getByLabel('The agency’s answer').fill('The duty inspector can be rung.');
  await police.getByRole('button', { name: 'Send answer' }).click();
  expect(await police.getByRole('button', { name: 'Say whether the answer is enough' }).count()).toBe(0);

  await chair.goto('/rivermouth/challenges?standing=answered');
  await hasNoBarrier(chair);
  await chair.getByRole('link', { name: /Nobody who knows the case/ }).click();
  await chair.getByRole('button', { name: 'Say whether the answer is enough' }).click();
  await hasNoBarrier(chair);
  await chair.getByLabel('The answer is not enough').check();
  await chair.getByLabel('Why?').fill('Who can decide is not named.');
  await chair.getByRole('button', { name: 'Save judgement' }).click();
  expect(await main(chair)).toContain('Stage 2: The agency’s leadership answers');

  await office.goto(address);
  await office.getByRole('button', { name: 'Answer the challenge' }).click();
  await hasNoBarrier(office);
  await office.getByLabel('Who said it?').selectOption({ label: 'Superintendent Imran Qureshi' });
  await office.getByLabel('On the telephone').check();
  await office.getByLabel('Accepted', { exact: true }).check();
  await office.getByLabel('The agency’s answer').fill('A detective inspector is on call every weekend from December.');
  await office.getByRole('button', { name: 'Send answer' }).click();

  await police.goto(address);
  expect(await main(police)).toContain('on the telephone; entered by Marian Okafor');
  await police.getByRole('link', { name: 'That is not what I said' }).click();
  await hasNoBarrier(police);
  await police.getByLabel('What did you say?').fill('From the second weekend of December.');
  await police.getByRole('button', { name: 'Save what I said' }).click();
  expect(await main(police)).toContain('Corrected later');

  await chair.reload();
  await chair.getByRole('button', { name: 'Say whether the answer is enough' }).click();
  await chair.getByLabel('The answer is enough').check();
  await chair.getByLabel('Why?').fill('That is named and dated.');
  await chair.getByRole('button', { name: 'Save judgement' }).click();
  await chair.getByRole('button', { name: 'Raise an action from it' }).click();
  await hasNoBarrier(chair);
  await chair.getByRole('link', { name: 'Cancel' }).click();
  await chair.getByRole('button', { name: /^Say what changed for children/ }).click();
  await chair.getByLabel('What changed for children?').fill('Every weekend discussion in January could decide.');
  await chair.getByRole('button', { name: 'Close challenge' }).click();
  expect(await main(chair)).toContain('Every weekend discussion in January could decide.');
  await hasNoBarrier(chair);
}, 180_000);

test('a practitioner raises a disagreement, and what looks like a name is not kept', async ({ visit }) => {
  const [practitioner, council] = [await visit('practitioner'), await visit('council')];
  await practitioner.goto('/rivermouth');
  await practitioner.getByRole('link', { name: 'Disagreements' }).first().click();
  await practitioner.getByRole('button', { name: 'Raise a disagreement' }).click();
  await practitioner.getByLabel('With which agency?').selectOption({ label: 'Rivermouth Council' });
  await practitioner.getByLabel('Threshold').check();
  await practitioner.getByLabel('Your own case reference (optional)').fill('Amy Smith');
  await practitioner.getByLabel('What do you disagree about?').fill('We see a need that the council does not.');
  await practitioner.getByLabel('What do you ask the other agency to do?').fill('A joint visit.');
  await practitioner.getByLabel('No', { exact: true }).check();
  await practitioner.getByRole('button', { name: 'Raise disagreement' }).click();
  expect(await main(practitioner)).toContain('This looks like a name');
  await hasNoBarrier(practitioner);
  await practitioner.getByLabel('Your own case reference (optional)').fill('HV 31007');
  await practitioner.getByRole('button', { name: 'Raise disagreement' }).click();
  await hasNoBarrier(practitioner);
  await council.goto(practitioner.url());
  await council.getByRole('button', { name: 'Answer', exact: true }).click();
  await council.getByLabel('What does your agency say?').fill('We come along on Friday.');
  await council.getByRole('button', { name: 'Send answer' }).click();
  await practitioner.reload();
  await practitioner.getByRole('button', { name: 'Say how it ended' }).click();
  await hasNoBarrier(practitioner);
  await practitioner.getByLabel('Settled between the two').check();
  await practitioner.getByLabel('How was it settled?').fill('The visit was made together.');
  await practitioner.getByRole('button', { name: 'End the disagreement' }).click();
  expect(await main(practitioner)).toContain('Settled between the two');
}, 120_000);

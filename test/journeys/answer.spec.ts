import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { ledgerMails } from '../../src/ledger/chivvying/digest-mail.ts';
import { runChivvying } from '../../src/ledger/chivvying/run.ts';
import { anActionOf, answersIn } from '../../src/ledger/chivvying/world.fixture.ts';
import { addDays } from '../../src/platform/calendar/days.ts';
import { deliverDue } from '../../src/platform/mail/deliver.ts';
import { openMailServer } from '../../src/platform/mail/mail-server.fixture.ts';
import { smtpTransport } from '../../src/platform/mail/smtp.ts';
import { barriersOn, test } from '../harness/journey.ts';

/** No barrier that a machine can find, wide or narrow, and nothing that scrolls sideways. */
async function hasNoBarrier(page: Page): Promise<void> {
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    expect([page.url(), width, await barriersOn(page)]).toEqual([page.url(), width, []]);
  }
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  await page.setViewportSize({ width: 1280, height: 800 });
}

test('an owner answers a line of the digest without signing in, and the chair sees what is in the way', async ({
  house,
  site,
}) => {
  house.clock.now = new Date('2026-06-02T06:10:00Z'); // a Tuesday
  const owner = await house.person(house.dunmere, 'agency-representative');
  const chair = await house.person(house.dunmere, 'independent-chair');
  const today = await house.data.as(owner, async (scope) => scope.today);
  const action = await anActionOf(house.data, owner, { dueOn: addDays(today, -1), title: 'Tell the board' });
  const server = await openMailServer();
  const transport = smtpTransport(server.url, 'Concordat <no-reply@concordat.example>');
  await runChivvying(house.data);
  await deliverDue({ database: house.data, transport, kinds: ledgerMails, url: site.url, log: { error: () => {} } });
  transport.close();
  await server.close();
  const [letter] = server.received;
  expect(letter).toMatchObject({ to: [owner.email], subject: 'One thing needs you', html: false, attachments: 0 });
  const [link = ''] = answersIn({ text: letter?.text ?? '' });

  const page = await site.browse(undefined, { javaScriptEnabled: true });
  await page.goto(link);
  expect(await page.locator('main').textContent()).toContain('Westry Police');
  await hasNoBarrier(page);
  await page.getByRole('button', { name: 'Something is in the way' }).click();
  await hasNoBarrier(page);
  await page.getByRole('button', { name: 'Send this answer' }).click();
  expect(await page.title()).toContain('Error:');
  await page.getByLabel('Nobody has time for it, or a post is empty').check();
  await page.getByLabel('What would help?').fill('A locum until the autumn');
  await page.getByRole('button', { name: 'Send this answer' }).click();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Thank you');
  await hasNoBarrier(page);
  expect((await page.goto(link))?.status()).toBe(404);
  await hasNoBarrier(page);

  const seen = await site.browse(chair);
  await seen.goto('/dunmere/chivvying/in-the-way');
  expect(await seen.locator('main').textContent()).toContain('Tell the board');
  await seen.goto(`/dunmere/actions/${action}`);
  expect(await seen.locator('main').textContent()).toContain('A locum until the autumn');
}, 120_000);

test('a message above an owner is read word for word and let out, and stands in the reader’s next digest', async ({
  house,
  site,
}) => {
  house.clock.now = new Date('2026-06-02T06:10:00Z');
  const gone = await house.person(house.dunmere, 'agency-representative');
  const chair = await house.person(house.dunmere, 'independent-chair');
  const manager = await house.person(house.dunmere, 'business-manager');
  const today = await house.data.as(gone, async (scope) => scope.today);
  await anActionOf(house.data, gone, { dueOn: addDays(today, -1), title: 'Tell the board' });
  await house.data.as(manager, ({ db, partnership }) =>
    db
      .updateTable('person')
      .set({ left_on: addDays(today, -10) })
      .where('partnership_id', '=', partnership)
      .where('id', '=', gone.person)
      .execute(),
  );
  await runChivvying(house.data);
  const page = await site.browse(manager);
  await page.goto('/dunmere/chivvying/release-list');
  await hasNoBarrier(page);
  await page.getByRole('link', { name: /^Settle/ }).click();
  expect(await page.locator('main').textContent()).toContain(`What ${chair.name} would read`);
  await hasNoBarrier(page);
  await page.getByLabel('Let it out').check();
  await page.getByRole('button', { name: 'Save' }).click();
  expect(await page.locator('main').textContent()).toContain('Nothing waits for release');
  house.clock.now = new Date('2026-06-03T06:10:00Z');
  expect(await runChivvying(house.data)).toMatchObject({ digests: 1 });
}, 120_000);

import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { newId } from '../../src/platform/database/ids.ts';
import { invitationLink, invite } from '../../src/platform/identity/invite.ts';
import { hashPassword } from '../../src/platform/identity/password.ts';
import type { House } from '../harness/house.ts';
import { barriersOn } from '../harness/journey.ts';
import { type Organisation, test } from './sign-on-organisation.ts';

const password = 'tractor violin marmalade';

async function anAccount(house: House, over: { factorRequired?: boolean; withPassword?: boolean } = {}) {
  const { factorRequired = false, withPassword = true } = over;
  const id = newId();
  const email = 'priya.shah@council.example';
  const password_hash = withPassword ? await hashPassword(password) : null;
  await house.data.asAccount(undefined, ({ db }) =>
    db
      .insertInto('account')
      .values({ id, email, name: 'Priya Shah', password_hash, factor_required: factorRequired })
      .execute(),
  );
  return { id, email };
}

async function linked(house: House, organisation: Organisation, account: string, subject: string): Promise<void> {
  await house.data.asAccount(undefined, ({ db, now }) =>
    db
      .insertInto('sign_on_identity')
      .values({ issuer: organisation.issuer, subject, account_id: account, made_at: now })
      .execute(),
  );
}

/** At the organisation: who one is, and whether one shows a card. */
async function identify(page: Page, name: string, { card = false } = {}): Promise<void> {
  await page.getByLabel('Name').fill(name);
  if (card) await page.getByLabel('I showed my card').check();
  await page.getByRole('button', { name: 'Sign in' }).click();
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).textContent();
const pathOf = (page: Page) => new URL(page.url()).pathname;
const begin = async (page: Page, next = '/account') => {
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
  await page.getByRole('button', { name: 'Sign in with Dunmere Council' }).click();
};

describe('an organisation’s sign-on does not let in', () => {
  test('somebody whose identity is connected to no account, though the address is known', async ({ house, site }) => {
    await anAccount(house);
    const page = await site.browse();
    await begin(page);
    await identify(page, 'a-stranger');
    expect(await heading(page)).toBe('We do not know this sign-in yet');
    expect(await barriersOn(page)).toEqual([]);
    await page.goto('/account');
    expect(pathOf(page)).toBe('/sign-in');
  });

  test('an answer that was used before, or that another browser asked for', async ({ house, organisation, site }) => {
    await linked(house, organisation, (await anAccount(house)).id, 'priya');
    const page = await site.browse();
    const answers: string[] = [];
    page.on('request', (request) => request.url().includes('/sign-on/return') && answers.push(request.url()));
    await begin(page);
    await identify(page, 'priya');
    expect(pathOf(page)).toBe('/account');
    const [answer = ''] = answers;
    await page.goto(answer);
    expect(await heading(page)).toBe('Begin again');

    const victim = await site.browse();
    await victim.goto(answer);
    expect(await heading(victim)).toBe('Begin again');
    await begin(victim);
    await victim.goto(answer);
    expect(await heading(victim)).toBe('Dunmere Council did not sign you in');
    await victim.goto('/account');
    expect(pathOf(victim)).toBe('/sign-in');
  });

  test.for(['nonce', 'state', 'code_challenge'])(
    'an answer whose %s is not the one asked for',
    async (name, { house, organisation, site }) => {
      await linked(house, organisation, (await anAccount(house)).id, 'priya');
      const page = await site.browse();
      const started = await page.request.get('/sign-on', { maxRedirects: 0 });
      const address = new URL(started.headers()['location'] ?? '');
      expect(address.searchParams.get(name)?.length).toBe(43);
      address.searchParams.set(name, 'A'.repeat(43));
      await page.goto(address.href);
      await identify(page, 'priya');
      expect(await heading(page)).toBe('Dunmere Council did not sign you in');
      await page.goto('/account');
      expect(pathOf(page)).toBe('/sign-in');
    },
  );

  test('whoever reads the mailbox of an account that has a password: an invitation connects nothing to it', async ({
    house,
    site,
  }) => {
    const { id, email } = await anAccount(house);
    const { partnership, name: partnershipName } = house.dunmere;
    const link = await house.data.asAccount(undefined, async (scope) => {
      await invite(scope, { email, name: 'Priya Shah', partnership, partnershipName });
      return invitationLink(scope, site.url, id, partnership);
    });
    const page = await site.browse();
    await page.goto(link);
    expect(await page.getByRole('button', { name: 'Sign in with Dunmere Council' }).count()).toBe(0);
    await page.goto(`${link}/sign-on`);
    if (await page.getByLabel('Name').count()) await identify(page, 'a-thief');
    await page.goto('/account');
    expect(pathOf(page)).toBe('/sign-in');
    expect(await house.data.reference.selectFrom('sign_on_identity').selectAll().execute()).toEqual([]);
  });

  test('somebody who is told no there', async ({ site }) => {
    const page = await site.browse();
    await begin(page);
    await page.getByRole('button', { name: 'No' }).click();
    expect(await heading(page)).toBe('Dunmere Council did not sign you in');
  });
});

test('when the organisation does not answer, the page says so and passwords go on working', async ({
  house,
  organisation,
  site,
}) => {
  const { email } = await anAccount(house);
  await organisation.stop();
  const page = await site.browse();
  await page.goto('/sign-in');
  const answered = page.waitForResponse((response) => response.url().endsWith('/sign-on'));
  await page.getByRole('button', { name: 'Sign in with Dunmere Council' }).click();
  expect((await answered).status()).toBe(503);
  expect(await heading(page)).toBe('Dunmere Council does not answer');
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole('link', { name: 'sign in with your email address and password' }).click();
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.goto('/account');
  expect(await heading(page)).toBe('Your account');

  await organisation.start();
  const later = await site.browse();
  await begin(later);
  expect(await heading(later)).toBe('Dunmere Council');
});

test('when it stops answering half-way, that is said too', async ({ house, organisation, site }) => {
  await linked(house, organisation, (await anAccount(house)).id, 'priya');
  const page = await site.browse();
  await begin(page);
  organisation.hangUp();
  await identify(page, 'priya');
  expect(await heading(page)).toBe('Dunmere Council does not answer');
});

test('an invitation connects an identity, and from then on the identity is enough', async ({ house, site }) => {
  const account = await house.data.asAccount(undefined, async (scope) => {
    const { partnership, name: partnershipName } = house.dunmere;
    const invited = await invite(scope, {
      email: 'priya.shah@council.example',
      name: 'Priya Shah',
      partnership,
      partnershipName,
    });
    return invited.invited ? invited.account : '';
  });
  const link = await house.data.asAccount(undefined, (scope) =>
    invitationLink(scope, site.url, account, house.dunmere.partnership),
  );
  const page = await site.browse();
  await page.goto(link);
  await page.getByRole('button', { name: 'Sign in with Dunmere Council' }).click();
  await identify(page, 'priya');
  await page.goto('/account');
  expect(await page.getByText('Connected', { exact: true }).count()).toBe(1);

  await house.data.asAccount(undefined, ({ db }) =>
    db.updateTable('account').set({ email: 'married.name@council.example' }).execute(),
  );
  const other = await site.browse();
  await begin(other);
  await identify(other, 'priya');
  expect(pathOf(other)).toBe('/account');
  const thief = await site.browse();
  await thief.goto(link);
  expect(await heading(thief)).toBe('This link does not work any more');
});

test('somebody signed in connects their identity, and nobody else’s', async ({ house, organisation, site }) => {
  const { id } = await anAccount(house);
  const other = await house.person(house.dunmere, 'practitioner');
  await linked(house, organisation, other.account, 'somebody-else');
  const page = await site.browse({ account: id });
  await page.goto('/account/sign-on');
  await page.getByRole('button', { name: 'Connect' }).click();
  await identify(page, 'somebody-else');
  expect(await heading(page)).toBe('This sign-in belongs to another account');

  const fresh = await site.browse({ account: id });
  await fresh.goto('/account/sign-on');
  await fresh.getByRole('button', { name: 'Connect' }).click();
  await identify(fresh, 'priya');
  expect(await heading(fresh)).toBe('Your sign-in with Dunmere Council is connected');
  await fresh.getByRole('button', { name: 'Disconnect' }).click();
  await fresh.goto('/account');
  expect(await fresh.getByText('Not connected').count()).toBe(1);
});

test('a second factor shown there counts here, and one not shown there is asked for', async ({
  house,
  organisation,
  site,
}) => {
  const { id } = await anAccount(house, { factorRequired: true });
  await linked(house, organisation, id, 'priya');
  const without = await site.browse();
  await begin(without);
  await identify(without, 'priya');
  expect(await heading(without)).toBe('Set up a second step');
  const page = await site.browse();
  await begin(page);
  await identify(page, 'priya', { card: true });
  expect(pathOf(page)).toBe('/account');
});

test('an account without a password shows there that it is still its owner', async ({ house, organisation, site }) => {
  const { id } = await anAccount(house, { withPassword: false });
  await linked(house, organisation, id, 'priya');
  const page = await site.browse();
  await begin(page);
  await identify(page, 'priya');
  await house.data.asAccount(undefined, ({ db }) =>
    db
      .updateTable('session')
      .set({ proved_at: new Date(Date.now() - 3_600_000) })
      .execute(),
  );
  await page.goto('/account/email');
  expect(await heading(page)).toBe('Is it still you?');
  await page.getByRole('button', { name: 'Sign in with Dunmere Council' }).click();
  await identify(page, 'priya');
  expect(pathOf(page)).toBe('/account/email');
});

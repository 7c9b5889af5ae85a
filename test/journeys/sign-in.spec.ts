import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { newId } from '../../src/platform/database/ids.ts';
import { codeFor } from '../../src/platform/identity/identity.fixture.tsx';
import { invitationLink, invite } from '../../src/platform/identity/invite.ts';
import { hashPassword } from '../../src/platform/identity/password.ts';
import type { House } from '../harness/house.ts';
import { barriersOn, test } from '../harness/journey.ts';

const password = 'tractor violin marmalade';
const heading = (page: Page) => page.getByRole('heading', { level: 1 }).textContent();
const pathOf = (page: Page) => new URL(page.url()).pathname;

async function anAccount(house: House, factorRequired = false) {
  const id = newId();
  const email = `${id.slice(-12)}@council.example`;
  const password_hash = await hashPassword(password);
  await house.data.asAccount(undefined, ({ db }) =>
    db
      .insertInto('account')
      .values({ id, email, name: 'Priya Shah', password_hash, factor_required: factorRequired })
      .execute(),
  );
  return { account: id, email };
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in?next=%2Faccount');
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** A passkey in the browser itself, as Chromium makes one for tests: it asks nobody and always agrees. */
async function withVirtualKey(page: Page, transport: 'internal' | 'usb'): Promise<{ uses(): Promise<number> }> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport,
      hasResidentKey: true,
      hasUserVerification: transport === 'internal',
      isUserVerified: transport === 'internal',
    },
  });
  return {
    async uses() {
      const { credentials } = await devtools.send('WebAuthn.getCredentials', { authenticatorId });
      return credentials.reduce((sum, { signCount }) => sum + signCount, 0);
    },
  };
}

test('somebody invited chooses a password and adds an authenticator app without scripts, and signs in with both', async ({
  house,
  site,
}) => {
  const link = await house.data.asAccount(undefined, async (scope) => {
    const { partnership, name: partnershipName } = house.dunmere;
    const invited = await invite(scope, {
      email: 'priya.shah@council.example',
      name: 'Priya Shah',
      partnership,
      partnershipName,
    });
    if (!invited.invited) throw new Error('invited');
    await scope.db.updateTable('account').set({ factor_required: true }).execute();
    return invitationLink(scope, site.url, invited.account, partnership);
  });
  const page = await site.browse(undefined, { javaScriptEnabled: false });
  await page.goto(link);
  expect(await heading(page)).toBe('Welcome, Priya Shah');
  await page.getByLabel('New password').fill('short');
  await page.getByRole('button', { name: 'Save password and go on' }).click();
  expect(await page.title()).toMatch(/^Error: /);
  expect(await page.getByLabel('New password').inputValue()).toBe('');
  await page.getByLabel('New password').fill(password);
  await page.getByRole('button', { name: 'Save password and go on' }).click();
  expect(await heading(page)).toBe('Set up a second step');
  await page.getByRole('link', { name: 'Passkey or hardware key' }).click();
  expect(await page.getByRole('button', { name: 'Add a passkey' }).count()).toBe(0);
  expect(await page.getByText('need a browser that runs scripts').isVisible()).toBe(true);
  await page.goBack();
  await page.getByRole('link', { name: 'Authenticator app' }).click();
  const seed = (await page.locator('main ol code').textContent()) ?? '';
  await page.getByLabel('The code your app shows now').fill(await codeFor(seed, house.clock.now));
  await page.getByRole('button', { name: 'Add this app' }).click();
  expect(pathOf(page)).toBe('/today');

  house.clock.now = new Date(house.clock.now.getTime() + 60_000);
  const other = await site.browse(undefined, { javaScriptEnabled: false });
  await signIn(other, 'priya.shah@council.example');
  expect(await heading(other)).toBe('Show your second step');
  await other.getByLabel('Code').fill(await codeFor(seed, house.clock.now));
  await other.getByRole('button', { name: 'Continue' }).click();
  expect(pathOf(other)).toBe('/account');
});

test.for(['internal', 'usb'] as const)(
  'a passkey (%s) is added once and opens the account from then on',
  async (transport, { house, site }) => {
    const { email } = await anAccount(house, true);
    const page = await site.browse();
    const key = await withVirtualKey(page, transport);
    await signIn(page, email);
    await page.getByRole('link', { name: 'Passkey or hardware key' }).click();
    await page.getByRole('button', { name: 'Add a passkey or hardware key' }).click();
    await page.waitForURL('**/account');
    expect(await page.getByText('Passkey or hardware key').count()).toBe(1);

    await page.getByRole('button', { name: 'Sign out' }).click();
    await signIn(page, email);
    expect(await heading(page)).toBe('Show your second step');
    const before = await key.uses();
    await page.getByRole('button', { name: 'Use my passkey or hardware key' }).click();
    await page.waitForURL('**/account');
    expect(await key.uses()).toBeGreaterThan(before);
  },
);

test('nothing is said to have failed before it was tried', async ({ house, site }) => {
  const page = await site.browse();
  await signIn(page, (await anAccount(house)).email);
  await page.goto('/account/second-factor/passkey');
  await page.getByRole('button', { name: 'Add a passkey or hardware key' }).waitFor();
  expect(await page.getByText('did not hand over a passkey').isVisible()).toBe(false);
  expect(await page.getByText('need a browser that runs scripts').isVisible()).toBe(false);
});

test('a passkey that is not one of the account’s opens nothing, and the way to try again stays', async ({
  house,
  site,
}) => {
  const { email } = await anAccount(house, true);
  const owner = await site.browse();
  await withVirtualKey(owner, 'internal');
  await signIn(owner, email);
  await owner.getByRole('link', { name: 'Passkey or hardware key' }).click();
  await owner.getByRole('button', { name: 'Add a passkey or hardware key' }).click();
  await owner.waitForURL('**/account');

  const thief = await site.browse();
  await withVirtualKey(thief, 'internal');
  await signIn(thief, email);
  await thief.getByRole('button', { name: 'Use my passkey or hardware key' }).click();
  await thief.getByText('did not hand over a passkey').waitFor();
  expect(await thief.getByRole('button', { name: 'Use my passkey or hardware key' }).isEnabled()).toBe(true);
  await thief.goto('/account');
  expect(pathOf(thief)).toBe('/sign-in/second-factor');
});

test('the answer of a passkey counts once, in the session that asked', async ({ house, site }) => {
  const { email } = await anAccount(house, true);
  const page = await site.browse();
  await withVirtualKey(page, 'internal');
  await signIn(page, email);
  await page.getByRole('link', { name: 'Passkey or hardware key' }).click();
  await page.getByRole('button', { name: 'Add a passkey or hardware key' }).click();
  await page.waitForURL('**/account');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await signIn(page, email);
  const sent = page.waitForRequest(
    (request) => request.method() === 'POST' && request.url().includes('/second-factor'),
  );
  await page.getByRole('button', { name: 'Use my passkey or hardware key' }).click();
  const answer = new URLSearchParams((await sent).postData() ?? '').get('passkey') ?? '';
  expect(answer).toContain('clientDataJSON');
  await page.waitForURL('**/account');

  const thief = await site.browse();
  await signIn(thief, email);
  const replayed = thief.waitForResponse((response) => response.request().method() === 'POST');
  await thief.evaluate(
    `const field = document.querySelector('input[name=passkey]'); field.value = ${JSON.stringify(answer)}; field.form.submit();`,
  );
  expect((await replayed).status()).toBe(422);
  await thief.getByRole('heading', { name: 'There is a problem' }).waitFor();
  await thief.goto('/account');
  expect(pathOf(thief)).toBe('/sign-in/second-factor');
});

test('a form with mistakes leads to them by keyboard, keeps the address and not the password', async ({ site }) => {
  const page = await site.browse();
  await page.goto('/sign-in');
  await page.getByLabel('Email address').fill('Priya');
  await page.getByLabel('Password', { exact: true }).fill('something secret');
  await page.getByLabel('Password', { exact: true }).press('Enter');
  await page
    .getByRole('link', { name: 'Enter an email address in the correct format, like name@example.com' })
    .press('Enter');
  expect(await page.evaluate('document.activeElement.id')).toBe('email');
  expect(await page.getByLabel('Email address').inputValue()).toBe('Priya');
  expect(await page.getByLabel('Password', { exact: true }).inputValue()).toBe('');
});

test('password managers know every field, and pasting is allowed', async ({ house, site }) => {
  const page = await site.browse(undefined, { permissions: ['clipboard-read', 'clipboard-write'] });
  const kinds = async () => {
    const fields = await page.locator('main input:not([type=hidden])').all();
    return await Promise.all(fields.map((field) => field.getAttribute('autocomplete')));
  };
  await page.goto('/sign-in');
  expect(await kinds()).toEqual(['username', 'current-password']);
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(password)})`);
  await page.getByLabel('Password', { exact: true }).press('Control+V');
  expect(await page.getByLabel('Password', { exact: true }).inputValue()).toBe(password);
  await signIn(page, (await anAccount(house)).email);
  await page.goto('/account/password');
  expect(await kinds()).toEqual(['username', 'new-password']);
  await page.goto('/account/second-factor/authenticator');
  expect(await kinds()).toEqual(['one-time-code']);
});

test('no page of signing in or of one’s account has a barrier that a machine can find, or scrolls sideways on a narrow screen', async ({
  house,
  site,
}) => {
  const stranger = [
    '/sign-in',
    '/sign-in?after=reset',
    '/forgotten-password',
    '/reset/nothing',
    '/invitation/nothing',
    '/email-change/nothing',
  ];
  const owner = [
    '/account',
    '/account/password',
    '/account/email',
    '/account/sessions',
    '/account/prove',
    '/sign-out',
    '/account/second-factor',
    '/account/second-factor/authenticator',
    '/account/second-factor/passkey',
    '/account/second-factor/printed-codes',
  ];
  const page = await site.browse();
  const check = async (paths: readonly string[]) => {
    for (const path of paths) {
      await page.goto(path);
      await page.setViewportSize({ width: 1280, height: 800 });
      expect([path, await barriersOn(page)]).toEqual([path, []]);
      await page.setViewportSize({ width: 320, height: 800 });
      expect([path, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([path, 320]);
    }
  };
  await check(stranger);
  const { email } = await anAccount(house);
  await signIn(page, email);
  await check(owner);
  await page.goto('/account/second-factor/printed-codes');
  await page.getByRole('button', { name: 'Show me the codes' }).click();
  expect(await barriersOn(page)).toEqual([]);
  expect(await page.getByRole('button', { name: 'Print this page' }).isVisible()).toBe(true);
  await page.goto('/account/second-factor');
  await page.getByRole('link', { name: 'Remove printed codes' }).click();
  expect(await barriersOn(page)).toEqual([]);
}, 180_000);

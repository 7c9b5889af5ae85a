import { expect } from 'vitest';
import type { Role } from '../../src/partnership/roles.ts';
import { withClient } from '../../src/platform/database/connection.ts';
import { test as houseTest } from '../harness/house.ts';
import { type Browser, formOn, openPages, type Pages } from '../harness/pages.ts';
import { committeesDuty } from './committees-duty.fixture.ts';

const test = houseTest.extend<{ pages: Pages; as: (role: Role) => Promise<Browser> }>({
  pages: async ({ house }, use) => {
    const pages = await openPages(house, [committeesDuty]);
    await use(pages);
    await pages.app.close();
  },
  as: async ({ house, pages }, use) => {
    await use(async (role) => pages.browse(await house.person(house.dunmere, role)));
  },
});

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const send = (pages: Pages, browser: Browser, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  pages.app.inject({
    method: 'POST',
    url: '/dunmere/committees',
    payload: new URLSearchParams(fields).toString(),
    headers: {
      ...form,
      host: 'localhost',
      cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      ...headers,
    },
  });
const names = async (browser: Browser) =>
  (await browser.get('/dunmere/committees/')).json<{ name: string }[]>().map(({ name }) => name);

test('a form without our token is refused and changes nothing', async ({ pages, as }) => {
  const browser = await as('business-manager');
  const { _key } = formOn((await browser.get('/today')).body);
  const answer = await send(pages, browser, { _key: String(_key), name: 'Forged' });
  expect(answer.statusCode).toBe(403);
  expect(answer.body).toContain('<h1');
  expect(await names(browser)).toEqual([]);
});

test('a token made for one session is refused in another', async ({ pages, as }) => {
  const [mine, other] = [await as('business-manager'), await as('business-manager')];
  const fields = formOn((await other.get('/today')).body);
  mine.cookies.set('form', other.cookies.get('form') ?? '');
  expect((await send(pages, mine, { ...fields, name: 'Borrowed' })).statusCode).toBe(403);
});

test('a form posted from another site is refused, token and all', async ({ pages, as }) => {
  const browser = await as('business-manager');
  for (const headers of [
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ]) {
    const fields = formOn((await browser.get('/today')).body);
    expect(
      (await send(pages, browser, { ...fields, name: 'From elsewhere' }, headers as Record<string, string>)).statusCode,
    ).toBe(403);
  }
  expect(await names(browser)).toEqual([]);
});

test('a form without its one-use key is refused', async ({ pages, as }) => {
  const browser = await as('business-manager');
  const { _csrf } = formOn((await browser.get('/today')).body);
  expect((await send(pages, browser, { _csrf: String(_csrf), name: 'Keyless' })).statusCode).toBe(403);
});

test('who may not is told which role may, and stays signed in', async ({ as }) => {
  const browser = await as('practitioner');
  const answer = await browser.post('/dunmere/committees', { name: 'Not mine to add' });
  expect(answer.statusCode).toBe(403);
  expect(answer.body).toContain('Business manager');
  expect((await browser.get('/today')).statusCode).toBe(200);
});

test('a button pressed twice acts once, and both are led to the same place', async ({ pages, as }) => {
  const browser = await as('business-manager');
  const fields = { ...formOn((await browser.get('/today')).body), name: 'Neglect' };
  const [first, second] = [await send(pages, browser, fields), await send(pages, browser, fields)];
  expect([first.statusCode, second.statusCode]).toEqual([303, 303]);
  expect(second.headers['location']).toBe(first.headers['location']);
  expect(await names(browser)).toEqual(['Neglect']);
});

test('pressed again while the first is still at work, it waits and acts once', async ({ pages, as }) => {
  const browser = await as('business-manager');
  const fields = { ...formOn((await browser.get('/today')).body), name: 'slow' };
  const [first, second] = await Promise.all([send(pages, browser, fields), send(pages, browser, fields)]);
  expect(second.headers['location']).toBe(first.headers['location']);
  expect(await names(browser)).toEqual(['slow']);
});

test('a key used once is refused with other answers', async ({ pages, as }) => {
  const browser = await as('business-manager');
  const fields = formOn((await browser.get('/today')).body);
  await send(pages, browser, { ...fields, name: 'Neglect' });
  expect((await send(pages, browser, { ...fields, name: 'Exploitation' })).statusCode).toBe(403);
  expect(await names(browser)).toEqual(['Neglect']);
});

test('a failure shows a reference, and neither page nor log repeats what went wrong in words', async ({
  pages,
  as,
}) => {
  const browser = await as('business-manager');
  const answer = await browser.get('/dunmere/committees/broken');
  expect(answer.statusCode).toBe(500);
  expect(answer.body).not.toContain('Kerensa');
  const failed = pages.log
    .map((line) => JSON.parse(line) as { msg: string; request: string })
    .find(({ msg }) => msg === 'failed');
  expect(answer.body).toContain(failed?.request ?? 'no reference in the log');
  expect(pages.log.join('')).not.toContain('Kerensa');
});

test('while its database cannot be reached the server says so in words, and comes back by itself', async ({
  house,
  pages,
  as,
}) => {
  const browser = await as('business-manager');
  const shut = (limit: number) =>
    withClient(house.connections.superuser, async (client) => {
      const { rows } = await client.query<{ name: string }>('select current_database() as name');
      await client.query(`alter database ${rows[0]?.name} connection limit ${limit}`);
      if (limit === 0)
        await client.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'concordat_app' and datname = current_database()`,
        );
    });
  await shut(0);
  const answer = await browser.get('/today');
  expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '10']);
  expect(answer.body).toContain('<h1');
  expect((await pages.app.inject('/health')).statusCode).toBe(503);
  await shut(-1);
  expect((await browser.get('/today')).statusCode).toBe(200);
  expect((await pages.app.inject('/health')).statusCode).toBe(200);
});

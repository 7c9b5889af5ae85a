import { PNG } from 'pngjs';
import { describe, expect } from 'vitest';
import type { House } from '../../../test/harness/house.ts';
import { type Browser, formOn, type Pages, test as pagesTest } from '../../../test/harness/pages.ts';
import { loadReferenceFacts } from '../../app.ts';
import { multipartForm } from '../../platform/http/upload.fixture.ts';
import { addPerson, markLeft } from '../people/person.store.ts';
import { listPriorities } from './priority.store.ts';
import { changeAbout, findAbout, holdAbout } from './settings.store.ts';

const here = '/dunmere/settings';

const test = pagesTest.extend<{ manager: Browser; about: () => ReturnType<typeof findAbout> }>({
  manager: async ({ house, pages }, use) => {
    await loadReferenceFacts({ ...house.connections, embedded: true, release: async () => {} }, () => {});
    await use(await pages.browse(await house.person(house.dunmere, 'business-manager')));
  },
  about: async ({ house }, use) => {
    const who = await house.person(house.dunmere);
    await use(() => house.data.as(who, findAbout));
  },
});

const seenOn = async (browser: Browser, path: string) =>
  (await browser.get(path)).body.match(/name="seen" value="([^"]*)"/)?.[1] ?? '';

/** Sends the form at `path` as it would be sent from its page. */
const fill = async (browser: Browser, path: string, fields: Record<string, string | readonly string[]>) =>
  await browser.post(path, { seen: await seenOn(browser, path), ...fields });

const paths = ['', '/name', '/areas', '/law', '/law/clocks/panel-reply', '/law/sections/act-2026-section-2', '/words'];
const morePaths = ['/logo', '/priorities', '/priorities/add', '/contact', '/duties', '/duties/inspections'];

describe('the settings are not there', () => {
  test('for those of another partnership', async ({ pages, house }: { pages: Pages; house: House }) => {
    const neighbour = await pages.browse(await house.person(house.elsewhere, 'business-manager'));
    for (const path of [...paths, ...morePaths]) {
      expect([path, (await neighbour.get(here + path)).statusCode]).toEqual([path, 404]);
    }
  });
  test('for those who may not change them', async ({ pages, house }) => {
    const support = await pages.browse(await house.person(house.dunmere, 'business-support'));
    for (const path of [...paths, ...morePaths]) {
      expect([path, (await support.get(here + path)).statusCode]).toEqual([path, 403]);
    }
    expect((await support.post(`${here}/name`, { name: 'Ours now' })).statusCode).toBe(403);
    expect((await support.get('/dunmere')).body).not.toContain(`href="${here}"`);
  });
  test('for what does not exist or is settled', async ({ manager }) => {
    for (const path of [
      '/law/clocks/never',
      '/law/clocks/toString',
      '/law/clocks/serious-case-review-decision',
      '/law/sections/act-2026-section-9',
      '/priorities/none',
      '/priorities/0195f7a0-0000-7000-8000-000000000000',
      '/duties/witchcraft',
    ]) {
      expect([path, (await manager.get(here + path)).statusCode]).toEqual([path, 404]);
    }
  });
});

const long = 'x'.repeat(600);
describe('a form that cannot be meant comes back with what was typed, and changes nothing', () => {
  test.for([
    ['/name', { name: 'X', shortName: 'Kept' }, 'must be 3 characters or more', 'value="Kept"'],
    ['/areas', {}, 'Select at least one area', ''],
    ['/areas', { area: 'E99999999' }, 'Select areas from the list', 'E99999999'],
    ['/contact', { contact: 'Kept', contactEmail: 'nobody', contactPhone: '' }, 'correct format', 'Kept'],
    ['/contact', { contact: long, contactEmail: '', contactPhone: '' }, '500 characters or fewer', ''],
    ['/words', { board: long.slice(0, 81), chair: 'Kept' }, '80 characters or fewer', 'value="Kept"'],
    ['/law/clocks/panel-reply', { count: 'soon', unit: 'days', starts: '' }, 'a whole number', 'value="soon"'],
    ['/law/clocks/panel-reply', { count: '5', unit: 'days', starts: 'whenever' }, 'Select the day it starts', ''],
    [
      '/law/sections/act-2026-section-2',
      { 'first-day': '31', 'first-month': '2', 'first-year': '2027' },
      'must be a real date',
      'value="31"',
    ],
    ['/priorities/add', { name: 'Kept as typed', lead: '' }, 'Enter the day it begins', 'value="Kept as typed"'],
    ['/duties/inspections', { inUse: 'perhaps' }, 'Select whether it is in use', ''],
  ] as const)('%s %o', async ([path, fields, error, kept], { manager, about }) => {
    const before = await about();
    const answer = await fill(manager, here + path, fields);
    expect([answer.statusCode, answer.body]).toEqual([422, expect.stringContaining(error)]);
    expect(answer.body).toContain(kept);
    expect(await about()).toEqual(before);
  });
});

test('a form that was opened before somebody else’s change saves nothing over it', async ({
  manager,
  house,
  about,
}) => {
  const seen = await seenOn(manager, `${here}/name`);
  const who = await house.person(house.dunmere);
  await house.data.as(who, (scope) => changeAbout(scope, { name: 'Their name', shortName: 'Theirs' }));
  const answer = await manager.post(`${here}/name`, { seen, name: 'My name', shortName: 'Mine' });
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain('Somebody else changed this');
  expect(answer.body).toContain('Saved now: Their name (Theirs)');
  expect(answer.body).toContain('value="My name"');
  expect((await about()).name).toBe('Their name');
});

test('of two who save at once, the second waits for the first and then sees their change', async ({
  manager,
  house,
  about,
}) => {
  const path = `${here}/name`;
  const form = { seen: await seenOn(manager, path), name: 'My name', shortName: 'Mine' };
  const who = await house.person(house.dunmere);
  const [held, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const first = house.data.as(who, async (scope) => {
    await holdAbout(scope);
    held.resolve();
    await go.promise;
    await changeAbout(scope, { name: 'Their name', shortName: 'Theirs' });
  });
  await held.promise;
  const second = manager.post(path, form);
  const early = await Promise.race([second, new Promise((resolve) => setTimeout(resolve, 300, 'waits'))]);
  go.resolve();
  await first;
  expect(early).toBe('waits');
  expect((await second).statusCode).toBe(422);
  expect((await about()).name).toBe('Their name');
});

test('the name is changed, on every page', async ({ manager, about }) => {
  const answer = await fill(manager, `${here}/name`, { name: 'Dunmere Board', shortName: 'Dunmere' });
  expect([answer.statusCode, answer.headers['location']]).toEqual([303, here]);
  expect((await about()).name).toBe('Dunmere Board');
  expect((await manager.get(here)).body).toContain('Dunmere Board (Dunmere)');
});

test('areas are found by a part of their name, and several are covered by one partnership', async ({ manager }) => {
  const search = (await manager.get(`${here}/areas?name=hackney`)).body;
  expect(search).toContain('value="E09000012"');
  await fill(manager, `${here}/areas`, { area: ['E09000012', 'E09000001'] });
  expect((await manager.get(here)).body).toContain('City of London, Hackney');
  await fill(manager, `${here}/areas`, { area: 'E09000001' });
  expect((await manager.get(here)).body).not.toContain('Hackney');
});

test('a length that nobody verified is set, shown as set, and given back', async ({ manager, about }) => {
  const path = `${here}/law/clocks/panel-reply`;
  await fill(manager, path, { count: '12', unit: 'working-days', starts: '' });
  expect((await about()).law.clocks['panel-reply']?.length.value).toEqual({ count: 12, unit: 'working-days' });
  expect((await manager.get(`${here}/law`)).body).toContain('Set by you');
  await fill(manager, path, { count: '', unit: 'days', starts: '' });
  expect((await about()).settings.clocks).toEqual({});
});

test('a section is dated', async ({ manager, about }) => {
  const path = `${here}/law/sections/act-2026-section-2`;
  await fill(manager, path, { 'first-day': '1', 'first-month': '9', 'first-year': '2027' });
  expect((await about()).law.switches.find(({ id }) => id === 'act-2026-section-2')?.inForceFrom).toBe('2027-09-01');
  expect((await manager.get(`${here}/law`)).body).toContain('In force from 1 September 2027');
});

test('the partnership’s word for its board is on the front page', async ({ manager }) => {
  await fill(manager, `${here}/words`, { board: 'Executive board', chair: ' ' });
  expect((await manager.get('/dunmere')).body).toContain('Executive board');
});

test('a priority without a lead is nobody’s until somebody leads it, and those who left cannot', async ({
  manager,
  house,
}) => {
  const who = await house.person(house.dunmere);
  const [amina, ben] = await house.data.as(who, async (scope) => {
    const left = await addPerson(scope, { name: 'Ben Left' });
    await markLeft(scope, left, scope.today);
    return [await addPerson(scope, { name: 'Amina Lead' }), left];
  });
  const from = { 'fromOn-day': '1', 'fromOn-month': '4', 'fromOn-year': '2026' };
  await fill(manager, `${here}/priorities/add`, { name: 'Neglect', lead: '', ...from });
  expect((await manager.get(`${here}/priorities`)).body).toContain('Nobody owns this');
  expect((await manager.get(here)).body).toContain('nobody’s');
  const [made] = await house.data.as(who, listPriorities);
  const path = `${here}/priorities/${made?.id ?? ''}`;
  expect((await manager.get(path)).body).not.toContain('Ben Left');
  expect((await fill(manager, path, { name: 'Neglect', lead: ben, ...from })).statusCode).toBe(422);
  expect((await fill(manager, path, { name: 'Neglect', lead: amina, ...from })).statusCode).toBe(303);
  const list = (await manager.get(`${here}/priorities`)).body;
  expect(list).toContain('Amina Lead');
  expect(list).not.toContain('Nobody owns this');
});

test('whom to ask is on the front page for everyone', async ({ manager, pages, house }) => {
  const contact = { contact: 'The office', contactEmail: 'office@dunmere.example', contactPhone: '01632 960 001' };
  expect((await fill(manager, `${here}/contact`, contact)).statusCode).toBe(303);
  const reader = await pages.browse(await house.person(house.dunmere, 'practitioner'));
  const front = (await reader.get('/dunmere')).body;
  expect(front).toContain('mailto:office@dunmere.example');
  expect(front).toContain('01632 960 001');
});

test('a duty that is switched off leaves the menu and answers as what is not there, until it is on again', async ({
  manager,
}) => {
  const path = `${here}/duties/inspections`;
  expect((await manager.get('/dunmere/inspections/places')).statusCode).toBe(200);
  await fill(manager, path, { inUse: 'no' });
  expect((await manager.get('/dunmere/inspections/places')).statusCode).toBe(404);
  expect((await manager.get('/dunmere')).body).not.toContain('/dunmere/inspections');
  await fill(manager, path, { inUse: 'yes' });
  expect((await manager.get('/dunmere/inspections/places')).statusCode).toBe(200);
});

describe('the logo', () => {
  const path = `${here}/logo`;
  const picture = PNG.sync.write(new PNG({ width: 4, height: 2 }));
  const send = async (pages: Pages, browser: Browser, file?: { name: string; bytes: Buffer }, more = {}) => {
    const form = (await browser.get(path)).body;
    const seen = form.match(/name="seen" value="([^"]*)"/)?.[1] ?? '';
    const { payload, headers } = multipartForm(
      { ...formOn(form), seen, ...more },
      { field: 'logo', ...(file ?? { name: '', bytes: '' }) },
    );
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return await pages.app.inject({
      method: 'POST',
      url: path,
      payload,
      headers: { ...headers, host: 'localhost', cookie },
    });
  };

  test('is refused when it is no picture, or none is chosen', async ({ pages, manager }) => {
    const script = { name: 'logo.png', bytes: Buffer.from('<script>alert(1)</script>') };
    for (const [file, words] of [
      [script, 'must be a PNG or JPEG'],
      [{ name: 'logo.png', bytes: Buffer.alloc(2_000_001) }, 'smaller than 2 MB'],
      [undefined, 'Select a picture'],
    ] as const) {
      const answer = await send(pages, manager, file);
      expect([answer.statusCode, answer.body]).toEqual([422, expect.stringContaining(words)]);
    }
    expect((await manager.get(`${path}/picture`)).statusCode).toBe(404);
  });

  test('is drawn anew, shown to everyone in the partnership and to nobody else, and can be taken away', async ({
    pages,
    manager,
    house,
  }) => {
    expect((await send(pages, manager, { name: 'logo.png', bytes: picture })).statusCode).toBe(303);
    const reader = await pages.browse(await house.person(house.dunmere, 'practitioner'));
    const shown = await reader.get(`${path}/picture`);
    expect([shown.headers['content-type'], shown.headers['x-content-type-options']]).toEqual(['image/png', 'nosniff']);
    expect(PNG.sync.read(shown.rawPayload)).toMatchObject({ width: 4, height: 2 });
    expect((await reader.get('/dunmere')).body).toContain(`src="${path}/picture"`);
    const neighbour = await pages.browse(await house.person(house.elsewhere, 'business-manager'));
    expect((await neighbour.get(`${path}/picture`)).statusCode).toBe(404);
    expect((await neighbour.get('/elsewhere/settings/logo/picture')).statusCode).toBe(404);
    expect((await send(pages, manager, undefined, { remove: 'yes' })).statusCode).toBe(303);
    expect((await reader.get(`${path}/picture`)).statusCode).toBe(404);
  });
});

import { expect } from 'vitest';
import type { House } from '../../../../test/harness/house.ts';
import { type Browser, test } from '../../../../test/harness/pages.ts';
import { holdAlone } from '../../../partnership/closing.store.ts';
import { addDays } from '../../../platform/calendar/days.ts';
import { findAction, listEntries } from '../../actions/action.store.ts';
import { makeAnswerLinks } from '../answer-link.store.ts';
import { anActionOf, inPlace } from '../world.fixture.ts';

/** An action of Ada’s that was due yesterday, and the path of a link by which she can answer. */
async function aLink(house: House, about: { safeForEmail?: boolean; title?: string } = {}) {
  const ada = await house.person(house.dunmere, 'agency-representative');
  const today = await inPlace(house.data, house.dunmere.partnership, async ({ today: day }) => day);
  const action = await anActionOf(house.data, ada, { dueOn: addDays(today, -1), ...about });
  const [token = ''] = await inPlace(house.data, house.dunmere.partnership, (scope) =>
    makeAnswerLinks(scope, [{ action, person: ada.person, owner: ada.person }]),
  );
  const read = () => inPlace(house.data, house.dunmere.partnership, (scope) => findAction(scope, action));
  const entries = () => inPlace(house.data, house.dunmere.partnership, (scope) => listEntries(scope, action));
  return { ada, action, today, path: `/answer/${token}`, read, entries };
}

const day = (name: string, date: string) => {
  const [year = '', month = '', of = ''] = date.split('-');
  return { [`${name}-day`]: of, [`${name}-month`]: month, [`${name}-year`]: year };
};

/** Closes the partnership, as a merger does. */
const close = (house: House) =>
  inPlace(house.data, house.dunmere.partnership, ({ db, partnership, today }) =>
    db.updateTable('partnership').set({ closed_on: today }).where('partnership_id', '=', partnership).execute(),
  );

const isDead = async (browser: Browser, path: string) => {
  const answer = await browser.get(path);
  return answer.statusCode === 404 && answer.body.includes('cannot be answered any more');
};

test('a link shows reference, agency and day, and changes nothing however often it is opened', async ({
  house,
  pages,
}) => {
  const { path, read, entries } = await aLink(house, { safeForEmail: false, title: 'A title that says too much' });
  const scanner = await pages.browse();
  const before = await read();
  for (const below of ['', '', '', '/on-track', '/more-time', '/in-the-way', '/not-mine'])
    expect(await scanner.get(`${path}${below}`)).toMatchObject({ statusCode: 200 });
  const { body, headers } = await scanner.get(path);
  expect(body).toContain('Action 1');
  expect(body).toContain('Westry Police');
  expect(body).not.toContain('says too much');
  expect(headers['cache-control']).toBe('no-store');
  expect(await read()).toEqual(before);
  expect(await entries()).toEqual([]);
  expect(pages.log.join('')).not.toContain(path.slice(10));
});

test('an answer is taken once, in the owner’s name, as told by the link; pressed twice it acts once', async ({
  house,
  pages,
}) => {
  const { ada, path, read, entries } = await aLink(house);
  const browser = await pages.browse();
  const [first, second] = [
    await browser.post(`${path}/on-track`, { _key: 'one press' }),
    await browser.post(`${path}/on-track`, { _key: 'one press' }),
  ];
  for (const answer of [first, second])
    expect(answer).toMatchObject({ statusCode: 303, headers: { location: '/answer/thanks' } });
  expect(await read()).toMatchObject({ state: 'on-track' });
  expect(await entries()).toMatchObject([
    { kind: 'progress', enteredBy: ada.person, onBehalf: { of: ada.person, toldBy: 'link' } },
  ]);
  expect(await isDead(browser, path)).toBe(true);
  expect(await browser.post(`${path}/not-mine`, { words: 'Not me' })).toMatchObject({ statusCode: 404 });
  expect(await entries()).toHaveLength(1);
});

test('more time is asked for with a day and a reason, and what was typed wrong is still there', async ({
  house,
  pages,
}) => {
  const { today, path, read } = await aLink(house);
  const browser = await pages.browse();
  const wrong = await browser.post(`${path}/more-time`, { ...day('until', '2020-01-01'), because: 'capacity' });
  expect(wrong.statusCode).toBe(422);
  expect(wrong.body).toContain('must be later than today');
  expect(wrong.body).toContain('value="2020"');
  const until = addDays(today, 30);
  const right = { ...day('until', until), because: 'capacity', words: 'A post is empty' };
  expect(await browser.post(`${path}/more-time`, right)).toMatchObject({ statusCode: 303 });
  expect(await read()).toMatchObject({ askedUntil: until });
});

test('what is in the way is for the chair to see, and what is not theirs is nobody’s until somebody takes it', async ({
  house,
  pages,
}) => {
  const [blocked, strange] = [await aLink(house), await aLink(house)];
  const browser = await pages.browse();
  await browser.post(`${blocked.path}/in-the-way`, { by: 'capacity', words: 'A locum' });
  await browser.post(`${strange.path}/not-mine`, { words: 'Westry Probation' });
  expect(await blocked.read()).toMatchObject({ state: 'at-risk', blocked: { by: 'capacity' } });
  expect(await strange.read()).toMatchObject({ owner: undefined });
  const chair = await pages.browse(await house.person(house.dunmere, 'independent-chair'));
  expect((await chair.get('/dunmere/chivvying/in-the-way')).body).toContain('Nobody has time for it');
  expect((await chair.get('/dunmere/chivvying/nobody-owns')).body).toContain('It has no owner');
});

test('links that never were, have expired, or ask what is settled by now look alike', async ({ house, pages }) => {
  const [expired, settled] = [await aLink(house), await aLink(house)];
  const browser = await pages.browse();
  await inPlace(house.data, house.dunmere.partnership, ({ db }) =>
    db.updateTable('action').set({ state: 'withdrawn' }).where('id', '=', settled.action).execute(),
  );
  expect(await isDead(browser, settled.path)).toBe(true);
  expect(await isDead(browser, '/answer/nothing')).toBe(true);
  expect(await isDead(browser, `/answer/${house.elsewhere.partnership}.${'a'.repeat(43)}`)).toBe(true);
  expect(await isDead(browser, `${expired.path}/something-else`)).toBe(true);
  house.clock.now = new Date(house.clock.now.getTime() + 31 * 86_400_000);
  expect(await isDead(browser, expired.path)).toBe(true);
});

test('whoever tries many links has to wait, and a good link still opens', async ({ house, pages }) => {
  const { path } = await aLink(house);
  const browser = await pages.browse();
  const statuses = new Set<number>();
  for (let at = 0; at < 65; at += 1) statuses.add((await browser.get(`/answer/nothing-${at}`)).statusCode);
  expect([...statuses]).toEqual([404, 429]);
  expect((await browser.get(path)).statusCode).toBe(200);
});

test('a link of a partnership that has closed is refused in words, and nothing is written', async ({
  house,
  pages,
}) => {
  const { path, read, entries } = await aLink(house);
  const browser = await pages.browse();
  expect((await browser.get(path)).statusCode).toBe(200);
  const before = await read();
  await close(house);
  for (const answer of [
    await browser.get(path),
    await browser.get(`${path}/on-track`),
    await browser.post(`${path}/on-track`, { _key: 'a press' }),
  ])
    expect([answer.statusCode, answer.body.includes('The partnership that asked has closed')]).toEqual([410, true]);
  expect(await read()).toEqual(before);
  expect(await entries()).toEqual([]);
});

test('an answer that comes while the partnership is closed waits, and is then refused', async ({ house, pages }) => {
  const { path, entries } = await aLink(house);
  const browser = await pages.browse();
  const late = Promise.withResolvers<number>();
  await inPlace(house.data, house.dunmere.partnership, async (scope) => {
    await holdAlone(scope);
    late.resolve(browser.post(`${path}/on-track`, { _key: 'late' }).then(({ statusCode }) => statusCode));
    await new Promise((done) => setTimeout(done, 500));
    await scope.db
      .updateTable('partnership')
      .set({ closed_on: scope.today })
      .where('partnership_id', '=', scope.partnership)
      .execute();
  });
  expect(await late.promise).toBe(410);
  expect(await entries()).toEqual([]);
});

import { expect } from 'vitest';
import { type Browser, test as pagesTest } from '../../../../test/harness/pages.ts';
import { addDays } from '../../../platform/calendar/days.ts';
import { plainDate } from '../../../platform/calendar/plain-date.ts';
import { serviceIn } from '../../../platform/jobs/partnerships.store.ts';
import { addGroup, endGroup } from '../../groups/group.store.ts';
import { holdAbout } from '../../settings/settings.store.ts';
import { listOwnTasks } from '../../task.store.ts';
import { acceptGap } from '../gap-answer.store.ts';
import { keepGapTasks } from '../gap-tasks.ts';

const wordsOf = (html: string) =>
  html
    .replaceAll(/<(script|style|head)[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');
const here = '/dunmere/gaps';
const on = (day: string) => {
  const [year = '', month = '', date = ''] = day.split('-');
  return { 'acceptedUntil-day': date, 'acceptedUntil-month': month, 'acceptedUntil-year': year };
};

/** A group without a chair, and the name of that gap. */
const test = pagesTest.extend<{ gap: string; group: string; manager: Browser }>({
  group: async ({ house }, use) => {
    await use(
      await house.data.as(serviceIn(house.dunmere.partnership), (scope) => addGroup(scope, { name: 'Learning' })),
    );
  },
  gap: async ({ group }, use) => {
    await use(`no-chair ${group}`);
  },
  manager: async ({ house, pages }, use) => {
    await use(await pages.browse(await house.person(house.dunmere, 'business-manager')));
  },
});

const formAt = (gap: string) => `${here}/answer?${new URLSearchParams({ gap }).toString()}`;
const answer = async (browser: Browser, gap: string, fields: Record<string, string>) => {
  const basis = /name="basis" value="([^"]*)"/.exec((await browser.get(formAt(gap))).body)?.[1] ?? '';
  return await browser.post(`${here}/answer`, { gap, basis, ...fields });
};

test('gaps are not there for a role outside or another partnership, and are answered by those who may alone', async ({
  house,
  pages,
  gap,
}) => {
  const trainer = await pages.browse(await house.person(house.dunmere, 'trainer'));
  const office = await pages.browse(await house.person(house.dunmere, 'business-support'));
  const neighbour = await pages.browse(await house.person(house.elsewhere, 'business-manager'));
  expect((await trainer.get(here)).statusCode).toBe(403);
  expect((await neighbour.get(here)).statusCode).toBe(404);
  expect((await neighbour.get(formAt(gap).replace('dunmere', 'elsewhere'))).statusCode).toBe(404);
  expect((await office.get(here)).body).not.toContain('/gaps/answer');
  expect((await office.get(formAt(gap))).statusCode).toBe(403);
  expect((await office.post(`${here}/answer`, { gap })).statusCode).toBe(403);
  expect((await office.post(`${here}/answer/withdraw`, { gap })).statusCode).toBe(403);
});

test('a gap that is none cannot be answered', async ({ manager, house, gap, group }) => {
  expect((await manager.get(`${here}/answer`)).statusCode).toBe(404);
  expect((await manager.get(formAt('no-chair nothing'))).statusCode).toBe(404);
  await house.data.as(serviceIn(house.dunmere.partnership), (scope) => endGroup(scope, group, plainDate('2020-01-01')));
  expect((await manager.post(`${here}/answer`, { gap, because: 'So be it', ...on('2030-01-01') })).statusCode).toBe(
    404,
  );
});

test('an answer needs a reason and a day from today to a year ahead, and keeps what was typed', async ({
  manager,
  gap,
}) => {
  const empty = wordsOf((await answer(manager, gap, {})).body);
  expect(empty).toContain('Enter why the partnership can live with it');
  expect(empty).toContain('Enter the day until which it is accepted');
  for (const [day, text] of [
    ['2020-01-01', 'The day must be today or later'],
    ['2199-01-01', 'A gap can be accepted for 12 months at a time'],
  ] as const) {
    const refused = await answer(manager, gap, { because: 'A chair is being found', ...on(day) });
    expect([refused.statusCode, wordsOf(refused.body)]).toEqual([422, expect.stringContaining(text)]);
    expect(refused.body).toContain('>A chair is being found</textarea>');
  }
});

test('says what asks for each gap and where that is written, and what nobody has checked', async ({
  manager,
  group,
}) => {
  const { body } = await manager.get(here);
  expect(body).toContain(`href="/dunmere/groups/${group}"`);
  const words = wordsOf(body);
  expect(words).toContain(
    'No agency is recorded as local authority Law Local authority: a safeguarding partner. Source: Children Act 2004, section 16E',
  );
  expect(words).toContain('Unverified: nobody has checked this in its source.');
  expect(words).toContain('Learning has no chair Work Every group has a chair. Source: the partnership’s own rule');
  const narrowed = wordsOf((await manager.get(`${here}?kind=no-chair`)).body);
  expect(narrowed).toContain('Learning has no chair');
  expect(narrowed).not.toContain('No agency is recorded');
});

test('an accepted gap is open no more, until the answer is withdrawn', async ({ manager, gap, house }) => {
  const today = plainDate(house.clock.now.toISOString().slice(0, 10));
  const until = addDays(today, 30);
  expect((await answer(manager, gap, { because: 'A chair is being found', ...on(until) })).statusCode).toBe(303);
  const openOnes = async () => wordsOf((await manager.get(`${here}?kind=no-chair`)).body);
  expect(await openOnes()).not.toContain('Learning has no chair');
  expect(wordsOf((await manager.get(`${here}?state=accepted`)).body)).toContain(
    'because: A chair is being found (Person',
  );
  expect((await manager.post(`${here}/answer/withdraw`, { gap })).statusCode).toBe(303);
  expect(await openOnes()).toContain('Learning has no chair');
  expect((await manager.post(`${here}/answer/withdraw`, { gap })).statusCode).toBe(303);
});

test('of two who answer at once the second is shown what the first said', async ({ manager, gap, house, pages }) => {
  const chair = await pages.browse(await house.person(house.dunmere, 'partnership-chair'));
  const basis = /name="basis" value="([^"]*)"/.exec((await chair.get(formAt(gap))).body)?.[1] ?? '';
  const until = addDays(plainDate(house.clock.now.toISOString().slice(0, 10)), 30);
  await answer(manager, gap, { because: 'A chair is being found', ...on(until) });
  const late = await chair.post(`${here}/answer`, { gap, basis, because: 'I will chair it', ...on(until) });
  expect([late.statusCode, wordsOf(late.body)]).toEqual([
    422,
    expect.stringContaining('A chair is being found I will chair it'),
  ]);
});

test('of two who answer first, while the other still saves, the second waits and is told', async ({
  manager,
  gap,
  house,
}) => {
  const chair = await house.person(house.dunmere, 'partnership-chair');
  const basis = /name="basis" value="([^"]*)"/.exec((await manager.get(formAt(gap))).body)?.[1] ?? '';
  const until = addDays(plainDate(house.clock.now.toISOString().slice(0, 10)), 30);
  const [held, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const first = house.data.as(chair, async (scope) => {
    await holdAbout(scope);
    held.resolve();
    await release.promise;
    await acceptGap(scope, { gap, because: 'I will chair it', acceptedUntil: until });
  });
  await held.promise;
  const second = manager.post(`${here}/answer`, { gap, basis, because: 'A chair is being found', ...on(until) });
  await new Promise((later) => setTimeout(later, 300));
  release.resolve();
  await first;
  expect((await second).statusCode).toBe(422);
});

test('open gaps are one task of each business manager, which counts those that are not accepted, and goes when they are manager no more', async ({
  house,
  gap,
  pages,
}) => {
  const [who, other] = [
    await house.person(house.dunmere, 'business-manager'),
    await house.person(house.dunmere, 'business-manager'),
  ];
  const service = serviceIn(house.dunmere.partnership);
  const tasks = (person: typeof who) =>
    house.data.as(person, async (scope) =>
      (await listOwnTasks(scope)).filter(({ kind }) => kind === 'gaps').map(({ title, path }) => `${title} ${path}`),
    );
  await house.data.as(service, keepGapTasks);
  await house.data.as(service, keepGapTasks);
  const all = await tasks(who);
  const count = Number(/Look at (\d+) gaps/.exec(all.join())?.[1]);
  const saying = (open: number) => [`Look at ${open} gaps in who we are /gaps`];
  expect(all).toEqual(saying(count));
  expect(await tasks(other)).toEqual(all);
  const manager = await pages.browse(who);
  await answer(manager, gap, {
    because: 'A chair is being found',
    ...on(addDays(plainDate(house.clock.now.toISOString().slice(0, 10)), 9)),
  });
  expect([await tasks(who), await tasks(other)]).toEqual([saying(count - 1), saying(count - 1)]);
  const { now } = house.clock;
  house.clock.now = new Date(now.getTime() + 10 * 86_400_000);
  await house.data.as(service, keepGapTasks);
  expect([await tasks(who), await tasks(other)]).toEqual([all, all]);
  house.clock.now = now;
  await manager.post(`${here}/answer/withdraw`, { gap });
  expect(await tasks(who)).toEqual(all);
  await house.data.as(service, async (scope) => {
    await scope.db
      .updateTable('role_held')
      .set({ until_on: plainDate('2021-01-01') })
      .where('person_id', '=', other.person)
      .execute();
    await keepGapTasks(scope);
  });
  expect(await tasks(other)).toEqual([]);
});

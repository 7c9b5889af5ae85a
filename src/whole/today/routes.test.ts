import { expect } from 'vitest';
import { test } from '../../../test/harness/pages.ts';
import { sayOfDuty } from '../../partnership/settings/duty-use.store.ts';
import { needFrom, noLongerNeeded } from '../../partnership/task.store.ts';
import { addDays } from '../../platform/calendar/days.ts';
import { newId } from '../../platform/database/ids.ts';

test('somebody who is not signed in is led to signing in and told nothing', async ({ pages }) => {
  const answer = await (await pages.browse()).get('/today');
  expect([answer.statusCode, answer.headers['location'], answer.body]).toEqual([303, '/sign-in', '']);
});

test('what another partnership needs of another person is not on my page', async ({ house, pages }) => {
  const mine = await house.person(house.dunmere, 'agency-representative');
  const theirs = await house.person(house.elsewhere, 'agency-representative');
  await house.data.as(theirs, (scope) =>
    needFrom(scope, theirs.person, newId(), {
      kind: 'a',
      title: 'Their task',
      why: 'theirs',
      path: '/x',
      dueOn: scope.today,
    }),
  );
  const { body } = await (await pages.browse(mine)).get('/today');
  expect(body).not.toContain('Their task');
  expect(body).toContain('Nothing needs you');
});

test('one page says what all my partnerships need of me, soonest first', async ({ house, pages }) => {
  const here = await house.person(house.dunmere, 'agency-representative');
  const there = await house.alsoIn(here, house.elsewhere, 'agency-representative');
  await house.data.as(here, (scope) =>
    needFrom(scope, here.person, newId(), {
      kind: 'a',
      title: 'Second thing',
      why: 'ours',
      path: '/second',
      dueOn: addDays(scope.today, 2),
    }),
  );
  await house.data.as(there, (scope) =>
    needFrom(scope, there.person, newId(), {
      kind: 'a',
      title: 'First thing',
      why: 'elsewhere',
      path: '/first',
      dueOn: addDays(scope.today, -1),
    }),
  );
  const { body } = await (await pages.browse(here)).get('/today');
  expect(body).toContain('Two things need you, across two partnerships.');
  expect(body.indexOf('href="/elsewhere/first"')).toBeLessThan(body.indexOf('href="/dunmere/second"'));
  expect(body).toContain('1 day late');
});

test('a task that is done is on the page no longer', async ({ house, pages }) => {
  const who = await house.person(house.dunmere, 'agency-representative');
  const record = newId();
  const task = { kind: 'a', title: 'Say how it stands', why: 'asked', path: '/x', dueOn: undefined };
  await house.data.as(who, (scope) => needFrom(scope, who.person, record, task));
  const browser = await pages.browse(who);
  expect((await browser.get('/today')).body).toContain('Say how it stands');
  await house.data.as(who, (scope) => noLongerNeeded(scope, 'a', record));
  expect((await browser.get('/today')).body).not.toContain('Say how it stands');
});

test('the menu is that of the partnership one was in last, and the title names none', async ({ house, pages }) => {
  const here = await house.person(house.dunmere, 'agency-representative');
  await house.alsoIn(here, house.elsewhere, 'agency-representative');
  const browser = await pages.browse(here);
  for (const slug of ['elsewhere', 'dunmere', 'elsewhere']) {
    await browser.get(`/${slug}`);
    const { body } = await browser.get('/today');
    expect(body).toContain(`/partnerships?from=`);
    expect(body).toContain(`href="/${slug}/inspections"`);
    expect(body).toContain('<title>Today – Concordat</title>');
  }
});

test('what a duty needs that the partnership has switched off waits until it is on again', async ({ house, pages }) => {
  const who = await house.person(house.dunmere, 'agency-representative');
  const use = (inUse: boolean) =>
    house.data.as(who, (scope) =>
      sayOfDuty(scope, 'inspections', { inUse, assessedOn: undefined, agreedOn: undefined }),
    );
  const task = { kind: 'a', title: 'Read the report', why: 'ours', path: '/inspections/ours', dueOn: undefined };
  await house.data.as(who, (scope) => needFrom(scope, who.person, newId(), task));
  const browser = await pages.browse(who);
  await use(false);
  expect((await browser.get('/today')).body).toContain('Nothing needs you');
  await use(true);
  expect((await browser.get('/today')).body).toContain('Read the report');
});

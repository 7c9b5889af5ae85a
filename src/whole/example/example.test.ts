import { expect } from 'vitest';
import { test as houseTest } from '../../../test/harness/house.ts';
import { openPages } from '../../../test/harness/pages.ts';
import { addPlace } from '../../../test/harness/places.ts';
import { duties } from '../../app.ts';
import { listAgencies } from '../../partnership/agencies/agency.store.ts';
import { findGaps } from '../../partnership/gaps/find-gaps.ts';
import { gapRuleNames } from '../../partnership/gaps/gap.ts';
import { readGapFacts } from '../../partnership/gaps/read-facts.ts';
import { listGroups } from '../../partnership/groups/group.store.ts';
import { listGroupSeats } from '../../partnership/groups/group-seat.store.ts';
import { listPeople } from '../../partnership/people/person.store.ts';
import { withClient } from '../../platform/database/connection.ts';
import { forEachPartnership } from '../../platform/jobs/partnerships.store.ts';
import { exampleCommand } from './command.ts';
import { loadExample } from './load.ts';
import { exampleAccounts, examplePartnerships } from './people.ts';
import { planOf } from './plan.ts';

/** The house comes with two partnerships; the example wants none beside it. */
const test = houseTest.extend<{ empty: undefined }>({
  empty: async ({ house }, use) => {
    await withClient(house.connections.owner, (client) => client.query('delete from partnership_slug'));
    await use(undefined);
  },
});

const interfaceAccounts = [
  'business-manager',
  'business-support',
  'independent-chair',
  'scrutineer',
  'council',
  'police',
  'health',
  'probation',
  'school',
  'voluntary',
  'sub-group-chair',
  'training-coordinator',
  'review-lead',
  'panel-member',
  'child-death-manager',
  'practitioner',
  'inspector',
];

test('the example is refused beside a real partnership', async ({ house }) => {
  const said: string[] = [];
  const run = exampleCommand(duties).run as (context: object, args: string[], options: object) => Promise<number>;
  expect(
    await run({ data: house.data, json: false, print: () => {}, tell: (text: string) => said.push(text) }, [], {}),
  ).toBe(1);
  expect(said.join()).toContain('real partnership');
});

test('without the example there is no way to sign in as anyone', async ({ house }) => {
  const { app } = await openPages(house);
  const answer = await app.inject({
    method: 'POST',
    url: '/example/sign-in',
    payload: 'account=police',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  expect(answer.statusCode).toBe(404);
  expect((await app.inject('/example')).statusCode).toBe(404);
  await app.close();
});

test('every account that others rely on is there, and the one that sits in both', () => {
  expect(exampleAccounts.map(({ account }) => account)).toEqual(expect.arrayContaining(interfaceAccounts));
  expect(exampleAccounts.find(({ account }) => account === 'police')?.places).toEqual(['Rivermouth', 'Harrowdale']);
});

test('each account signs in with one press and sees only its own partnerships', async ({ house, empty: _ }) => {
  await loadExample(house.data, duties);
  const pages = await openPages(house, [], {}, { example: true });
  for (const { account, places } of exampleAccounts) {
    const browser = await pages.browse();
    const entered = await pages.app.inject({
      method: 'POST',
      url: '/example/sign-in',
      payload: `account=${account}`,
      headers: { host: 'localhost', 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect([account, entered.statusCode]).toEqual([account, 303]);
    for (const { name, value } of entered.cookies) browser.cookies.set(name, value);
    for (const { slug, shortName } of examplePartnerships) {
      expect([account, slug, (await browser.get(`/${slug}`)).statusCode]).toEqual([
        account,
        slug,
        places.includes(shortName) ? 200 : 404,
      ]);
    }
  }
  await pages.app.close();
});

test('what is planned is what is there, with a gap of every kind but of a partner that is missing or has half a voice', async ({
  house,
  empty: _,
}) => {
  await loadExample(house.data, duties);
  const found: string[] = [];
  await forEachPartnership(house.data, async (scope, { slug }) => {
    const described = examplePartnerships.find((one) => one.slug === slug);
    if (!described) throw new Error('there are two');
    const plan = planOf(described, scope.today);
    const byId = <T extends { id: string }>(list: readonly T[]) => list.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(byId(await listAgencies(scope))).toMatchObject(plan.agencies);
    expect(byId(await listPeople(scope))).toMatchObject(plan.people);
    expect(byId(await listGroups(scope))).toMatchObject(plan.groups);
    expect(byId(await listGroupSeats(scope)).map(({ id, holders }) => [id, holders.length])).toEqual(
      plan.seats.map(({ id, holders }) => [id, holders.length]),
    );
    const gaps = new Set(findGaps(await readGapFacts(scope)).map(({ rule }) => rule));
    const absent = ['partner-missing', 'no-lead-partner', 'no-delegate'];
    if (slug === 'rivermouth') expect(gapRuleNames.filter((rule) => !gaps.has(rule))).toEqual(absent);
    expect(gaps).toContain('empty-seat');
    found.push(slug);
  });
  expect(found.toSorted()).toEqual(['harrowdale', 'rivermouth']);
});

test('a server with the example answers this machine alone', async ({ house, empty: _ }) => {
  await loadExample(house.data, duties);
  const { app } = await openPages(house, [], {}, { example: true });
  const ask = async (headers: Record<string, string>) => (await app.inject({ url: '/example', headers })).statusCode;
  expect(await ask({ host: 'localhost:3000' })).toBe(200);
  expect(await ask({ host: '127.0.0.1' })).toBe(200);
  expect(await ask({ host: 'concordat.example.org' })).toBe(421);
  expect(await ask({ host: 'localhost.example.org' })).toBe(421);
  expect(await ask({ host: 'localhost', 'x-forwarded-for': '192.0.2.1' })).toBe(421);
  expect(await ask({ host: 'localhost', forwarded: 'for=192.0.2.1' })).toBe(421);
  await app.close();
});

test('an unknown account is asked for again, in words', async ({ house, empty: _ }) => {
  await addPlace(house.connections.owner, 'rivermouth', 'Rivermouth');
  const { app } = await openPages(house, [], {}, { example: true });
  const answer = await app.inject({
    method: 'POST',
    url: '/example/sign-in',
    payload: 'account=mayor',
    headers: { host: 'localhost', 'content-type': 'application/x-www-form-urlencoded' },
  });
  expect([answer.statusCode, answer.body]).toEqual([422, expect.stringContaining('Choose one of the people below')]);
  await app.close();
});

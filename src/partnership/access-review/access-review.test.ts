import { describe, expect } from 'vitest';
import type { House } from '../../../test/harness/house.ts';
import { type Browser, test } from '../../../test/harness/pages.ts';
import { addDays } from '../../platform/calendar/days.ts';
import { plainDate, todayInLondon } from '../../platform/calendar/plain-date.ts';
import { serviceIn } from '../../platform/jobs/partnerships.store.ts';
import { addAgency } from '../agencies/agency.store.ts';
import { changePerson, findPerson } from '../people/person.store.ts';
import { listOwnTasks, needFrom } from '../task.store.ts';
import { listReviews } from './access-review.store.ts';
import { type Access, isReviewDue, rulingOnFinishing } from './access-review.ts';
import { beginWhenDue } from './begin.ts';

const here = '/dunmere/access-review';
const today = () => todayInLondon(new Date());

describe('the rule', () => {
  const ann: Access = { person: 'ann', name: 'Ann', agency: undefined, roles: [], isManager: true };
  const bob: Access = { ...ann, person: 'bob', name: 'Bob', isManager: false };
  const said = (answer: 'keeps' | 'ends') => ({ answer, by: 'ann', on: plainDate('2026-11-23') });
  test.for([
    ['until everybody is answered for', [['ann', 'keeps']], 'ann', 'not-all-answered'],
    [
      'that ends the access of whoever finishes it',
      [
        ['ann', 'ends'],
        ['bob', 'keeps'],
      ],
      'ann',
      'own-access',
    ],
    [
      'that leaves no business manager',
      [
        ['ann', 'ends'],
        ['bob', 'keeps'],
      ],
      'cat',
      'no-business-manager',
    ],
  ] as const)('refuses to finish a review %s', ([, answers, by, because]) => {
    const map = new Map(answers.map(([person, answer]) => [person, said(answer)]));
    expect(rulingOnFinishing([ann, bob], map, by)).toEqual({ allowed: false, because });
  });
  test('a review is due a year after the last one began, and not a day before', () => {
    expect(isReviewDue(plainDate('2025-11-23'), plainDate('2026-11-22'))).toBe(false);
    expect(isReviewDue(plainDate('2025-11-23'), plainDate('2026-11-23'))).toBe(true);
  });
});

async function cast(house: House) {
  const manager = await house.person(house.dunmere, 'business-manager');
  const member = await house.person(house.dunmere, 'agency-representative');
  const other = await house.person(house.dunmere, 'observer');
  await house.data.as(manager, async (scope) => {
    const agency = await addAgency(scope, { name: 'Harrowdale College', kind: 'other' });
    for (const { person, name } of [member, other]) await changePerson(scope, person, { name, agency });
  });
  return { manager, member, other };
}

async function begin(visitor: Browser): Promise<string> {
  const answer = await visitor.post(here);
  expect(answer.statusCode).toBe(303);
  return String(answer.headers.location);
}

test('is refused to those who may not end access, and unknown elsewhere', async ({ house, pages }) => {
  const { manager } = await cast(house);
  const at = await begin(await pages.browse(manager));
  const support = await pages.browse(await house.person(house.dunmere, 'business-support'));
  const neighbour = await pages.browse(await house.person(house.elsewhere, 'business-manager'));
  for (const path of [here, at, `${at}/finish`, `${at}/result.csv`]) {
    expect((await support.get(path)).statusCode).toBe(403);
    expect((await neighbour.get(path)).statusCode).toBe(404);
    if (path !== here) expect((await neighbour.get(path.replace('dunmere', 'elsewhere'))).statusCode).toBe(404);
  }
  for (const path of [here, at, `${at}/agency`, `${at}/finish`])
    expect((await support.post(path)).statusCode).toBe(403);
});

test('nobody ends their own access, and what somebody answered meanwhile is not written over', async ({
  house,
  pages,
}) => {
  const { manager, member } = await cast(house);
  const visitor = await pages.browse(manager);
  const at = await begin(visitor);
  const own = await visitor.post(at, { [`answer-${manager.person}`]: 'ends', [`was-${manager.person}`]: '' });
  expect([own.statusCode, own.body.includes('Nobody ends their own access')]).toEqual([422, true]);
  await visitor.post(at, { [`answer-${member.person}`]: 'keeps', [`was-${member.person}`]: '' });
  const late = await visitor.post(at, { [`answer-${member.person}`]: 'ends', [`was-${member.person}`]: '' });
  expect([late.statusCode, late.body.includes('meanwhile')]).toEqual([422, true]);
});

test('is not finished while somebody is not answered for', async ({ house, pages }) => {
  const { manager } = await cast(house);
  const visitor = await pages.browse(manager);
  const at = await begin(visitor);
  const answer = await visitor.post(`${at}/finish`);
  expect([answer.statusCode, answer.body.includes('Answer for everybody first')]).toEqual([422, true]);
});

test('ends the access of those who no longer need it, keeps the rest, and can be taken away as a table', async ({
  house,
  pages,
}) => {
  const { manager, member, other } = await cast(house);
  await house.data.as(manager, (scope) =>
    needFrom(scope, other.person, crypto.randomUUID(), {
      kind: 'test.read',
      title: 'Read',
      why: 'New',
      path: '/a',
      dueOn: undefined,
    }),
  );
  const visitor = await pages.browse(manager);
  const [keeping, ending] = [await pages.browse(member), await pages.browse(other)];
  const at = await begin(visitor);
  expect((await house.data.as(manager, listOwnTasks)).map(({ path }) => `/dunmere${path}`)).toEqual([at]);
  await visitor.post(at, { [`answer-${other.person}`]: 'ends', [`was-${other.person}`]: '' });
  await visitor.post(`${at}/agency`, { 'keep-agency': 'Harrowdale College' });
  await visitor.post(at, { [`answer-${manager.person}`]: 'keeps', [`was-${manager.person}`]: '' });
  expect((await visitor.get(at)).body).toContain('3 of 3 answered');
  expect((await visitor.get(`${at}/finish`)).body).toContain(other.name);
  expect((await visitor.post(`${at}/finish`)).statusCode).toBe(303);
  expect([(await keeping.get('/dunmere')).statusCode, (await ending.get('/dunmere')).statusCode]).toEqual([200, 404]);
  expect(await house.data.as(manager, (scope) => findPerson(scope, other.person))).toMatchObject({ leftOn: today() });
  expect(await house.data.as(manager, listOwnTasks)).toMatchObject([{ kind: 'test.read' }]);
  const table = (await visitor.get(`${at}/result.csv`)).body;
  expect(table).toContain(`${other.name},,,Access ended,${manager.name},${today()}`);
  expect((await visitor.get(at)).body).toContain('Finished');
});

test('whoever was given access meanwhile has to be answered for too', async ({ house, pages }) => {
  const { manager, member, other } = await cast(house);
  const visitor = await pages.browse(manager);
  const at = await begin(visitor);
  for (const { person } of [manager, member, other])
    await visitor.post(at, { [`answer-${person}`]: 'keeps', [`was-${person}`]: '' });
  const added = await house.person(house.dunmere, 'observer');
  expect((await visitor.post(`${at}/finish`)).statusCode).toBe(422);
  expect((await visitor.get(at)).body).toContain(added.name);
});

test('begins by itself when a year has passed, once, and is not begun twice by hand', async ({ house, pages }) => {
  const { manager } = await cast(house);
  const onDay = (day: number) =>
    house.data.as(serviceIn(house.dunmere.partnership), (scope) =>
      beginWhenDue({ ...scope, today: addDays(today(), day) }),
    );
  const count = async () => (await house.data.as(manager, listReviews)).length;
  await onDay(364);
  expect(await count()).toBe(0);
  await onDay(366);
  await onDay(367);
  expect(await count()).toBe(1);
  expect(await house.data.as(manager, listOwnTasks)).toHaveLength(1);
  await begin(await pages.browse(manager));
  expect(await count()).toBe(1);
});

import { expect } from 'vitest';
import type { House } from '../../../test/harness/house.ts';
import { type Pages, test } from '../../../test/harness/pages.ts';
import type { Who } from '../../platform/database/database.ts';
import { serviceIn } from '../../platform/jobs/partnerships.store.ts';
import { listOwnTasks } from '../task.store.ts';
import { forgetLapsed } from './lapse.ts';
import { listLostSteps } from './second-step.store.ts';

const here = '/dunmere/second-step';
const knownBy = 'I rang them on the number we have';

async function cast(house: House) {
  return {
    manager: await house.person(house.dunmere, 'business-manager'),
    chair: await house.person(house.dunmere, 'independent-chair'),
    owner: await house.person(house.dunmere, 'agency-representative'),
  };
}

/** The manager asks; @returns the page of what was asked for. */
async function ask(pages: Pages, manager: Who, owner: Who): Promise<string> {
  const answer = await (await pages.browse(manager)).post(here, { person: owner.person, knownBy });
  expect(answer.statusCode).toBe(303);
  return String(answer.headers.location);
}

const changesToldTo = async (house: House, { account }: Pick<Who, 'account'>) =>
  (
    await house.data.reference
      .selectFrom('outbox')
      .select('data')
      .where('account_id', '=', account)
      .orderBy('id')
      .execute()
  ).map(({ data }) => (data as { change: string }).change);

test('is refused to those who may not reset, and unknown elsewhere', async ({ house, pages }) => {
  const { manager, owner } = await cast(house);
  const path = await ask(pages, manager, owner);
  const member = await pages.browse(owner);
  const neighbour = await pages.browse(await house.person(house.elsewhere, 'business-manager'));
  for (const url of [here, path]) {
    expect((await member.get(url)).statusCode).toBe(403);
    expect((await member.post(url)).statusCode).toBe(403);
    expect((await neighbour.get(url)).statusCode).toBe(404);
    expect((await neighbour.get(url.replace('dunmere', 'elsewhere'))).statusCode).toBe(url === here ? 200 : 404);
  }
});

test.for([
  ['oneself', 'Nobody asks for their own'],
  ['somebody of another partnership', 'Select somebody from the list'],
  ['somebody for whom it was asked already', 'waits for a second person'],
  ['nobody, and no reason', 'Select who has lost their second step'],
] as const)('is not asked for %s', async ([whom, words], { house, pages }) => {
  const { manager, owner } = await cast(house);
  await ask(pages, manager, owner);
  const stranger = await house.person(house.elsewhere, 'observer');
  const person = { oneself: manager, 'somebody of another partnership': stranger, 'nobody, and no reason': undefined }[
    whom as string
  ];
  const fields =
    whom === 'nobody, and no reason' ? {} : { person: (person ?? owner).person, knownBy: 'I typed this before' };
  const answer = await (await pages.browse(manager)).post(here, fields);
  expect([answer.statusCode, answer.body.includes(words)]).toEqual([422, true]);
  if (whom !== 'nobody, and no reason') expect(answer.body).toContain('I typed this before');
});

test('is not asked for where nobody else could agree', async ({ house, pages }) => {
  const manager = await house.person(house.dunmere, 'business-manager');
  const owner = await house.person(house.dunmere, 'independent-chair');
  const answer = await (await pages.browse(manager)).post(here, { person: owner.person, knownBy });
  expect([answer.statusCode, answer.body.includes('nobody else here who could agree')]).toEqual([422, true]);
});

test('whoever asked cannot agree, nor the owner, nor anybody after three days', async ({ house, pages }) => {
  const { manager, chair } = await cast(house);
  const owner = await house.person(house.dunmere, 'business-support');
  const path = await ask(pages, manager, owner);
  for (const [who, words] of [
    [manager, 'somebody else has to agree'],
    [owner, 'Nobody agrees to the reset of their own'],
  ] as const) {
    const answer = await (await pages.browse(who)).post(path, { answer: 'agree' });
    expect([answer.statusCode, answer.body.includes(words)]).toEqual([422, true]);
  }
  house.clock.now = new Date(house.clock.now.getTime() + 73 * 3_600_000);
  const late = await (await pages.browse(chair)).post(path, { answer: 'agree' });
  expect([late.statusCode, late.body.includes('more than three days ago')]).toEqual([422, true]);
  await house.data.as(serviceIn(house.dunmere.partnership), forgetLapsed);
  expect(await house.data.as(chair, listOwnTasks)).toEqual([]);
});

test('a second person finds it on their day and agrees: sessions end, and the owner is told each time', async ({
  house,
  pages,
}) => {
  const { manager, chair, owner } = await cast(house);
  const theirs = await pages.browse(owner);
  const path = await ask(pages, manager, owner);
  const second = await pages.browse(chair);
  expect((await second.get('/today')).body).toContain(`href="${path}"`);
  expect((await (await pages.browse(manager)).get('/today')).body).not.toContain(`href="${path}"`);
  expect((await theirs.get('/dunmere')).statusCode).toBe(200);
  expect((await second.post(path, { answer: 'agree' })).statusCode).toBe(303);
  expect((await theirs.get('/dunmere')).statusCode).toBe(303);
  expect((await second.get(path)).body).toContain('Agreed by');
  expect(await house.data.as(chair, listOwnTasks)).toEqual([]);
  expect(await changesToldTo(house, owner)).toEqual(['factors-reset-asked', 'factors-reset']);
});

test('a second person does not agree: nothing changes, and nobody can agree after', async ({ house, pages }) => {
  const { manager, chair, owner } = await cast(house);
  const support = await house.person(house.dunmere, 'business-support');
  const theirs = await pages.browse(owner);
  const path = await ask(pages, manager, owner);
  expect((await (await pages.browse(chair)).post(path, { answer: 'refuse' })).statusCode).toBe(303);
  const after = await (await pages.browse(support)).post(path, { answer: 'agree' });
  expect([after.statusCode, after.body.includes('Somebody has answered already')]).toEqual([422, true]);
  expect((await theirs.get('/dunmere')).statusCode).toBe(200);
  expect(await house.data.as(support, listOwnTasks)).toEqual([]);
  expect(await house.data.as(manager, listLostSteps)).toMatchObject([{ knownBy, answer: { agreed: false } }]);
});

test('whoever asked can take it back', async ({ house, pages }) => {
  const { manager, owner } = await cast(house);
  const path = await ask(pages, manager, owner);
  expect((await (await pages.browse(manager)).post(path, { answer: 'refuse' })).statusCode).toBe(303);
  expect(await ask(pages, manager, owner)).not.toBe(path);
});

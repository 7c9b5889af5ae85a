import { describe, expect } from 'vitest';
import { listOwnTasks } from '../../partnership/task.store.ts';
import { addDays } from '../../platform/calendar/days.ts';
import { newId } from '../../platform/database/ids.ts';
import { listTies } from '../thread/thread-link.store.ts';
import { aDraft, dayFields, type Someone, test, today } from './challenges.fixture.ts';
import { viewerOf } from './viewer.ts';

const log = '/dunmere/challenges';

/** Drafts a challenge as `by` and gives its address. */
async function draft(by: Someone, agency: string, said: Record<string, string> = {}): Promise<string> {
  const answer = await by.browser.post(`${log}/draft`, aDraft(agency, said));
  expect(answer.statusCode).toBe(303);
  return String(answer.headers.location);
}

/** Drafts it and puts it to the agency. */
async function put(by: Someone, agency: string): Promise<string> {
  const url = await draft(by, agency);
  expect((await by.browser.post(`${url}/put`, dayFields('until', addDays(today, 20)))).statusCode).toBe(303);
  return url;
}

describe('refused:', () => {
  test('who has no part in it sees no log, and a practitioner drafts nothing', async ({ someone, agencies }) => {
    const practitioner = await someone(agencies.council, 'practitioner');
    for (const end of ['', '/challenges.csv', '/draft', '/stages', `/${newId()}`])
      expect([end, (await practitioner.browser.get(log + end)).statusCode]).toEqual([end, 403]);
  });

  test('a draft is not there for the agency it is about, nor for the rest of the board', async ({
    someone,
    agencies,
    chair,
  }) => {
    const url = await draft(chair, agencies.council);
    const readers = [
      await someone(agencies.council, 'safeguarding-partner-delegate', 'partnership-chair'),
      await someone(agencies.council, 'agency-safeguarding-lead'),
      await someone(agencies.police, 'safeguarding-partner-delegate'),
      await someone(undefined, 'scrutineer'),
    ];
    for (const { browser } of readers) {
      expect((await browser.get(url)).statusCode).toBe(404);
      expect((await browser.post(`${url}/put`, dayFields('until', addDays(today, 20)))).statusCode).toBe(404);
      expect((await browser.get(log)).body).not.toContain('Conferences are late');
    }
  });

  test('a scrutineer’s own draft is there for nobody else, not for the office either', async ({
    someone,
    agencies,
    office,
    chair,
    house,
  }) => {
    const scrutineer = await someone(undefined, 'scrutineer');
    const url = await draft(scrutineer, agencies.council, { unseen: 'yes' });
    for (const { browser } of [office, chair]) {
      expect((await browser.get(url)).statusCode).toBe(404);
      expect((await browser.get(`${log}?text=conferences`)).body).not.toContain('Conferences are late');
      expect((await browser.get(`${log}/challenges.csv`)).body).not.toContain('Conferences are late');
    }
    expect(await house.data.as(office, listOwnTasks)).toEqual([]);
    expect((await scrutineer.browser.get(url)).body).toContain('Nobody but you sees this draft');
  });

  test('nobody but the agency and those who keep the log sees it before the answer', async ({
    someone,
    agencies,
    chair,
  }) => {
    const url = await put(chair, agencies.council);
    const police = await someone(agencies.police, 'safeguarding-partner-delegate');
    const council = await someone(agencies.council, 'agency-safeguarding-lead');
    expect((await police.browser.get(url)).statusCode).toBe(404);
    expect((await council.browser.get(url)).body).toContain('The agency sees this first');
    await council.browser.post(`${url}/answer`, { position: 'partly', words: 'We are two posts short' });
    expect((await police.browser.get(url)).body).toContain('We are two posts short');
  });

  test('a form with mistakes comes back as it was typed', async ({ chair, agencies }) => {
    const wrong = { evidenceAddress: 'javascript:alert(1)', subject: '', ...dayFields('dueOn', today) };
    const answer = await chair.browser.post(`${log}/draft`, aDraft(agencies.council, wrong));
    expect(answer.statusCode).toBe(422);
    for (const words of ['Enter the challenge in one sentence', 'begins with https://', 'One in three is held'])
      expect(answer.body).toContain(words);
    const late = await chair.browser.post(`${log}/draft`, aDraft(agencies.council, dayFields('dueOn', today)));
    expect([late.statusCode, late.body]).toEqual([422, expect.stringContaining('right to reply')]);
    const strange = await chair.browser.post(`${log}/draft`, aDraft(newId()));
    expect([strange.statusCode, strange.body]).toEqual([422, expect.stringContaining('agency from the list')]);
    const record = await chair.browser.post(`${log}/draft`, aDraft(agencies.council, { reference: 'Action 99' }));
    expect([record.statusCode, record.body]).toEqual([422, expect.stringContaining('no record called')]);
  });

  test('the second of two who change a draft is told', async ({ chair, agencies }) => {
    const url = `${await draft(chair, agencies.council)}/change`;
    const basis = /name="basis" value="([^"]*)"/.exec((await chair.browser.get(url)).body)?.[1] ?? '';
    const first = { ...aDraft(agencies.council, { subject: 'The first' }), basis };
    expect((await chair.browser.post(url, first)).statusCode).toBe(303);
    const second = await chair.browser.post(url, { ...first, subject: 'The second' });
    expect([second.statusCode, second.body]).toEqual([422, expect.stringContaining('Somebody else changed this')]);
  });

  test('nobody judges an answer of their own agency', async ({ someone, agencies, chair }) => {
    const url = await put(chair, agencies.council);
    const council = await someone(agencies.council, 'safeguarding-partner-delegate', 'partnership-chair');
    expect((await council.browser.post(`${url}/answer`, { position: 'accepted', words: 'Yes' })).statusCode).toBe(303);
    const answer = await council.browser.post(`${url}/judge`, { judgement: 'enough', words: 'It is' });
    expect([answer.statusCode, answer.body]).toEqual([
      422,
      expect.stringContaining('Nobody decides about their own agency'),
    ]);
    expect((await council.browser.get(url)).body).not.toContain(`${url}/judge`);
  });

  test('the office enters an answer only for somebody of the agency', async ({ someone, agencies, office, chair }) => {
    const url = await put(chair, agencies.council);
    const police = await someone(agencies.police, 'agency-representative');
    const answer = { position: 'accepted', words: 'Yes', saidBy: police.person, toldBy: 'call' };
    const refused = await office.browser.post(`${url}/answer`, answer);
    expect([refused.statusCode, refused.body]).toEqual([
      422,
      expect.stringContaining('Select who said it from the list'),
    ]);
  });

  test('a challenge of another partnership is not there', async ({ chair, agencies, house, pages }) => {
    const url = await put(chair, agencies.council);
    const neighbour = await pages.browse(await house.person(house.elsewhere, 'business-manager'));
    for (const end of ['', '/answer', '/change', '/raise-action', `/entries/${newId()}/correct`])
      expect([end, (await neighbour.get(url.replace('dunmere', 'elsewhere') + end)).statusCode]).toEqual([end, 404]);
  });
});

test('a challenge goes two stages, is settled, changes something, leads to an action and to a summary', async ({
  someone,
  agencies,
  office,
  chair,
  house,
}) => {
  const council = await someone(agencies.council, 'agency-safeguarding-lead');
  const url = await put(chair, agencies.council);
  const tasksOf = (who: Someone) => house.data.as(who, listOwnTasks);
  expect(await tasksOf(council)).toMatchObject([{ kind: 'challenge-answer', path: url.replace('/dunmere', '') }]);

  await council.browser.post(`${url}/answer`, { position: 'not-accepted', words: 'The figure is wrong' });
  expect(await tasksOf(council)).toEqual([]);
  expect(await tasksOf(chair)).toMatchObject([{ kind: 'challenge-judge' }]);
  await chair.browser.post(`${url}/judge`, { judgement: 'not-enough', words: 'It is your own figure' });
  expect((await chair.browser.get(url)).body).toContain('Stage 2: The agency’s leadership answers');

  const told = { position: 'accepted', words: 'Two posts are filled', saidBy: council.person, toldBy: 'call' };
  await office.browser.post(`${url}/answer`, told);
  const marked = (await council.browser.get(url)).body;
  expect(marked).toContain('on the telephone; entered by');
  const correction = /href="([^"]*\/entries\/[^"]*\/correct)"/.exec(marked)?.[1] ?? '';
  expect((await chair.browser.get(correction)).statusCode).toBe(404);
  expect((await council.browser.post(correction, { words: '' })).statusCode).toBe(422);
  await council.browser.post(correction, { words: 'Two posts will be filled' });
  expect((await chair.browser.get(url)).body).toContain('Corrected later');

  await chair.browser.post(`${url}/judge`, { judgement: 'enough', words: 'Thank you' });
  const action = {
    title: 'Report on conferences',
    leadAgency: agencies.council,
    ...dayFields('dueOn', addDays(today, 60)),
  };
  expect((await chair.browser.post(`${url}/raise-action`, action)).statusCode).toBe(303);
  expect((await chair.browser.get(url)).body).toContain('Report on conferences');
  await chair.browser.post(`${url}/close`, { words: 'Nine in ten are held in time' });
  await office.browser.post(`${url}/write-summary`, { words: 'The council holds conferences in time again' });
  expect((await office.browser.post(`${url}/clear-summary`)).statusCode).toBe(422);
  expect((await chair.browser.post(`${url}/clear-summary`)).statusCode).toBe(303);
  const { body } = await council.browser.get(url);
  for (const words of ['Closed', 'Nine in ten are held in time', 'Cleared on', 'Challenge 1'])
    expect(body).toContain(words);
  for (const who of [council, chair, office])
    expect((await tasksOf(who)).filter(({ kind }) => kind.startsWith('challenge'))).toEqual([]);
  const id = url.split('/').at(-1) ?? '';
  expect(await house.data.as(chair, (scope) => listTies(scope, [id]))).toMatchObject([{ relation: 'led-to' }]);
  const csv = (await council.browser.get(`${log}/challenges.csv?standing=closed`)).body;
  for (const words of ['Challenge 1', '67% in time', 'Two posts are filled', 'Nine in ten'])
    expect(csv).toContain(words);
});

test('at the last stage the lead safeguarding partners decide jointly, the one it is about uncounted', async ({
  someone,
  agencies,
  chair,
}) => {
  const url = await put(chair, agencies.council);
  const council = await someone(agencies.council, 'lead-safeguarding-partner');
  const police = await someone(agencies.police, 'lead-safeguarding-partner');
  const health = await someone(agencies.health, 'lead-safeguarding-partner');
  for (const _ of [1, 2, 3]) {
    await council.browser.post(`${url}/answer`, { position: 'not-accepted', words: 'No' });
    await chair.browser.post(`${url}/judge`, { judgement: 'not-enough', words: 'Not enough' });
  }
  const view = (who: Someone, judgement: string) =>
    who.browser.post(`${url}/give-view`, { judgement, words: 'So I see it' });
  expect((await chair.browser.post(`${url}/judge`, { judgement: 'enough', words: 'Alone' })).statusCode).toBe(422);
  await view(council, 'enough');
  await view(police, 'not-enough');
  expect((await chair.browser.get(url)).body).toContain('Not yet judged');
  await view(health, 'not-enough');
  expect((await chair.browser.get(url)).body).toContain('The answer is not enough');
});

test('the log is narrowed and ordered by its address', async ({ chair, agencies }) => {
  await put(chair, agencies.council);
  await draft(chair, agencies.police, { subject: 'Absent from three meetings', evidenceKind: 'absence' });
  const shown = async (query: string) => {
    const { body } = await chair.browser.get(`${log}?${query}`);
    return [body.includes('Conferences are late'), body.includes('Absent from three meetings')];
  };
  expect(await shown('standing=draft')).toEqual([false, true]);
  expect(await shown('standing=open&sort=due')).toEqual([true, true]);
  expect(await shown('text=challenge+1')).toEqual([true, false]);
  expect(await shown(`agency=${agencies.police}`)).toEqual([false, true]);
  expect(await shown('standing=nonsense&agency=x&stage=x&sort=-agency&raised=mine')).toEqual([true, true]);
});

test('a partnership sets its own stages, and the next challenge keeps them', async ({ chair, agencies, someone }) => {
  const url = `${log}/stages`;
  const page = (await chair.browser.get(url)).body;
  expect(page).toContain('Default, unverified');
  const basis = /name="basis" value="([^"]*)"/.exec(page)?.[1] ?? '';
  const own = Object.fromEntries(
    [1, 2, 3, 4].flatMap((n) => [
      [`days-${n}`, String(n)],
      [`urgent-${n}`, '0'],
    ]),
  );
  expect((await chair.browser.post(url, { ...own, 'days-2': '-1', basis })).statusCode).toBe(422);
  expect((await chair.browser.post(url, { ...own, basis })).statusCode).toBe(303);
  expect((await chair.browser.post(url, { ...own, 'days-2': '7', basis })).statusCode).toBe(422);
  const reader = await someone(agencies.police, 'agency-representative');
  expect((await reader.browser.get(url)).statusCode).toBe(403);
  expect((await chair.browser.get(await put(chair, agencies.council))).body).not.toContain('default, unverified');
});

test('what somebody may know of follows from their roles', () => {
  const as = (...permissions: string[]) =>
    viewerOf({ person: 'p', seat: { agency: 'a' }, permissions: new Set(permissions) } as unknown as Parameters<
      typeof viewerOf
    >[0]).sees;
  expect([as('challenges.read', 'challenges.manage'), as('challenges.read'), as('challenges.read-own')]).toEqual([
    'kept',
    'open',
    'own',
  ]);
});

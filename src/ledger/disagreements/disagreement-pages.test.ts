import { describe, expect } from 'vitest';
import { listOwnTasks } from '../../partnership/task.store.ts';
import { newId } from '../../platform/database/ids.ts';
import { type Someone, test } from '../challenges/challenges.fixture.ts';

const list = '/dunmere/disagreements';

const aDisagreement = (otherAgency: string, said: Record<string, string> = {}): Record<string, string> => ({
  otherAgency,
  subject: 'threshold',
  caseReference: 'HV 2201',
  difference: 'We think that the threshold is met',
  wanted: 'An assessment',
  urgent: 'no',
  ...said,
});

/** Raises one as `by` and gives its address. */
async function raise(by: Someone, otherAgency: string, said: Record<string, string> = {}): Promise<string> {
  const answer = await by.browser.post(`${list}/raise`, aDisagreement(otherAgency, said));
  expect(answer.statusCode).toBe(303);
  return String(answer.headers.location);
}

describe('refused:', () => {
  test('who has no part in it sees none', async ({ someone }) => {
    for (const role of ['inspector', 'observer', 'trainer'] as const) {
      const { browser } = await someone(undefined, role);
      for (const path of [list, `${list}/raise`, '/dunmere/liaison'])
        expect([role, path, (await browser.get(path)).statusCode]).toEqual([role, path, 403]);
    }
    const practitioner = await someone(undefined, 'practitioner');
    for (const path of [`${list}/counts`, `${list}/stages`, `/dunmere/liaison/${newId()}`])
      expect([path, (await practitioner.browser.get(path)).statusCode]).toEqual([path, 403]);
  });

  test('what looks like a name, a date of birth or a health number is not kept', async ({ someone, agencies }) => {
    const visitor = await someone(agencies.health, 'practitioner');
    for (const said of [
      { caseReference: 'Amy Smith' },
      { caseReference: '12/03/2014' },
      { caseReference: '943 476 5919' },
      { difference: 'It is about Amy Jane Smith, born 12/03/2014' },
      { wanted: 'See the child (DOB 12.03.2014)' },
    ]) {
      const answer = await visitor.browser.post(`${list}/raise`, aDisagreement(agencies.council, said));
      expect([said, answer.statusCode, answer.body]).toEqual([said, 422, expect.stringContaining('This looks like')]);
    }
    expect((await visitor.browser.get(`${list}/raise`)).body).toContain('Name no child here');
  });

  test('one raises it with another agency, as somebody who speaks for one', async ({ someone, agencies }) => {
    const visitor = await someone(agencies.health, 'practitioner');
    const answer = await visitor.browser.post(`${list}/raise`, aDisagreement(agencies.health));
    expect([answer.statusCode, answer.body]).toEqual([422, expect.stringContaining('with another agency')]);
    const nobody = await someone(undefined, 'practitioner');
    expect((await nobody.browser.post(`${list}/raise`, aDisagreement(agencies.council))).statusCode).toBe(422);
    expect(
      (await visitor.browser.post(`${list}/raise`, { ...aDisagreement(agencies.council), withPerson: newId() }))
        .statusCode,
    ).toBe(422);
  });

  test('a practitioner sees their own alone; others those of their agency', async ({
    someone,
    agencies,
    chair,
    office,
  }) => {
    const visitor = await someone(agencies.health, 'practitioner');
    const url = await raise(visitor, agencies.council);
    const seen = async ({ browser }: Someone) => [
      (await browser.get(url)).statusCode,
      (await browser.get(list)).body.includes('Disagreement 1'),
      (await browser.get(`${list}/disagreements.csv`)).body.includes('Disagreement 1'),
    ];
    const yes = [200, true, true];
    const no = [404, false, false];
    expect(await seen(await someone(agencies.health, 'practitioner'))).toEqual(no);
    expect(await seen(await someone(agencies.council, 'practitioner'))).toEqual(no);
    expect(await seen(await someone(agencies.police, 'safeguarding-partner-delegate'))).toEqual(no);
    expect(await seen(await someone(undefined, 'scrutineer'))).toEqual(no);
    for (const reader of [visitor, chair, office]) expect(await seen(reader)).toEqual(yes);
    expect(await seen(await someone(agencies.health, 'agency-safeguarding-lead'))).toEqual(yes);
    expect(await seen(await someone(agencies.council, 'agency-safeguarding-lead'))).toEqual(yes);
  });

  test('it does not go further while there is time, nor jump stages unless it is urgent', async ({
    someone,
    agencies,
  }) => {
    const visitor = await someone(agencies.health, 'practitioner');
    const url = await raise(visitor, agencies.council);
    const further = { stage: '2', words: 'They did not ring back' };
    const early = await visitor.browser.post(`${url}/move-on`, further);
    expect([early.statusCode, early.body]).toEqual([422, expect.stringContaining('still has time to answer')]);
    await (await someone(agencies.council, 'agency-safeguarding-lead')).browser.post(`${url}/answer`, { words: 'No' });
    expect((await visitor.browser.post(`${url}/move-on`, { ...further, stage: '4' })).statusCode).toBe(422);
    expect((await visitor.browser.post(`${url}/move-on`, further)).statusCode).toBe(303);
  });

  test('nothing crosses into another partnership', async ({ someone, agencies, house, pages }) => {
    const url = await raise(await someone(agencies.health, 'practitioner'), agencies.council);
    const neighbour = await pages.browse(await house.person(house.elsewhere, 'business-manager'));
    for (const end of ['', '/answer', '/raise-action', `/entries/${newId()}/correct`])
      expect([end, (await neighbour.get(url.replace('dunmere', 'elsewhere') + end)).statusCode]).toEqual([end, 404]);
  });
});

test('a disagreement goes through stages with their clocks, is settled, and whoever raised it is told', async ({
  someone,
  agencies,
  office,
  house,
}) => {
  const visitor = await someone(agencies.health, 'practitioner');
  const worker = await someone(agencies.council, 'practitioner');
  const lead = await someone(agencies.council, 'agency-safeguarding-lead');
  const tasks = async (who: Someone) => (await house.data.as(who, listOwnTasks)).map(({ kind }) => kind);
  await office.browser.post(`/dunmere/liaison/${agencies.council}`, {
    person: worker.person,
    reach: 'Weekdays',
    basis:
      /name="basis" value="([^"]*)"/.exec(
        (await office.browser.get(`/dunmere/liaison/${agencies.council}`)).body,
      )?.[1] ?? '',
  });
  const url = await raise(visitor, agencies.council);
  expect(await tasks(worker)).toEqual(['disagreement-answer']);
  expect(await tasks(visitor)).toEqual(['disagreement-next']);
  await lead.browser.post(`${url}/answer`, { words: 'We see no need' });
  expect(await tasks(worker)).toEqual([]);
  await visitor.browser.post(`${url}/move-on`, { stage: '2', words: 'We do' });
  expect((await visitor.browser.get(url)).body).toContain('Stage 2: Manager to manager');
  const told = { words: 'We will assess', saidBy: lead.person, toldBy: 'call' };
  expect((await office.browser.post(`${url}/answer`, told)).statusCode).toBe(303);
  expect((await lead.browser.get(url)).body).toContain('That is not what I said');
  const ended = { outcome: 'upheld', words: 'An assessment began', saidBy: visitor.person, toldBy: 'call' };
  expect((await office.browser.post(`${url}/end`, { ...ended, saidBy: lead.person })).statusCode).toBe(422);
  await office.browser.post(`${url}/end`, ended);
  await lead.browser.post(`${url}/say-what-changed`, { words: 'The family has a worker', learning: 'Ring sooner' });
  const { body } = await visitor.browser.get(url);
  for (const words of ['Agreed with who raised it', 'The family has a worker', 'Ring sooner'])
    expect(body).toContain(words);
  for (const who of [visitor, worker, lead, office]) expect(await tasks(who)).toEqual([]);
});

test('an urgent one jumps to the partnership, where a chair of neither agency decides and the raiser reads it', async ({
  someone,
  agencies,
  chair,
  house,
}) => {
  const visitor = await someone(agencies.health, 'practitioner');
  const councilChair = await someone(agencies.council, 'partnership-chair');
  const url = await raise(visitor, agencies.council, { urgent: 'yes' });
  expect((await visitor.browser.post(`${url}/move-on`, { stage: '5', words: 'It cannot wait' })).statusCode).toBe(303);
  const decision = { decision: 'partly', words: 'Both saw something' };
  const own = await councilChair.browser.post(`${url}/decide`, decision);
  expect([own.statusCode, own.body]).toEqual([422, expect.stringContaining('Nobody decides about their own agency')]);
  expect((await visitor.browser.post(`${url}/end`, { outcome: 'upheld', words: 'We won' })).statusCode).toBe(422);
  expect((await chair.browser.post(`${url}/decide`, decision)).statusCode).toBe(303);
  expect(await house.data.as(visitor, listOwnTasks)).toMatchObject([{ kind: 'disagreement-outcome' }]);
  expect((await chair.browser.get(`${list}?standing=untold`)).body).toContain('Disagreement 1');
  await visitor.browser.post(`${url}/tell`, {});
  expect(await house.data.as(visitor, listOwnTasks)).toEqual([]);
  expect((await chair.browser.get(`${list}?standing=untold`)).body).not.toContain('Disagreement 1');
});

test('between two safeguarding partners all lead partners must say the same', async ({ someone, agencies, chair }) => {
  const police = await someone(agencies.police, 'lead-safeguarding-partner');
  const council = await someone(agencies.council, 'lead-safeguarding-partner');
  const health = await someone(agencies.health, 'lead-safeguarding-partner');
  const url = await raise(police, agencies.council, { urgent: 'yes' });
  await police.browser.post(`${url}/move-on`, { stage: '5', words: 'Chief officers' });
  const view = (who: Someone, decision: string) =>
    who.browser.post(`${url}/give-view`, { decision, words: 'So I see it' });
  await view(police, 'upheld');
  await view(health, 'upheld');
  await view(council, 'not-upheld');
  expect((await chair.browser.get(url)).body).not.toContain('Outcome');
  await view(council, 'upheld');
  expect((await chair.browser.get(url)).body).toContain('Agreed with who raised it, on');
});

test('the figures say where it waits, between whom, and that few are a finding', async ({
  someone,
  agencies,
  chair,
}) => {
  const visitor = await someone(agencies.health, 'practitioner');
  expect((await chair.browser.get(`${list}/counts`)).body).toContain('unlikely');
  await raise(visitor, agencies.council);
  const { body } = await chair.browser.get(`${list}/counts?months=24`);
  for (const words of ['A low number is a finding and not a success', 'Dunmere Health', 'Stage 2: Manager to manager'])
    expect(body).toContain(words);
  expect((await chair.browser.get(`${list}/counts/agencies.csv`)).body).toContain('Dunmere Health,Dunmere Council,1,1');
  expect((await chair.browser.get(`${list}/counts/stages.svg`)).headers['content-type']).toContain('svg');
  expect((await chair.browser.get(`${list}/counts/nothing.csv`)).statusCode).toBe(404);
  const board = await someone(agencies.police, 'lay-member');
  expect((await board.browser.get(`${list}/counts`)).statusCode).toBe(200);
});

test('who to ring is searched, and kept by the office alone', async ({ someone, agencies, office }) => {
  const lead = await someone(agencies.council, 'agency-safeguarding-lead');
  const url = `/dunmere/liaison/${agencies.council}`;
  expect((await lead.browser.get(url)).statusCode).toBe(403);
  expect(
    (await office.browser.post(url, { person: (await someone(agencies.police, 'practitioner')).person })).statusCode,
  ).toBe(422);
  const basis = /name="basis" value="([^"]*)"/.exec((await office.browser.get(url)).body)?.[1] ?? '';
  expect((await office.browser.post(url, { person: lead.person, reach: 'Weekdays 9 to 5', basis })).statusCode).toBe(
    303,
  );
  expect((await office.browser.post(url, { person: '', reach: '', basis })).statusCode).toBe(422);
  const found = (await lead.browser.get('/dunmere/liaison?text=council')).body;
  expect([found.includes('Weekdays 9 to 5'), found.includes('Dunmere Police')]).toEqual([true, false]);
});

import { describe, expect } from 'vitest';
import { type Browser, test } from '../../../../test/harness/pages.ts';
import { plainDate } from '../../../platform/calendar/plain-date.ts';
import { addAgency } from '../../agencies/agency.store.ts';
import { addPerson } from '../../people/person.store.ts';
import { addGroup, changeGroup, findGroup, listGroups } from '../group.store.ts';
import { addGroupSeat, fillSeat, findGroupSeat, holdGroupSeat } from '../group-seat.store.ts';
import { listTerms } from '../terms.store.ts';

const wordsOf = (html: string) =>
  html
    .replaceAll(/<(script|style|head)[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');
const here = '/dunmere/groups';
const longAgo = plainDate('2020-01-01');
const on = (name: string, day: string) => {
  const [year = '', month = '', date = ''] = day.split('-');
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year };
};
/** The fields of a form as the page shows them, so that what it was based on is sent back. */
const basisOn = async (browser: Browser, path: string) => ({
  basis: /name="basis" value="([^"]*)"/.exec((await browser.get(path)).body)?.[1] ?? '',
});

/** A board with the police's seat in it, and somebody of the office in front of it. */
const withBoard = test.extend<{
  board: { id: string; seat: string; police: string; ada: string; ben: string };
  office: Browser;
}>({
  board: async ({ house }, use) => {
    const who = await house.person(house.dunmere, 'business-manager');
    await use(
      await house.data.as(who, async (scope) => {
        const id = await addGroup(scope, {
          name: 'Dunmere Board',
          kind: 'board',
          purpose: 'Sees that children are safe',
        });
        const police = await addAgency(scope, { name: 'Dunmere Police', kind: 'police' });
        const seat = await addGroupSeat(scope, { group: id, agency: police, capacity: 'chair', fromOn: longAgo });
        const ada = await addPerson(scope, { name: 'Ada Chief', agency: police });
        const ben = await addPerson(scope, { name: 'Ben Deputy', agency: police });
        return { id, seat, police, ada, ben };
      }),
    );
  },
  office: async ({ house, pages }, use) => {
    await use(await pages.browse(await house.person(house.dunmere, 'business-support')));
  },
});

describe('groups are not there', () => {
  withBoard('for a role outside, and for another partnership', async ({ house, pages, board }) => {
    const trainer = await pages.browse(await house.person(house.dunmere, 'trainer'));
    const neighbour = await pages.browse(await house.person(house.elsewhere, 'business-manager'));
    for (const path of ['', `/${board.id}`, `/${board.id}/terms`, `/seats/${board.seat}`]) {
      expect([path, (await trainer.get(here + path)).statusCode]).toEqual([path, 403]);
      expect([path, (await neighbour.get(here + path)).statusCode]).toEqual([path, 404]);
      expect((await neighbour.get(`/elsewhere/groups${path}`)).statusCode).toBe(path === '' ? 200 : 404);
    }
  });
  withBoard('to change for those who may only read', async ({ house, pages, board }) => {
    const reader = await pages.browse(await house.person(house.dunmere, 'scrutineer'));
    expect((await reader.get(`${here}/${board.id}`)).body).not.toContain('Change the group');
    for (const path of [
      '/add',
      `/${board.id}/change`,
      `/${board.id}/end`,
      `/${board.id}/quorum`,
      `/${board.id}/terms/add`,
      `/${board.id}/seats/add`,
      `/seats/${board.seat}/fill`,
      `/seats/${board.seat}/end`,
    ]) {
      expect([path, (await reader.get(here + path)).statusCode]).toEqual([path, 403]);
      expect([path, (await reader.post(here + path)).statusCode]).toEqual([path, 403]);
    }
  });
  withBoard('at an address that is none', async ({ office, board }) => {
    for (const path of [
      '/nothing',
      `/${board.seat}`,
      `/seats/${board.id}`,
      '/seats/x/fill',
      `/holders/${board.id}/leave`,
    ])
      expect([path, (await office.get(here + path)).statusCode]).toEqual([path, 404]);
  });
});

describe('a group', () => {
  withBoard('without a name or sort is asked for again, with what was typed', async ({ office }) => {
    const { statusCode, body } = await office.post(`${here}/add`, {
      purpose: 'To learn',
      ...on('fromOn', '2026-02-31'),
    });
    expect(statusCode).toBe(422);
    for (const text of [
      'Enter the name of the group',
      'Select what sort of group it is',
      'The day it began must be a real date',
      '>To learn</textarea>',
    ])
      expect(body).toContain(text);
  });
  withBoard(
    'cannot have the name of another, nor report to one that reports to it',
    async ({ office, house, board }) => {
      const again = await office.post(`${here}/add`, { name: 'dunmere  BOARD', kind: 'board' });
      expect([again.statusCode, wordsOf(again.body)]).toEqual([
        422,
        expect.stringContaining('Another group has this name'),
      ]);
      const who = await house.person(house.dunmere, 'business-manager');
      const below = await house.data.as(who, (scope) =>
        addGroup(scope, { name: 'Executive', kind: 'executive', parent: board.id }),
      );
      const path = `${here}/${board.id}/change`;
      const ring = await office.post(path, {
        name: 'Dunmere Board',
        kind: 'board',
        parent: below,
        ...(await basisOn(office, path)),
      });
      expect([ring.statusCode, wordsOf(ring.body)]).toEqual([
        422,
        expect.stringContaining('That group reports to this one already'),
      ]);
    },
  );
  withBoard('is added, shown and listed by its layer', async ({ office, board }) => {
    const added = await office.post(`${here}/add`, {
      name: 'Learning',
      kind: 'sub-group',
      parent: board.id,
      ...on('fromOn', '2026-02-01'),
    });
    expect(added.statusCode).toBe(303);
    const words = wordsOf((await office.get(String(added.headers.location))).body);
    expect(words).toContain('Reports to Dunmere Board');
    expect(words).toContain('Began 1 February 2026');
    const list = wordsOf((await office.get(here)).body);
    expect(list).toMatch(
      /Board and chief officers.*Dunmere Board Board Nobody None 1 1.*Sub-groups and panels.*Learning/,
    );
  });
  withBoard(
    'that two people change at once shows the second what the first saved',
    async ({ office, house, pages, board }) => {
      const path = `${here}/${board.id}/change`;
      const second = await pages.browse(await house.person(house.dunmere, 'business-manager'));
      const base = await basisOn(second, path);
      await office.post(path, {
        name: 'Dunmere Board',
        kind: 'board',
        purpose: 'To lead',
        ...(await basisOn(office, path)),
      });
      const late = await second.post(path, {
        name: 'The Board',
        kind: 'board',
        purpose: 'Sees that children are safe',
        ...base,
      });
      expect(late.statusCode).toBe(422);
      expect(wordsOf(late.body)).toContain('Purpose To lead Sees that children are safe');
      const chosen = /name="basis" value="([^"]*)"/.exec(late.body)?.[1] ?? '';
      await second.post(path, { name: 'The Board', kind: 'board', purpose: 'To lead', basis: chosen });
      const who = await house.person(house.dunmere, 'observer');
      const saved = await house.data.as(who, (scope) => findGroup(scope, board.id));
      expect([saved?.name, saved?.purpose]).toEqual(['The Board', 'To lead']);
    },
  );
  withBoard('says what hangs on it before it ends, and takes its seats with it', async ({ office, house, board }) => {
    const who = await house.person(house.dunmere, 'business-manager');
    const holder = await house.data.as(who, async (scope) => {
      await addGroup(scope, { name: 'Learning', parent: board.id });
      return await fillSeat(scope, board.seat, { person: board.ada, deputy: false, fromOn: longAgo });
    });
    const asked = wordsOf((await office.get(`${here}/${board.id}/end`)).body);
    expect(asked).toContain('One seat of it ends with it, and with them the places of 1 person.');
    expect(asked).toContain('These groups report to it and need another to report to: Learning.');
    expect((await office.post(`${here}/${board.id}/end`, on('endedOn', '2019-12-31'))).statusCode).toBe(422);
    expect((await office.post(`${here}/${board.id}/end`, on('endedOn', '2026-03-31'))).statusCode).toBe(303);
    const seat = await house.data.as(who, (scope) => findGroupSeat(scope, board.seat));
    expect([seat?.untilOn, seat?.holders.find(({ id }) => id === holder)?.untilOn]).toEqual([
      '2026-03-31',
      '2026-03-31',
    ]);
    expect((await office.post(`${here}/${board.id}/end`, on('endedOn', '2026-04-30'))).statusCode).toBe(422);
    expect(
      (
        await office.post(`${here}/${board.id}/seats/add`, {
          agency: 'independent',
          capacity: 'member',
          ...on('fromOn', '2026-01-01'),
        })
      ).statusCode,
    ).toBe(422);
  });
});

describe('a quorum', () => {
  withBoard('is a whole number of seats', async ({ office, board }) => {
    const path = `${here}/${board.id}/quorum`;
    for (const members of ['0', '-1', '1.5', 'many', '1000'])
      expect([members, (await office.post(path, { members })).statusCode]).toEqual([members, 422]);
  });
  withBoard('is settled, and shown in words', async ({ office, board }) => {
    const path = `${here}/${board.id}/quorum`;
    const sent = await office.post(path, { members: '5', police: '1', health: '1', ...(await basisOn(office, path)) });
    expect(sent.statusCode).toBe(303);
    expect(wordsOf((await office.get(`${here}/${board.id}`)).body)).toContain(
      '5 members, with at least 1 from Police and 1 from Health',
    );
  });
});

describe('terms of reference', () => {
  withBoard('need words and the day they were agreed; their review is after that', async ({ office, board }) => {
    const path = `${here}/${board.id}/terms/add`;
    const empty = wordsOf((await office.post(path, { after: '0' })).body);
    expect(empty).toContain('Enter the terms of reference');
    expect(empty).toContain('Enter the day they were agreed');
    const early = await office.post(path, {
      after: '0',
      words: 'We meet',
      ...on('agreedOn', '2026-05-01'),
      ...on('reviewOn', '2026-05-01'),
    });
    expect([early.statusCode, wordsOf(early.body)]).toEqual([422, expect.stringContaining('The review must be after')]);
  });
  withBoard(
    'keep every version, and the second of two who add one is shown the first',
    async ({ office, house, board }) => {
      const path = `${here}/${board.id}/terms/add`;
      const agreed = on('agreedOn', '2026-05-01');
      expect((await office.post(path, { after: '0', words: 'We meet\r\nmonthly', ...agreed })).statusCode).toBe(303);
      const late = await office.post(path, { after: '0', words: 'We meet weekly', ...agreed });
      expect([late.statusCode, wordsOf(late.body)]).toEqual([
        422,
        expect.stringContaining('Version 1, as it was saved meanwhile'),
      ]);
      expect((await office.post(path, { after: '1', words: 'We meet weekly', ...agreed })).statusCode).toBe(303);
      const who = await house.person(house.dunmere, 'observer');
      const versions = await house.data.as(who, (scope) => listTerms(scope, board.id));
      expect(versions.map(({ version, words }) => [version, words])).toEqual([
        [2, 'We meet weekly'],
        [1, 'We meet\nmonthly'],
      ]);
      const words = wordsOf((await office.get(`${here}/${board.id}/terms`)).body);
      expect(words).toMatch(
        /Version 2, agreed on 1 May 2026 No day is set for their review. We meet weekly.*Version 1/,
      );
    },
  );
});

describe('a seat', () => {
  withBoard('is added for an agency of the partnership alone', async ({ office, board }) => {
    const path = `${here}/${board.id}/seats/add`;
    const from = on('fromOn', '2026-01-01');
    expect((await office.post(path, { capacity: 'member', ...from })).body).toContain('Select whose seat it is');
    expect((await office.post(path, { agency: board.ada, capacity: 'member', ...from })).body).toContain(
      'Select one of the agencies listed',
    );
    const added = await office.post(path, { agency: 'independent', capacity: 'member', ...from });
    expect(wordsOf((await office.get(String(added.headers.location))).body)).toContain('Vacant since 1 January 2026');
  });
  withBoard('is not filled twice, nor by somebody who sits in it', async ({ office, board }) => {
    const path = `${here}/seats/${board.seat}/fill`;
    const from = on('fromOn', '2026-01-01');
    expect((await office.post(path, { person: board.ada, as: 'seat', ...from })).statusCode).toBe(303);
    for (const [person, as, text] of [
      [board.ben, 'seat', 'Somebody sits in this seat on that day'],
      [board.ada, 'deputy', 'They sit or deputise in this seat already'],
      [board.police, 'deputy', 'Select one of the people listed'],
    ] as const) {
      const refused = await office.post(path, { person, as, ...from });
      expect([refused.statusCode, wordsOf(refused.body)]).toEqual([422, expect.stringContaining(text)]);
    }
    expect((await office.post(path, { person: board.ben, as: 'deputy', ...from })).statusCode).toBe(303);
    const words = wordsOf((await office.get(`${here}/${board.id}`)).body);
    expect(words).toContain('Chair Ada Chief');
    expect(words).toContain('Dunmere Police Chair Ada Chief 1 January 2026 Ben Deputy');
  });
  withBoard('that two people fill at once goes to the first', async ({ office, house, board }) => {
    const who = await house.person(house.dunmere, 'business-manager');
    const first = Promise.withResolvers<void>();
    const held = Promise.withResolvers<void>();
    const filling = house.data.as(who, async (scope) => {
      await holdGroupSeat(scope, board.seat);
      held.resolve();
      await first.promise;
      await fillSeat(scope, board.seat, { person: board.ada, deputy: false, fromOn: longAgo });
    });
    await held.promise;
    const second = office.post(`${here}/seats/${board.seat}/fill`, {
      person: board.ben,
      as: 'seat',
      ...on('fromOn', '2026-01-01'),
    });
    await new Promise((later) => setTimeout(later, 300));
    first.resolve();
    await filling;
    expect((await second).statusCode).toBe(422);
  });
  withBoard('is left, is vacant from the day after, and ends', async ({ office, house, board }) => {
    const who = await house.person(house.dunmere, 'business-manager');
    const holder = await house.data.as(who, (scope) =>
      fillSeat(scope, board.seat, { person: board.ada, deputy: false, fromOn: longAgo }),
    );
    const leave = `${here}/holders/${holder}/leave`;
    expect((await office.post(leave, on('untilOn', '2019-01-01'))).statusCode).toBe(422);
    expect((await office.post(leave, on('untilOn', '2026-01-31'))).statusCode).toBe(303);
    expect((await office.post(leave, on('untilOn', '2026-02-28'))).statusCode).toBe(422);
    expect(wordsOf((await office.get(`${here}/seats/${board.seat}`)).body)).toContain('Vacant since 1 February 2026');
    expect((await office.post(`${here}/seats/${board.seat}/end`, on('untilOn', '2026-03-31'))).statusCode).toBe(303);
    expect(wordsOf((await office.get(`${here}/${board.id}`)).body)).toContain('Seats that have ended');
    expect(wordsOf((await office.get(`${here}/${board.id}`)).body)).toContain('No seat for one');
  });
});

test('an empty list says what to do, and one can ask for those that ended', async ({ pages, house }) => {
  const who = await house.person(house.dunmere, 'business-manager');
  const office = await pages.browse(who);
  expect(wordsOf((await office.get(here)).body)).toContain('Begin with the board or the executive');
  await house.data.as(who, (scope) => addGroup(scope, { name: 'Learning' }));
  expect(wordsOf((await office.get(`${here}?state=ended`)).body)).toContain('No groups match these filters');
  expect(await house.data.as(who, listGroups)).toHaveLength(1);
});

test('the structure is a picture with words for it, a list, and a file; a ring in the data breaks none of them', async ({
  pages,
  house,
}) => {
  const who = await house.person(house.dunmere, 'business-manager');
  const office = await pages.browse(who);
  expect(wordsOf((await office.get(`${here}/structure`)).body)).toContain('No groups yet');
  await house.data.as(who, async (scope) => {
    const board = await addGroup(scope, { name: 'Dunmere Board', kind: 'board' });
    const learning = await addGroup(scope, { name: 'Learning', parent: board });
    await changeGroup(scope, board, { name: 'Dunmere Board', kind: 'board', parent: learning });
  });
  const { body } = await office.get(`${here}/structure`);
  expect(body).toMatch(/role="img" aria-label="Who reports to whom: to Dunmere Board report Learning\."/);
  expect(wordsOf(body)).toMatch(/The same as a list Dunmere Board , board Learning , sub-group/);
  expect(body).not.toMatch(/ style=/);
  const file = await office.get(`${here}/structure.svg`);
  expect(file.headers['content-type']).toBe('image/svg+xml; charset=utf-8');
  expect(file.headers['content-disposition']).toMatch(/^attachment; filename="structure-\d{4}-\d\d-\d\d\.svg"$/);
  const trainer = await pages.browse(await house.person(house.dunmere, 'trainer'));
  for (const path of ['structure', 'structure.svg'])
    expect((await trainer.get(`${here}/${path}`)).statusCode).toBe(403);
});

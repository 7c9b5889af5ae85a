import { describe, expect } from 'vitest';
import { test } from '../../../../test/harness/pages.ts';
import { changeAbout } from '../../settings/settings.store.ts';
import { addGroup, changeGroup, findGroup, listGroups } from '../group.store.ts';
import { fillSeat, findGroupSeat } from '../group-seat.store.ts';
import { basisOn, here, longAgo, on, withBoard, wordsOf } from './pages.fixture.ts';

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
      `/${board.id}/again`,
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

withBoard(
  'a group that was ended by mistake goes on, unless another has its name by now',
  async ({ office, house, board }) => {
    const who = await house.person(house.dunmere, 'business-manager');
    const reader = await house.person(house.dunmere, 'observer');
    const again = `${here}/${board.id}/again`;
    await office.post(`${here}/${board.id}/end`, on('endedOn', '2026-03-31'));
    expect(wordsOf((await office.get(`${here}/${board.id}`)).body)).toContain('Let it go on');
    const other = await house.data.as(who, (scope) => addGroup(scope, { name: 'Dunmere board' }));
    const refused = await office.post(again);
    expect([refused.statusCode, wordsOf(refused.body)]).toEqual([
      422,
      expect.stringContaining('Another group has this name'),
    ]);
    await house.data.as(who, (scope) => changeGroup(scope, other, { name: 'Learning' }));
    expect((await office.post(again)).statusCode).toBe(303);
    expect((await house.data.as(reader, (scope) => findGroup(scope, board.id)))?.endedOn).toBeUndefined();
  },
);

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

withBoard('a kind of group is named as the partnership names it, wherever it is', async ({ office, house, board }) => {
  const who = await house.person(house.dunmere);
  await house.data.as(who, (scope) => changeAbout(scope, { words: { board: 'LSCP board' } }));
  const paths = ['', `/${board.id}`, '/structure', '/structure.svg', '/add', `/${board.id}/change`];
  for (const path of paths)
    expect([path, wordsOf((await office.get(here + path)).body)]).toEqual([path, expect.stringMatching(/LSCP board/)]);
  expect(wordsOf((await office.get(here)).body)).toContain('LSCP board and chief officers');
  expect((await office.get('/dunmere/export/groups.csv')).body).toContain('LSCP board');
});

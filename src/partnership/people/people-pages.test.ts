import { describe, expect } from 'vitest';
import type { House } from '../../../test/harness/house.ts';
import { addDays } from '../../platform/calendar/days.ts';
import { todayInLondon } from '../../platform/calendar/plain-date.ts';
import type { Who } from '../../platform/database/database.ts';
import { giveRole } from '../partnership.store.ts';
import { listAssistance } from './assistant.store.ts';
import { listSignedSteps } from './induction.store.ts';
import { listOtherBoards } from './other-board.store.ts';
import { basisIn, dayFields, sayLastDay, test } from './people.fixture.ts';
import { addPerson, findPerson, listPeople, markLeft } from './person.store.ts';
import { listRolesHeld } from './role-held.store.ts';

const today = todayInLondon(new Date());

describe('refused:', () => {
  test('those who may only read change nothing about anybody', async ({ reader, ada }) => {
    const paths = [
      'add',
      ...['change', 'assistants/add', 'other-boards/add', 'induction/welcome'].map((end) => `${ada}/${end}`),
    ];
    for (const path of paths) {
      expect([path, (await reader.get(`/dunmere/people/${path}`)).statusCode]).toEqual([path, 403]);
      expect([path, (await reader.post(`/dunmere/people/${path}`)).statusCode]).toEqual([path, 403]);
    }
    expect((await reader.post(`/dunmere/people/${ada}/induction/welcome/undo`)).statusCode).toBe(403);
    const { body } = await reader.get(`/dunmere/people/${ada}`);
    expect(body).toContain('Ada Quay');
    for (const way of ['/change', 'assistants/add', 'roles/give']) expect(body).not.toContain(way);
  });

  test('a person of another partnership is not there', async ({ neighbour, ada }) => {
    for (const end of [
      '',
      '/change',
      '/assistants/add',
      '/other-boards/add',
      '/induction/welcome',
      '/roles/give',
      '/invite',
    ])
      expect([end, (await neighbour.get(`/elsewhere/people/${ada}${end}`)).statusCode]).toEqual([end, 404]);
    expect((await neighbour.get('/elsewhere/people/nobody')).statusCode).toBe(404);
  });

  test('a form with mistakes comes back as it was typed', async ({ office }) => {
    const answer = await office.post('/dunmere/people/add', {
      name: '',
      workEmail: 'not an address',
      phone: 'ring me',
      agency: '00000000-0000-7000-8000-000000000000',
    });
    expect(answer.statusCode).toBe(422);
    for (const words of ['Enter their name', 'not an address', 'Enter an e-mail address', 'Enter a telephone number'])
      expect(answer.body).toContain(words);
    const agency = { name: 'Bo Lee', agency: '00000000-0000-7000-8000-000000000000' };
    expect((await office.post('/dunmere/people/add', agency)).statusCode).toBe(422);
  });

  test('somebody who looks like the same person is added only when that is meant', async ({ office, ada, school }) => {
    const twin = { name: 'ada quay', agency: school, workEmail: 'head@school.example' };
    const warned = await office.post('/dunmere/people/add', twin);
    expect(warned.statusCode).toBe(422);
    for (const words of ['looks like the same person', ada, 'several people read'])
      expect(warned.body).toContain(words);
    expect((await office.post('/dunmere/people/add', { ...twin, meant: 'same-person' })).statusCode).toBe(422);
    const meant = await office.post('/dunmere/people/add', { ...twin, meant: ['same-person', 'shared-mailbox'] });
    expect(meant.statusCode).toBe(303);
  });

  test('an induction step that does not exist, or is done tomorrow, is not signed off', async ({
    office,
    ada,
    house,
    manager,
  }) => {
    const url = `/dunmere/people/${ada}/induction`;
    expect((await office.get(`${url}/constructor`)).statusCode).toBe(404);
    expect((await office.post(`${url}/welcome`, dayFields('doneOn', addDays(today, 1)))).statusCode).toBe(422);
    expect(await house.data.as(manager, (scope) => listSignedSteps(scope, ada))).toEqual([]);
  });
});

test('somebody who never signs in is a person like any other', async ({ office, house, manager, school }) => {
  const { headers } = await office.post('/dunmere/people/add', {
    name: 'Bo Lee',
    agency: school,
    phone: '01632 960 001',
  });
  const { body } = await office.get(String(headers.location));
  for (const words of ['Bo Lee', 'Quay School', '01632 960 001', 'Does not sign in here'])
    expect(body).toContain(words);
  const people = await house.data.as(manager, listPeople);
  expect(people.find(({ name }) => name === 'Bo Lee')).toMatchObject({ signsIn: false, agency: school });
});

test('the second of two who change a person is shown what changed, and chooses', async ({
  office,
  house,
  manager,
  ada,
}) => {
  const url = `/dunmere/people/${ada}/change`;
  const basis = basisIn((await office.get(url)).body);
  expect((await office.post(url, { name: 'Ada First', basis })).statusCode).toBe(303);
  const second = await office.post(url, { name: 'Ada Second', basis });
  expect(second.statusCode).toBe(422);
  for (const words of ['Saved now', 'Ada First', 'Ada Second']) expect(second.body).toContain(words);
  await office.post(url, { name: 'Ada Second', basis: basisIn(second.body) });
  expect((await house.data.as(manager, (scope) => findPerson(scope, ada)))?.name).toBe('Ada Second');
});

test('a step is signed off in one’s own name, stands when it is signed again, and can be undone', async ({
  office,
  house,
  manager,
  ada,
}) => {
  const url = `/dunmere/people/${ada}/induction/welcome`;
  const steps = () => house.data.as(manager, (scope) => listSignedSteps(scope, ada));
  expect((await office.post(url, dayFields('doneOn', '2026-10-01'))).statusCode).toBe(303);
  expect((await office.post(url, dayFields('doneOn', '2026-10-02'))).statusCode).toBe(422);
  expect(await steps()).toEqual([{ step: 'welcome', doneOn: '2026-10-01', signedBy: manager.person }]);
  expect((await office.get(`/dunmere/people/${ada}`)).body).toContain('1 of 8 steps done');
  await office.post(`${url}/undo`);
  expect(await steps()).toEqual([]);
});

test('an assistant is named from a day, not twice, and ended from either page', async ({
  office,
  house,
  manager,
  ada,
}) => {
  const url = `/dunmere/people/${ada}/assistants/add`;
  const answers = { assistant: manager.person, ...dayFields('fromOn', '2026-01-01') };
  expect((await office.post(url, answers)).statusCode).toBe(303);
  expect((await office.post(url, answers)).statusCode).toBe(422);
  expect((await office.post(url, { ...answers, assistant: ada })).statusCode).toBe(422);
  const assistance = () => house.data.as(manager, (scope) => listAssistance(scope, ada));
  const [one] = await assistance();
  const end = `/dunmere/people/${manager.person}/assistants/${one?.id}/end`;
  expect((await sayLastDay(office, end, '2025-12-31')).statusCode).toBe(422);
  expect((await sayLastDay(office, end, '2026-11-30')).statusCode).toBe(303);
  expect(await assistance()).toMatchObject([{ person: manager.person, assists: ada, untilOn: '2026-11-30' }]);

  const late = await office.post(end, dayFields('untilOn', '2027-01-31')); // from a form opened before the day was said
  expect([late.statusCode, late.body.includes('30 November 2026 is saved as the last day')]).toEqual([422, true]);
  const chosen = { ...dayFields('untilOn', '2027-01-31'), basis: basisIn(late.body) };
  expect((await office.post(end, chosen)).statusCode).toBe(303);
});

describe('the role of a named assistant', () => {
  const rolesOf = async (house: House, manager: Who, person: string) =>
    (await house.data.as(manager, (scope) => listRolesHeld(scope, person))).map(({ role, untilOn }) => [role, untilOn]);
  const assisting = { ...dayFields('fromOn', '2026-01-01'), ...dayFields('untilOn', '2099-03-31') };

  test('is given with the assisting and ends with it, at once today', async ({ office, house, manager, ada }) => {
    const bo = await house.data.as(manager, (scope) => addPerson(scope, { name: 'Bo' }));
    const url = `/dunmere/people/${ada}/assistants/add`;
    expect((await office.get(url)).body).toMatch(/name="withRole"[^>]*checked/);
    expect((await office.post(url, { assistant: bo, ...assisting, withRole: 'yes' })).statusCode).toBe(303);
    expect(await rolesOf(house, manager, bo)).toEqual([['named-assistant', '2099-03-31']]);
    const [one] = await house.data.as(manager, (scope) => listAssistance(scope, ada));
    const end = `/dunmere/people/${ada}/assistants/${one?.id}/end`;
    expect((await office.get(end)).body).toContain('their role of named assistant ends with it');
    expect((await sayLastDay(office, end, today)).statusCode).toBe(303);
    expect(await rolesOf(house, manager, bo)).toEqual([['named-assistant', addDays(today, -1)]]);
  });

  test('goes on while they assist somebody else', async ({ office, house, manager, ada }) => {
    const bo = await house.data.as(manager, (scope) => addPerson(scope, { name: 'Bo' }));
    for (const assisted of [ada, manager.person])
      await office.post(`/dunmere/people/${assisted}/assistants/add`, { assistant: bo, ...assisting, withRole: 'yes' });
    expect(await rolesOf(house, manager, bo)).toHaveLength(1);
    const [one] = await house.data.as(manager, (scope) => listAssistance(scope, ada));
    await sayLastDay(office, `/dunmere/people/${ada}/assistants/${one?.id}/end`, today);
    expect(await rolesOf(house, manager, bo)).toEqual([['named-assistant', '2099-03-31']]);
  });

  test('is not given to oneself, and neither given nor ended by those who may not', async ({
    office,
    house,
    pages,
    manager,
    ada,
  }) => {
    const bo = await house.data.as(manager, (scope) => addPerson(scope, { name: 'Bo' }));
    const url = `/dunmere/people/${ada}/assistants/add`;
    const own = await office.post(url, { assistant: manager.person, ...assisting, withRole: 'yes' });
    expect([own.statusCode, own.body.includes('Nobody gives themselves a role')]).toEqual([422, true]);
    const support = await pages.browse(await house.person(house.dunmere, 'business-support'));
    expect((await support.get(url)).body).toContain('Ask a business manager to give it to them');
    await support.post(url, { assistant: bo, ...assisting, withRole: 'yes' });
    expect(await rolesOf(house, manager, bo)).toEqual([]);
    await house.data.as(manager, (scope) => giveRole(scope, bo, { role: 'named-assistant', fromOn: today }));
    const [one] = await house.data.as(manager, (scope) => listAssistance(scope, ada));
    const refused = await sayLastDay(support, `/dunmere/people/${ada}/assistants/${one?.id}/end`, today);
    expect([refused.statusCode, refused.body.includes('Ask a business manager')]).toEqual([422, true]);
  });
});

test('another board is added and ended', async ({ office, house, manager, ada }) => {
  await office.post(`/dunmere/people/${ada}/other-boards/add`, { board: 'Adults’ board', capacity: 'Chair' });
  const boards = () => house.data.as(manager, (scope) => listOtherBoards(scope, ada));
  const [one] = await boards();
  const end = await sayLastDay(office, `/dunmere/people/${ada}/other-boards/${one?.id}/end`, '2026-11-01');
  expect(end.statusCode).toBe(303);
  expect(await boards()).toMatchObject([{ board: 'Adults’ board', capacity: 'Chair', untilOn: '2026-11-01' }]);
});

test('the list leaves out who has left, unless asked, and is taken away as it is narrowed', async ({
  office,
  house,
  manager,
  ada,
  school,
}) => {
  await house.data.as(manager, (scope) => markLeft(scope, ada, addDays(scope.today, -1)));
  expect((await office.get('/dunmere/people')).body).not.toContain('Ada Quay');
  expect((await office.get('/dunmere/people?state=ended')).body).toContain('Ada Quay');
  const csv = (await office.get(`/dunmere/people/people.csv?state=all&agency=${school}`)).body.split('\r\n');
  expect(csv[1]).toContain('Ada Quay,Head,Quay School,ada.quay@school.example');
  expect(csv.length).toBe(3);
});

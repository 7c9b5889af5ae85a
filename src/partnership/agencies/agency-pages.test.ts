import { describe, expect } from 'vitest';
import type { House } from '../../../test/harness/house.ts';
import { type Browser, test as pagesTest } from '../../../test/harness/pages.ts';
import { plainDate } from '../../platform/calendar/plain-date.ts';
import type { Who } from '../../platform/database/database.ts';
import { addGroup } from '../groups/group.store.ts';
import { addGroupSeat, fillSeat, listGroupSeats } from '../groups/group-seat.store.ts';
import { giveRole } from '../partnership.store.ts';
import { addPerson } from '../people/person.store.ts';
import { listRolesHeld } from '../people/role-held.store.ts';
import { addAgency, findAgency, listAgencies } from './agency.store.ts';

const test = pagesTest.extend<{ manager: Who; office: Browser; reader: Browser; school: string }>({
  manager: async ({ house }, use) => {
    await use(await house.person(house.dunmere, 'business-manager'));
  },
  office: async ({ pages, manager }, use) => {
    await use(await pages.browse(manager));
  },
  reader: async ({ house, pages }, use) => {
    await use(await pages.browse(await house.person(house.dunmere, 'scrutineer')));
  },
  school: async ({ house, manager }, use) => {
    await use(
      await house.data.as(manager, (scope) => addAgency(scope, { name: 'Quay School', kind: 'secondary-school' })),
    );
  },
});
const fields = {
  name: 'Tidewell School',
  kind: 'primary-school',
  standing: 'relevant-agency',
  parent: '',
  emailDomains: '@Tidewell.example\nname@other.example',
};
const basisIn = (html: string) => /name="basis" value="([^"]*)"/.exec(html)?.[1] ?? '';
const lastDay = { 'endedOn-day': '30', 'endedOn-month': '11', 'endedOn-year': '2026' };

describe('refused:', () => {
  test('those who may only read neither add, change nor end an agency', async ({ reader, school }) => {
    for (const path of ['add', `${school}/change`, `${school}/end`]) {
      expect((await reader.get(`/dunmere/agencies/${path}`)).statusCode).toBe(403);
      expect((await reader.post(`/dunmere/agencies/${path}`, fields)).statusCode).toBe(403);
    }
    expect((await reader.post(`/dunmere/agencies/${school}/again`)).statusCode).toBe(403);
    expect((await reader.get(`/dunmere/agencies/${school}`)).body).not.toContain('/change');
  });

  test('an agency of another partnership is not there', async ({ house, pages, school }) => {
    const neighbour = await pages.browse(await house.person(house.elsewhere, 'business-manager'));
    expect((await neighbour.get(`/elsewhere/agencies/${school}`)).statusCode).toBe(404);
    expect((await neighbour.post(`/elsewhere/agencies/${school}/change`, fields)).statusCode).toBe(404);
    expect((await neighbour.post(`/elsewhere/agencies/${school}/end`, lastDay)).statusCode).toBe(404);
    expect((await neighbour.get('/elsewhere/agencies/no-identifier')).statusCode).toBe(404);
  });

  test('an empty form comes back with what is missing, in the order of the page', async ({ office }) => {
    const answer = await office.post('/dunmere/agencies/add', { emailDomains: 'not a domain!' });
    expect(answer.statusCode).toBe(422);
    const places = [
      'Enter the name of the agency',
      'Select what kind of body it is',
      'Select what it is under the law',
      'must be a domain',
    ].map((text) => answer.body.indexOf(text));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(answer.body).toContain('not a domain!');
  });

  test('a second one of a name is added only when somebody says that it is another', async ({
    house,
    manager,
    office,
    school,
  }) => {
    const answer = await office.post('/dunmere/agencies/add', { ...fields, name: 'quay school' });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('It is another one that has the same name');
    const said = await office.post('/dunmere/agencies/add', { ...fields, name: 'quay school', another: 'yes' });
    expect(said.statusCode).toBe(303);
    const all = await house.data.as(manager, listAgencies);
    expect(all.map(({ id }) => id)).toContain(school);
    expect(all.length).toBe(2);
  });

  test('nobody ends an agency that has an open seat without saying that the seat ends too', async ({
    house,
    manager,
    office,
    school,
  }) => {
    await house.data.as(manager, async (scope) => {
      const group = await addGroup(scope, { name: 'Executive' });
      await addGroupSeat(scope, { group, agency: school, capacity: 'member', fromOn: plainDate('2024-01-01') });
      await addPerson(scope, { name: 'Ada Quay', agency: school });
    });
    const asked = await office.get(`/dunmere/agencies/${school}/end`);
    for (const words of ['One open seat', 'Executive: Member', 'Ada Quay']) expect(asked.body).toContain(words);
    expect((await office.post(`/dunmere/agencies/${school}/end`, lastDay)).statusCode).toBe(422);
    expect((await house.data.as(manager, (scope) => findAgency(scope, school)))?.endedOn).toBeUndefined();
  });
});

test('an agency that is added has what was typed, its domains as they are compared', async ({
  house,
  manager,
  office,
}) => {
  const { headers } = await office.post('/dunmere/agencies/add', fields);
  const shown = await office.get(String(headers.location));
  expect(shown.body).toContain('Tidewell School');
  expect(shown.body).toContain('Added');
  const [added] = await house.data.as(manager, listAgencies);
  expect(added).toMatchObject({ kind: 'primary-school', emailDomains: ['tidewell.example', 'other.example'] });
});

test('a name that another partnership uses is taken like any other, and becomes an organisation of its own', async ({
  house,
  pages,
  office,
  manager,
}) => {
  const neighbour = await house.person(house.elsewhere, 'business-manager');
  const police = { ...fields, name: 'Northshire Police', kind: 'police' };
  const first = await (await pages.browse(neighbour)).post('/elsewhere/agencies/add', police);
  const second = await office.post('/dunmere/agencies/add', police);
  expect([first.statusCode, second.statusCode]).toEqual([303, 303]);
  expect((await office.get(String(second.headers.location))).body).not.toContain('Elsewhere');
  const [ours] = await house.data.as(manager, listAgencies);
  const [theirs] = await house.data.as(neighbour, listAgencies);
  expect(ours?.organisation).not.toBe(theirs?.organisation);
});

test('the second of two who change an agency is shown what changed, and chooses', async ({
  house,
  manager,
  office,
  school,
}) => {
  const url = `/dunmere/agencies/${school}/change`;
  const basis = basisIn((await office.get(url)).body);
  expect((await office.post(url, { ...fields, name: 'First School', basis })).statusCode).toBe(303);

  const invalid = await office.post(url, { ...fields, name: '', basis });
  expect(basisIn(invalid.body)).toBe(basis); // a mistake in between does not make the first change look seen
  const second = await office.post(url, { ...fields, name: 'Second School', basis });
  expect(second.statusCode).toBe(422);
  for (const words of ['Somebody else changed this', 'First School', 'Second School'])
    expect(second.body).toContain(words);
  expect((await house.data.as(manager, (scope) => findAgency(scope, school)))?.name).toBe('First School');

  await office.post(url, { ...fields, name: 'Second School', basis: basisIn(second.body) });
  expect((await house.data.as(manager, (scope) => findAgency(scope, school)))?.name).toBe('Second School');
  const { body } = await office.get(`/dunmere/agencies/${school}`);
  expect(body).toContain('Name: First School became Second School');
});

test('ending an agency ends its seats and who sits in them that day, and it can be part of it again', async ({
  house,
  manager,
  office,
  school,
}) => {
  await house.data.as(manager, async (scope) => {
    const group = await addGroup(scope, { name: 'Executive' });
    const fromOn = plainDate('2024-01-01');
    const seat = await addGroupSeat(scope, { group, agency: school, capacity: 'member', fromOn });
    await fillSeat(scope, seat, { person: manager.person, deputy: false, fromOn });
  });
  const ended = await office.post(`/dunmere/agencies/${school}/end`, { ...lastDay, withIt: 'yes' });
  expect(ended.statusCode).toBe(303);
  const untilOn = plainDate('2026-11-30');
  const [seat] = await house.data.as(manager, listGroupSeats);
  expect(seat).toMatchObject({ untilOn, holders: [{ untilOn }] });
  expect((await office.get(`/dunmere/agencies/${school}`)).body).toContain('30 November 2026');
  expect((await office.post(`/dunmere/agencies/${school}/end`, lastDay)).statusCode).toBe(422);

  expect((await office.post(`/dunmere/agencies/${school}/again`)).statusCode).toBe(303);
  expect((await house.data.as(manager, (scope) => findAgency(scope, school)))?.endedOn).toBeUndefined();
});

describe('roles held for an agency', () => {
  const giveRoles = (house: House, manager: Who, agency: string) =>
    house.data.as(manager, async (scope) => {
      const ada = await addPerson(scope, { name: 'Ada Quay', agency });
      const fromOn = plainDate('2024-01-01');
      await giveRole(scope, ada, { role: 'agency-representative', fromOn, agency });
      await giveRole(scope, ada, { role: 'observer', fromOn });
      return ada;
    });

  test('end with it on the same day, and are said to stay ended', async ({ house, manager, office, school }) => {
    const ada = await giveRoles(house, manager, school);
    expect((await office.get(`/dunmere/agencies/${school}/end`)).body).toContain('Ada Quay: Agency representative');
    expect((await office.post(`/dunmere/agencies/${school}/end`, lastDay)).statusCode).toBe(422);
    await office.post(`/dunmere/agencies/${school}/end`, { ...lastDay, withIt: 'yes' });
    const held = await house.data.as(manager, (scope) => listRolesHeld(scope, ada));
    expect(held.map(({ role, untilOn }) => [role, untilOn]).toSorted()).toEqual([
      ['agency-representative', '2026-11-30'],
      ['observer', undefined],
    ]);
    expect((await office.get(`/dunmere/agencies/${school}`)).body).toContain(
      'No seats and one role that ended with it',
    );
    await office.post(`/dunmere/agencies/${school}/again`);
    expect(await house.data.as(manager, (scope) => listRolesHeld(scope, ada))).toEqual(held);
  });

  test('are not ended by the office without a business manager’s rights', async ({ house, pages, manager, school }) => {
    await giveRoles(house, manager, school);
    const support = await pages.browse(await house.person(house.dunmere, 'business-support'));
    const refused = await support.post(`/dunmere/agencies/${school}/end`, { ...lastDay, withIt: 'yes' });
    expect([refused.statusCode, refused.body.includes('only a business manager can end')]).toEqual([422, true]);
  });
});

test('the list is taken away as it is narrowed', async ({ office, school }) => {
  const { body, headers } = await office.get('/dunmere/agencies/agencies.csv?text=quay');
  expect((await office.get('/dunmere/agencies')).body).toContain(school);
  expect(headers['content-disposition']).toContain('.csv');
  expect(body.split('\r\n').length).toBe(3);
  expect((await office.get('/dunmere/agencies/agencies.csv?text=zebra')).body.split('\r\n').length).toBe(2);
  expect((await office.get('/dunmere/agencies?sector=police')).body).toContain('No agencies match these filters');
});

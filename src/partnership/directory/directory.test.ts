import { describe, expect, test as pureTest } from 'vitest';
import { plainDate } from '../../platform/calendar/plain-date.ts';
import { anAgency } from '../agencies/agency.fixture.ts';
import { test } from '../people/people.fixture.ts';
import { aPerson } from '../people/person.fixture.ts';
import { markLeft } from '../people/person.store.ts';
import { entriesOf } from './directory.ts';

const today = plainDate('2026-11-23');
const listed = (person: Parameters<typeof aPerson>[0] = {}) => ({
  ...aPerson(person),
  agencyName: undefined,
  groups: [],
});

describe('the directory', () => {
  const ended = { endedOn: plainDate('2026-11-22') };
  pureTest.each([
    ['has an agency for which nobody speaks', [anAgency({ id: 'a', name: 'A' })], [], ['A: ']],
    ['leaves out an agency that has ended', [anAgency({ id: 'a', name: 'A', ...ended })], [], []],
    [
      'but not while somebody speaks for it',
      [anAgency({ id: 'a', name: 'A', ...ended })],
      [listed({ agency: 'a' })],
      ['A: Ada Quay'],
    ],
    [
      'leaves out who has left',
      [anAgency({ id: 'a', name: 'A' })],
      [listed({ agency: 'a', leftOn: ended.endedOn })],
      ['A: '],
    ],
    [
      'has those who speak for nobody at its end',
      [anAgency({ id: 'a', name: 'A' })],
      [listed({ agency: undefined })],
      ['A: ', 'none: Ada Quay'],
    ],
  ])('%s', (_, agencies, people, expected) => {
    const entries = entriesOf(agencies, people, today).map(
      (entry) => `${entry.agency?.name ?? 'none'}: ${entry.people.map(({ name }) => name).join(', ')}`,
    );
    expect(entries).toEqual(expected);
  });
});

describe('refused:', () => {
  test('a practitioner sees neither the directory nor a contact', async ({ house, pages, ada }) => {
    const browser = await pages.browse(await house.person(house.dunmere, 'practitioner'));
    for (const path of ['directory', 'people/people.vcf', 'people/people.csv', `people/${ada}/contact.vcf`])
      expect([path, (await browser.get(`/dunmere/${path}`)).statusCode]).toEqual([path, 403]);
  });

  test('a contact of another partnership is not there', async ({ neighbour, ada }) => {
    expect((await neighbour.get(`/elsewhere/people/${ada}/contact.vcf`)).statusCode).toBe(404);
    expect((await neighbour.get('/elsewhere/directory')).body).not.toContain('Ada Quay');
  });
});

test('the directory says everybody by agency, and of which day it is', async ({ reader, ada, house }) => {
  const { body } = await reader.get('/dunmere/directory');
  for (const words of [
    'Quay School',
    'Ada Quay',
    'ada.quay@school.example',
    'as it stood on',
    String(house.clock.now.getFullYear()),
  ])
    expect(body).toContain(words);
  expect(body).not.toContain(ada);
});

test('contacts are taken away one by one or as the list is narrowed', async ({ reader, house, manager, ada }) => {
  const one = await reader.get(`/dunmere/people/${ada}/contact.vcf`);
  expect(one.headers['content-type']).toContain('text/vcard');
  expect(one.body).toContain('FN:Ada Quay\r\nORG:Quay School\r\nTITLE:Head\r\n');
  expect((await reader.get('/dunmere/people/people.vcf?text=quay')).body.match(/BEGIN:VCARD/g)).toHaveLength(1);
  await house.data.as(manager, (scope) => markLeft(scope, ada, plainDate('2020-01-01')));
  expect((await reader.get('/dunmere/people/people.vcf?text=quay')).body).toBe('');
});

test('one stands at Who we are in the menu on each of its pages, and nowhere else', async ({ reader }) => {
  const stands = async (path: string) =>
    /aria-current="(true|page)"[^>]*>\s*(<strong[^>]*>)?\s*Who we are/.test(
      (await reader.get(`/dunmere/${path}`)).body,
    );
  for (const path of ['agencies', 'people', 'people?state=all', 'groups', 'directory'])
    expect([path, await stands(path)]).toEqual([path, true]);
  expect(await stands('inspections/england')).toBe(false);
});

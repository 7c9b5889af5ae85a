import { expect, test } from 'vitest';
import { plainDate } from '../../platform/calendar/plain-date.ts';
import { readListAddress } from '../../platform/ui/patterns.tsx';
import { anAgency } from './agency.fixture.ts';
import { agenciesAsCsv, agenciesShown, agencyFilters } from './agency-list.ts';

const today = plainDate('2026-11-23');
const agencies = [
  anAgency({ id: '1', name: 'Ysgol y Môr', standing: 'other' }),
  anAgency({ id: '2', name: 'Dunmere Police', kind: 'police', standing: 'safeguarding-partner' }),
  anAgency({ id: '3', name: 'Old College', kind: 'college', endedOn: plainDate('2026-11-22') }),
  anAgency({ id: '4', name: 'Last Day Nursery', kind: 'early-years', endedOn: today }),
];
const shown = (query: Record<string, string>) =>
  agenciesShown(
    agencies,
    readListAddress('/dunmere/agencies', query, { filters: agencyFilters, sorts: [] }),
    today,
  ).map(({ name }) => name);

test.each([
  [
    'nothing, to those that are part of the partnership today',
    {},
    ['Ysgol y Môr', 'Dunmere Police', 'Last Day Nursery'],
  ],
  ['those that have ended', { state: 'ended' }, ['Old College']],
  ['a sector', { sector: 'schools', state: 'all' }, ['Ysgol y Môr', 'Old College']],
  ['a standing', { standing: 'safeguarding-partner' }, ['Dunmere Police']],
  ['words of the name without its accents, in any order', { text: 'MOR  ysgol' }, ['Ysgol y Môr']],
  ['words that none has', { text: 'zebra' }, []],
  ['a sector that nobody knows', { sector: 'strange' }, []],
])('the list of agencies is narrowed to %s', (_, query, names) => {
  expect(shown(query)).toEqual(names);
});

test('the spreadsheet says what each agency is part of, and a name that begins like a formula is plain text', () => {
  const trust = anAgency({ id: 'trust', name: '=1+1 Trust', kind: 'academy-trust' });
  const csv = agenciesAsCsv([trust, anAgency({ parent: 'trust', emailDomains: ['a.example', 'b.example'] })], [trust]);
  expect(csv.split('\r\n').slice(1, 3)).toEqual([
    "'=1+1 Trust,Academy trust,Schools and colleges,Relevant agency,,,",
    "Quay School,Secondary school,Schools and colleges,Relevant agency,'=1+1 Trust,a.example b.example,",
  ]);
});

import { expect, test } from 'vitest';
import { readLocalSettings, readLocalWords } from './local.ts';

const nothing = { clocks: {}, switches: {} };

test.each([
  ['nothing at all', undefined],
  ['no object', 'words'],
  ['a list', [1, 2]],
  ['strange names', { word: 'strange', __proto__: { clocks: 1 } }],
  ['clocks that are none', { clocks: 'soon', switches: 7 }],
  ['clocks nobody knows', { clocks: { constructor: { length: { count: 5, unit: 'days' } } } }],
  ['days that are none', { switches: { 'act-2026-section-2': '2027-02-30' } }],
])('settings of %s set nothing', (_, kept) => {
  expect(readLocalSettings(kept)).toEqual(nothing);
});

test('of a clock the part that can be understood is kept', () => {
  const kept = { clocks: { 'rapid-review': { length: { count: 0, unit: 'years' }, starts: 'incident-known' } } };
  expect(readLocalSettings(kept).clocks).toEqual({ 'rapid-review': { starts: 'incident-known' } });
});

test('settings come back as they were set', () => {
  const set = {
    clocks: { 'panel-reply': { length: { count: 12, unit: 'working-days' }, starts: 'rapid-review-sent' } },
    switches: { 'act-2026-section-3': '2027-09-01' },
  };
  expect(readLocalSettings(JSON.parse(JSON.stringify(set)))).toEqual(set);
});

test('words that are no words of the law, or no words, are left out', () => {
  expect(readLocalWords({ board: ' Executive board ', chair: '', executive: 7, toString: 'x', odd: 'y' })).toEqual({
    board: 'Executive board',
  });
  expect(readLocalWords(null)).toEqual({});
});

import { expect, test } from 'vitest';
import { regimes } from '../regimes/regimes.ts';
import { manyOf, wordsIn } from './words.ts';

const { 'england-2004-act': act2004, 'england-2017-act-2026': act2017 } = regimes;

test('a thing that the regime does not know has no word, whatever the partnership says', () => {
  expect(wordsIn(act2004, { leadPartner: 'Chief' })('leadPartner')).toBeUndefined();
});

test('the regime’s own words stand where the partnership has none', () => {
  expect(wordsIn(act2017, {})('board')).toEqual(act2017.vocabulary.board);
});

test('the partnership’s word goes before the regime’s, for one and for many', () => {
  expect(wordsIn(act2017, { board: 'Executive board' })('board')).toEqual({
    one: 'Executive board',
    many: 'Executive boards',
  });
});

test.each([
  ['learning body', 'learning bodies'],
  ['quality day', 'quality days'],
  ['child death process', 'child death processes'],
  ['case branch', 'case branches'],
  ['CDOP', 'CDOPs'],
])('more than one %s are %s', (one, many) => {
  expect(manyOf(one)).toBe(many);
});

import { expect, test } from 'vitest';
import { kindWordsIn, layerTitles } from './kind-words.ts';

test('a partnership without words of its own has ours, as they stand in a sentence', () => {
  expect(kindWordsIn({})).toMatchObject({ board: 'board', 'chief-officers': 'chief officers’ group', panel: 'panel' });
});

test('its own words go before ours, as it wrote them', () => {
  const words = kindWordsIn({ board: 'LSCP board', chair: 'convenor' });
  expect([words.board, words.executive]).toEqual(['LSCP board', 'executive']);
});

test('layers are named with the same words', () => {
  expect(layerTitles(kindWordsIn({ board: 'executive board', executive: 'delegates’ group' }))).toMatchObject({
    top: 'Executive board and chief officers',
    executive: 'Delegates’ group',
    groups: 'Sub-groups and panels',
  });
});

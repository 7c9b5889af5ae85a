import { describe, expect, test } from 'vitest';
import { isFiltered, type ListAddress, listHref, nextSort, readListAddress } from './list-address.ts';

const options = { filters: ['agency', 'state', 'words'], sorts: ['dueOn', 'agency'] };
const read = (query: string): ListAddress => {
  const parsed: Record<string, string | string[]> = {};
  for (const [name, value] of new URLSearchParams(query)) {
    const before = parsed[name];
    parsed[name] = before === undefined ? value : [before, value].flat();
  }
  return readListAddress('/rivermouth/actions', parsed, options);
};

describe('the address of a list', () => {
  test.each([
    '',
    'agency=police',
    'agency=police&agency=council&state=open&sort=-dueOn&page=3',
    'words=front+door+%26+more',
    'sort=agency',
  ])('%j is read and written alike', (query) => {
    expect(listHref(read(query))).toBe(query === '' ? '/rivermouth/actions' : `/rivermouth/actions?${query}`);
  });

  test.each([
    ['an unknown filter', 'colour=red'],
    ['an unknown order', 'sort=password'],
    ['an order that is no column', 'sort=--dueOn'],
    ['a page before the first', 'page=0'],
    ['half a page', 'page=1.5'],
    ['no page at all', 'page=second'],
    ['a page without end', 'page=1e99'],
    ['a filter left empty', 'agency=&state=++'],
  ])('%s is dropped, and the list is shown', (_, query) => {
    expect(listHref(read(query))).toBe('/rivermouth/actions');
  });
});

describe('changing one thing', () => {
  const here = read('agency=police&sort=dueOn&page=3');
  test('another page keeps filters and order', () => {
    expect(listHref(here, { page: 4 })).toBe('/rivermouth/actions?agency=police&sort=dueOn&page=4');
  });
  test('another order or filter begins at the first page', () => {
    expect(listHref(here, { sort: '-dueOn' })).toBe('/rivermouth/actions?agency=police&sort=-dueOn');
    expect(listHref(here, { filters: { agency: 'council' } })).toBe('/rivermouth/actions?agency=council&sort=dueOn');
  });
  test('a heading orders upwards first, then downwards, then upwards', () => {
    expect(nextSort(here, 'agency')).toBe('agency');
    expect(nextSort(here, 'dueOn')).toBe('-dueOn');
    expect(nextSort({ ...here, sort: '-dueOn' }, 'dueOn')).toBe('dueOn');
  });
});

test('a list is narrowed when a filter says something', () => {
  expect(isFiltered(read('agency=police'))).toBe(true);
  expect(isFiltered(read('sort=dueOn&page=2&agency='))).toBe(false);
});

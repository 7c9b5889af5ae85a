import { expect, test } from 'vitest';
import { checkedId, isId, newId } from './ids.ts';

test('a new identifier is a UUID of version 7', () => {
  const id = newId();
  expect(isId(id)).toBe(true);
  expect(id.charAt(14)).toBe('7');
  expect('89ab').toContain(id.charAt(19));
});

test('identifiers made later sort later, and no two are the same', () => {
  const ids = [1, 2, 300, 70_000, 1_800_000_000_000].map(newId);
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(Array.from({ length: 10_000 }, () => newId(5))).size).toBe(10_000);
});

test.each([
  ['nothing', ''],
  ['a word', 'dunmere'],
  ['an identifier in capitals', newId().toUpperCase()],
  ['an identifier with something behind it', `${newId()}'; drop table person; --`],
  ['an identifier on two lines', `${newId()}\n`],
  ['an identifier without hyphens', newId().replaceAll('-', '')],
])('%s is not taken for an identifier', (_, text) => {
  expect(isId(text)).toBe(false);
  expect(() => checkedId(text)).toThrow('not an identifier');
});

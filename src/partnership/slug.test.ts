import { expect, test } from 'vitest';
import { isSlug, slugFor } from './slug.ts';

test.each([
  '',
  'a',
  'Rivermouth',
  'river mouth',
  '-rivermouth',
  '1st',
  'today',
  'sign-in',
  'example',
  '../x',
  'r'.repeat(62),
])('%j is no address for a partnership', (text) => expect(isSlug(text)).toBe(false));

test.each([
  ['Rivermouth Safeguarding Children Partnership', 'rivermouth'],
  ['City of London & Hackney Safeguarding Children Partnership', 'city-of-london-hackney'],
  ['Môn a Gwynedd Safeguarding Board', 'mon-a-gwynedd'],
  ['Today Safeguarding Partnership', 'p-today'],
  ['Hull Local Safeguarding Children Board', 'hull'],
])('%s stands at /%s', (name, slug) => {
  expect(slugFor(name)).toBe(slug);
  expect(isSlug(slug)).toBe(true);
});

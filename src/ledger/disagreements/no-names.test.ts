import { expect, test } from 'vitest';
import { referenceLooksLike, wordsLookLike } from './no-names.ts';

test.each([
  ['12/03/2014', 'birthday'],
  ['12 March 2014', 'birthday'],
  ['3.4.15', 'birthday'],
  ['Amy Jane Smith', 'name'],
  ['amy smith', 'name'],
  ['Smith, 4th May 2012', 'birthday'],
  ['943 476 5919', 'health-number'],
  ['9434765919', 'health-number'],
] as const)('“%s” is no case reference: it looks like a %s', (reference, looks) => {
  expect(referenceLooksLike(reference)).toBe(looks);
});

test.each(['LCS 44107', 'C-2026-118', 'Mosaic 881234', '44107', 'WP/26/00412', ''])(
  '“%s” is a case reference',
  (reference) => {
    expect(referenceLooksLike(reference)).toBeUndefined();
  },
);

test.each([
  ['We disagree about Amy Smith, born 12/03/2014, who was seen twice.', 'birthday'],
  ['The child (DOB 12.03.2014) was not seen', 'birthday'],
  ['Her date of birth is 12 March 2014', 'birthday'],
  ['Amy Jane Smith (3.4.2015) was not seen', 'birthday'],
  ['Number 943 476 5919 was not checked', 'health-number'],
] as const)('“%s” is refused', (words, looks) => {
  expect(wordsLookLike(words)).toBe(looks);
});

test.each([
  'We met on 12 March 2026 and disagreed about the threshold.',
  'Westry Police did not share the log. We asked Rivermouth Council again.',
  'Westry Police met Rivermouth Council on 4 May 2026, and nothing moved.',
  'The conference of 4 November was held without the school.',
  'Working Together says so; the plan has not moved since 1 May 2026.',
])('“%s” names nobody', (words) => {
  expect(wordsLookLike(words)).toBeUndefined();
});

import { describe, expect, test } from 'vitest';
import { plainDate } from '../../platform/calendar/plain-date.ts';
import { boardsIn, councilOutcomes, countGrades, reviewsCounted, sumOf } from './count.ts';
import { anInspection, aReview } from './judgement.fixture.ts';

const asAt = plainDate('2018-01-01');
const outcomesOn = (basis: Parameters<typeof reviewsCounted>[2], ...reviews: ReturnType<typeof aReview>[]) =>
  reviewsCounted(reviews, asAt, basis).map(({ authority, outcome }) => `${authority} ${outcome}`);

describe('a review is left out', () => {
  test.each(['all-reviews', 'first-reviews', 'boards'] as const)(
    'when its report came a day too late, on the basis %s',
    (basis) => {
      expect(outcomesOn(basis, aReview('A', 'A', '2018-01-02', 'good'))).toEqual([]);
      expect(outcomesOn(basis, aReview('A', 'A', '2018-01-01', 'good'))).toEqual(['A good']);
    },
  );
  test.each(['all-reviews', 'first-reviews', 'boards'] as const)(
    'when it judged nothing, on the basis %s: the graded one counts',
    (basis) => {
      const reviews = [aReview('A', 'A', '2015-01-01', 'good'), aReview('A', 'A', '2016-01-01', 'not-judged')];
      expect(outcomesOn(basis, ...reviews)).toEqual(['A good']);
    },
  );
  test('on the basis of first reviews, when one was made beside the same council before, in whatever order they come', () => {
    const reviews = [aReview('A', 'A', '2016-01-01', 'good'), aReview('A', 'A', '2015-01-01', 'inadequate')];
    expect(outcomesOn('first-reviews', ...reviews)).toEqual(['A inadequate']);
    expect(outcomesOn('all-reviews', ...reviews)).toEqual(['A inadequate', 'A good']);
  });
});

describe('a shared board', () => {
  const beside = [aReview('AB', 'B', '2016-05-01', 'good'), aReview('AB', 'A', '2016-05-01', 'good')];
  test('counts beside each of its councils, except on the basis of boards', () => {
    expect(outcomesOn('all-reviews', ...beside)).toEqual(['A good', 'B good']);
    expect(outcomesOn('first-reviews', ...beside)).toEqual(['A good', 'B good']);
    expect(outcomesOn('boards', ...beside)).toEqual(['A good']);
    expect(boardsIn(beside)).toBe(1);
  });
  test('reviewed again beside another council stands by the later review', () => {
    const reviews = [
      aReview('AB', 'B', '2017-11-24', 'good'),
      aReview('AB', 'A', '2014-06-30', 'requires-improvement'),
    ];
    expect(outcomesOn('boards', ...reviews)).toEqual(['B good']);
  });
  test.each([
    [['good', 'inadequate'], 'B inadequate'],
    [['inadequate', 'good'], 'A inadequate'],
  ] as const)('graded %j beside its councils on one day stands by the less good', ([a, b], stands) => {
    expect(outcomesOn('boards', aReview('AB', 'A', '2016-05-01', a), aReview('AB', 'B', '2016-05-01', b))).toEqual([
      stands,
    ]);
  });
});

test('“Not judged” is no grade', () => {
  const counts = countGrades(['good', 'not-judged', undefined, 'good', 'inadequate']);
  expect(counts).toEqual({ outstanding: 0, good: 2, 'requires-improvement': 0, inadequate: 1 });
  expect(sumOf(counts)).toBe(3);
});

describe('a council stands', () => {
  const of = (publishedOn: string, grade: 'good' | 'inadequate' | 'not-judged', authority = 'A') =>
    anInspection({ authority, publishedOn: plainDate(publishedOn), outcomes: { 'overall-effectiveness': grade } });
  const councils = new Map([
    ['A', { code: 'A', name: 'A', region: 'North', successors: ['B'] }],
    ['B', { code: 'B', name: 'B', region: 'North', successors: [] }],
  ]);
  const standing = (...inspections: ReturnType<typeof anInspection>[]) => [
    ...councilOutcomes(inspections, councils, 'sif', asAt),
  ];

  test('by its latest graded outcome of that day and that framework', () => {
    expect(standing(of('2016-01-01', 'good'), of('2014-01-01', 'inadequate'), of('2018-02-01', 'inadequate'))).toEqual([
      ['A', 'good'],
    ]);
    expect(standing(of('2016-01-01', 'good'), of('2017-01-01', 'not-judged'))).toEqual([['A', 'good']]);
    expect(standing({ ...of('2016-01-01', 'good'), framework: 'ilacs' })).toEqual([]);
  });
  test('until its successor has been graded', () => {
    expect(standing(of('2016-01-01', 'good'), of('2017-01-01', 'not-judged', 'B'))).toEqual([['A', 'good']]);
    expect(standing(of('2016-01-01', 'good'), of('2017-01-01', 'inadequate', 'B'))).toEqual([['B', 'inadequate']]);
  });
});

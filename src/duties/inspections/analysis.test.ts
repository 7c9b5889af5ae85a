import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { plainDate } from '../../platform/calendar/plain-date.ts';
import { projectRoot } from '../../platform/project.ts';
import { analyse } from './analysis.ts';
import type { Basis } from './count.ts';
import { publishedFacts } from './judgement.fixture.ts';
import { type Framework, grades } from './judgement.ts';

const facts = await publishedFacts();
const at = (asAt: string, basis: Basis = 'all-reviews', framework: Framework = 'sif') =>
  analyse(facts, { framework, asAt: plainDate(asAt), basis });
const countsOf = (grades: Record<string, number>) => Object.values(grades);

describe('the published account of 122 reviews by the end of March 2017', () => {
  test('counts every review published before 31 March: 3 outstanding (of 2 boards), 40 good, 57 requiring improvement, 22 inadequate', () => {
    expect(at('2017-03-30').board).toEqual({
      reviews: 122,
      boards: 116,
      grades: { outstanding: 3, good: 40, 'requires-improvement': 57, inadequate: 22 },
    });
    expect(at('2017-03-30', 'boards').board.grades.outstanding).toBe(2);
  });
  test('cannot have counted those published on 31 March itself, nor first reviews, nor boards', () => {
    expect(countsOf(at('2017-03-31').board.grades)).toEqual([3, 40, 60, 22]);
    expect(countsOf(at('2017-03-30', 'first-reviews').board.grades)).toEqual([3, 40, 57, 21]);
    expect(countsOf(at('2017-03-30', 'boards').board.grades)).toEqual([2, 37, 56, 21]);
  });
  test('says of September 2016 that fewer than two thirds matched, with boards the better rather than the worse', () => {
    const [overall] = at('2016-09-30').comparisons;
    expect(overall).toMatchObject({
      with: 'overall-effectiveness',
      reviews: 110,
      matched: 70,
      boardBetter: 26,
      boardWorse: 14,
    });
    expect(70 / 110).toBeLessThan(2 / 3);
  });
});

describe('all that was ever reviewed', () => {
  test.each([
    ['all-reviews', 153, 146, [7, 53, 67, 26]],
    ['first-reviews', 152, 146, [7, 53, 67, 25]],
    ['boards', 146, 146, [6, 50, 65, 25]],
  ] as const)('on the basis %s', (basis, reviews, boards, counts) => {
    const { board } = at('2026-01-01', basis);
    expect({ reviews: board.reviews, boards: board.boards, counts: countsOf(board.grades) }).toEqual({
      reviews,
      boards,
      counts,
    });
  });
  test('a council is counted by its latest outcome: Birmingham’s by its re-inspection', () => {
    expect(at('2016-11-24').council.authorities).toBe(109); // one of the 110 reviews was Slough’s second
    expect(countsOf(at('2026-01-01').council.grades)).toEqual([3, 54, 76, 19]);
  });
});

describe('whatever the day and the basis', () => {
  const days = ['2013-01-01', '2014-02-11', '2015-06-30', '2015-08-02', '2016-03-29', '2017-02-13', '2018-12-31'];
  test.each(
    days.flatMap((day) => (['all-reviews', 'first-reviews', 'boards'] as const).map((basis) => [day, basis] as const)),
  )('on %s, %s: the sums agree', (day, basis) => {
    const { board, council, comparisons, regions } = at(day, basis);
    const sum = (counts: readonly number[]) => counts.reduce((total, each) => total + each, 0);
    expect(sum(countsOf(board.grades))).toBe(board.reviews);
    expect(sum(countsOf(council.grades))).toBe(council.authorities);
    expect(sum(regions.map(({ reviews }) => reviews))).toBe(board.reviews);
    expect(regions).toHaveLength(9);
    const [overall] = comparisons;
    expect(sum(regions.map(({ matched }) => matched))).toBe(overall?.matched);
    for (const { reviews, matched, boardBetter, boardWorse, table } of comparisons) {
      expect(matched + boardBetter + boardWorse).toBe(reviews);
      expect(sum(table.flat())).toBe(reviews);
      expect(grades.map((_, same) => table[same]?.[same] ?? 0).reduce((a, b) => a + b)).toBe(matched);
      expect(reviews).toBeLessThanOrEqual(board.reviews);
    }
  });
});

test('a review is set beside its own inspection, never the re-inspection after it', () => {
  const [overall] = at('2026-01-01').comparisons;
  expect(overall).toMatchObject({ reviews: 153, matched: 94, boardBetter: 38, boardWorse: 21 });
  const beforeReinspections = facts.inspections.filter(({ kind }) => kind !== 're-inspection');
  const reinspected = at('2026-01-01').council.grades;
  expect(reinspected).not.toEqual(
    analyse({ ...facts, inspections: beforeReinspections }, at('2026-01-01')).council.grades,
  );
});

test('what was not judged is left out of its comparison and of no other', () => {
  const compared = Object.fromEntries(at('2026-01-01').comparisons.map((each) => [each.with, each.reviews]));
  expect(compared).toEqual({
    'overall-effectiveness': 153,
    'help-and-protection': 153,
    leadership: 153,
    'looked-after-children': 152,
    adoption: 151,
    'care-leavers': 152,
  });
});

test('a board’s own later report counts from its own day', () => {
  const inSouthEast = (day: string) => at(day).regions.find(({ region }) => region === 'South East')?.reviews;
  expect(inSouthEast('2015-08-03')).toBe((inSouthEast('2015-08-02') ?? 0) + 1);
  const surrey = facts.reviews.find(({ board }) => board === 'Surrey');
  expect([surrey?.publishedOn, surrey?.inspection.publishedOn]).toEqual(['2015-08-03', '2015-06-03']);
});

test('a framework that reviewed no boards has councils and no comparisons', () => {
  const { board, comparisons, council } = at('2025-05-14', 'all-reviews', 'ilacs');
  expect(board.reviews).toBe(0);
  expect(comparisons).toEqual([]);
  expect(council.authorities).toBe(153);
});

test('Ofsted’s own table of the latest outcomes agrees with ours', async () => {
  // Its 153 councils at 31 March 2025; two reports that it counts came in May.
  expect(at('2025-05-14', 'all-reviews', 'ilacs').council.grades).toEqual({
    outstanding: 36,
    good: 67,
    'requires-improvement': 31,
    inadequate: 19,
  });
  expect(await readFile(join(projectRoot, 'data/inspections/ilacs.csv'), 'utf8')).toContain(
    'Buckinghamshire,2025-05-14',
  );
});

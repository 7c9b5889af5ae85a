import { describe, expect, test } from 'vitest';
import { agreementOf, chanceOfSplit, type Pair, weightedKappa } from './agreement.ts';

describe('weighted kappa', () => {
  test('of a table worked by hand', () => {
    // Ten pairs. Boards (rows): 4 good, 4 requiring improvement, 2 inadequate; councils (columns): 3, 4, 3.
    // Steps apart: one good board over an RI council, one RI over inadequate, and so on below:
    //   observed  = 1×1 (good/RI) + 1×1 (RI/inadequate) = 2
    //   by chance = Σ |i−j| × row × column ÷ 10
    //             = [4×4×1 + 4×3×2 + 4×3×1 + 4×3×1 + 2×3×2 + 2×4×1] ÷ 10 = (16+24+12+12+12+8) ÷ 10 = 8.4
    //   kappa     = 1 − 2 ÷ 8.4 = 0.7619
    expect(
      weightedKappa([
        [0, 0, 0, 0],
        [0, 3, 1, 0],
        [0, 0, 3, 1],
        [0, 0, 0, 2],
      ]),
    ).toBe(0.7619);
  });
  test('weighs two grades apart as twice one grade', () => {
    const near =
      weightedKappa([
        [5, 1, 0, 0],
        [0, 5, 0, 0],
        [0, 0, 5, 0],
        [0, 0, 0, 5],
      ]) ?? NaN;
    const far =
      weightedKappa([
        [5, 0, 1, 0],
        [0, 5, 0, 0],
        [0, 0, 5, 0],
        [0, 0, 0, 5],
      ]) ?? NaN;
    expect(near).toBe(0.9619); // 1 − 1 ÷ (551 ÷ 21): rows 6, 5, 5, 5; columns 5, 6, 5, 5
    expect(far).toBe(0.9239); // 1 − 2 ÷ (552 ÷ 21): rows 6, 5, 5, 5; columns 5, 5, 6, 5
  });
  test('is 1 where all agree, 0 where chance would do as well, below 0 where worse', () => {
    expect(
      weightedKappa([
        [1, 0],
        [0, 1],
      ]),
    ).toBe(1);
    expect(
      weightedKappa([
        [1, 1],
        [1, 1],
      ]),
    ).toBe(0);
    expect(
      weightedKappa([
        [0, 1],
        [1, 0],
      ]),
    ).toBe(-1);
  });
  test('has no meaning without pairs, or where everybody has one grade', () => {
    expect(
      weightedKappa([
        [0, 0],
        [0, 0],
      ]),
    ).toBeNull();
    expect(
      weightedKappa([
        [7, 0],
        [0, 0],
      ]),
    ).toBeNull();
  });
});

test('boards go down the table and councils across, best first', () => {
  const pairs: Pair[] = [
    ['outstanding', 'good'],
    ['good', 'good'],
    ['good', 'inadequate'],
    ['inadequate', 'requires-improvement'],
  ];
  expect(agreementOf(pairs)).toMatchObject({
    reviews: 4,
    matched: 1,
    boardBetter: 2,
    boardWorse: 1,
    table: [
      [0, 1, 0, 0],
      [0, 1, 0, 1],
      [0, 0, 0, 0],
      [0, 0, 1, 0],
    ],
  });
});

test.each([
  [0, 0, 1],
  [5, 5, 1],
  [1, 0, 1],
  [6, 0, 2 / 64],
  [5, 1, (2 * 7) / 64],
  [1, 5, (2 * 7) / 64],
])('a coin splits as unevenly as %i to %i with the chance it should', (one, other, chance) => {
  expect(chanceOfSplit(one, other)).toBeCloseTo(chance, 12);
});

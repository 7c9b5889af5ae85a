import { type Grade, grades, rankOf } from './judgement.ts';

/** A board's grade beside its council's, from one inspection. */
export type Pair = readonly [board: Grade, council: Grade];

/** How boards and councils fared when they were judged side by side. */
export interface Agreement {
  /** Pairs compared. */
  reviews: number;
  matched: number;
  boardBetter: number;
  boardWorse: number;
  /** See `weightedKappa`; null where it has no meaning. */
  weightedKappa: number | null;
  /** 4 × 4: boards down, councils across, best grade first. */
  table: number[][];
}

/** Counts and agreement of `pairs`. */
export function agreementOf(pairs: readonly Pair[]): Agreement {
  const table = grades.map(() => grades.map(() => 0));
  for (const [board, council] of pairs) {
    const row = table[rankOf(board)];
    const column = rankOf(council);
    if (row) row[column] = (row[column] ?? 0) + 1;
  }
  const boardBetter = pairs.filter(([board, council]) => rankOf(board) < rankOf(council)).length;
  const boardWorse = pairs.filter(([board, council]) => rankOf(board) > rankOf(council)).length;
  return {
    reviews: pairs.length,
    matched: pairs.length - boardBetter - boardWorse,
    boardBetter,
    boardWorse,
    weightedKappa: weightedKappa(table),
    table,
  };
}

/**
 * Cohen's kappa with linear weights, to four decimals: 1 where both always agree, 0 where they agree as often as chance
 * would make them, below 0 where less often.
 *
 * Linear, because the steps between the four grades are not known to differ: two grades apart is twice as far as one. (Squared
 * weights would call it four times as far, and flatter scales on which few are far apart.)
 *
 * @param table square, with rows and columns in the same order
 * @returns null without pairs, and where every one of both sides has the same grade: there is then nothing to agree about
 * @source J. Cohen, "Weighted kappa", Psychological Bulletin 70 (1968); linear weights: D. Cicchetti and T. Allison (1971)
 */
export function weightedKappa(table: readonly (readonly number[])[]): number | null {
  const rows = table.map((row) => sum(row));
  const columns = rows.map((_, column) => sum(table.map((row) => row[column] ?? 0)));
  const total = sum(rows);
  let apart = 0;
  let apartByChance = 0;
  for (const [row, cells] of table.entries()) {
    for (const [column, cell] of cells.entries()) {
      const distance = Math.abs(row - column);
      apart += distance * cell;
      apartByChance += (distance * (rows[row] ?? 0) * (columns[column] ?? 0)) / total;
    }
  }
  if (total === 0 || apartByChance === 0) return null;
  return Math.round((1 - apart / apartByChance) * 10_000) / 10_000;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

/**
 * How often a coin would split `one + other` tosses at least as unevenly (exact, both ways): 1 for an even split, near 0 for
 * one that chance hardly explains. Used to keep sentences from making much of little.
 */
export function chanceOfSplit(one: number, other: number): number {
  const tosses = one + other;
  const fewer = Math.min(one, other);
  let ways = 1;
  let tail = 0;
  for (let heads = 0; heads <= fewer; heads += 1) {
    tail += ways;
    ways = (ways * (tosses - heads)) / (heads + 1);
  }
  return Math.min(1, (2 * tail) / 2 ** tosses);
}

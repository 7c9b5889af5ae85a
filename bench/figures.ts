import type { Page } from './pages.ts';

/** Pages a second, and how long one took in milliseconds: half of them this or less, 95 in 100 that or less. */
export interface Came {
  perSecond: number;
  p50: number;
  p95: number;
}

/** Program and limit, one after the other. */
export interface Round {
  program: Came;
  limit: Came;
  /** Milliseconds of processor the program itself had for a page; not a number where the system does not say. */
  processor: number;
}

/** A page over one database. */
export interface Cell {
  page: Page;
  partnerships: number;
  rounds: readonly Round[];
  /** What the page takes: statements, times the program waits for the database, and bytes. */
  takes: { statements: number; waits: number; bytes: number };
}

/** The middle one; of an even number the lower of the two, so that it is always one that was measured. */
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN;

const middle = (came: readonly Came[]): Came => ({
  perSecond: median(came.map((one) => one.perSecond)),
  p50: median(came.map((one) => one.p50)),
  p95: median(came.map((one) => one.p95)),
});

/** A cell's figures: medians over the rounds; `ratio` is the median of the rounds' own ratios of limit to program. */
export const summarise = ({ rounds }: Pick<Cell, 'rounds'>) => ({
  program: middle(rounds.map((round) => round.program)),
  limit: middle(rounds.map((round) => round.limit)),
  ratio: median(rounds.map((round) => round.limit.perSecond / round.program.perSecond)),
  processor: median(rounds.map((round) => round.processor)),
});

/** How many times the cost of `base` a page has in `cell`: the median of the ratios of those rounds that ran beside each other. */
export const costBeside = (cell: Cell, base: Cell): number =>
  median(
    cell.rounds.flatMap((round, n) => {
      const other = base.rounds[n];
      return other ? [other.program.perSecond / round.program.perSecond] : [];
    }),
  );

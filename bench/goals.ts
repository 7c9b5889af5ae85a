import { type Cell, costBeside, summarise } from './figures.ts';

/** What was promised of a row of the table, and how it was kept. */
export interface Goal {
  promise: string;
  measured: string;
  reached: boolean;
}

/** So many times what the limit takes, at most. */
const timesLimit = 2.5;
/** So many times the cost over the smallest database, at most, over the largest. */
const timesSmallest = 1.15;
/** A morning's digests for 5,000 accounts, worked out and in the outbox. */
const digestSeconds = 60;
/** Everything a first visit fetches, as it comes over the wire. */
const firstVisitBytes = 90_000;

/** What is promised of a page over one database. @param cells all that were measured in the same run */
export function goalsOf(cell: Cell, cells: readonly Cell[]): Goal[] {
  const { page, partnerships } = cell;
  const { program, ratio } = summarise(cell);
  const goals = [atMost(`${timesLimit} times the limit`, ratio, timesLimit)];
  if (page.perSecond !== undefined)
    goals.unshift(atLeast(`${page.perSecond} a second`, program.perSecond, page.perSecond));
  const sizes = cells.filter((other) => other.page === page).toSorted((a, b) => a.partnerships - b.partnerships);
  const [smallest] = sizes;
  if (smallest && smallest !== cell && sizes.at(-1) === cell)
    goals.push(
      atMost(
        `${timesSmallest} times the cost with ${smallest.partnerships}`,
        costBeside(cell, smallest),
        timesSmallest,
      ),
    );
  const { beside } = page;
  const other = cells.find((one) => one.page === beside?.page && one.partnerships === partnerships);
  if (beside && other)
    goals.push(atMost(`${beside.times} times the cost of ${beside.page.name}`, costBeside(cell, other), beside.times));
  return goals;
}

/** What is promised of a first visit. @param bytes of all that a browser fetches */
export const goalOfFirstVisit = (bytes: number): Goal => ({
  promise: `under ${firstVisitBytes / 1000} KB`,
  measured: `${(bytes / 1000).toFixed(1)} KB`,
  reached: bytes < firstVisitBytes,
});

/** What is promised of the digests of a morning for 5,000 accounts. @param seconds until each stood in the outbox */
export const goalOfDigests = (seconds: number): Goal => ({
  promise: `under ${digestSeconds} seconds`,
  measured: `${seconds.toFixed(1)} s`,
  reached: seconds < digestSeconds,
});

const atLeast = (promise: string, value: number, least: number): Goal => ({
  promise: `at least ${promise}`,
  measured: value.toFixed(0),
  reached: value >= least,
});

const atMost = (promise: string, value: number, most: number): Goal => ({
  promise: `at most ${promise}`,
  measured: value.toFixed(2),
  reached: value <= most,
});

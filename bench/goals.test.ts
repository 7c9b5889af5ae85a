import { expect, test } from 'vitest';
import type { Cell, Round } from './figures.ts';
import { goalOfFirstVisit, goalsOf } from './goals.ts';
import type { Page } from './pages.ts';
import { tableOf } from './table.ts';

const page: Page = { name: 'Today', who: 'one', path: () => '/today', words: '', perSecond: 400 };
const wide: Page = { name: 'Today in five', who: 'five', path: () => '/today', words: '', beside: { page, times: 4 } };

const came = (perSecond: number) => ({ perSecond, p50: 1, p95: 2 });
const round = (program: number, limit: number): Round => ({
  program: came(program),
  limit: came(limit),
  processor: 1,
});
const cell = (of: Page, partnerships: number, ...rounds: Round[]): Cell => ({
  page: of,
  partnerships,
  rounds,
  takes: { statements: 1, waits: 1, bytes: 1 },
});
const kept = (one: Cell, all: readonly Cell[] = [one]) =>
  goalsOf(one, all).map(({ promise, measured, reached }) => `${promise}: ${measured}, ${reached}`);

test('a page that comes just often enough reaches its goal, and one that does not misses it', () => {
  expect(kept(cell(page, 1, round(400, 1000)))).toEqual([
    'at least 400 a second: 400, true',
    'at most 2.5 times the limit: 2.50, true',
  ]);
  expect(kept(cell(page, 1, round(399, 1000)))).toEqual([
    'at least 400 a second: 399, false',
    'at most 2.5 times the limit: 2.51, false',
  ]);
});

test('a slow moment of the machine decides nothing: each ratio is of one round, and the middle one counts', () => {
  const rounds = [round(500, 1000), round(50, 100), round(500, 5000), round(500, 900), round(50, 900)];
  expect(kept(cell(page, 1, ...rounds))).toEqual([
    'at least 400 a second: 500, true',
    'at most 2.5 times the limit: 2.00, true',
  ]);
});

test('the largest database is set beside the smallest that has the page, round by round', () => {
  const few = cell(page, 10, round(500, 500), round(100, 100), round(500, 500));
  const some = cell(page, 20, round(1, 1));
  const many = cell(page, 150, round(400, 400), round(80, 80), round(500, 500));
  const all = [many, some, few];
  expect(kept(many, all)).toContain('at most 1.15 times the cost with 10: 1.25, false');
  expect(kept(few, all)).toHaveLength(2);
  expect(kept(some, all)).toHaveLength(2);
});

test('a page across partnerships is set beside the page of one, over the same database', () => {
  const one = cell(page, 10, round(800, 800));
  const elsewhere = cell(page, 150, round(100, 100));
  const five = cell(wide, 10, round(200, 200));
  expect(kept(five, [elsewhere, one, five])).toEqual([
    'at most 2.5 times the limit: 1.00, true',
    'at most 4 times the cost of Today: 4.00, true',
  ]);
});

test('a first visit of exactly 90 KB is too heavy', () => {
  expect(goalOfFirstVisit(89_999).reached).toBe(true);
  expect(goalOfFirstVisit(90_000).reached).toBe(false);
});

test('the table says plainly which goals were missed', () => {
  const table = tableOf([cell(page, 1, round(300, 600))], [{ path: '/', bytes: 80_000 }], {
    digests: 5000,
    running: 61,
    sending: 90,
  });
  const [heading, , row, visit, digests] = table.split('\n').map((line) => line.split('|').map((part) => part.trim()));
  expect(row).toHaveLength(heading?.length ?? 0);
  expect(row).toContain('at least 400 a second: **missed** (300); at most 2.5 times the limit: reached (2.00)');
  expect(visit).toContain('under 90 KB: reached (80.0 KB)');
  expect(digests).toContain('under 60 seconds: **missed** (61.0 s)');
});

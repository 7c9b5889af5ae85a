import type { DigestRun } from './digests.ts';
import { type Cell, summarise } from './figures.ts';
import type { Fetched } from './first-visit.ts';
import { type Goal, goalOfDigests, goalOfFirstVisit, goalsOf } from './goals.ts';

const columns = [
  'page',
  'partnerships',
  'pages a second',
  'limit',
  'limit ÷ program',
  'p50 ms',
  'p95 ms',
  'limit p50',
  'limit p95',
  'processor ms',
  'statements',
  'waits',
  'bytes',
  'goals',
] as const;

type Row = Partial<Record<(typeof columns)[number], string>>;

/** The one table, in Markdown: a row for each page over each database, one for the first visit and one for a morning’s digests. */
export const tableOf = (cells: readonly Cell[], visit: readonly Fetched[], digests: DigestRun): string =>
  [
    columns,
    columns.map((column) => (column === 'page' || column === 'goals' ? '---' : '---:')),
    ...[...cells.map((cell) => rowOf(cell, cells)), rowOfVisit(visit), rowOfDigests(digests)].map((row) =>
      columns.map((column) => row[column] ?? ''),
    ),
  ]
    .map((line) => `| ${line.join(' | ')} |`)
    .join('\n');

function rowOf(cell: Cell, cells: readonly Cell[]): Row {
  const { page, partnerships, takes } = cell;
  const { program, limit, ratio, processor } = summarise(cell);
  return {
    page: page.name,
    partnerships: String(partnerships),
    'pages a second': program.perSecond.toFixed(0),
    limit: limit.perSecond.toFixed(0),
    'limit ÷ program': ratio.toFixed(2),
    'p50 ms': program.p50.toFixed(1),
    'p95 ms': program.p95.toFixed(1),
    'limit p50': limit.p50.toFixed(1),
    'limit p95': limit.p95.toFixed(1),
    'processor ms': processor.toFixed(2),
    statements: takes.statements.toFixed(0),
    waits: takes.waits.toFixed(0),
    bytes: takes.bytes.toFixed(0),
    goals: goalsOf(cell, cells).map(sayGoal).join('; '),
  };
}

function rowOfVisit(visit: readonly Fetched[]): Row {
  const bytes = visit.reduce((sum, one) => sum + one.bytes, 0);
  return { page: `First visit, ${visit.length} files`, bytes: String(bytes), goals: sayGoal(goalOfFirstVisit(bytes)) };
}

function rowOfDigests({ digests, running, sending }: DigestRun): Row {
  const page = `Digests for ${digests} accounts: worked out in ${running.toFixed(1)} s, then composed and handed over in ${sending.toFixed(1)} s`;
  return { page, goals: sayGoal(goalOfDigests(running)) };
}

const sayGoal = ({ promise, measured, reached }: Goal) =>
  `${promise}: ${reached ? 'reached' : '**missed**'} (${measured})`;

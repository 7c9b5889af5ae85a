import type { VNode } from 'preact';
import { writeCsv } from '../documents/csv.ts';
import { DataTable, type Download } from '../ui/data-table.tsx';
import { percent } from './percent.ts';
import { pictureOf } from './picture.tsx';
import { Legend, type Series } from './series.tsx';
import { type BarRow, StackedBars, stackedBarsHeight } from './stacked-bars.tsx';
import { type Lane, TimeLine, timeLineHeight } from './time-line.tsx';

/** What is drawn. */
export type ChartFacts = { alternative: string; series: readonly Series[] } & (
  | { kind: 'bars'; rows: readonly BarRow[]; scale: 'share' | 'count' }
  | { kind: 'time-line'; lanes: readonly Lane[]; years: readonly [first: number, last: number] }
);

/** What stands in a cell: words, a number, words that lead somewhere, a part of a whole, or nothing that is known. */
export type FigureCell = string | number | { text: string; href: string } | { part: number; whole: number } | undefined;

export interface TableFacts {
  caption: string;
  columns: readonly { heading: string; numeric?: boolean; narrow?: boolean }[];
  rows: readonly (readonly FigureCell[])[];
  totals?: readonly FigureCell[];
  /** The cell of each row to look at, by its column, where there is one. */
  marked?: readonly (number | undefined)[];
}

/** Figures about one matter: drawn, and the same in a table. Everything shown or taken away of it is made from this. */
export interface FigureFacts {
  /** Its name in addresses and in the page. */
  id: string;
  title: string;
  /** What to know before reading it. */
  note?: string;
  chart?: ChartFacts;
  table: TableFacts;
}

export interface FigureProps {
  figure: FigureFacts;
  /** The address of its files without their ending; absent where there is nothing to take away. */
  address?: (id: string) => { csv: string; svg: string };
}

/** The chart, what its colours mean, the table, and both to take away. */
export function Figure({ figure, address }: FigureProps) {
  const { id, title, note, chart, table } = figure;
  return (
    <section id={id}>
      <h2 class="govuk-heading-m section-title">{title}</h2>
      {note && <p class="govuk-body">{note}</p>}
      {chart && (
        <figure class="chart-frame">
          <Legend series={chart.series} chart={id} />
          {drawn(id, chart)}
        </figure>
      )}
      <FigureTable table={table} downloads={address ? downloadsOf(figure, address(id)) : []} />
    </section>
  );
}

const downloadsOf = ({ chart }: FigureFacts, { csv, svg }: { csv: string; svg: string }): Download[] => [
  { text: 'Table (CSV)', href: csv },
  ...(chart ? [{ text: 'Picture (SVG)', href: svg }] : []),
];

type MarkedRow = { cells: readonly FigureCell[]; marked: number | undefined };

function FigureTable({ table, downloads }: { table: TableFacts; downloads: readonly Download[] }) {
  const { caption, columns, rows, totals, marked } = table;
  return (
    <DataTable<MarkedRow>
      caption={caption}
      columns={columns.map(({ heading, numeric = false, narrow = false }, at) => ({
        heading,
        numeric,
        narrow,
        cell: ({ cells }) => inCell(cells[at]),
        marked: (row) => row.marked === at,
      }))}
      rows={rows.map((cells, at) => ({ cells, marked: marked?.[at] }))}
      {...(totals && { totals: totals.map(inCell) })}
      downloads={downloads}
    />
  );
}

function inCell(cell: FigureCell) {
  if (typeof cell !== 'object') return cell;
  if ('part' in cell) return cell.part === 0 ? 0 : `${cell.part} (${percent(cell.part, cell.whole)})`;
  return (
    <a class="govuk-link" href={cell.href}>
      {cell.text}
    </a>
  );
}

function drawn(id: string, chart: ChartFacts): VNode {
  const { alternative, series } = chart;
  return chart.kind === 'bars' ? (
    <StackedBars {...{ id, alternative, series }} rows={chart.rows} scale={chart.scale} />
  ) : (
    <TimeLine {...{ id, alternative, series }} lanes={chart.lanes} years={chart.years} />
  );
}

/** The table as CSV; its caption is left to the file's name. */
export const figureAsCsv = ({ table: { columns, rows, totals } }: FigureFacts): string =>
  writeCsv([
    columns.map(({ heading }) => heading),
    ...[...rows, ...(totals ? [totals] : [])].map((row) => row.map(plainCell)),
  ]);

/** Of a part its number alone: a spreadsheet makes the share itself. */
function plainCell(cell: FigureCell): string | number {
  if (typeof cell !== 'object') return cell ?? '';
  return 'part' in cell ? cell.part : cell.text;
}

/** The chart as an SVG file of its own under the table's caption, or undefined where nothing is drawn. */
export function figureAsPicture({ id, chart, table }: FigureFacts, source: string): string | undefined {
  if (!chart) return undefined;
  const height = chart.kind === 'bars' ? stackedBarsHeight(chart.rows.length) : timeLineHeight(chart.lanes.length);
  return pictureOf({ title: table.caption, source, series: chart.series, chart: drawn(id, chart), height });
}

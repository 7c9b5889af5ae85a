import type { ComponentChildren, VNode } from 'preact';
import { type ListAddress, listHref, nextSort } from './list-address.ts';
import { formatNumber } from './numbers.ts';
import { Markup, Raw } from './raw.ts';

export interface Column<Row> {
  heading: string;
  /** What stands in the row; a whole number is written as people read it, `undefined` as not known. */
  cell(row: Row): ComponentChildren;
  /** Figures stand to the right, their digits below each other. */
  numeric?: boolean;
  /** A day, a state: too short to be broken over two lines. */
  narrow?: boolean;
  /** The name by which the list can be ordered by this column. */
  sort?: string;
  /** Whether this cell is one to look at, the diagonal of a table of agreement for instance. */
  marked?(row: Row): boolean;
}

export interface Download {
  /** “Table (CSV)”, “Picture (SVG)” */
  text: string;
  href: string;
}

export interface DataTableProps<Row> {
  /** What the table shows, where and when. */
  caption: string;
  /** The first column names the row. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** The last row: sums, in the order of the columns. */
  totals?: readonly ComponentChildren[];
  /** Where the list stands, if its headings can order it. */
  list?: ListAddress;
  downloads?: readonly Download[];
}

/** Figures with their caption and headings, and the same to take away. A wide table moves within its frame. */
export function DataTable<Row>({ caption, columns, rows, totals, list, downloads = [] }: DataTableProps<Row>) {
  return (
    <>
      <div class="table-frame" role="group" aria-label={caption} tabindex={0}>
        <table class="data-table">
          <caption>
            <span class="data-table__caption">{caption}</span>
          </caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <Heading key={column.heading} column={column} list={list} />
              ))}
            </tr>
          </thead>
          <tbody>{written(rows.map((row) => columns.map((column) => cellOf(column, row))))}</tbody>
          {totals && (
            <tfoot>
              {written([totals.map((content, at) => ({ content, classes: columns[at] && classesOf(columns[at]) }))])}
            </tfoot>
          )}
        </table>
      </div>
      <Downloads links={downloads} />
    </>
  );
}

function Heading<Row>({ column, list }: { column: Column<Row>; list: ListAddress | undefined }) {
  const { heading, sort } = column;
  const classes = classesOf(column);
  if (!list || sort === undefined) {
    return (
      <th scope="col" class={classes}>
        {heading}
      </th>
    );
  }
  const order = list.sort === sort ? 'ascending' : list.sort === `-${sort}` ? 'descending' : 'none';
  return (
    <th scope="col" class={classes} aria-sort={order}>
      <a class="govuk-link sort" href={listHref(list, { sort: nextSort(list, sort) })}>
        {heading}
        <Raw html={ARROWS[order]} />
      </a>
    </th>
  );
}

const arrow = (path: string): string =>
  `<svg class="sort__arrow" viewBox="0 0 10 10" aria-hidden="true" focusable="false"><path d="${path}"/></svg>`;
const ARROWS = {
  ascending: arrow('M5 1 9.5 9h-9z'),
  descending: arrow('M5 9 .5 1h9z'),
  none: arrow('M5 0 8 4H2zM5 10 2 6h6z'),
} as const;

function classesOf<Row>({ numeric, narrow }: Column<Row>, marked = false): string | undefined {
  return [numeric && 'numeric', narrow && 'narrow', marked && 'cell--marked'].filter(Boolean).join(' ') || undefined;
}

interface Cell {
  content: ComponentChildren;
  classes: string | undefined;
}

const cellOf = <Row,>(column: Column<Row>, row: Row): Cell => ({
  content: column.cell(row),
  classes: classesOf(column, column.marked?.(row)),
});

/** The rows, the first cell of each naming it. Written at once: as elements they would take most of a page's time. */
function written(rows: readonly (readonly Cell[])[]): VNode {
  const markup = new Markup();
  for (const row of rows) {
    markup.raw('<tr>');
    row.forEach((cell, at) => {
      const [start, end] = at === 0 ? [startOfRow(cell), '</th>'] : [`<td${inClass(cell.classes)}>`, '</td>'];
      markup.raw(start).add(inCell(cell.content)).raw(end);
    });
    markup.raw('</tr>');
  }
  return markup.element();
}

function startOfRow({ content, classes }: Cell): string {
  const long = typeof content !== 'string' || content.length > 24;
  return `<th scope="row"${inClass([classes, long && 'cell--long'].filter(Boolean).join(' '))}>`;
}

const inClass = (classes: string | undefined): string => (classes ? ` class="${classes}"` : '');

const NotKnown = () => (
  <>
    <span aria-hidden="true">–</span>
    <span class="govuk-visually-hidden">not known</span>
  </>
);
const inCell = (content: ComponentChildren): ComponentChildren => {
  if (content === undefined || content === null || content === '') return <NotKnown />;
  return typeof content === 'number' && Number.isInteger(content) ? formatNumber(content) : content;
};

/** The same figures, to take away. */
export const Downloads = ({ links }: { links: readonly Download[] }) =>
  links.length === 0 ? null : (
    <ul class="downloads" aria-label="Take it with you">
      {links.map(({ text, href }) => (
        <li key={href}>
          <a class="govuk-link" href={href} download>
            {text}
          </a>
        </li>
      ))}
    </ul>
  );

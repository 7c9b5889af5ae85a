import { Patterns, paintOf, type Series } from './series.tsx';

export interface BarRow {
  /** Thirty letters at most: it stands on one line, on a telephone too. */
  label: string;
  /** One number for each series, in their order. */
  values: readonly number[];
}

export interface StackedBarsProps {
  /** A name that no other chart on the page has. */
  id: string;
  /** The chart in words, for those who do not see it: what it shows and the main figures. */
  alternative: string;
  series: readonly Series[];
  rows: readonly BarRow[];
  /** `share`: every bar is the whole of its row. `count`: bars are as long as their sums. */
  scale: 'share' | 'count';
}

const barHeight = 30;
const rowHeight = 68;
const barTop = 26;

/** How high the chart is, in pixels. */
export const stackedBarsHeight = (rows: number): number => rows * rowHeight - 6;

/**
 * Bars in parts, one below the other, each under its label and sum.
 *
 * Lengths are shares of the width, so the chart fits a telephone and a sheet of paper and its words keep their size. The numbers
 * stand in the parts that are wide enough; the table beside the chart has them all.
 */
export function StackedBars({ id, alternative, series, rows, scale }: StackedBarsProps) {
  const longest = Math.max(1, ...rows.map(({ values }) => sum(values)));
  return (
    <svg
      class="chart"
      role="img"
      aria-label={alternative}
      width="100%"
      height={stackedBarsHeight(rows.length)}
      font-size="16"
    >
      <Patterns series={series} chart={id} />
      {rows.map((row, at) => (
        <Bar
          key={row.label}
          row={row}
          y={at * rowHeight}
          whole={scale === 'share' ? sum(row.values) : longest}
          {...{ id, series }}
        />
      ))}
    </svg>
  );
}

const sum = (values: readonly number[]) => values.reduce((total, each) => total + each, 0);

type BarProps = Pick<StackedBarsProps, 'id' | 'series'> & { row: BarRow; y: number; whole: number };

function Bar({ row, y, whole, id, series }: BarProps) {
  const total = sum(row.values);
  let from = 0;
  const parts = series.map((one, at) => {
    const value = row.values[at] ?? 0;
    const part = { series: one, value, from, share: whole === 0 ? 0 : (100 * value) / whole };
    from += part.share;
    return part;
  });
  return (
    <g>
      <text y={y + 16} fill="currentColor">
        <tspan font-weight="600">{row.label}</tspan> <tspan>{`– ${total}`}</tspan>
      </text>
      <rect y={y + barTop} width="100%" height={barHeight} fill="#eceae2" />
      {parts
        .filter(({ value }) => value > 0)
        .map((part) => (
          <Part key={part.series.name} id={id} y={y + barTop} {...part} />
        ))}
    </g>
  );
}

interface PartProps {
  id: string;
  series: Series;
  value: number;
  from: number;
  share: number;
  y: number;
}

function Part({ id, series, value, from, share, y }: PartProps) {
  return (
    <>
      <rect
        x={at(from)}
        y={y}
        width={at(share)}
        height={barHeight}
        fill={paintOf(series, id)}
        stroke="#fff"
        stroke-width="2"
      />
      {isRoomFor(value, share) && (
        <text
          x={at(from + share / 2)}
          y={y + 20.5}
          text-anchor="middle"
          font-weight="700"
          fill={series.ink}
          stroke={series.fill}
          stroke-width="5"
          stroke-linejoin="round"
          paint-order="stroke"
        >
          {value}
        </text>
      )}
    </>
  );
}

const at = (share: number) => `${Math.round(share * 100) / 100}%`;

/** Whether the number can be read in a part of this share on the narrowest telephone (280 pixels). */
const isRoomFor = (value: number, share: number) => share >= 2.4 + 3.5 * String(value).length;

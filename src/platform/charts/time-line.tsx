import { daysBetween } from '../calendar/days.ts';
import { type PlainDate, plainDate } from '../calendar/plain-date.ts';
import { Patterns, paintOf, type Series } from './series.tsx';

export interface Moment {
  on: PlainDate;
  /** How it is painted, with its mark inside; absent for what happened without a grade. */
  series?: Series;
}

export interface Lane {
  label: string;
  moments: readonly Moment[];
}

export interface TimeLineProps {
  /** A name that no other chart on the page has. */
  id: string;
  /** The chart in words, for those who do not see it. */
  alternative: string;
  series: readonly Series[];
  lanes: readonly Lane[];
  /** The first and the last year shown. */
  years: readonly [first: number, last: number];
}

const laneHeight = 66;
const lineAt = 42;
const half = 13;

/** How high the time line is, in pixels. */
export const timeLineHeight = (lanes: number): number => lanes * laneHeight + 26;

/** What happened when, a lane for each sort of event, over whole years. Squares carry the mark of a grade; a ring has none. */
export function TimeLine({ id, alternative, series, lanes, years: [first, last] }: TimeLineProps) {
  const start = plainDate(`${first}-01-01`);
  const days = daysBetween(start, plainDate(`${last}-12-31`)) + 1;
  const across = (day: PlainDate) => `${Math.round((5 + (90 * daysBetween(start, day)) / days) * 100) / 100}%`;
  const bottom = lanes.length * laneHeight;
  return (
    <svg
      class="chart"
      role="img"
      aria-label={alternative}
      width="100%"
      height={timeLineHeight(lanes.length)}
      font-size="16"
    >
      <Patterns series={series} chart={id} />
      {yearsToMark(first, last).map((year) => {
        const x = across(plainDate(`${year}-01-01`));
        return (
          <g key={year}>
            <line x1={x} x2={x} y1="0" y2={bottom + 4} stroke="#d8d5c9" />
            <text
              x={x}
              y={bottom + 20}
              text-anchor={year === first ? 'start' : 'middle'}
              font-size="14"
              fill="currentColor"
            >
              {year}
            </text>
          </g>
        );
      })}
      {lanes.map(({ label, moments }, at) => (
        <g key={label}>
          <line x1="0" x2="100%" y1={at * laneHeight + lineAt} y2={at * laneHeight + lineAt} stroke="#52605d" />
          <text
            y={at * laneHeight + 18}
            font-weight="600"
            fill="currentColor"
            stroke="#fff"
            stroke-width="4"
            paint-order="stroke"
          >
            {label}
          </text>
          {moments.map((moment) => (
            <Mark key={moment.on} id={id} x={across(moment.on)} y={at * laneHeight + lineAt} series={moment.series} />
          ))}
        </g>
      ))}
    </svg>
  );
}

/** Every fifth year, and the first where it does not crowd the next. */
function yearsToMark(first: number, last: number): number[] {
  const fifth = Array.from({ length: last - first + 1 }, (_, at) => first + at).filter((year) => year % 5 === 0);
  return (fifth[0] ?? Infinity) - first > 2 ? [first, ...fifth] : fifth;
}

/** A nested drawing, because a share of the width cannot be moved by half a mark otherwise. */
function Mark({ id, x, y, series }: { id: string; x: string; y: number; series: Series | undefined }) {
  return (
    <svg x={x} y={y} width="1" height="1" overflow="visible">
      {series ? (
        <>
          <rect
            x={-half}
            y={-half}
            width={half * 2}
            height={half * 2}
            fill={paintOf(series, id)}
            stroke="#fff"
            stroke-width="2"
          />
          <text
            y="5"
            text-anchor="middle"
            font-size="14"
            font-weight="700"
            fill={series.ink}
            stroke={series.fill}
            stroke-width="4"
            paint-order="stroke"
          >
            {series.mark}
          </text>
        </>
      ) : (
        <circle r="8" fill="#fff" stroke="#0f4c47" stroke-width="3" />
      )}
    </svg>
  );
}

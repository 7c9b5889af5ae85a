import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Patterns, paintOf, type Series } from './series.tsx';

export interface PictureProps {
  title: string;
  /** Where the figures come from, and of which day. */
  source: string;
  series: readonly Series[];
  chart: VNode;
  /** The chart's height in pixels. */
  height: number;
}

/** A file of its own must say what it is, and has no page to take its colour from. */
const ofItsOwn = { xmlns: 'http://www.w3.org/2000/svg', color: '#12312f' };

const width = 840;
const margin = 24;
const chartTop = 92;

/** A chart as a file of its own: with title, key and source, readable in a document or a presentation without the page. */
export function pictureOf({ title, source, series, chart, height }: PictureProps): string {
  const total = chartTop + height + 52;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${renderToString(
    <svg
      {...ofItsOwn}
      width={width}
      height={total}
      viewBox={`0 0 ${width} ${total}`}
      font-family="'Atkinson Hyperlegible Next', Arial, sans-serif"
    >
      <title>{title}</title>
      <rect width={width} height={total} fill="#fff" />
      <text x={margin} y="38" font-size="19" font-weight="700" fill="currentColor">
        {title}
      </text>
      <Key series={series} />
      <svg x={margin} y={chartTop} width={width - 2 * margin} height={height} overflow="visible">
        {chart}
      </svg>
      <text x={margin} y={total - 18} font-size="14" fill="#52605d">
        {source}
      </text>
    </svg>,
  )}\n`;
}

function Key({ series }: { series: readonly Series[] }) {
  return (
    <g font-size="15" fill="currentColor">
      <Patterns series={series} chart="key" />
      {series.map((one, at) => (
        <g key={one.name} transform={`translate(${margin + at * 195} 56)`}>
          <rect width="16" height="16" fill={paintOf(one, 'key')} />
          <text x="24" y="13.5">
            {one.name}
          </text>
        </g>
      ))}
    </g>
  );
}

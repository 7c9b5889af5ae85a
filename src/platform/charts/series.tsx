/** One thing that a chart tells apart: by its name, its place in the order, its lightness and its pattern, and only then by hue. */
export interface Series {
  name: string;
  /** A short mark for small places: `RI`. */
  mark: string;
  fill: string;
  /** The colour of words on `fill`: at least 4.5 to 1. */
  ink: string;
  pattern: 'plain' | 'lines' | 'dots' | 'cross';
}

/** How a series is painted: its colour, or its pattern by the name it has in this chart. */
export const paintOf = (series: Series, chart: string): string =>
  series.pattern === 'plain' ? series.fill : `url(#${patternName(series, chart)})`;

const patternName = ({ mark }: Series, chart: string) => `${chart}-${mark.toLowerCase()}`;

/** The patterns of a chart's series. `chart` is a name that no other chart on the page has. */
export const Patterns = ({ series, chart }: { series: readonly Series[]; chart: string }) => (
  <defs>
    {series
      .filter(({ pattern }) => pattern !== 'plain')
      .map((one) => (
        <pattern key={one.name} id={patternName(one, chart)} width="8" height="8" patternUnits="userSpaceOnUse">
          <rect width="8" height="8" fill={one.fill} />
          <PatternMarks pattern={one.pattern} ink={one.ink} />
        </pattern>
      ))}
  </defs>
);

function PatternMarks({ pattern, ink }: Pick<Series, 'pattern' | 'ink'>) {
  const line = { stroke: ink, 'stroke-width': '1.1', 'stroke-opacity': '0.42', fill: 'none' };
  switch (pattern) {
    case 'plain':
      return null;
    case 'lines':
      return <path d="M-2 2 2-2M0 8 8 0M6 10 10 6" {...line} />;
    case 'dots':
      return <circle cx="4" cy="4" r="1.3" fill={ink} fill-opacity="0.42" />;
    case 'cross':
      return <path d="M0 0 8 8M8 0 0 8" {...line} />;
  }
}

/** What the colours and patterns mean, in the order in which they stand. For the page; pictures bring their own. */
export const Legend = ({ series, chart }: { series: readonly Series[]; chart: string }) => (
  <ul class="legend">
    {series.map((one) => (
      <li key={one.name}>
        <svg width="18" height="18" aria-hidden="true" focusable="false">
          <Patterns series={[one]} chart={`${chart}-key`} />
          <rect width="18" height="18" fill={paintOf(one, `${chart}-key`)} />
        </svg>
        {one.name}
      </li>
    ))}
  </ul>
);

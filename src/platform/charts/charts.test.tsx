import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { plainDate } from '../calendar/plain-date.ts';
import { Figure, type FigureFacts, figureAsCsv, figureAsPicture } from './figure.tsx';
import { paintOf, type Series } from './series.tsx';
import { StackedBars } from './stacked-bars.tsx';
import { TimeLine } from './time-line.tsx';

const good: Series = { name: 'Good', mark: 'G', fill: '#2f7d5b', ink: '#ffffff', pattern: 'lines' };
const poor: Series = { name: 'Poor', mark: 'P', fill: '#b3402e', ink: '#ffffff', pattern: 'cross' };
const plain: Series = { name: 'Plain', mark: 'O', fill: '#0a3733', ink: '#ffffff', pattern: 'plain' };
const series = [plain, good, poor];

const bars = (rows: { label: string; values: number[] }[], scale: 'share' | 'count' = 'share') =>
  renderToString(<StackedBars id="bars" alternative="Boards: 1 & 2" series={series} rows={rows} scale={scale} />);
/** Left edge and width of each part, as shares of the whole. */
const partsOf = (svg: string) =>
  [...svg.matchAll(/<rect x="([\d.]+)%" y="[\d.]+" width="([\d.]+)%"/g)].map(([, x, width]) => [
    Number(x),
    Number(width),
  ]);

describe('stacked bars', () => {
  test('say in words what they show, and nothing of it by colour alone', () => {
    const svg = bars([{ label: 'Boards', values: [1, 1, 2] }]);
    expect(svg).toContain('role="img" aria-label="Boards: 1 &amp; 2"');
    expect(svg).toContain('fill="url(#bars-p)"');
    expect(svg).toMatch(/<pattern id="bars-p"/);
    expect(svg).not.toContain('style');
  });
  test('fill the width by share, each part beginning where the one before ends', () => {
    expect(partsOf(bars([{ label: 'Boards', values: [1, 1, 2] }]))).toEqual([
      [0, 25],
      [25, 25],
      [50, 50],
    ]);
  });
  test('by count are as long as their sums beside the longest', () => {
    const rows = [
      { label: 'One', values: [0, 1, 1] },
      { label: 'Two', values: [4, 0, 0] },
    ];
    expect(partsOf(bars(rows, 'count'))).toEqual([
      [0, 25],
      [25, 25],
      [0, 100],
    ]);
  });
  test('leave out what is nothing, and a number that has no room', () => {
    const svg = bars([{ label: 'Boards', values: [0, 99, 1] }]);
    expect(partsOf(svg)).toEqual([
      [0, 99],
      [99, 1],
    ]);
    expect(svg).toContain('>99</text>');
    expect(svg).not.toContain('>1</text>');
  });
  test('of nothing at all are empty and do not fail', () => {
    expect(partsOf(bars([{ label: 'Boards', values: [0, 0, 0] }]))).toEqual([]);
    expect(partsOf(bars([], 'count'))).toEqual([]);
  });
  test('show labels as text', () => {
    expect(bars([{ label: '<script>', values: [1] }])).not.toContain('<script>');
  });
});

describe('a time line', () => {
  const lanes = [
    {
      label: 'Council',
      moments: [
        { on: plainDate('2014-01-01'), series: good },
        { on: plainDate('2017-12-31'), series: plain },
      ],
    },
    { label: 'Joint', moments: [{ on: plainDate('2016-01-01') }] },
  ];
  const svg = renderToString(
    <TimeLine id="line" alternative="In words" series={series} lanes={lanes} years={[2014, 2017]} />,
  );

  test('puts each moment where its day falls, within its frame', () => {
    const places = [...svg.matchAll(/<svg x="([\d.]+)%"/g)].map(([, x]) => Number(x));
    expect(places).toEqual([5, 94.94, 49.97]);
  });
  test('marks a grade by its letters, and what has none by a ring', () => {
    expect(svg).toContain('>G</text>');
    expect(svg.match(/<circle r="8"/g)).toHaveLength(1);
  });
  test('names every fifth year, and the first where it does not crowd the next', () => {
    const yearsIn = (first: number, last: number) =>
      [
        ...renderToString(<TimeLine id="line" alternative="" series={[]} lanes={[]} years={[first, last]} />).matchAll(
          />(\d{4})<\/text>/g,
        ),
      ].map(([, year]) => Number(year));
    expect(yearsIn(2014, 2017)).toEqual([2015]);
    expect(yearsIn(2011, 2021)).toEqual([2011, 2015, 2020]);
    expect(yearsIn(2018, 2019)).toEqual([2018]);
  });
});

test('a plain series is painted plainly', () => {
  expect([paintOf(plain, 'x'), paintOf(good, 'x')]).toEqual(['#0a3733', 'url(#x-g)']);
});

describe('a figure', () => {
  const figure: FigureFacts = {
    id: 'grades',
    title: 'Grades',
    note: 'To know.',
    chart: {
      kind: 'bars',
      alternative: 'In words',
      series,
      rows: [{ label: 'Boards', values: [1, 2, 3] }],
      scale: 'share',
    },
    table: {
      caption: 'Grades of boards',
      columns: [{ heading: 'Board' }, { heading: 'Good', numeric: true }],
      rows: [
        [
          { text: '=York', href: 'york' },
          { part: 1, whole: 3 },
        ],
        ['Leeds', undefined],
      ],
      totals: ['All', 1],
      marked: [1, undefined],
    },
  };
  const html = renderToString(<Figure figure={figure} address={(id) => ({ csv: `${id}.csv`, svg: `${id}.svg` })} />);

  test('is drawn, tabled and taken away from the same facts', () => {
    expect(html).toContain('<h2 class="govuk-heading-m section-title">Grades</h2>');
    expect(html).toContain('aria-label="In words"');
    expect(html).toContain('<a class="govuk-link" href="york">=York</a>');
    expect(html).toContain('>1 (33%)</td>');
    expect(html).toContain('href="grades.csv"');
    expect(html).toContain('href="grades.svg"');
  });
  test('gives CSV in which no cell is a formula', () => {
    expect(figureAsCsv(figure)).toBe("\uFEFFBoard,Good\r\n'=York,1\r\nLeeds,\r\nAll,1\r\n");
  });
  test('gives a picture with title, key and source, and none where nothing is drawn', () => {
    const picture = figureAsPicture(figure, 'Ofsted') ?? '';
    for (const words of ['Grades of boards', 'Good', 'Poor', 'Ofsted', 'Boards']) expect(picture).toContain(words);
    const { chart: _, ...undrawn } = figure;
    expect(figureAsPicture(undrawn, 'Ofsted')).toBeUndefined();
    expect(renderToString(<Figure figure={undrawn} />)).not.toContain('<svg');
  });
});

import { formatDay } from '../../platform/calendar/in-words.ts';
import type { FigureFacts } from '../../platform/charts/figure.tsx';
import type { Series } from '../../platform/charts/series.tsx';
import { type Risk, type RiskEntry, referenceOf } from './risk.ts';
import { type Band, bandNames, bandOf, bands, scoreInWords, trendOf, worthOf } from './score.ts';

/** How each band is painted: by lightness and pattern, and only then by hue. */
const paints: Readonly<Record<Band, Omit<Series, 'name'>>> = {
  low: { mark: 'L', fill: '#cfe3dc', ink: '#12312f', pattern: 'plain' },
  medium: { mark: 'M', fill: '#e8c468', ink: '#12312f', pattern: 'dots' },
  high: { mark: 'H', fill: '#b3402e', ink: '#ffffff', pattern: 'lines' },
  'very-high': { mark: 'V', fill: '#5c1f2b', ink: '#ffffff', pattern: 'cross' },
};
const series: readonly Series[] = bandNames.map((band) => ({ name: bands[band], ...paints[band] }));

/** How many reviews the chart draws; the table has them all. */
const drawn = 12;

/** How a risk has gone, score by score: drawn, and the same in a table. @param names of people, by id */
export function historyOf(
  risk: Pick<Risk, 'number' | 'title'>,
  entries: readonly RiskEntry[],
  names: ReadonlyMap<string, string>,
): FigureFacts {
  const scored = entries.flatMap((entry) => (entry.score ? [{ ...entry, score: entry.score }] : []));
  const rows = scored.map((entry, at) => {
    const before = scored[at - 1]?.score;
    return [
      formatDay(entry.saidOn, 'plain'),
      entry.score.likelihood,
      entry.score.impact,
      worthOf(entry.score),
      bands[bandOf(entry.score, entry.score.scale)],
      trendOf(before?.scale === entry.score.scale ? before : undefined, entry.score),
      entry.onBehalf
        ? `${names.get(entry.onBehalf.of) ?? 'Somebody'}, entered by ${names.get(entry.enteredBy) ?? 'somebody'}`
        : (names.get(entry.enteredBy) ?? 'Somebody'),
      entry.words,
    ];
  });
  return {
    id: 'history',
    title: 'How the score has gone',
    chart: {
      kind: 'bars',
      alternative: `Scores of ${referenceOf(risk)}, oldest first: ${scored
        .slice(-drawn)
        .map(({ saidOn, score }) => `${formatDay(saidOn, 'plain')}, ${scoreInWords(score, score.scale)}`)
        .join('; ')}`,
      series,
      rows: scored.slice(-drawn).map(({ saidOn, score }) => ({
        label: formatDay(saidOn, 'plain'),
        values: bandNames.map((band) => (band === bandOf(score, score.scale) ? worthOf(score) : 0)),
      })),
      scale: 'count',
    },
    table: {
      caption: `${referenceOf(risk)}: ${risk.title}. Scores, oldest first`,
      columns: [
        { heading: 'Day', narrow: true },
        { heading: 'Likelihood', numeric: true },
        { heading: 'Impact', numeric: true },
        { heading: 'Score', numeric: true },
        { heading: 'Band' },
        { heading: 'Since the one before' },
        { heading: 'Who' },
        { heading: 'Words' },
      ],
      rows,
    },
  };
}

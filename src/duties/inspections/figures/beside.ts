import { type LocalAuthority, type Places, predecessorsOf } from '../../../partnership/places/places.ts';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import type { FigureCell, FigureFacts } from '../../../platform/charts/figure.tsx';
import { councilOutcomes, countGrades, type GradedReview, reviewsCounted, sumOf } from '../count.ts';
import type { Facts } from '../facts.ts';
import { type Grade, outcomeNames } from '../judgement.ts';
import { neighboursOf, oldestFirst } from './place.ts';
import { countsInWords, gradeSeries, valuesOf } from './series.ts';

/** A place beside its region and its statistical neighbours: in a chart of grades, and place by place in a table. */
export function besideFigure(facts: Facts, places: Places, authority: LocalAuthority, today: PlainDate): FigureFacts {
  const standingOf = standings(facts, places, today);
  const neighbours = neighboursOf(places, authority).map(standingOf);
  const region = places.authorities
    .filter((other) => other.region === authority.region && !other.endedOn)
    .map(standingOf);
  const title = 'Beside its region and its neighbours';
  return {
    id: 'beside',
    title,
    note: `The latest grades, by ILACS for councils. Statistical neighbours are councils with much the same children and families. The region is ${authority.region}, with ${region.length} councils.`,
    ...chartOf(title, region, neighbours),
    table: {
      caption: `${authority.name} and its statistical neighbours, nearest first`,
      columns: ['Council', 'Safeguarding board', 'Council, SIF', 'Council, ILACS'].map((heading) => ({ heading })),
      rows: [cellsOf(standingOf(authority), false), ...neighbours.map((each) => cellsOf(each, true))],
    },
  };
}

/** How a place stood. */
interface Standing {
  authority: LocalAuthority;
  board: Grade | undefined;
  sif: Grade | undefined;
  ilacs: Grade | undefined;
}

/** How each place stands: its boards by their latest review, its council by its own latest grades. */
function standings(facts: Facts, places: Places, today: PlainDate): (authority: LocalAuthority) => Standing {
  const sif = councilOutcomes(facts.inspections, facts.councils, 'sif', today);
  const ilacs = councilOutcomes(facts.inspections, facts.councils, 'ilacs', today);
  const latest = Map.groupBy(reviewsCounted(facts.reviews, today, 'boards'), ({ board }) => board);
  const boardsOf = Map.groupBy(facts.reviews, (review) => review.authority);
  return (authority) => {
    const codes = [authority, ...predecessorsOf(places, authority.code)].map(({ code }) => code);
    const names = new Set(codes.flatMap((code) => boardsOf.get(code) ?? []).map(({ board }) => board));
    const reviews = [...names].flatMap((name): GradedReview[] => latest.get(name) ?? []);
    const { code } = authority;
    return {
      authority,
      board: reviews.toSorted(oldestFirst).at(-1)?.outcome,
      sif: sif.get(code),
      ilacs: ilacs.get(code),
    };
  };
}

function chartOf(
  title: string,
  region: readonly Standing[],
  neighbours: readonly Standing[],
): Pick<FigureFacts, 'chart'> {
  const rows = [
    { label: 'Boards in the region', counts: countGrades(region.map(({ board }) => board)) },
    { label: 'Boards of the neighbours', counts: countGrades(neighbours.map(({ board }) => board)) },
    { label: 'Councils in the region', counts: countGrades(region.map(({ ilacs }) => ilacs)) },
    { label: 'Councils of the neighbours', counts: countGrades(neighbours.map(({ ilacs }) => ilacs)) },
  ].filter(({ counts }) => sumOf(counts) > 0);
  if (rows.length === 0) return {};
  return {
    chart: {
      kind: 'bars',
      alternative: `${title}. ${rows.map(({ label, counts }) => `${label}: ${countsInWords(counts)}`).join('. ')}.`,
      series: gradeSeries,
      rows: rows.map(({ label, counts }) => ({ label, values: valuesOf(counts) })),
      scale: 'share',
    },
  };
}

const cellsOf = ({ authority, board, sif, ilacs }: Standing, link: boolean): FigureCell[] => [
  link ? { text: authority.name, href: authority.code } : authority.name,
  board && outcomeNames[board],
  sif && outcomeNames[sif],
  ilacs && outcomeNames[ilacs],
];

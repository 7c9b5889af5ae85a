import {
  authorityWithCode,
  type LocalAuthority,
  type Places,
  predecessorsOf,
} from '../../../partnership/places/places.ts';
import { formatDay } from '../../../platform/calendar/in-words.ts';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import type { FigureCell, FigureFacts } from '../../../platform/charts/figure.tsx';
import type { Lane } from '../../../platform/charts/time-line.tsx';
import { councilOutcomes, countGrades, type GradeCounts, sumOf } from '../count.ts';
import type { BoardReview, Facts, Inspection } from '../facts.ts';
import {
  frameworkFacts,
  type Grade,
  isGrade,
  type Judgement,
  judgementNames,
  type Outcome,
  outcomeNames,
} from '../judgement.ts';
import { countsInWords, gradeSeries, seriesOf, valuesOf } from './series.ts';

/** A council's own history, and that of the councils it took over from. */
export interface PlaceHistory {
  authority: LocalAuthority;
  predecessors: readonly LocalAuthority[];
  inspections: readonly Inspection[];
  reviews: readonly BoardReview[];
}

/** What happened in the place of a council, in order; its predecessors' inspections among it. */
export function historyOf(facts: Facts, places: Places, authority: LocalAuthority): PlaceHistory {
  const predecessors = predecessorsOf(places, authority.code);
  const codes = new Set([authority, ...predecessors].map(({ code }) => code));
  return {
    authority,
    predecessors,
    inspections: facts.inspections.filter((inspection) => codes.has(inspection.authority)),
    reviews: facts.reviews.filter((review) => codes.has(review.authority)),
  };
}

/** The judgement that stands for a whole inspection; none for joint inspections. */
const mainJudgement = ({ framework }: Inspection): Judgement | undefined => frameworkFacts[framework].judgements[0];

const mainOutcome = (inspection: Inspection): Outcome | undefined => {
  const judgement = mainJudgement(inspection);
  return judgement && inspection.outcomes[judgement];
};

/** Every inspection and board review of a place on a time line, and in a table, the newest first. */
export function timeLineFigure(history: PlaceHistory, id = 'time-line'): FigureFacts {
  const { authority, inspections, reviews } = history;
  const title = `Every inspection of ${authority.name}`;
  const lanes = lanesOf(history);
  const days = [...inspections, ...reviews].map(({ publishedOn }) => Number(publishedOn.slice(0, 4)));
  const table = { caption: `${title}, newest first`, columns: tableColumns, rows: tableRows(history) };
  if (days.length === 0) return { id, title, table };
  return {
    id,
    title,
    chart: {
      kind: 'time-line',
      alternative: `${title}. ${lanes.map(laneInWords).join('. ')}.`,
      series: gradeSeries,
      lanes,
      years: [Math.min(...days), Math.max(...days)],
    },
    table,
  };
}

function lanesOf({ inspections, reviews }: PlaceHistory): Lane[] {
  const joint = inspections.filter(({ framework }) => framework === 'jtai');
  const ofCouncil = inspections.filter(({ framework }) => framework !== 'jtai');
  const lanes = [
    { label: 'Safeguarding board', moments: reviews.map(({ publishedOn, outcome }) => moment(publishedOn, outcome)) },
    { label: 'Council', moments: ofCouncil.map((one) => moment(one.publishedOn, mainOutcome(one))) },
    { label: 'Joint inspection, no grade', moments: joint.map((one) => moment(one.publishedOn, undefined)) },
  ];
  return lanes.filter(({ moments }) => moments.length > 0);
}

function moment(on: PlainDate, outcome: Outcome | undefined) {
  const series = seriesOf(outcome);
  return { on, ...(series && { series }) };
}

const laneInWords = ({ label, moments }: Lane) =>
  `${label}: ${moments.map(({ on, series }) => `${formatDay(on, 'plain')}${series ? ` ${series.name.toLowerCase()}` : ''}`).join(', ')}`;

const tableColumns = [
  { heading: 'Report published' },
  { heading: 'Of' },
  { heading: 'Inspection' },
  { heading: 'Judgement' },
  { heading: 'Also judged' },
];

function tableRows({ authority, inspections, reviews }: PlaceHistory): FigureCell[][] {
  const ofInspections = inspections.map((inspection) => ({
    on: inspection.publishedOn,
    cells: inspectionCells(inspection, authority),
  }));
  const ofReviews = reviews.map((review) => ({ on: review.publishedOn, cells: reviewCells(review) }));
  return [...ofInspections, ...ofReviews]
    .toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
    .map(({ cells }) => cells);
}

function inspectionCells(inspection: Inspection, authority: LocalAuthority): FigureCell[] {
  const { framework, publishedOn, kind, theme, reportUrl, outcomes } = inspection;
  const main = mainJudgement(inspection);
  const others = frameworkFacts[framework].judgements.filter((judgement) => judgement !== main && outcomes[judgement]);
  const name = `${frameworkFacts[framework].short}${kind && kind !== 'inspection' ? `, ${kind}` : ''}${theme ? `: ${theme}` : ''}`;
  const outcome = mainOutcome(inspection);
  return [
    formatDay(publishedOn, 'plain'),
    inspection.authority === authority.code || framework === 'jtai' ? 'Council' : 'Former council',
    reportUrl ? { text: name, href: reportUrl } : name,
    framework === 'jtai' ? 'No grade is given' : outcome && outcomeNames[outcome],
    others.map((judgement) => `${judgementNames[judgement]}: ${nameOf(outcomes[judgement])}`).join('; ') ||
      'Nothing else',
  ];
}

const nameOf = (outcome: Outcome | undefined) => (outcome ? outcomeNames[outcome].toLowerCase() : '');

const reviewCells = ({ publishedOn, board, outcome }: BoardReview): FigureCell[] => [
  formatDay(publishedOn, 'plain'),
  'Safeguarding board',
  `Review of the board of ${board}`,
  outcomeNames[outcome],
  'Nothing else',
];

/** How a place stood. */
interface Standing {
  authority: LocalAuthority;
  board: Grade | undefined;
  sif: Grade | undefined;
  ilacs: Grade | undefined;
}

/** A place beside its region and its statistical neighbours: in a chart of grades, and place by place in a table. */
export function besideFigure(facts: Facts, places: Places, authority: LocalAuthority, today: PlainDate): FigureFacts {
  const standingOf = standings(facts, places, today);
  const neighbours = authority.neighbours.flatMap((code) => authorityWithCode(places, code) ?? []);
  const inRegion = places.authorities.filter(
    (other) => other.region === authority.region && other.endedOn === undefined,
  );
  const own = standingOf(authority);
  const beside = neighbours.map(standingOf);
  const rows = [
    { label: `Boards, ${authority.region}`, counts: countGrades(inRegion.map((other) => standingOf(other).board)) },
    { label: 'Boards, neighbours', counts: countGrades(beside.map(({ board }) => board)) },
    {
      label: `Councils (ILACS), ${authority.region}`,
      counts: countGrades(inRegion.map((other) => standingOf(other).ilacs)),
    },
    { label: 'Councils (ILACS), neighbours', counts: countGrades(beside.map(({ ilacs }) => ilacs)) },
  ].filter(({ counts }) => sumOf(counts) > 0);
  const table = {
    caption: `${authority.name} and its statistical neighbours, nearest first`,
    columns: [
      { heading: 'Council' },
      { heading: 'Safeguarding board' },
      { heading: 'Council, SIF' },
      { heading: 'Council, ILACS' },
    ],
    rows: [standingCells(own, false), ...beside.map((each) => standingCells(each, true))],
  };
  const id = 'beside';
  const title = 'Beside its region and its neighbours';
  const note = `The latest grades. Statistical neighbours are councils with much the same children and families; ${authority.region} has ${inRegion.length} councils.`;
  if (rows.length === 0) return { id, title, note, table };
  return { id, title, note, table, chart: barsOf(title, rows) };
}

const barsOf = (title: string, rows: readonly { label: string; counts: GradeCounts }[]) => ({
  kind: 'bars' as const,
  alternative: `${title}. ${rows.map(({ label, counts }) => `${label}: ${countsInWords(counts)}`).join('. ')}.`,
  series: gradeSeries,
  rows: rows.map(({ label, counts }) => ({ label, values: valuesOf(counts) })),
  scale: 'share' as const,
  unit: ['grade', 'grades'] as const,
});

const standingCells = ({ authority, board, sif, ilacs }: Standing, link: boolean): FigureCell[] => [
  link ? { text: authority.name, href: authority.code } : authority.name,
  board && outcomeNames[board],
  sif && outcomeNames[sif],
  ilacs && outcomeNames[ilacs],
];

/** How each place stands: by its own latest grades, else by the latest of those it took over from. */
function standings(facts: Facts, places: Places, today: PlainDate): (authority: LocalAuthority) => Standing {
  const sif = councilOutcomes(facts.inspections, facts.councils, 'sif', today);
  const ilacs = councilOutcomes(facts.inspections, facts.councils, 'ilacs', today);
  const boards = new Map<string, Grade>();
  for (const { authority, outcome } of facts.reviews.toSorted((a, b) => (a.publishedOn < b.publishedOn ? -1 : 1))) {
    if (isGrade(outcome)) boards.set(authority, outcome);
  }
  return (authority) => {
    const first = (grades: ReadonlyMap<string, Grade>) =>
      [authority, ...predecessorsOf(places, authority.code)]
        .map(({ code }) => grades.get(code))
        .find((grade) => grade !== undefined);
    return { authority, board: first(boards), sif: first(sif), ilacs: ilacs.get(authority.code) };
  };
}

/** How the place stands, in a sentence. */
export function placeSentence({ authority, inspections, reviews }: PlaceHistory): string {
  const graded = inspections
    .filter((inspection) => isGrade(mainOutcome(inspection)))
    .toSorted((a, b) => (a.publishedOn < b.publishedOn ? 1 : -1));
  const review = reviews
    .filter(({ outcome }) => isGrade(outcome))
    .toSorted((a, b) => (a.publishedOn < b.publishedOn ? 1 : -1))[0];
  const [latest] = graded;
  const outcome = latest && mainOutcome(latest);
  const council =
    latest && outcome
      ? `The latest overall grade of the council is ${nameOf(outcome)} (${frameworkFacts[latest.framework].short}, ${formatDay(latest.publishedOn, 'plain')}).`
      : '';
  const board = review
    ? `Its safeguarding board was last judged ${nameOf(review.outcome)} (${formatDay(review.publishedOn, 'plain')}).`
    : '';
  return [council, board].filter(Boolean).join(' ') || `No graded inspection of ${authority.name} is held here.`;
}

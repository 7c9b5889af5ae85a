import { formatDay } from '../../../platform/calendar/in-words.ts';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import type { FigureCell, FigureFacts } from '../../../platform/charts/figure.tsx';
import type { Lane } from '../../../platform/charts/time-line.tsx';
import type { Inspection } from '../facts.ts';
import { frameworkFacts, judgementNames, type Outcome, outcomeNames } from '../judgement.ts';
import { mainJudgement, mainOutcome, oldestFirst, type PlaceHistory } from './place.ts';
import { gradeSeries, seriesOf } from './series.ts';

/** Every inspection and board review of a place on a time line, and in a table, the newest first. */
export function timeLineFigure(history: PlaceHistory, id = 'time-line'): FigureFacts {
  const title = `Every inspection of ${history.authority.name}`;
  const lanes = lanesOf(history);
  const years = lanes.flatMap(({ moments }) => moments.map(({ on }) => Number(on.slice(0, 4))));
  const table = { caption: `${title}, newest first`, columns, rows: rowsOf(history) };
  if (years.length === 0) return { id, title, note: 'No inspection is held here.', table };
  return {
    id,
    title,
    note: 'A square stands on the day of a report and holds the first letters of its overall grade; a ring is an inspection that gives no grade.',
    chart: {
      kind: 'time-line',
      alternative: `${title}. ${lanes.map(laneInWords).join('. ')}.`,
      series: gradeSeries,
      lanes,
      years: [Math.min(...years), Math.max(...years)],
    },
    table,
  };
}

/** A lane for each board and each council, the council of today last but for joint inspections. */
function lanesOf({ authority, predecessors, inspections, reviews }: PlaceHistory): Lane[] {
  const boards = Map.groupBy(reviews, ({ board }) => board);
  const own = inspections.filter(({ framework }) => framework !== 'jtai');
  const joint = inspections.filter(({ framework }) => framework === 'jtai');
  const lanes = [
    ...[...boards].map(([board, those]) => ({
      label: boards.size > 1 ? `${board} board` : 'Safeguarding board',
      moments: those.map((review) => momentOf(review, review.outcome)),
    })),
    ...[...predecessors, authority].map(({ code, name, endedOn }) => ({
      label: endedOn ? `${name}, to ${endedOn.slice(0, 4)}` : 'Council',
      moments: own.filter((one) => one.authority === code).map((one) => momentOf(one, mainOutcome(one))),
    })),
    { label: 'Joint inspection', moments: joint.map((one) => momentOf(one, undefined)) },
  ];
  return lanes.filter(({ moments }) => moments.length > 0);
}

function momentOf({ publishedOn }: { publishedOn: PlainDate }, outcome: Outcome | undefined) {
  const series = seriesOf(outcome);
  return { on: publishedOn, ...(series && { series }) };
}

const laneInWords = ({ label, moments }: Lane) =>
  `${label}: ${moments.map(({ on, series }) => `${formatDay(on, 'plain')}${series ? ` ${series.name.toLowerCase()}` : ''}`).join(', ')}`;

const columns = [
  { heading: 'Report published', narrow: true },
  { heading: 'Of' },
  { heading: 'Inspection' },
  { heading: 'Judgement' },
  { heading: 'Also judged' },
];

function rowsOf(history: PlaceHistory): FigureCell[][] {
  const { inspections, reviews } = history;
  const rows = [
    ...inspections.map((inspection) => ({
      publishedOn: inspection.publishedOn,
      cells: inspectionCells(inspection, history),
    })),
    ...reviews.map((review) => ({ publishedOn: review.publishedOn, cells: reviewCells(review) })),
  ];
  return rows.toSorted((a, b) => oldestFirst(b, a)).map(({ cells }) => cells);
}

function inspectionCells(inspection: Inspection, { authority, predecessors }: PlaceHistory): FigureCell[] {
  const { framework, publishedOn, kind, theme, reportUrl, outcomes } = inspection;
  const { name, short, judgements } = frameworkFacts[framework];
  const main = mainJudgement(inspection);
  const outcome = mainOutcome(inspection);
  const others = judgements.flatMap((judgement) => {
    const other = outcomes[judgement];
    return judgement === main || other === undefined
      ? []
      : [`${judgementNames[judgement]}: ${outcomeNames[other].toLowerCase()}`];
  });
  const title = `${name} (${short})${kind && kind !== 'inspection' ? `, ${kind}` : ''}${theme ? `: ${theme}` : ''}`;
  return [
    formatDay(publishedOn, 'plain'),
    [authority, ...predecessors].find(({ code }) => code === inspection.authority)?.name,
    reportUrl ? { text: title, href: reportUrl } : title,
    main === undefined ? 'Gives no grade' : outcome && outcomeNames[outcome],
    others.join('; ') || 'Nothing else',
  ];
}

const reviewCells = ({
  publishedOn,
  board,
  outcome,
  inspection,
  beside,
}: PlaceHistory['reviews'][number]): FigureCell[] => [
  formatDay(publishedOn, 'plain'),
  `Board of ${board}`,
  `Review of the safeguarding board (LSCB), beside the inspection of ${beside}, ${formatDay(inspection.publishedOn, 'plain')}`,
  outcomeNames[outcome],
  'Nothing else',
];

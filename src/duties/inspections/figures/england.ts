import { formatDay } from '../../../platform/calendar/in-words.ts';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import type { FigureFacts } from '../../../platform/charts/figure.tsx';
import { percent } from '../../../platform/charts/percent.ts';
import { analyse } from '../analysis.ts';
import { type Basis, councilOutcomes, countGrades, type GradeCounts, reviewsCounted, sumOf } from '../count.ts';
import type { Facts } from '../facts.ts';
import { type Framework, type Grade, grades, isGrade, outcomeNames } from '../judgement.ts';
import { countsInWords, gradeSeries, valuesOf } from './series.ts';

/** Whose judgements are looked at. */
export const subjects = ['boards', 'councils', 'ilacs'] as const;
export type Subject = (typeof subjects)[number];

export const subjectNames: Record<Subject, string> = {
  boards: 'Safeguarding boards (SIF)',
  councils: 'Councils (SIF)',
  ilacs: 'Councils (ILACS)',
};

/** What is counted, as captions say it. */
const counted: Record<Subject, string> = {
  boards: 'Board reviews (SIF)',
  councils: 'Judgements of councils (SIF)',
  ilacs: 'Judgements of councils (ILACS)',
};

export interface EnglandQuestion {
  subject: Subject;
  asAt: PlainDate;
  basis: Basis;
  /** The last day of the early reports. */
  earlyUntil: PlainDate;
}

/** Halfway through each framework, near enough. */
export const usualEarlyUntil: Record<Subject, string> = {
  boards: '2015-12-31',
  councils: '2015-12-31',
  ilacs: '2021-12-31',
};

const frameworkOf = (subject: Subject): Framework => (subject === 'ilacs' ? 'ilacs' : 'sif');
/** One graded report that counts. */
interface GradedReport {
  authority: string;
  publishedOn: PlainDate;
  grade: Grade;
}

/** Every graded report that counts by the day, in order of publication. */
export function gradedReports(facts: Facts, { subject, asAt, basis }: EnglandQuestion): GradedReport[] {
  if (subject === 'boards') {
    return reviewsCounted(facts.reviews, asAt, basis).map(({ authority, publishedOn, outcome }) => ({
      authority,
      publishedOn,
      grade: outcome,
    }));
  }
  return facts.inspections.flatMap(({ framework, authority, publishedOn, outcomes }) => {
    const grade = outcomes['overall-effectiveness'];
    return framework === frameworkOf(subject) && publishedOn <= asAt && isGrade(grade)
      ? [{ authority, publishedOn, grade }]
      : [];
  });
}

/** What *England* shows: how the grades stand, over time, by region, early and late. */
export function englandFigures(facts: Facts, question: EnglandQuestion): FigureFacts[] {
  const reports = gradedReports(facts, question);
  return [
    standingFigure(facts, question),
    overTimeFigure(reports, question),
    regionsFigure(facts, question),
    earlyFigure(reports, question),
  ];
}

const gradeColumns = grades.map((grade) => ({ heading: outcomeNames[grade], numeric: true }));

type Row = { label: string; counts: GradeCounts };

interface GradeFigure {
  id: string;
  title: string;
  caption: string;
  /** The heading of the column that names the rows. */
  first: string;
  rows: readonly Row[];
  scale: 'share' | 'count';
  note?: string;
}

function figureOf({ id, title, caption, first, rows, scale, note }: GradeFigure): FigureFacts {
  const filled = rows.filter(({ counts }) => sumOf(counts) > 0);
  const said = filled.map(({ label, counts }) => `${label}: ${countsInWords(counts)}`).join('. ');
  return {
    id,
    title,
    ...(note && { note }),
    ...(filled.length > 0 && {
      chart: {
        kind: 'bars',
        alternative: `${caption}. ${said}.`,
        series: gradeSeries,
        rows: filled.map(({ label, counts }) => ({ label, values: valuesOf(counts) })),
        scale,
      },
    }),
    table: {
      caption,
      columns: [{ heading: first }, { heading: 'All', numeric: true }, ...gradeColumns],
      rows: rows.map(({ label, counts }) => [
        label,
        sumOf(counts),
        ...valuesOf(counts).map((count) => (scale === 'share' ? { part: count, whole: sumOf(counts) } : count)),
      ]),
    },
  };
}

function standingFigure(facts: Facts, { subject, asAt, basis }: EnglandQuestion): FigureFacts {
  const framework = frameworkOf(subject);
  const { board, council } = analyse(facts, { framework, asAt, basis });
  const rows = [
    ...(framework === 'sif' ? [{ label: basis === 'boards' ? 'Boards' : 'Board reviews', counts: board.grades }] : []),
    { label: 'Councils, latest', counts: council.grades },
  ];
  const caption = `Judgements published by ${formatDay(asAt, 'plain')}`;
  return figureOf({ id: 'grades', title: 'How the grades stand', caption, first: 'Judged', rows, scale: 'share' });
}

function overTimeFigure(reports: readonly GradedReport[], question: EnglandQuestion): FigureFacts {
  const { subject, asAt } = question;
  const byPeriod = Map.groupBy(reports, ({ publishedOn }) => periodOf(publishedOn, subject));
  const rows = [...byPeriod].map(([label, those]) => ({ label, counts: countGrades(those.map(({ grade }) => grade)) }));
  const each = subject === 'ilacs' ? 'each year' : 'each half-year';
  const caption = `${counted[subject]} published in ${each}, to ${formatDay(asAt, 'plain')}`;
  return figureOf({ id: 'over-time', title: 'Over time', caption, first: 'Published', rows, scale: 'count' });
}

function periodOf(day: PlainDate, subject: Subject): string {
  const year = day.slice(0, 4);
  if (subject === 'ilacs') return year;
  return `${year}, ${day.slice(5, 7) <= '06' ? 'January to June' : 'July to December'}`;
}

function regionsFigure(facts: Facts, question: EnglandQuestion): FigureFacts {
  const { subject, asAt, basis } = question;
  const caption = `${counted[subject]} by region, published by ${formatDay(asAt, 'plain')}`;
  const shown = { id: 'regions', title: 'By region', caption, first: 'Region', scale: 'share' } as const;
  if (subject !== 'boards') {
    const outcomes = councilOutcomes(facts.inspections, facts.councils, frameworkOf(subject), asAt);
    const inRegion = Map.groupBy(outcomes, ([code]) => facts.councils.get(code)?.region ?? '');
    const rows = facts.regions.map((region) => ({
      label: region,
      counts: countGrades((inRegion.get(region) ?? []).map(([, grade]) => grade)),
    }));
    return figureOf({ ...shown, rows });
  }
  const { regions } = analyse(facts, { framework: 'sif', asAt, basis });
  const rows = regions.map(({ region, grades: counts }) => ({ label: region, counts }));
  const figure = figureOf({ ...shown, rows });
  const { table } = figure;
  return {
    ...figure,
    note: 'A review is counted in the region of the council beside which it was made. “Same as council” compares it with that inspection’s overall effectiveness.',
    table: {
      ...table,
      columns: [...table.columns, { heading: 'Same as council', numeric: true }],
      rows: table.rows.map((row, at) => [
        ...row,
        { part: regions[at]?.matched ?? 0, whole: regions[at]?.reviews ?? 0 },
      ]),
    },
  };
}

const learning =
  'While a framework is new, inspectors are still learning to use it, so early and late grades are kept apart here. Mostly different places were inspected early and late: a difference is no sign that anybody improved.';

function earlyFigure(reports: readonly GradedReport[], { subject, earlyUntil }: EnglandQuestion): FigureFacts {
  const day = formatDay(earlyUntil, 'plain');
  const gradesOf = (those: readonly GradedReport[]) => countGrades(those.map(({ grade }) => grade));
  const early = gradesOf(reports.filter(({ publishedOn }) => publishedOn <= earlyUntil));
  const late = gradesOf(reports.filter(({ publishedOn }) => publishedOn > earlyUntil));
  return figureOf({
    id: 'early-and-late',
    title: 'Early and late inspections',
    caption: `${counted[subject]} published to ${day}, and later`,
    first: 'Published',
    rows: [
      { label: `To ${day}`, counts: early },
      { label: 'Later', counts: late },
    ],
    scale: 'share',
    note: `${earlyInWords(early, late)}${learning}`,
  });
}

function earlyInWords(early: GradeCounts, late: GradeCounts): string {
  if (sumOf(early) === 0 || sumOf(late) === 0) return '';
  return `Good or outstanding were ${better(early)} early, and ${better(late)} later. `;
}

const better = (counts: GradeCounts): string => {
  const count = counts.outstanding + counts.good;
  return `${count} of ${sumOf(counts)} (${percent(count, sumOf(counts))})`;
};

/** What the grades come to, before any chart. */
export function englandSentence(facts: Facts, { subject, asAt, basis }: EnglandQuestion): string {
  const { board, council } = analyse(facts, { framework: frameworkOf(subject), asAt, basis });
  const day = formatDay(asAt, 'plain');
  if (subject !== 'boards') {
    if (council.authorities === 0) return `By ${day}, no report under this framework had been published.`;
    return `By ${day}, ${council.authorities} councils had been judged. By their latest outcome ${countsInWords(council.grades)}.`;
  }
  if (board.reviews === 0) return `By ${day}, no review of a safeguarding board had been published.`;
  const what =
    basis === 'boards'
      ? `${board.boards} safeguarding boards had been reviewed`
      : `${board.reviews} reviews of ${board.boards} safeguarding boards had been published`;
  return `By ${day}, ${what}: ${countsInWords(board.grades)}. ${percent(board.grades.outstanding + board.grades.good, board.reviews)} were good or outstanding.`;
}

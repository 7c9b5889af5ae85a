import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import { askedOf, type Comment, type Report } from './report.ts';

/** What can be done next with a report. */
export const reportSteps = ['change', 'send', 'comment', 'issue', 'correct'] as const;
export type ReportStep = (typeof reportSteps)[number];

export type ReportRefusal =
  | 'not-yours'
  | 'issued'
  | 'not-issued'
  | 'not-asked'
  | 'too-late'
  | 'not-checked'
  | 'still-time'
  | 'unanswered'
  | 'empty';

export type ReportRuling = { allowed: true } | { allowed: false; because: ReportRefusal };

/** What a ruling needs to know of a report. */
export type ReportStanding = Pick<Report, 'author' | 'shownTo' | 'heir' | 'state' | 'commentUntil' | 'sections'>;

/**
 * Whether `person` may take `step`. The author alone writes, sends and issues; those they named speak of its facts, until the
 * day; nobody changes what is issued.
 *
 * @param comments what was said of its facts
 */
export function rulingOn(
  step: ReportStep,
  report: ReportStanding,
  comments: readonly Pick<Comment, 'person' | 'answer'>[],
  person: string,
  today: PlainDate,
): ReportRuling {
  if (step === 'comment') return rulingOnComment(report, person, today);
  if (report.author !== person) return refuse('not-yours');
  if (step === 'correct') return report.state === 'issued' ? allow : refuse('not-issued');
  if (report.state === 'issued') return refuse('issued');
  if (step === 'change') return allow;
  if (report.sections.every(({ words }) => words.trim() === '')) return refuse('empty');
  return step === 'send' ? allow : rulingOnIssue(report, comments, today);
}

/** The author enters what somebody told them; those who are asked speak for themselves. */
function rulingOnComment(report: ReportStanding, person: string, today: PlainDate): ReportRuling {
  const { author, state, commentUntil } = report;
  if (state !== 'correction' || commentUntil === undefined) return refuse('not-asked');
  if (person === author) return allow;
  if (!askedOf(report).includes(person)) return refuse('not-asked');
  return today <= commentUntil ? allow : refuse('too-late');
}

/** It is issued once its facts were open to correction until the day, or all have spoken, and every comment is answered. */
function rulingOnIssue(
  report: ReportStanding,
  comments: readonly Pick<Comment, 'person' | 'answer'>[],
  today: PlainDate,
): ReportRuling {
  const { state, commentUntil } = report;
  if (state !== 'correction' || commentUntil === undefined) return refuse('not-checked');
  const spoken = askedOf(report).every((id) => comments.some(({ person }) => person === id));
  if (today <= commentUntil && !spoken) return refuse('still-time');
  return comments.every(({ answer }) => answer !== undefined) ? allow : refuse('unanswered');
}

const allow: ReportRuling = { allowed: true };
const refuse = (because: ReportRefusal): ReportRuling => ({ allowed: false, because });

/** Why not, in words that say what to do. */
export const refusalText: Readonly<Record<ReportRefusal, string>> = {
  'not-yours': 'Only the scrutineer whose report it is does this',
  issued: 'The report is issued and is no longer changed. Begin a new version instead',
  'not-issued': 'The report is not issued: change it as it is',
  'not-asked': 'Nobody is asked about the facts of this report now',
  'too-late': 'The day by which facts could be corrected has passed. Tell the scrutineer',
  'not-checked': 'Send it for correction of fact first',
  'still-time': 'Those you asked still have time to correct facts',
  unanswered: 'Answer every comment on its facts first',
  empty: 'There is nothing in the report yet',
};

import { z } from 'zod';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';

export const reportKinds = {
  'six-monthly': 'Six-monthly report',
  yearly: 'Yearly report',
  other: 'Another report',
} as const;
export type ReportKind = keyof typeof reportKinds;

export type ReportState = 'draft' | 'correction' | 'issued';

export const reportStates: Readonly<Record<ReportState, string>> = {
  draft: 'Draft, seen by you alone',
  correction: 'Out for correction of fact',
  issued: 'Issued',
};

/** A part of a report under its heading. */
export interface Section {
  id: string;
  heading: string;
  words: string;
}

/** What an independent scrutineer says of the partnership. */
export interface Report {
  id: string;
  author: string;
  /** Those who are asked about its facts. */
  shownTo: readonly string[];
  /** The scrutineer to whom it is handed over. */
  heir: string | undefined;
  kind: ReportKind;
  title: string;
  /** What it covers. */
  from: PlainDate;
  until: PlainDate;
  sections: readonly Section[];
  state: ReportState;
  /** Until when facts can be corrected. */
  commentUntil: PlainDate | undefined;
  begunOn: PlainDate;
  /** 1, then 2 where the first was corrected after it was issued. */
  version: number;
  /** The version before. */
  corrects: string | undefined;
  /** 4 of “Scrutiny report 4”; none until it is issued. */
  number: number | undefined;
  issuedOn: PlainDate | undefined;
}

/** What somebody says of a fact in a report, and what the scrutineer made of it. */
export interface Comment {
  id: string;
  person: string;
  /** The heading of its section as it stood; empty for the whole report. */
  section: string;
  words: string;
  saidOn: PlainDate;
  enteredBy: string;
  toldBy: 'call' | 'e-mail' | 'meeting' | undefined;
  answer: CommentAnswer | undefined;
  why: string;
  answeredOn: PlainDate | undefined;
}

export const commentAnswers = { corrected: 'Corrected', 'not-corrected': 'Not corrected' } as const;
export type CommentAnswer = keyof typeof commentAnswers;

/** Those who are asked about the facts of a report; somebody to whom it is handed over sees it, and is not asked. */
export const askedOf = ({ shownTo, heir }: Pick<Report, 'shownTo' | 'heir'>): readonly string[] =>
  shownTo.filter((id) => id !== heir);

/** “Scrutiny report 4”, “Scrutiny report 4, version 2”; one that is not issued has no number. */
export const referenceOf = ({ number, version }: Pick<Report, 'number' | 'version'>): string =>
  number === undefined
    ? 'Scrutiny report, not issued'
    : `Scrutiny report ${number}${version > 1 ? `, version ${version}` : ''}`;

const Sections = z.array(z.object({ id: z.string(), heading: z.string(), words: z.string() }));

/** The sections as they are kept; what is no list of sections holds none. */
export const sectionsFrom = (kept: unknown): readonly Section[] => {
  const read = Sections.safeParse(kept);
  return read.success ? read.data : [];
};

/** The headings that a new report begins with. */
export const firstHeadings = [
  'What I looked at, and how',
  'What works for children',
  'What does not',
  'What I challenged, and what came of it',
  'What must change',
] as const;

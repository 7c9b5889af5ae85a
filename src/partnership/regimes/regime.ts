import type { Division } from '../../platform/calendar/holiday-rules.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { Said, Source } from './said.ts';

/** Every regime there is, oldest first within its nation. An id is kept in databases for good. */
export const regimeIds = [
  'england-2004-act',
  'england-2017-act-2018',
  'england-2017-act-2023',
  'england-2017-act-2026',
] as const;
export type RegimeId = (typeof regimeIds)[number];

/** Each nation has a law of its own. Wales and Northern Ireland have no regime here yet. */
export type Nation = 'england' | 'wales' | 'northern-ireland';

/** One legal regime in one edition of its guidance. Whatever a rule asks about the law it asks of this; no rule names an Act. */
export interface Regime {
  id: RegimeId;
  title: string;
  nation: Nation;
  /** Whose bank holidays its working days leave out. */
  bankHolidays: Division;
  guidance: string;
  inForce: {
    from: Said<PlainDate>;
    /** The last day, where it has one. Cases that began under it stay under it. */
    until?: Said<PlainDate>;
  };
  vocabulary: Vocabulary;
  clocks: Readonly<Partial<Record<ClockName, Clock>>>;
  partners: readonly RequiredPartner[];
  /** Whether each safeguarding partner has both a lead and a delegate; left out where one of them is enough. */
  leadAndDelegate?: Said<true>;
  yearlyReport: YearlyReport;
  /** Sections that bind from a day of their own. */
  switches: readonly Switch[];
}

/** What this regime calls something; undefined where it has no such thing. */
export type Vocabulary = Readonly<Record<TermName, Term | undefined>>;
export interface Term {
  one: string;
  many: string;
  /** As it is abbreviated among those who use it daily. */
  short?: string;
}
export type TermName =
  | 'board'
  | 'executive'
  | 'chair'
  | 'partner'
  | 'leadPartner'
  | 'delegatedPartner'
  | 'agency'
  | 'scrutineer'
  | 'arrangements'
  | 'incidentNotification'
  | 'rapidReview'
  | 'practiceReview'
  | 'nationalReview'
  | 'nationalPanel'
  | 'agencyReport'
  | 'childDeathPartner'
  | 'childDeathPanel'
  | 'protectionTeam'
  | 'yearlyReport';

export const clockNames = [
  'incident-notification',
  'partner-notification',
  'looked-after-death-notification',
  'rapid-review',
  'panel-reply',
  'practice-review-completion',
  'publication-notice',
  'publication-availability',
  'serious-case-review-decision',
  'serious-case-review-announcement',
  'serious-case-review-completion',
  'serious-case-review-transition',
  'child-death-notification',
  'child-death-database',
  'joint-agency-response',
  'child-death-reporting-form',
  'child-death-review-meeting',
  'child-death-panel',
  'child-death-review-transition',
  'yearly-report',
  'yearly-report-copies',
  'arrangements-publication',
  'arrangements-operation',
  'guidance-adoption',
  'joint-inspection-fieldwork',
  'joint-inspection-statement',
] as const;
export type ClockName = (typeof clockNames)[number];

/** How long the law gives for something, from when, until what. */
export interface Clock {
  title: string;
  length: Said<Length>;
  starts: Said<Anchor>;
  /** What stops it. */
  ends: string;
  /** Whether it must be done by the day it leads to, or may not be done before that day. */
  bound: 'by' | 'not-before';
}

export interface Length {
  count: number;
  unit: 'days' | 'working-days' | 'weeks' | 'months';
}

/** The days that clocks start from, in the words that stand after “the day”. */
export const anchors = {
  'incident-known': 'the local authority becomes aware of the incident',
  'incident-notified': 'the notification is sent to the national panel',
  'partnership-told': 'the partnership receives the notification',
  'board-told': 'the board is told of the incident',
  'death-known': 'the local authority becomes aware of the death',
  'rapid-review-sent': 'the rapid review is sent to the national panel',
  'review-decided': 'it is decided to carry out the review',
  'report-sent': 'the report is sent to the national panel and the Secretary of State',
  'report-published': 'the report is published',
  'board-ended': 'the new arrangements begin to operate and the board ends',
  'child-died': 'the child dies',
  'death-notified': 'the panel is notified of the death',
  'form-sent': 'the form is sent to the agency',
  'death-meeting-reported':
    'the panel receives the report of the child death review meeting, or the result of the inquest',
  'yearly-report-published': 'the yearly report is published',
  'duty-begun': 'the duty to make arrangements begins, 29 June 2018',
  'arrangements-published': 'the arrangements are published',
  'guidance-published': 'the edition of the guidance is published',
  'inspection-announced': 'notice of the inspection is given',
  'findings-received': 'the letter of findings is received',
} as const;
export type Anchor = keyof typeof anchors;

/** A body that the regime wants at the table, or that must take part in some other way. */
export interface RequiredPartner {
  kind: PartnerKind;
  title: string;
  standing: Standing;
  /** How many: one for the whole partnership, or every one whose area or work lies in it. */
  howMany: 'one' | 'every';
  verified: boolean;
  source: Source;
  /** The switch it waits for. */
  when?: SwitchId;
}
export type PartnerKind =
  | 'local-authority'
  | 'district-council'
  | 'police'
  | 'integrated-care-board'
  | 'clinical-commissioning-group'
  | 'strategic-health-authority'
  | 'primary-care-trust'
  | 'nhs-trust'
  | 'probation'
  | 'youth-offending-team'
  | 'connexions'
  | 'cafcass'
  | 'secure-training-centre'
  | 'prison'
  | 'education';
export type Standing =
  | 'safeguarding-partner'
  | 'board-partner'
  | 'child-death-review-partner'
  | 'expected-at-the-table'
  | 'party-to-the-arrangements';

export interface YearlyReport {
  /** What the law wants it to say above all. */
  must: Said<string>;
  parts: readonly ReportPart[];
  /** To whom it is sent. */
  recipients: Said<readonly string[]>;
  /** The day of the year by which it is published, where there is one. */
  publishedBy?: Said<{ month: number; day: number }>;
}
export interface ReportPart {
  key: ReportPartKey;
  title: string;
  verified: boolean;
  source: Source;
}
export type ReportPartKey =
  | 'effectiveness'
  | 'impact-on-outcomes'
  | 'little-or-no-progress'
  | 'decisions-and-actions-on-reviews'
  | 'child-and-family-feedback'
  | 'partner-contributions'
  | 'scrutiny'
  | 'serious-incident-learning'
  | 'costs'
  | 'education-representation'
  | 'data-and-information-sharing'
  | 'updates-to-arrangements'
  | 'national-reforms';

export type SwitchId = 'act-2026-section-2' | 'act-2026-section-3' | 'act-2026-section-4';

/** A section that is enacted and waits for its day: off until it is dated. */
export interface Switch {
  id: SwitchId;
  title: string;
  /** What it asks of the partnership once it is on. */
  asks: readonly string[];
  source: Source;
  /** The first day it is in force; left out while no day is appointed. */
  inForceFrom?: PlainDate;
  /** When it is expected, in words; no rule reads this. */
  expected?: string;
}

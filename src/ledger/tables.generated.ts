// Generated from the migrated schema by `npm run types`. Do not edit.
import type { Generated, GeneratedAlways } from 'kysely';
import type { PlainDate } from '../platform/calendar/plain-date.ts';

export interface AbsenceTable {
  partnership_id: string;
  id: string;
  person_id: string;
  from_on: PlainDate;
  until_on: PlainDate;
  cover_id: string | null;
}

export interface ActionTable {
  partnership_id: string;
  id: string;
  number: number;
  title: string;
  difference: Generated<string>;
  success_measure: Generated<string>;
  lead_agency_id: string | null;
  owner_id: string | null;
  group_id: string | null;
  priority: Generated<'high' | 'medium' | 'low'>;
  source_kind: 'meeting' | 'review' | 'child-death' | 'audit' | 'inspection' | 'visit' | 'survey' | 'scorecard' | 'challenge' | 'risk' | 'disagreement' | 'scrutiny' | 'national' | 'plan' | 'other';
  source_words: Generated<string>;
  old_reference: Generated<string>;
  raised_on: PlainDate;
  first_due_on: PlainDate;
  due_on: PlainDate;
  asked_until: PlainDate | null;
  state: Generated<'not-started' | 'on-track' | 'at-risk' | 'claimed-done' | 'verified' | 'embedded' | 'withdrawn'>;
  state_on: PlainDate;
  blocked_by: 'capacity' | 'money' | 'data' | 'another-agency' | 'decision' | 'unclear' | 'other' | null;
  blocked_on: PlainDate | null;
  claimed_by: string | null;
  impact_due_on: PlainDate | null;
  safe_for_email: Generated<boolean>;
}

export interface ActionContributorTable {
  partnership_id: string;
  action_id: string;
  agency_id: string;
}

export interface ActionEntryTable {
  partnership_id: string;
  id: string;
  action_id: string;
  kind: 'raised' | 'brought-in' | 'progress' | 'blocked' | 'not-mine' | 'more-time-asked' | 'more-time-declined' | 'due-moved' | 'passed-on' | 'changed' | 'claimed' | 'verified' | 'returned' | 'impact' | 'embedded' | 'reopened' | 'withdrawn' | 'corrected';
  said_on: PlainDate;
  words: Generated<string>;
  state: string | null;
  due_on: PlainDate | null;
  because: string | null;
  entered_by: string;
  said_by: string | null;
  told_by: 'call' | 'e-mail' | 'meeting' | 'link' | null;
  corrects: string | null;
}

export interface AnswerLinkTable {
  partnership_id: string;
  token_hash: Buffer;
  action_id: string;
  person_id: string;
  for_id: string;
  made_at: Date;
  expires_at: Date;
  used_at: Date | null;
  used_key: Buffer | null;
}

export interface ChallengeTable {
  partnership_id: string;
  id: string;
  number: number | null;
  agency_id: string;
  subject: string;
  concern: string;
  evidence_kind: 'figure' | 'audit' | 'absence' | 'record' | 'other';
  evidence: string;
  evidence_address: Generated<string>;
  expected: string;
  raised_by: string;
  drafted_by: string;
  drafted_on: PlainDate;
  unseen: Generated<boolean>;
  put_on: PlainDate | null;
  reply_by: PlainDate;
  due_on: PlainDate;
  stage: Generated<number>;
  stage_on: PlainDate;
  state: Generated<'draft' | 'put' | 'answered' | 'settled' | 'closed' | 'withdrawn'>;
  state_on: PlainDate;
  replied_on: PlainDate | null;
  position: 'accepted' | 'partly' | 'not-accepted' | null;
  sufficient: boolean | null;
  effect: Generated<string>;
  summary: Generated<string>;
  summary_by: string | null;
  cleared_by: string | null;
  cleared_on: PlainDate | null;
}

export interface ChallengeEntryTable {
  partnership_id: string;
  id: string;
  challenge_id: string;
  kind: 'drafted' | 'put' | 'answered' | 'judged' | 'escalated' | 'view' | 'day-moved' | 'closed' | 'action' | 'summary' | 'cleared' | 'withdrawn' | 'corrected';
  stage: number;
  said_on: PlainDate;
  words: Generated<string>;
  choice: string | null;
  due_on: PlainDate | null;
  entered_by: string;
  said_by: string | null;
  told_by: 'call' | 'e-mail' | 'meeting' | null;
  corrects: string | null;
}

export interface ChivvyingDayTable {
  partnership_id: string;
  day: PlainDate;
}

export interface ChivvyingRulesTable {
  partnership_id: string;
  in_use: boolean;
  days_before: number[];
  days_after: number[];
  then_every: number;
  remind_from: number;
  firm_from: number;
  member_after: number | null;
  chair_after: number | null;
  chief_officer_after: number | null;
  quiet_weekdays: number[];
  quiet_bank_holidays: boolean;
  quiet_after_answer: number;
  mail_without_account: boolean;
}

export interface DigestTable {
  account_id: string;
  day: PlainDate;
}

export interface DisagreementTable {
  partnership_id: string;
  id: string;
  number: number;
  subject: 'threshold' | 'information-sharing' | 'drift' | 'attendance' | 'assessment' | 'capacity' | 'other';
  case_reference: Generated<string>;
  difference: string;
  wanted: string;
  raised_by: string;
  raising_agency_id: string;
  other_agency_id: string;
  urgent: Generated<boolean>;
  raised_on: PlainDate;
  stage: Generated<number>;
  due_on: PlainDate;
  outcome: 'upheld' | 'partly' | 'not-upheld' | 'withdrawn' | 'resolved-informally' | null;
  ended_on: PlainDate | null;
  changed: Generated<string>;
  learning: Generated<string>;
  told_on: PlainDate | null;
}

export interface DisagreementEntryTable {
  partnership_id: string;
  id: string;
  disagreement_id: string;
  kind: 'raised' | 'answered' | 'moved-on' | 'made-urgent' | 'view' | 'ended' | 'learned' | 'told' | 'action' | 'corrected';
  stage: number;
  said_on: PlainDate;
  words: Generated<string>;
  choice: string | null;
  entered_by: string;
  said_by: string | null;
  told_by: 'call' | 'e-mail' | 'meeting' | null;
  corrects: string | null;
}

export interface DisagreementStageTable {
  partnership_id: string;
  disagreement_id: string;
  stage: number;
  with_person: string | null;
  begun_on: PlainDate;
  due_on: PlainDate;
  answered_on: PlainDate | null;
  ended_on: PlainDate | null;
}

export interface EvidenceTable {
  partnership_id: string;
  id: string;
  record_kind: string;
  record_id: string;
  title: string;
  address: Generated<string>;
  file_id: string | null;
  added_on: PlainDate;
  entered_by: string;
  said_by: string | null;
  told_by: 'call' | 'e-mail' | 'meeting' | null;
  withdrawn_on: PlainDate | null;
}

export interface HeldMessageTable {
  partnership_id: string;
  id: string;
  action_id: string;
  due_on: PlainDate;
  level: 'owner' | 'member' | 'chair' | 'chief-officer' | 'office';
  to_id: string | null;
  why: 'overdue' | 'away' | 'gone' | 'nobody' | 'no-way' | 'chief-officer' | 'time-asked';
  held_on: PlainDate;
  settled: 'released' | 'dropped' | 'moot' | null;
  settled_by: string | null;
  settled_on: PlainDate | null;
  because: Generated<string>;
}

export interface LedgerNumberTable {
  partnership_id: string;
  kind: string;
  last: number;
}

export interface LiaisonOfficerTable {
  partnership_id: string;
  agency_id: string;
  person_id: string;
  reach: Generated<string>;
}

export interface MessageDaysTable {
  partnership_id: string;
  person_id: string;
  not_on: number[];
}

export interface QuietPeriodTable {
  partnership_id: string;
  id: string;
  name: string;
  from_on: PlainDate;
  until_on: PlainDate;
  schools_only: boolean;
  authority_code: string | null;
}

export interface ReminderTable {
  partnership_id: string;
  id: string;
  made_on: PlainDate;
  person_id: string;
  for_id: string | null;
  action_id: string;
  tone: 'help' | 'remind' | 'firm' | 'above';
  due_on: PlainDate;
  told_on: PlainDate | null;
  by_hand: Generated<boolean>;
}

export interface RiskTable {
  partnership_id: string;
  id: string;
  number: number;
  title: string;
  cause: string;
  event: string;
  effect: string;
  category: 'workforce' | 'funding' | 'data' | 'demand' | 'reform' | 'reputational' | 'practice' | 'other';
  inherent_likelihood: number;
  inherent_impact: number;
  likelihood: number;
  impact: number;
  target_likelihood: number;
  target_impact: number;
  owner_id: string | null;
  lead_agency_id: string | null;
  accepted_why: Generated<string>;
  review_on: PlainDate;
  reviewed_on: PlainDate | null;
  raised_on: PlainDate;
  closed_on: PlainDate | null;
  old_reference: Generated<string>;
}

export interface RiskControlTable {
  partnership_id: string;
  id: string;
  risk_id: string;
  title: string;
  works: 'well' | 'partly' | 'badly' | 'untested';
  ended_on: PlainDate | null;
}

export interface RiskEntryTable {
  partnership_id: string;
  id: string;
  risk_id: string;
  kind: 'raised' | 'reviewed' | 'changed' | 'control' | 'accepted' | 'sought' | 'closed' | 'reopened' | 'action' | 'corrected';
  likelihood: number | null;
  impact: number | null;
  highest: number | null;
  said_on: PlainDate;
  words: Generated<string>;
  entered_by: string;
  said_by: string | null;
  told_by: 'call' | 'e-mail' | 'meeting' | null;
  corrects: string | null;
}

export interface RiskScaleTable {
  partnership_id: string;
  highest: number;
}

export interface SavedViewTable {
  partnership_id: string;
  id: string;
  list: string;
  name: string;
  query: string;
  shared: Generated<boolean>;
  person_id: string;
}

export interface SchoolTermsTable {
  partnership_id: string;
  agency_id: string;
  authority_code: string;
}

export interface ScrutinyCommentTable {
  partnership_id: string;
  id: string;
  report_id: string;
  author_id: string;
  shown_to: Generated<string[]>;
  person_id: string;
  section: Generated<string>;
  words: string;
  said_on: PlainDate;
  entered_by: string;
  told_by: 'call' | 'e-mail' | 'meeting' | null;
  answer: 'corrected' | 'not-corrected' | null;
  why: Generated<string>;
  answered_on: PlainDate | null;
  issued_on: PlainDate | null;
}

export interface ScrutinyLineTable {
  partnership_id: string;
  id: string;
  author_id: string;
  shown_to: Generated<string[]>;
  heir_id: string | null;
  title: string;
  question: string;
  finding: Generated<string>;
  begun_on: PlainDate;
  closed_on: PlainDate | null;
}

export interface ScrutinyNoteTable {
  partnership_id: string;
  id: string;
  author_id: string;
  shown_to: Generated<string[]>;
  heir_id: string | null;
  line_id: string | null;
  kind: 'evidence' | 'visit' | 'challenge';
  title: string;
  words: Generated<string>;
  address: Generated<string>;
  on_day: PlainDate;
  place: Generated<string>;
  heard: Generated<string>;
  follow_up: Generated<string>;
  agency_id: string | null;
  expected: Generated<string>;
  record_kind: Generated<string>;
  record_id: string | null;
  put_as: string | null;
}

export interface ScrutinyReportTable {
  partnership_id: string;
  id: string;
  author_id: string;
  shown_to: Generated<string[]>;
  heir_id: string | null;
  kind: 'six-monthly' | 'yearly' | 'other';
  title: string;
  from_on: PlainDate;
  until_on: PlainDate;
  sections: Generated<unknown>;
  state: Generated<'draft' | 'correction' | 'issued'>;
  comment_until: PlainDate | null;
  begun_on: PlainDate;
  version: Generated<number>;
  corrects: string | null;
  number: number | null;
  issued_on: PlainDate | null;
}

export interface StageLengthTable {
  partnership_id: string;
  road: 'challenge' | 'disagreement';
  stage: number;
  working_days: number;
  urgent_working_days: number;
}

export interface ThreadLinkTable {
  partnership_id: string;
  id: string;
  from_kind: string;
  from_id: string;
  relation: 'led-to' | 'answers' | 'evidences' | 'duplicates';
  to_kind: string;
  to_id: string;
  made_by: string | null;
  made_on: PlainDate;
  earlier_id: GeneratedAlways<string | null>;
  later_id: GeneratedAlways<string | null>;
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    absence: AbsenceTable;
    action: ActionTable;
    action_contributor: ActionContributorTable;
    action_entry: ActionEntryTable;
    answer_link: AnswerLinkTable;
    challenge: ChallengeTable;
    challenge_entry: ChallengeEntryTable;
    chivvying_day: ChivvyingDayTable;
    chivvying_rules: ChivvyingRulesTable;
    digest: DigestTable;
    disagreement: DisagreementTable;
    disagreement_entry: DisagreementEntryTable;
    disagreement_stage: DisagreementStageTable;
    evidence: EvidenceTable;
    held_message: HeldMessageTable;
    ledger_number: LedgerNumberTable;
    liaison_officer: LiaisonOfficerTable;
    message_days: MessageDaysTable;
    quiet_period: QuietPeriodTable;
    reminder: ReminderTable;
    risk: RiskTable;
    risk_control: RiskControlTable;
    risk_entry: RiskEntryTable;
    risk_scale: RiskScaleTable;
    saved_view: SavedViewTable;
    school_terms: SchoolTermsTable;
    scrutiny_comment: ScrutinyCommentTable;
    scrutiny_line: ScrutinyLineTable;
    scrutiny_note: ScrutinyNoteTable;
    scrutiny_report: ScrutinyReportTable;
    stage_length: StageLengthTable;
    thread_link: ThreadLinkTable;
  }
}

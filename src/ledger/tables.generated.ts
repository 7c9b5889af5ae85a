// Generated from the migrated schema by `npm run types`. Do not edit.
import type { Generated } from 'kysely';
import type { PlainDate } from '../platform/calendar/plain-date.ts';

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

export interface LedgerNumberTable {
  partnership_id: string;
  kind: string;
  last: number;
}

export interface ThreadLinkTable {
  partnership_id: string;
  id: string;
  from_kind: string;
  from_id: string;
  relation: 'led-to' | 'answers' | 'evidences' | 'duplicates';
  to_kind: string;
  to_id: string;
  made_by: string;
  made_on: PlainDate;
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    action: ActionTable;
    action_contributor: ActionContributorTable;
    action_entry: ActionEntryTable;
    evidence: EvidenceTable;
    ledger_number: LedgerNumberTable;
    thread_link: ThreadLinkTable;
  }
}

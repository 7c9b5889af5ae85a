// Generated from the migrated schema by `npm run types`. Do not edit.
import type { Generated } from 'kysely';
import type { PlainDate } from '../platform/calendar/plain-date.ts';

export interface AccessReviewTable {
  partnership_id: string;
  id: string;
  begun_on: PlainDate;
  finished_on: PlainDate | null;
}

export interface AccessReviewAnswerTable {
  partnership_id: string;
  review_id: string;
  person_id: string;
  answer: 'keeps' | 'ends';
  answered_by: string;
  answered_on: PlainDate;
}

export interface AgencyTable {
  partnership_id: string;
  id: string;
  organisation_id: string;
  name: string;
  kind: string;
  standing: Generated<'safeguarding-partner' | 'relevant-agency' | 'other'>;
  parent_id: string | null;
  email_domains: Generated<string[]>;
  ended_on: PlainDate | null;
}

export interface ArrivalTable {
  partnership_id: string;
  id: string;
  from_partnership: string;
  from_slug: string;
  from_name: string;
  arrived_on: PlainDate;
}

export interface ArrivalItemTable {
  partnership_id: string;
  arrival_id: string;
  kind: string;
  came_as: string;
  record_id: string;
  title: string;
  joined: boolean;
}

export interface AssistantTable {
  partnership_id: string;
  id: string;
  person_id: string;
  assists_id: string;
  from_on: PlainDate;
  until_on: PlainDate | null;
}

export interface CaseConflictTable {
  partnership_id: string;
  case_id: string;
  person_id: string;
  reason_sealed: Buffer;
  declared_by: Generated<string>;
  declared_at: Generated<Date>;
}

export interface CaseTeamTable {
  partnership_id: string;
  case_id: string;
  id: string;
  duty: string;
  person_id: string;
  reason_sealed: Buffer;
  from_on: PlainDate;
  until_on: PlainDate | null;
  left_at: Date | null;
  approved_by: Generated<string>;
}

export interface ColumnMatchTable {
  partnership_id: string;
  list: string;
  heading: string;
  field: string;
}

export interface DutyUseTable {
  partnership_id: string;
  duty: string;
  in_use: boolean;
  assessed_on: PlainDate | null;
  agreed_on: PlainDate | null;
}

export interface GapAnswerTable {
  partnership_id: string;
  gap: string;
  because: string;
  accepted_until: PlainDate;
  answered_by: string;
  answered_on: PlainDate;
}

export interface GroupSeatTable {
  partnership_id: string;
  id: string;
  group_id: string;
  agency_id: string | null;
  capacity: 'chair' | 'vice-chair' | 'member' | 'adviser' | 'in-attendance' | 'observer';
  from_on: PlainDate;
  until_on: PlainDate | null;
}

export interface InductionStepTable {
  partnership_id: string;
  person_id: string;
  step: string;
  done_on: PlainDate;
  signed_by: string;
}

export interface LeavingTable {
  partnership_id: string;
  id: string;
  person_id: string;
  last_on: PlainDate;
  rest_to: string | null;
  planned_by: Generated<string>;
  planned_on: PlainDate;
  state: Generated<'carried-out' | 'called-off' | 'planned'>;
  ended_on: PlainDate | null;
}

export interface LeavingChoiceTable {
  partnership_id: string;
  leaving_id: string;
  thing: string;
  goes_to: string | null;
}

export interface LostSecondStepTable {
  partnership_id: string;
  id: string;
  person_id: string;
  known_by: string;
  asked_by: Generated<string>;
  asked_at: Date;
}

export interface LostSecondStepAnswerTable {
  partnership_id: string;
  lost_id: string;
  agreed: boolean;
  answered_by: Generated<string>;
  answered_at: Date;
}

export interface MembershipTable {
  partnership_id: string;
  account_id: string;
  person_id: string;
}

export interface OrganisationTable {
  id: string;
  name: string;
}

export interface OtherBoardSeatTable {
  partnership_id: string;
  id: string;
  person_id: string;
  board: string;
  capacity: Generated<string>;
  until_on: PlainDate | null;
}

export interface PartnershipTable {
  partnership_id: string;
  name: string;
  short_name: string;
  regime: string;
  contact: Generated<string>;
  local_words: Generated<unknown>;
  local_settings: Generated<unknown>;
  contact_email: Generated<string>;
  contact_phone: Generated<string>;
  logo: Buffer | null;
  set_up_step: Generated<string>;
  closed_on: PlainDate | null;
  went_to: Generated<unknown>;
}

export interface PartnershipAreaTable {
  partnership_id: string;
  authority_code: string;
}

export interface PartnershipGroupTable {
  partnership_id: string;
  id: string;
  name: string;
  kind: Generated<'board' | 'executive' | 'chief-officers' | 'forum' | 'sub-group' | 'panel' | 'task-and-finish' | 'co-ordinating' | 'joint-chairs'>;
  parent_id: string | null;
  purpose: Generated<string>;
  decides: Generated<string>;
  sends_up: Generated<string>;
  quorum_members: number | null;
  from_on: PlainDate | null;
  ended_on: PlainDate | null;
}

export interface PartnershipSlugTable {
  slug: string;
  partnership_id: string;
  example: Generated<boolean>;
}

export interface PersonTable {
  partnership_id: string;
  id: string;
  agency_id: string | null;
  name: string;
  job_title: Generated<string>;
  work_email: string | null;
  phone: Generated<string>;
  left_on: PlainDate | null;
}

export interface PriorityTable {
  partnership_id: string;
  id: string;
  name: string;
  lead_id: string | null;
  from_on: PlainDate;
  until_on: PlainDate | null;
}

export interface QuorumNeedTable {
  partnership_id: string;
  group_id: string;
  sector: string;
  at_least: number;
}

export interface RoleHeldTable {
  partnership_id: string;
  id: string;
  person_id: string;
  role: string;
  agency_id: string | null;
  group_id: string | null;
  from_on: PlainDate;
  until_on: PlainDate | null;
}

export interface SeatHolderTable {
  partnership_id: string;
  id: string;
  seat_id: string;
  person_id: string;
  deputy: Generated<boolean>;
  from_on: PlainDate;
  until_on: PlainDate | null;
}

export interface TaskTable {
  partnership_id: string;
  id: string;
  person_id: string;
  kind: string;
  record_id: string;
  title: string;
  why: string;
  path: string;
  due_on: PlainDate | null;
  made_at: Generated<Date>;
}

export interface TermsOfReferenceTable {
  partnership_id: string;
  group_id: string;
  version: number;
  words: string;
  agreed_on: PlainDate;
  review_on: PlainDate | null;
}

export interface TransitionTable {
  partnership_id: string;
  id: string;
  from_regime: string | null;
  to_regime: string | null;
  begun_on: PlainDate;
  done_on: PlainDate | null;
  given_up_on: PlainDate | null;
  kind: Generated<'regime' | 'merge' | 'split'>;
  goes_to: Generated<string[]>;
}

export interface TransitionItemTable {
  partnership_id: string;
  transition_id: string;
  kind: string;
  record_id: string;
  title: string;
  answer: 'carried' | 'ended' | null;
  because: Generated<string>;
  answered_by: string | null;
  answered_on: PlainDate | null;
  goes_to: Generated<string[]>;
  joined: Generated<string[]>;
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    access_review: AccessReviewTable;
    access_review_answer: AccessReviewAnswerTable;
    agency: AgencyTable;
    arrival: ArrivalTable;
    arrival_item: ArrivalItemTable;
    assistant: AssistantTable;
    case_conflict: CaseConflictTable;
    case_team: CaseTeamTable;
    column_match: ColumnMatchTable;
    duty_use: DutyUseTable;
    gap_answer: GapAnswerTable;
    group_seat: GroupSeatTable;
    induction_step: InductionStepTable;
    leaving: LeavingTable;
    leaving_choice: LeavingChoiceTable;
    lost_second_step: LostSecondStepTable;
    lost_second_step_answer: LostSecondStepAnswerTable;
    membership: MembershipTable;
    organisation: OrganisationTable;
    other_board_seat: OtherBoardSeatTable;
    partnership: PartnershipTable;
    partnership_area: PartnershipAreaTable;
    partnership_group: PartnershipGroupTable;
    partnership_slug: PartnershipSlugTable;
    person: PersonTable;
    priority: PriorityTable;
    quorum_need: QuorumNeedTable;
    role_held: RoleHeldTable;
    seat_holder: SeatHolderTable;
    task: TaskTable;
    terms_of_reference: TermsOfReferenceTable;
    transition: TransitionTable;
    transition_item: TransitionItemTable;
  }
}

// Generated from the migrated schema by `npm run types`. Do not edit.
import type { Generated } from 'kysely';
import type { PlainDate } from '../platform/calendar/plain-date.ts';

export interface AgencyTable {
  partnership_id: string;
  id: string;
  organisation_id: string;
  name: string;
  sector: 'council' | 'police' | 'health' | 'justice' | 'education' | 'voluntary' | 'housing' | 'partnership-office' | 'independent';
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

export interface MembershipTable {
  partnership_id: string;
  account_id: string;
  person_id: string;
}

export interface OrganisationTable {
  id: string;
  name: string;
}

export interface PartnershipTable {
  partnership_id: string;
  name: string;
  short_name: string;
  regime: string;
  contact: Generated<string>;
}

export interface PartnershipAreaTable {
  partnership_id: string;
  authority_code: string;
}

export interface PartnershipGroupTable {
  partnership_id: string;
  id: string;
  name: string;
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

declare module '../platform/database/tables.ts' {
  interface Tables {
    agency: AgencyTable;
    case_conflict: CaseConflictTable;
    case_team: CaseTeamTable;
    membership: MembershipTable;
    organisation: OrganisationTable;
    partnership: PartnershipTable;
    partnership_area: PartnershipAreaTable;
    partnership_group: PartnershipGroupTable;
    partnership_slug: PartnershipSlugTable;
    person: PersonTable;
    role_held: RoleHeldTable;
    task: TaskTable;
  }
}

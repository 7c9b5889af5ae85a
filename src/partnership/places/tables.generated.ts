// Generated from the migrated schema by `npm run types`. Do not edit.
import type { PlainDate } from '../../platform/calendar/plain-date.ts';

export interface HealthBoardTable {
  code: string;
  name: string;
}

export interface LocalAuthorityTable {
  code: string;
  name: string;
  dfe_code: string;
  region_code: string;
  kind: string;
  neighbours: string[];
  police_area_code: string | null;
  other_names: string[];
  other_codes: string[];
  ended_on: PlainDate | null;
  successors: string[];
}

export interface PoliceAreaTable {
  code: string;
  name: string;
}

export interface ReferenceSetTable {
  name: string;
  sha256: string;
  version: string;
}

export interface RegionTable {
  code: string;
  name: string;
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    health_board: HealthBoardTable;
    local_authority: LocalAuthorityTable;
    police_area: PoliceAreaTable;
    reference_set: ReferenceSetTable;
    region: RegionTable;
  }
}

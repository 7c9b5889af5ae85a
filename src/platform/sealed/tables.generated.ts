// Generated from the migrated schema by `npm run types`. Do not edit.
import type { Generated } from 'kysely';

export interface CaseKeyTable {
  partnership_id: string;
  case_id: string;
  partnership_key_id: string | null;
  wrapped: Buffer | null;
  made_at: Generated<Date>;
  destroyed_at: Date | null;
  destroyed_by: string | null;
  destroyed_under: string | null;
}

export interface FileKeyTable {
  partnership_id: string;
  file_id: string;
  partnership_key_id: string | null;
  wrapped: Buffer | null;
  made_at: Generated<Date>;
  destroyed_at: Date | null;
  destroyed_by: string | null;
  destroyed_under: string | null;
}

export interface PartnershipKeyTable {
  partnership_id: string;
  id: string;
  master_key: string;
  wrapped: Buffer;
  made_at: Generated<Date>;
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    case_key: CaseKeyTable;
    file_key: FileKeyTable;
    partnership_key: PartnershipKeyTable;
  }
}

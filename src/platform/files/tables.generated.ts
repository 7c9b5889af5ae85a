// Generated from the migrated schema by `npm run types`. Do not edit.
import type { Generated } from 'kysely';

export interface StoredFileTable {
  partnership_id: string;
  id: string;
  name: string;
  type: 'pdf' | 'docx' | 'xlsx' | 'csv' | 'txt' | 'jpeg' | 'png';
  bytes: number;
  sha256: Buffer;
  state: 'waiting' | 'clean' | 'not-scanned' | 'infected' | 'refused' | 'destroyed';
  found: Generated<string>;
  told: Generated<boolean>;
  uploaded_by: string;
  uploaded_at: Date;
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    stored_file: StoredFileTable;
  }
}

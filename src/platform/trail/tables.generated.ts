// Generated from the migrated schema by `npm run types`. Do not edit.
import type { Generated, GeneratedAlways } from 'kysely';

export interface TrailEntryTable {
  partnership_id: string;
  id: GeneratedAlways<number>;
  at: Generated<Date>;
  transaction_id: Generated<string>;
  backend: Generated<number>;
  account_id: string | null;
  person_id: string | null;
  on_behalf_of: string | null;
  act: 'insert' | 'update' | 'delete' | 'view' | 'search' | 'refuse' | 'sign-in' | 'export' | 'print' | 'release' | 'break-glass';
  record: string;
  record_key: unknown;
  case_id: string | null;
  before: unknown | null;
  after: unknown | null;
  detail: unknown | null;
}

export interface TrailSealTable {
  partnership_id: string;
  number: number;
  marks: Buffer;
  hash: Buffer;
  key_id: string;
  signature: Buffer;
  made_at: Date;
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    trail_entry: TrailEntryTable;
    trail_seal: TrailSealTable;
  }
}

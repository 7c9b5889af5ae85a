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
  act: 'insert' | 'update' | 'delete' | 'view';
  record: string;
  record_key: unknown;
  before: unknown | null;
  after: unknown | null;
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    trail_entry: TrailEntryTable;
  }
}

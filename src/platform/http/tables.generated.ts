// Generated from the migrated schema by `npm run types`. Do not edit.
import type { Generated } from 'kysely';

export interface FormUseTable {
  account_id: string;
  key_hash: Buffer;
  body_hash: Buffer;
  led_to: string;
  used_at: Generated<Date>;
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    form_use: FormUseTable;
  }
}

// Generated from the migrated schema by `npm run types`. Do not edit.
import type { Generated } from 'kysely';

export interface AccountTable {
  id: string;
  email: string;
  name: string;
  password_hash: string | null;
  factor_required: Generated<boolean>;
  made_at: Generated<Date>;
  closed_at: Date | null;
}

export interface SessionTable {
  token_hash: Buffer;
  id: string;
  account_id: string;
  factor: 'passkey' | 'authenticator' | 'printed-code' | 'single-sign-on' | 'example' | null;
  made_at: Generated<Date>;
  seen_at: Generated<Date>;
  proved_at: Generated<Date>;
  ends_at: Date;
  device: string;
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    account: AccountTable;
    session: SessionTable;
  }
}

// Generated from the migrated schema by `npm run types`. Do not edit.
import type { Generated } from 'kysely';

export interface ExampleMailTable {
  id: string;
  address: string;
  subject: string;
  body: string;
  sent_at: Date;
}

export interface MailEndedTable {
  id: string;
  account_id: string | null;
  kind: string;
  outcome: 'sent' | 'not-needed' | 'refused' | 'given-up';
  ended_at: Date;
}

export interface OutboxTable {
  id: string;
  account_id: string | null;
  address: string | null;
  kind: string;
  data: unknown;
  made_at: Date;
  due_at: Date;
  tries: Generated<number>;
  leased_until: Date | null;
}

export interface RefusedAddressTable {
  address: string;
  refused_at: Date;
  reply_code: string;
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    example_mail: ExampleMailTable;
    mail_ended: MailEndedTable;
    outbox: OutboxTable;
    refused_address: RefusedAddressTable;
  }
}

import type { PlainDate } from '../../../src/platform/calendar/plain-date.ts';

interface EnquiryTable {
  partnership_id: string;
  case_id: string;
  reference: string;
  opened_on: PlainDate;
  opened_by: string;
  summary_sealed: Buffer;
  safe_address_sealed: Buffer | null;
}

interface EnquiryNoteTable {
  partnership_id: string;
  case_id: string;
  id: string;
  written_by: string;
  written_at: Date;
  words_sealed: Buffer;
}

declare module '../../../src/platform/database/tables.ts' {
  interface Tables {
    enquiry: EnquiryTable;
    enquiry_note: EnquiryNoteTable;
  }
}

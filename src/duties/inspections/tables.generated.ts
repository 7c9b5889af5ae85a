// Generated from the migrated schema by `npm run types`. Do not edit.
import type { PlainDate } from '../../platform/calendar/plain-date.ts';

export interface BoardReviewTable {
  inspection_id: string;
  board_id: string;
  published_on: PlainDate;
  outcome: 'outstanding' | 'good' | 'requires-improvement' | 'inadequate' | 'not-judged';
}

export interface InspectionTable {
  id: string;
  framework: 'sif' | 'ilacs' | 'jtai' | 'slac' | 'cpi' | 'tlac';
  authority_code: string;
  published_on: PlainDate;
  started_on: PlainDate | null;
  ended_on: PlainDate | null;
  kind: string | null;
  theme: string | null;
  report_url: string | null;
  source: string;
}

export interface InspectionJudgementTable {
  inspection_id: string;
  judgement: string;
  outcome: 'outstanding' | 'good' | 'requires-improvement' | 'inadequate' | 'not-judged';
}

export interface SafeguardingBoardTable {
  id: string;
  name: string;
}

export interface SafeguardingBoardAreaTable {
  board_id: string;
  authority_code: string;
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    board_review: BoardReviewTable;
    inspection: InspectionTable;
    inspection_judgement: InspectionJudgementTable;
    safeguarding_board: SafeguardingBoardTable;
    safeguarding_board_area: SafeguardingBoardAreaTable;
  }
}

import type { RecordType } from '../partnership/record-type.ts';
import { actionRecords } from './actions/action-records.ts';
import { challengeRecords } from './challenges/challenge-records.ts';
import { disagreementRecords } from './disagreements/disagreement-records.ts';
import { riskRecords } from './risks/risk-records.ts';
import { scrutinyRecords } from './scrutiny/report-records.ts';

/** The types of records that this floor keeps. */
export const ledgerRecords: readonly RecordType[] = [
  actionRecords,
  challengeRecords,
  disagreementRecords,
  riskRecords,
  scrutinyRecords,
];

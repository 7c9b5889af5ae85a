import type { RecordType } from '../partnership/record-type.ts';
import { actionRecords } from './actions/action-records.ts';

/** The types of records that this floor keeps. */
export const ledgerRecords: readonly RecordType[] = [actionRecords];

import type { Job } from '../../platform/jobs/job.ts';
import { forEachPartnership } from '../../platform/jobs/partnerships.store.ts';
import { forgetOldImports } from './directory-import.store.ts';

/** Forgets spreadsheets that were uploaded more than a day ago. */
export const spreadsheetJobs: readonly Job[] = [
  {
    name: 'import.sweep',
    every: '43 * * * *',
    run: ({ database }) => forEachPartnership(database, forgetOldImports),
  },
];

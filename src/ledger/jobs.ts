import type { Job } from '../platform/jobs/job.ts';

/** What the ledger does when nobody is looking. */
export const ledgerJobs: readonly Job[] = [];

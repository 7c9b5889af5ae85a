import type { Job } from '../platform/jobs/job.ts';
import { chivvyingJobs } from './chivvying/jobs.ts';
import { riskJobs } from './risks/jobs.ts';

/** What the ledger does when nobody is looking. */
export const ledgerJobs: readonly Job[] = [...chivvyingJobs, ...riskJobs];

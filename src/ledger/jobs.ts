import type { Job } from '../platform/jobs/job.ts';
import { actionJobs } from './actions/jobs.ts';
import { chivvyingJobs } from './chivvying/jobs.ts';
import { riskJobs } from './risks/jobs.ts';
import { scrutinyJobs } from './scrutiny/jobs.ts';

/** What the ledger does when nobody is looking. */
export const ledgerJobs: readonly Job[] = [...actionJobs, ...chivvyingJobs, ...riskJobs, ...scrutinyJobs];

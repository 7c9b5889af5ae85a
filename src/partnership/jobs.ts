import { fileJobs } from '../platform/files/jobs.ts';
import type { Job } from '../platform/jobs/job.ts';
import { accessReviewJobs } from './access-review/begin.ts';
import { gapJobs } from './gaps/gap-tasks.ts';
import { tellInfected } from './infected-files/tell.ts';
import { leavingJobs } from './leaving/carry-out.ts';
import { secondStepJobs } from './second-step/lapse.ts';
import { spreadsheetJobs } from './spreadsheets/jobs.ts';

/** What the partnership's floor does when nobody is looking. */
export const partnershipJobs: readonly Job[] = [
  ...leavingJobs,
  ...secondStepJobs,
  ...accessReviewJobs,
  ...gapJobs,
  ...spreadsheetJobs,
  ...fileJobs({ tellInfected }),
];

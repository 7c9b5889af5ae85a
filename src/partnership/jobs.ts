import { fileJobs } from '../platform/files/jobs.ts';
import type { Job } from '../platform/jobs/job.ts';
import { accessReviewJobs } from './access-review/begin.ts';
import { gapJobs } from './gaps/gap-tasks.ts';
import { tellInfected } from './infected-files/tell.ts';
import { leavingJobs } from './leaving/carry-out.ts';
import type { Owning } from './leaving/owned.ts';
import { secondStepJobs } from './second-step/lapse.ts';
import { spreadsheetJobs } from './spreadsheets/jobs.ts';

/**
 * What the partnership's floor does when nobody is looking.
 *
 * @param owning the registry of what a partnership holds
 */
export const partnershipJobs = (owning: Owning): readonly Job[] => [
  ...leavingJobs(owning),
  ...secondStepJobs,
  ...accessReviewJobs,
  ...gapJobs,
  ...spreadsheetJobs,
  ...fileJobs({ tellInfected }),
];

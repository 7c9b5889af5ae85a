import { forEachOpenPartnership } from '../../partnership/open.ts';
import type { Job } from '../../platform/jobs/job.ts';
import { askForReviews } from './keep-needs.ts';

/** Every morning the owners of risks are asked for the reviews that are due soon. */
export const riskJobs: readonly Job[] = [
  {
    name: 'risks.reviews',
    every: '40 6 * * *',
    async run({ database, log }) {
      await forEachOpenPartnership(database, async (scope, { slug }) => {
        const due = await askForReviews(scope);
        if (due > 0) log.info({ job: 'risks.reviews', slug, due }, 'reviews of risks are asked for');
      });
    },
  },
];

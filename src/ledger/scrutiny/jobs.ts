import { forEachOpenPartnership } from '../../partnership/open.ts';
import type { Job } from '../../platform/jobs/job.ts';
import { askForReports } from './keep-needs.ts';

/** Every morning scrutineers are asked for the reports that are due soon. */
export const scrutinyJobs: readonly Job[] = [
  {
    name: 'scrutiny.reports',
    every: '45 6 * * *',
    async run({ database, log }) {
      await forEachOpenPartnership(database, async (scope, { slug }) => {
        const asked = await askForReports(scope);
        if (asked > 0) log.info({ job: 'scrutiny.reports', slug, asked }, 'reports of scrutineers are asked for');
      });
    },
  },
];

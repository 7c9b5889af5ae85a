import type { Job } from '../../platform/jobs/job.ts';
import { runChivvying } from './run.ts';

/** Every morning each account hears, once, of what is asked of it. */
export const chivvyingJobs: readonly Job[] = [
  {
    name: 'chivvying.run',
    every: '10 7 * * *',
    async run({ database, log }) {
      const { digests, failed } = await runChivvying(database);
      log.info({ job: 'chivvying.run', digests, failed: failed.length }, 'digests are on their way');
      if (failed.length > 0)
        throw new AggregateError(
          failed.map(({ error }) => error),
          `chivvying failed in ${failed.length} of the partnerships`,
        );
    },
  },
];

import type { Job, JobContext } from './job.ts';

/** Starts the jobs. @returns what stops them, letting the one in hand finish */
export async function startJobs(_context: JobContext, _jobs: readonly Job[]): Promise<() => Promise<void>> {
  return async () => {};
}

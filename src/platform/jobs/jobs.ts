import { PgBoss } from 'pg-boss';
import type { Connection } from '../database/connection.ts';
import type { Job, JobLog, JobsContext } from './job.ts';
import { queueOptions } from './queue.store.ts';

/**
 * The queue, as the application's role, which can make no tables: nothing is installed, counted by day or rebuilt, which is
 * all that would need more. It has connections of its own, so that jobs cannot use up those that pages need.
 */
export function openQueue(connection: Connection, log: JobLog): PgBoss {
  const queue = new PgBoss({
    ...(typeof connection === 'string' ? { connectionString: connection } : connection),
    max: 3,
    schema: 'pgboss',
    createSchema: false,
    migrate: false,
    persistQueueStats: false,
    reindex: false,
    monitorVacuum: false,
    registerInstance: false,
    cronWorkerIntervalSeconds: 1,
  });
  queue.on('error', (error) => log.error(describe(error), 'the queue of jobs failed'));
  queue.on('warning', ({ message }) => log.error({}, message));
  return queue;
}

/**
 * Starts doing jobs: those whose time comes, and those that are asked for. Of each kind one at a time, and one a second: a job
 * that has much to do does it in one go.
 *
 * @returns what stops it; the job in hand may finish, for ten seconds at most
 */
export async function startJobs(context: JobsContext, jobs: readonly Job[]): Promise<() => Promise<void>> {
  const queue = openQueue(context.connections.app, context.log);
  await queue.start();
  try {
    await forgetSchedules(queue, jobs);
    for (const job of jobs) await prepare(queue, job);
    for (const job of jobs)
      await queue.work(job.name, { batchSize: 1, pollingIntervalSeconds: 1 }, ([asked]) =>
        run(context, job, asked?.data),
      );
  } catch (error) {
    await queue.stop({ graceful: false });
    throw error;
  }
  return () => queue.stop({ timeout: 10_000 });
}

async function prepare(queue: PgBoss, { name, every }: Job): Promise<void> {
  await queue.createQueue(name, { ...queueOptions, policy: every === undefined ? 'standard' : 'exclusive' });
  if (every !== undefined) await queue.schedule(name, every, {}, { tz: 'Europe/London' });
}

/** A job that is no longer part of the program, or no longer runs by itself, is not called for any more. */
async function forgetSchedules(queue: PgBoss, jobs: readonly Job[]): Promise<void> {
  const byThemselves = new Set(jobs.filter(({ every }) => every !== undefined).map(({ name }) => name));
  for (const { name } of await queue.getSchedules()) {
    if (!byThemselves.has(name)) await queue.unschedule(name);
  }
}

/** What a failed job leaves in the log and in the queue tells no more than its kind: an error's words may quote a record. */
async function run(context: JobsContext, job: Job, data: unknown): Promise<void> {
  const started = performance.now();
  const failure = await job.run(context, data).then(() => undefined, describe);
  if (failure) {
    context.log.error({ job: job.name, ...failure }, 'a job failed');
    throw new Error(`${job.name} failed`);
  }
  const ms = Math.round(performance.now() - started);
  if (ms > 60_000) context.log.info({ job: job.name, ms }, 'a job took longer than a minute');
}

/** An error's kind, PostgreSQL's code where it has one, and where in our code it came from. */
function describe(error: unknown): object {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const at = error.stack
    ?.split('\n')
    .find((line) => /\/(src|dist)\//.test(line))
    ?.trim();
  return { error: error.name, ...code, ...(at ? { at } : {}) };
}

import type { Config } from '../config.ts';
import type { Connections } from '../database/cluster.ts';
import type { Database } from '../database/database.ts';

/** Something done when nobody is looking. */
export interface Job {
  /** `trail.seal` */
  name: string;
  /**
   * When it runs by itself, as cron writes it, in London's time; absent for one that is only asked for. A job that runs by
   * itself never runs twice at once, however many processes do jobs.
   */
  every?: string;
  /** One that fails is done again a little later, three times at most; so done twice must be as good as done once. */
  run(context: JobContext, data: unknown): Promise<void>;
}

export interface JobContext {
  config: Config;
  database: Database;
  keys: { derive(purpose: string): Buffer };
  log: JobLog;
}

/** Where a job says how it went: identifiers and outcomes, never names or words. */
export interface JobLog {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** What doing jobs needs besides: a connection to the queue. */
export type JobsContext = JobContext & { connections: Pick<Connections, 'app'> };

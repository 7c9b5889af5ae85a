import type { Config } from '../config.ts';
import type { Database } from '../database/database.ts';

/** Something done when nobody is looking. */
export interface Job {
  /** `trail.seal` */
  name: string;
  /** When it runs by itself, as cron writes it; absent for one that is only asked for. */
  every?: string;
  run(context: JobContext): Promise<void>;
}

export interface JobContext {
  config: Config;
  database: Database;
  keys: { derive(purpose: string): Buffer };
  log: { info(fields: object, message: string): void; error(fields: object, message: string): void };
}

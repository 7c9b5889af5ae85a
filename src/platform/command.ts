import type { Config } from './config.ts';
import type { Connections } from './database/cluster.ts';
import type { Database } from './database/database.ts';

/** One command of the command line, as data: the parser, the help and the guide are made from it. */
export interface Command {
  /** As it is typed: `trail verify`. */
  name: string;
  summary: string;
  arguments?: readonly { name: string; summary: string; required?: boolean; many?: boolean }[];
  /** `flag` as commander writes it: `--partnership <slug>`, `--dry-run`. */
  options?: readonly { flag: string; summary: string; required?: boolean }[];
  /** What must stand before it runs: nothing, connections alone, or a database that is migrated and holds the reference facts. */
  needs: 'nothing' | 'connections' | 'database';
  /** Does it, and gives the exit code: 0 done, 1 not. @throws {UsageError} when what was typed cannot be meant (2) */
  run(context: CommandContext, args: readonly string[], options: Readonly<Record<string, string | boolean | undefined>>): Promise<number>;
}

export interface CommandContext {
  config: Config;
  connections: Connections;
  data: Database;
  /** Whether the answer is wanted as JSON. */
  json: boolean;
  /** The answer, on standard output. */
  print(text: string): void;
  /** What happens meanwhile, on standard error. */
  tell(text: string): void;
}

/** What was typed cannot be meant; the message says what to type instead. */
export class UsageError extends Error {}

import type { Config } from './config.ts';
import type { Connections } from './database/cluster.ts';
import type { Database } from './database/database.ts';

/** One command of the command line, as data: the parser, the help and the guide are made from it. */
export type Command = CommandFacts & (Independent | NeedsDatabase);

interface CommandFacts {
  /** As it is typed: `trail verify`. */
  name: string;
  summary: string;
  arguments?: readonly { name: string; summary: string; required?: boolean; many?: boolean }[];
  /** `flag` as commander writes it: `--partnership <slug>`, `--dry-run`. */
  options?: readonly { flag: string; summary: string; required?: boolean }[];
}

interface Independent {
  needs: 'nothing';
  run(context: CommandSurroundings, args: readonly string[], options: Options): Promise<number>;
}

interface NeedsDatabase {
  /** What must stand before it runs: connections alone, or a database that is migrated and holds the reference facts. */
  needs: 'connections' | 'database';
  /** Does it, and gives the exit code: 0 done, 1 not. @throws {UsageError} when what was typed cannot be meant (2) */
  run(context: CommandContext, args: readonly string[], options: Options): Promise<number>;
}

export type Options = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

export interface CommandSurroundings {
  config: Config;
  /** Whether the answer is wanted as JSON. */
  json: boolean;
  /** The answer, on standard output. */
  print(text: string): void;
  /** What happens meanwhile, on standard error. */
  tell(text: string): void;
}

export interface CommandContext extends CommandSurroundings {
  connections: Connections;
  data: Database;
}

/** What was typed cannot be meant; the message says what to type instead. */
export class UsageError extends Error {}

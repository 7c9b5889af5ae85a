import { CommanderError, Command as Parser } from 'commander';
import { commands, loadReferenceFacts } from './app.ts';
import { type Command, type Options, UsageError } from './platform/command.ts';
import { ConfigError, readConfig } from './platform/config.ts';
import { Database } from './platform/database/database.ts';
import { MigrationRefused } from './platform/database/migrate.ts';
import { bringUpToDate, openConnections } from './platform/database/open.ts';
import { serveCommand, workCommand } from './serve.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Does what was typed. @returns the exit code: 0 done, 1 not done, 2 typed wrong */
export async function runCommandLine(typed: readonly string[], env: Environment): Promise<number> {
  const parser = new Parser('concordat')
    .description('Runs a local multi-agency safeguarding partnership')
    .exitOverride();
  let code = 0;
  for (const command of [serveCommand, workCommand, ...commands()])
    addTo(parser, command, async (args, options) => (code = await runCommand(command, args, options, env)));
  try {
    await parser.parseAsync(typed.length ? [...typed] : ['--help'], { from: 'user' });
    return code;
  } catch (error) {
    return failed(error, env);
  }
}

function failed(error: unknown, env: Environment): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UsageError) return say(error.message, 2);
  if (error instanceof ConfigError || error instanceof MigrationRefused) return say(error.message, 1);
  return say(
    error instanceof Error ? (env['CONCORDAT_DEBUG'] ? (error.stack ?? error.message) : error.message) : String(error),
    1,
  );
}

function say(message: string, code: number): number {
  process.stderr.write(`${message}\n`);
  return code;
}

function addTo(parser: Parser, command: Command, run: (args: string[], options: Options) => Promise<unknown>): void {
  const words = command.name.split(' ');
  let parent = parser;
  for (const word of words.slice(0, -1)) {
    parent =
      parent.commands.find((known) => known.name() === word) ??
      parent.command(word).description(`${word} …`).exitOverride();
  }
  const own = parent
    .command(words.at(-1) ?? '')
    .description(command.summary)
    .exitOverride()
    .option('--json', 'answer as JSON');
  for (const { name, summary, required, many } of command.arguments ?? []) {
    const dots = many ? '...' : '';
    own.argument(required ? `<${name}${dots}>` : `[${name}${dots}]`, summary);
  }
  for (const { flag, summary, required } of command.options ?? []) {
    if (required) own.requiredOption(flag, summary);
    else own.option(flag, summary);
  }
  own.action(async () => {
    await run(own.args, own.opts<Options>());
  });
}

/** Starts what the command needs, runs it, and stops only what it started. */
async function runCommand(
  command: Command,
  args: string[],
  options: Options,
  environment: Environment,
): Promise<number> {
  const config = readConfig(environment);
  const tell = (text: string) => void process.stderr.write(`${text}\n`);
  const print = (text: string) => void process.stdout.write(`${text}\n`);
  const base = { config, json: options['json'] === true, print, tell };
  if (command.needs === 'nothing') return await command.run(base, args, options);
  const connections = await openConnections(config);
  const data = new Database(connections.app);
  try {
    if (command.needs === 'database') {
      await bringUpToDate(connections, tell);
      await loadReferenceFacts(connections, tell);
    }
    return await command.run({ ...base, connections, data }, args, options);
  } finally {
    await data.close();
    await connections.release();
  }
}

import { type Config, ConfigError } from '../config.ts';
import { type Connections, openEmbedded } from './cluster.ts';
import { withClient } from './connection.ts';
import { migrate, readMigrations, stillToRun } from './migrate.ts';
import { findFlaw, reasonsAgainstServing } from './roles.ts';

/** The connections that `config` means: those of its URLs, or the embedded server's, started when it does not run. */
export async function openConnections(config: Config): Promise<Connections> {
  if (!config.databaseUrl && !config.databaseOwnerUrl) return await openEmbedded(config.dataFolder);
  if (!config.databaseUrl) throw new ConfigError('DATABASE_URL is needed beside DATABASE_OWNER_URL');
  return {
    app: config.databaseUrl,
    ...(config.databaseOwnerUrl ? { owner: config.databaseOwnerUrl } : {}),
    ...(config.databaseBackupUrl ? { backup: config.databaseBackupUrl } : {}),
    embedded: false,
    release: async () => {},
  };
}

/**
 * Brings the database up to date where this process has the owner's connection; otherwise only checks that it is.
 *
 * @throws {ConfigError} when migrations are missing and the owner's connection is not here
 */
export async function bringUpToDate(connections: Connections, tell: (line: string) => void): Promise<void> {
  if (connections.owner) {
    await migrate(connections.owner, undefined, tell);
    return;
  }
  const missing = await withClient(connections.app, async (client) => {
    const there = await client.query<{ there: boolean }>(`select to_regclass('migration') is not null as there`);
    if (!there.rows[0]?.there) return readMigrations();
    const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from migration');
    return stillToRun(readMigrations(), new Map(rows.map((row) => [row.name, row.sha256])));
  });
  if (missing.length)
    throw new ConfigError('The database is not up to date: run "concordat migrate" with DATABASE_OWNER_URL first');
}

/**
 * @throws {ConfigError} when the server's row security has a known flaw, or the role people's requests would run as could see or
 *   change what it must not
 */
export async function refuseUnfitDatabase(connections: Connections): Promise<void> {
  const { flaw, reasons } = await withClient(connections.app, async (client) => ({
    flaw: await findFlaw(client),
    reasons: await reasonsAgainstServing(client),
  }));
  if (flaw) throw new ConfigError(flaw);
  if (reasons.length) {
    throw new ConfigError(
      `The role in DATABASE_URL must not serve people: ${reasons.join('; ')}. Use the one that "concordat database prepare" prints`,
    );
  }
}

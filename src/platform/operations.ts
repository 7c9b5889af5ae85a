import { type Command, UsageError } from './command.ts';
import { asRole, inDatabase, prepareServer } from './database/cluster.ts';
import { migrate } from './database/migrate.ts';
import { openConnections } from './database/open.ts';
import { newPasswords } from './database/roles.ts';

const databasePrepare: Command = {
  name: 'database prepare',
  summary:
    'On an external PostgreSQL, as its administrator, once: make the database and its roles, and print their addresses',
  options: [
    {
      flag: '--admin-url <url>',
      summary: 'address of the server, as an administrator who may make roles and databases',
      required: true,
    },
    { flag: '--database <name>', summary: 'name of the database (concordat)' },
  ],
  needs: 'nothing',
  async run({ json, print, tell }, _args, options) {
    const admin = String(options['adminUrl']);
    if (!/^postgres(ql)?:$/.test(URL.parse(admin)?.protocol ?? ''))
      throw new UsageError('--admin-url must begin with postgresql://');
    const name = String(options['database'] ?? 'concordat');
    if (!/^[a-z][a-z0-9_]{0,50}$/.test(name))
      throw new UsageError('--database must be lower-case letters, digits and underscores');
    const passwords = newPasswords();
    await prepareServer(admin, passwords, name);
    const database = inDatabase(admin, name);
    const urls = {
      DATABASE_URL: asRole(database, 'concordat_app', passwords.app),
      DATABASE_OWNER_URL: asRole(database, 'concordat_owner', passwords.owner),
      DATABASE_BACKUP_URL: asRole(database, 'concordat_backup', passwords.backup),
    };
    tell(
      'Made. Give the server DATABASE_URL alone; keep the other two for migrate and for backup. Repeating this sets new passwords.',
    );
    print(
      json
        ? JSON.stringify(urls)
        : Object.entries(urls)
            .map(([variable, url]) => `${variable}=${url}`)
            .join('\n'),
    );
    return 0;
  },
};

const migrateCommand: Command = {
  name: 'migrate',
  summary: 'Bring the database up to date; safe to run twice and by two processes at once',
  needs: 'nothing',
  async run({ config, json, print, tell }) {
    const owner = config.databaseOwnerUrl;
    const connections = owner ? undefined : await openConnections(config);
    const connection = owner ?? connections?.owner;
    if (!connection) throw new UsageError('DATABASE_OWNER_URL is needed to migrate an external database');
    try {
      const done = await migrate(connection, undefined, tell);
      print(
        json
          ? JSON.stringify({ migrated: done })
          : done.length
            ? `${done.length} migrations done.`
            : 'The database is up to date.',
      );
      return 0;
    } finally {
      await connections?.release();
    }
  },
};

/** What an operator does with any product: prepare, migrate, back up, restore, verify. */
export const operationsCommands: readonly Command[] = [databasePrepare, migrateCommand];

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, type CommandContext, UsageError } from '../command.ts';
import { readMigrations } from '../database/migrate.ts';
import { filesFolder } from '../files/byte-store.ts';
import { projectRoot } from '../project.ts';
import { readMasterKey } from '../sealed/master-key.ts';
import { headsFolder } from '../trail/heads.ts';
import type { Contents } from './archive.ts';
import { makeBackup } from './backup.ts';
import { BackupRefused } from './refused.ts';
import { type BackupChecked, checkBackup, restoreBackup } from './restore.ts';

const file = { name: 'file', summary: 'the backup', required: true } as const;

/** `concordat backup FILE` */
const backup: Command = {
  name: 'backup',
  summary: 'Write everything, database and files, to one encrypted file, while the server runs',
  arguments: [file],
  needs: 'connections',
  async run({ config, connections, json, print, tell }, [path = '']) {
    if (!connections.backup) throw new UsageError('DATABASE_BACKUP_URL is needed to back up an external database');
    if (existsSync(path)) throw new UsageError(`There is a file ${path} already`);
    const contents = await makeBackup(path, {
      backup: connections.backup,
      master: readMasterKey(config.keyFile, connections.embedded),
      filesFolder: filesFolder(config),
      version: programVersion(),
    });
    tell('The master key is not in it, and without the key it cannot be read: keep a copy of the key elsewhere.');
    print(
      json ? JSON.stringify({ file: path, ...inFigures(contents) }) : `Backed up to ${path}: ${inWords(contents)}.`,
    );
    return 0;
  },
};

/** `concordat restore FILE` */
const restore: Command = {
  name: 'restore',
  summary:
    'Put back everything from a backup into an empty database; with --check, only read the whole backup and say what it is',
  arguments: [file],
  options: [
    { flag: '--check', summary: 'change nothing: only check that the backup is whole and could be restored here' },
  ],
  needs: 'connections',
  async run(context, [path = ''], options) {
    if (!existsSync(path)) throw new UsageError(`There is no file ${path}`);
    try {
      const check = options['check'] === true;
      const checked = check ? await checkOnly(context, path) : await restoreInto(context, path);
      tellOf(context, checked, check);
      return 0;
    } catch (error) {
      if (!(error instanceof BackupRefused)) throw error;
      context.tell(`${error.message}. Nothing was changed.`);
      if (context.json) context.print(JSON.stringify({ refused: error.because, says: error.message }));
      return 1;
    }
  },
};

const checkOnly = ({ config }: CommandContext, path: string) =>
  checkBackup(path, readMasterKey(config.keyFile, false), readMigrations());

async function restoreInto({ config, connections }: CommandContext, path: string): Promise<BackupChecked> {
  if (!connections.owner) throw new UsageError('DATABASE_OWNER_URL is needed to restore into an external database');
  return await restoreBackup(path, {
    owner: connections.owner,
    master: readMasterKey(config.keyFile, false),
    filesFolder: filesFolder(config),
    headsFolder: headsFolder(config),
    migrations: readMigrations(),
  });
}

function tellOf({ json, print }: CommandContext, { manifest, contents }: BackupChecked, check: boolean): void {
  const { madeAt, concordat } = manifest;
  const words = `the backup of ${madeAt} (Concordat ${concordat}): ${inWords(contents)}`;
  if (json) print(JSON.stringify({ restored: !check, madeAt, concordat, ...inFigures(contents) }));
  else print(check ? `Whole and as it was written: ${words}.` : `Restored ${words}. Everybody must sign in again.`);
}

const inFigures = ({ tables, files }: Contents) => ({
  tables: tables.length,
  rows: tables.reduce((sum, { rows }) => sum + rows, 0),
  files: files.count,
  bytesOfFiles: files.bytes,
});

function inWords(contents: Contents): string {
  const { tables, rows, files } = inFigures(contents);
  return `${rows} rows of ${tables} tables, ${files} files`;
}

const programVersion = (): string =>
  (JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string }).version;

export const backupCommands: readonly Command[] = [backup, restore];

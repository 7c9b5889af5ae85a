import { createReadStream, existsSync } from 'node:fs';
import { link, mkdir, open, readdir, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { type Connection, withClient } from '../database/connection.ts';
import type { MasterKey } from '../sealed/master-key.ts';
import { type ArchiveWriter, type Contents, writeArchive } from './archive.ts';
import { copyOut, inSnapshot, listMigrationsRun, listSequences, serverVersion } from './backup.store.ts';

export interface BackupOptions {
  /** As a role that sees every row. */
  backup: Connection;
  master: MasterKey;
  /** The files of the deployment; may be absent. */
  filesFolder: string;
  /** Which Concordat makes it. */
  version: string;
}

/**
 * Writes everything, as it was at one moment, to the new file `path`, while others work on. The file is there whole or not at
 * all, and only we may read it.
 *
 * Files are copied after the rows that name them: a file is never changed once its row is there.
 *
 * @throws {Error} when `path` is there already
 */
export async function makeBackup(
  path: string,
  { backup, master, filesFolder, version }: BackupOptions,
): Promise<Contents> {
  await mkdir(dirname(path), { recursive: true });
  const half = `${path}.half-${process.pid}`;
  const file = await open(half, 'wx', 0o600);
  try {
    const contents = await withClient(backup, (client) =>
      inSnapshot(client, (tables) =>
        writeArchive(master, file.createWriteStream({ flush: true }), async (writer) => {
          const madeAt = new Date().toISOString();
          const migrations = await listMigrationsRun(client);
          await writer.manifest({
            madeAt,
            concordat: version,
            postgres: await serverVersion(client),
            migrations,
            tables: [...tables],
          });
          for (const table of tables) await writer.table(table.name, copyOut(client, table));
          writer.sequences(await listSequences(client));
          await addFiles(writer, filesFolder);
        }),
      ),
    );
    await link(half, path);
    return contents;
  } finally {
    await file.close();
    await rm(half, { force: true });
  }
}

async function addFiles(writer: ArchiveWriter, folder: string): Promise<void> {
  for (const path of await listFiles(folder)) {
    try {
      await writer.file(path, createReadStream(join(folder, path)));
    } catch (error) {
      // disposed of since it was listed; its row is, too
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
}

/** Paths of the files below `folder`, in order; none where there is no such folder. Links are passed over. */
async function listFiles(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  return files.sort();
}

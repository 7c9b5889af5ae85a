import { Readable } from 'node:stream';
import type { Config } from '../config.ts';
import type { Scope } from '../database/database.ts';
import { type Answer, download } from '../http/answers.ts';
import { NotFound } from '../http/errors.ts';
import { destroyFileKey, openFileKey } from '../sealed/file-keys.ts';
import type { MasterKey } from '../sealed/master-key.ts';
import { BytesMissing, diskStore, filesFolder } from './byte-store.ts';
import { findFile, markDestroyed } from './file.store.ts';
import { openSealed } from './sealed-files.ts';
import { isServed, mediaTypes, type StoredFile } from './stored-file.ts';

/** What opening a file needs of the deployment: `request.server.concordat` has it. */
export interface Deployment {
  config: Pick<Config, 'dataFolder'>;
  keys: MasterKey;
}

/**
 * A file to download: always as an attachment, under its safe name, for a browser that is told to run nothing of it. Whether the
 * person may have it, the caller has to ask first: it is what they may do with the record that it hangs on.
 *
 * @throws {NotFound} where there is no such file, its bytes are gone, or it is not served: it waits, is infected or was refused
 */
export async function openFile(scope: Scope, deployment: Deployment, id: string): Promise<Answer> {
  const file = await findFile(scope, id);
  if (!file || !isServed(file)) throw new NotFound();
  return download(file.name, mediaTypes[file.type], Readable.from(await openBytes(scope, deployment, file)));
}

/**
 * The bytes of a file, as they flow, whatever its state: for what reads files itself, such as an import.
 *
 * @throws {NotFound} where they are gone; {SealBroken} while they flow, where they were altered
 */
export async function openBytes(
  scope: Scope,
  { config, keys }: Deployment,
  { id }: Pick<StoredFile, 'id'>,
): Promise<AsyncGenerator<Buffer, void>> {
  const key = await openFileKey(scope, keys, id);
  if (!key) throw new NotFound();
  try {
    return await openSealed(diskStore(filesFolder(config)), scope.partnership, { id, key });
  } catch (error) {
    throw error instanceof BytesMissing ? new NotFound() : error;
  }
}

/**
 * Disposes of a file: its key is destroyed in this transaction, and with it every copy of its bytes; the bytes themselves are
 * swept away later.
 *
 * @param rule under which rule
 * @returns false where it was done before, or there is no such file
 */
export async function destroyFile(scope: Scope, id: string, rule: string): Promise<boolean> {
  if (!(await destroyFileKey(scope, id, rule))) return false;
  await markDestroyed(scope, id);
  return true;
}

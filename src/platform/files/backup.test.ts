import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { expect } from 'vitest';
import { type Deployment, test } from '../backup/backup.fixture.ts';
import { type Database, type Scope } from '../database/database.ts';
import { forEachPartnership, listPartnerships, serviceIn } from '../jobs/partnerships.store.ts';
import { keepFileKey } from '../sealed/file-keys.ts';
import { type MasterKey, readMasterKey } from '../sealed/master-key.ts';
import { type ByteStore, diskStore, incoming } from './byte-store.ts';
import { addFile, listFilesIn } from './file.store.ts';
import { openBytes } from './open.ts';
import { putSealed } from './sealed-files.ts';
import type { StoredFile } from './stored-file.ts';

const words = 'The school was told on Tuesday. '.repeat(100_000);

async function* of(text: string): AsyncGenerator<Buffer, void> {
  yield Buffer.from(text);
}

const storeAt = ({ folder }: Deployment): ByteStore => diskStore(join(folder, 'files'));

/** Keeps a file in the first partnership, as `receiveFile` does. */
async function keep(at: Deployment, master: MasterKey, text: string): Promise<string> {
  const store = storeAt(at);
  const { id, key, bytes, sha256 } = await putSealed(store, of(text));
  const partnership = await firstOf(at.data);
  await at.data.as(serviceIn(partnership), async (scope) => {
    const said = { name: 'note.txt', type: 'txt', state: 'clean' } as const;
    const file: StoredFile = { id, bytes, ...said, uploadedBy: scope.person, uploadedAt: scope.now };
    await keepFileKey(scope, master, id, key);
    await addFile(scope, file, { sha256, found: '' });
    await store.move(id, incoming, partnership);
  });
  return id;
}

async function firstOf(data: Database): Promise<string> {
  return (await listPartnerships(data))[0]?.partnership ?? '';
}

/** The words of every file of a deployment whose row is there; undefined where the bytes are not. */
async function readAll(at: Deployment): Promise<Record<string, string | undefined>> {
  const read: Record<string, string | undefined> = {};
  const deployment = { config: { dataFolder: at.folder }, keys: readMasterKey(at.keyFile, false) };
  const readOne = async (scope: Scope, file: StoredFile) => {
    const bytes = await openBytes(scope, deployment, file).catch(() => undefined);
    read[file.id] = bytes && String(await buffer(bytes));
  };
  await forEachPartnership(at.data, async (scope) => {
    for (const file of await listFilesIn(scope, 'clean', 100)) await readOne(scope, file);
  });
  return read;
}

test('a file that was sent in comes back with its row and its key', async ({
  backups: { here, file, master, elsewhere },
}) => {
  const id = await keep(here, master, words);
  expect((await here.run('backup', file)).code).toBe(0);
  const there = await elsewhere('migrated');
  expect((await there.run('restore', file)).code).toBe(0);
  expect(await readAll(there)).toEqual({ [id]: words });
});

test('what is sent in and disposed of while a backup is made does it no harm', async ({
  backups: { here, file, master, elsewhere },
}) => {
  const early = await keep(here, master, 'early');
  const gone = await keep(here, master, 'gone');
  const half = await putSealed(storeAt(here), of('not kept yet'));
  const partnership = await firstOf(here.data);
  const making = here.run('backup', file);
  const [late] = await Promise.all([keep(here, master, words), storeAt(here).remove(partnership, gone)]);
  expect((await making).code).toBe(0);
  const there = await elsewhere('migrated');
  expect((await there.run('restore', file)).code).toBe(0);
  const read = await readAll(there);
  expect(read).toMatchObject({ [early]: 'early' });
  expect([undefined, 'gone']).toContain(read[gone]);
  expect(Object.keys(read).filter((id) => ![early, gone, late].includes(id))).toEqual([]);
  if (late in read) expect(read[late]).toBe(words);
  expect(await storeAt(there).list(incoming)).toEqual([half.id]);
});

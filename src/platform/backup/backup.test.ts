import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { withClient } from '../database/connection.ts';
import { type Migration, readMigrations } from '../database/migrate.ts';
import { listPartnerships, serviceIn } from '../jobs/partnerships.store.ts';
import { readMasterKey, replaceMasterKey } from '../sealed/master-key.ts';
import { headsFolder, sendHeadAway } from '../trail/heads.ts';
import { SealingKey } from '../trail/seal.ts';
import { Sealer } from '../trail/seal-job.ts';
import { verifyTrail } from '../trail/verify.ts';
import { verifiersOf } from '../trail/verify-command.ts';
import { addFile, type Deployment, filesOf, fingerprint, schemaPrint, test } from './backup.fixture.ts';
import { makeBackup } from './backup.ts';
import { BackupRefused } from './refused.ts';
import { type RestoreOptions, restoreBackup } from './restore.ts';

const asSuperuser = (at: Deployment, statement: string) =>
  withClient(at.superuser, (client) => client.query<Record<string, unknown>>(statement));

const verify = async ({ data, folder, keyFile }: Deployment) =>
  await verifyTrail(data, verifiersOf(readMasterKey(keyFile, false)), headsFolder({ dataFolder: folder }));

const restoreOptions = (at: Deployment, migrations: readonly Migration[] = readMigrations()): RestoreOptions => ({
  owner: at.owner,
  master: readMasterKey(at.keyFile, false),
  filesFolder: join(at.folder, 'files'),
  headsFolder: headsFolder({ dataFolder: at.folder }),
  migrations,
});

const containing = (text: string): unknown => expect.stringContaining(text);

for (const how of ['bare', 'migrated'] as const) {
  test(`everything comes back in a database that is ${how}`, async ({ backups }) => {
    const { here, file } = backups;
    expect(await here.run('backup', file)).toEqual({ code: 0, said: containing('2 files') });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const there = await backups.elsewhere(how);
    expect(await there.run('restore', file)).toEqual({ code: 0, said: containing('Everybody must sign in again') });
    expect(await fingerprint(there.superuser)).toEqual(await fingerprint(here.superuser));
    expect(await schemaPrint(there.superuser)).toEqual(await schemaPrint(here.superuser));
    for (const path of ['ab/first.pdf', 'ab/cd/empty']) {
      expect(
        readFileSync(join(there.folder, 'files', path)).equals(readFileSync(join(here.folder, 'files', path))),
      ).toBe(true);
    }
    expect((await asSuperuser(there, 'select from session')).rowCount).toBe(0);
    expect(readdirSync(there.folder).toSorted()).toEqual(['files', 'trail-heads']);
  });
}

test('after a restore work goes on: the trail verifies, is written on and sealed on', async ({ backups }) => {
  const { here, file, master } = backups;
  await here.run('backup', file);
  const there = await backups.elsewhere('bare');
  await there.run('restore', file);
  const before = await verify(there);
  expect(before).toMatchObject({ sound: true });
  expect(before.partnerships[0]).toMatchObject({ slug: 'dunmere', seals: 1, waiting: 1 });
  const [{ partnership } = { partnership: '' }] = await listPartnerships(there.data);
  await there.data.as(serviceIn(partnership), ({ db }) =>
    db.updateTable('person').set({ job_title: 'Chair' }).execute(),
  );
  const key = new SealingKey(master.derive('trail seal'));
  await new Sealer(there.data, key, (head) => sendHeadAway(headsFolder({ dataFolder: there.folder }), head)).run();
  const after = await verify(there);
  expect(after).toMatchObject({ sound: true });
  expect(after.partnerships[0]).toMatchObject({ seals: 2, waiting: 0, restored: [{ to: 1 }] });
  expect(after.partnerships[0]?.entries).toBe((before.partnerships[0]?.entries ?? 0) + 2);
});

test('a restore on the same machine does not look like a trail cut off, and is told', async ({ backups }) => {
  const { here, file, master } = backups;
  await here.run('backup', file);
  const key = new SealingKey(master.derive('trail seal'));
  await new Sealer(here.data, key, (head) => sendHeadAway(headsFolder({ dataFolder: here.folder }), head)).run();
  const there = await backups.elsewhere('bare');
  await restoreBackup(file, { ...restoreOptions(there), headsFolder: headsFolder({ dataFolder: here.folder }) });
  const verifiers = verifiersOf(readMasterKey(there.keyFile, false));
  const findings = await verifyTrail(there.data, verifiers, headsFolder({ dataFolder: here.folder }));
  expect(findings).toMatchObject({ sound: true, partnerships: [{ restored: [{ to: 1 }] }, { restored: [{ to: 1 }] }] });
});

test('a backup made while others write is of one moment', async ({ backups }) => {
  const { here, file } = backups;
  const [{ partnership } = { partnership: '' }] = await listPartnerships(here.data);
  let writing = true;
  let written = 0;
  const writer = (async () => {
    while (writing) {
      written += 1;
      const id = `00000000-0000-7000-8000-${String(written).padStart(12, '0')}`;
      await here.data.as(serviceIn(partnership), async ({ db, partnership: partnership_id }) => {
        await db
          .insertInto('agency')
          .values({ partnership_id, id, organisation_id: await organisation(here), name: 'x', kind: 'nhs-trust' })
          .execute();
        await db
          .insertInto('person')
          .values({ partnership_id, id, agency_id: id, name: `Written ${written}` })
          .execute();
      });
    }
  })();
  await expect.poll(() => written).toBeGreaterThan(5);
  await here.run('backup', file);
  const during = written;
  writing = false;
  await writer;
  const there = await backups.elsewhere('bare');
  expect((await there.run('restore', file)).code).toBe(0);
  const { rows } = await asSuperuser(
    there,
    `
    select (select count(*)::int from person where name like 'Written %') as people, (select count(*)::int from agency) as agencies,
           (select count(*)::int from trail_entry where record = 'person' and after ->> 'name' like 'Written %') as entries`,
  );
  expect(rows[0]?.['people']).toBe(rows[0]?.['agencies']);
  expect(rows[0]?.['people']).toBe(rows[0]?.['entries']);
  expect(during).toBeGreaterThan(5);
  expect(await verify(there)).toMatchObject({ sound: true });
});

async function organisation(at: Deployment): Promise<string> {
  const found = await at.data.reference.selectFrom('organisation').select('id').executeTakeFirst();
  if (found) return found.id;
  await at.data.reference
    .insertInto('organisation')
    .values({ id: '00000000-0000-7000-8000-000000000000', name: 'NHS' })
    .execute();
  return await organisation(at);
}

test('what cannot be restored is refused by name, and the database is as before', async ({ backups }) => {
  const { here, file } = backups;
  await here.run('backup', file);
  const there = await backups.elsewhere('migrated');
  const before = [await fingerprint(there.superuser), await schemaPrint(there.superuser)];
  const whole = readFileSync(file);
  const flipped = (at: number) => {
    const bytes = Buffer.from(whole);
    bytes.writeUInt8(bytes.readUInt8(at) ^ 4, at);
    return bytes;
  };
  const wrong: [Buffer, string][] = [
    ...[50, 1000, Math.floor(whole.length / 2), whole.length - 1].map((length): [Buffer, string] => [
      whole.subarray(0, length),
      'cut-short',
    ]),
    ...[30, 400, Math.floor(whole.length / 2), whole.length - 100].map((at): [Buffer, string] => [
      flipped(at),
      'altered',
    ]),
    [
      Buffer.from('something else entirely, but long enough to be read as a file of some kind or other'),
      'not-a-backup',
    ],
  ];
  for (const [bytes, because] of wrong) {
    writeFileSync(file, bytes);
    const refused = await there.run('restore', file, { json: true });
    expect(refused).toEqual({ code: 1, said: containing(`"refused":"${because}"`) });
    expect(refused.said).toContain('Nothing was changed.');
  }
  writeFileSync(file, whole);
  const older = readMigrations().slice(0, -1);
  await expect(restoreBackup(file, restoreOptions(there, older))).rejects.toMatchObject({ because: 'newer-version' });
  const changed = readMigrations().map((each, at) => (at === 0 ? { ...each, sha256: 'another' } : each));
  await expect(restoreBackup(file, restoreOptions(there, changed))).rejects.toMatchObject({
    because: 'changed-version',
  });
  writeFileSync(there.keyFile, `${Buffer.alloc(32, 9).toString('base64')}\n`);
  expect(await there.run('restore', file)).toEqual({ code: 1, said: containing('which the key file does not hold') });
  expect([await fingerprint(there.superuser), await schemaPrint(there.superuser)]).toEqual(before);
  expect(existsSync(there.folder)).toBe(false);
});

test('a restore never goes over what is there', async ({ backups }) => {
  const { here, file } = backups;
  await here.run('backup', file);
  const before = await fingerprint(here.superuser);
  const refused = await here.run('restore', file, { json: true });
  expect(refused).toEqual({ code: 1, said: containing('"refused":"not-empty"') });
  expect(await fingerprint(here.superuser)).toEqual(before);
  const there = await backups.elsewhere('bare');
  addFile(there.folder, 'mine.txt', Buffer.from('mine'));
  expect(await there.run('restore', file)).toEqual({ code: 1, said: containing('There are files in') });
  await expect(here.run('backup', file)).rejects.toThrow('There is a file');
});

test('rows that only row security hides are seen: the database is not taken for empty', async ({ backups }) => {
  const { here, file } = backups;
  await here.run('backup', file);
  const there = await backups.elsewhere('migrated');
  await asSuperuser(
    there,
    `set session_replication_role = replica;
    insert into partnership (partnership_id, name, short_name, regime) values (gen_random_uuid(), 'Hidden', 'Hidden', 'none')`,
  );
  await expect(restoreBackup(file, restoreOptions(there))).rejects.toMatchObject({
    because: 'not-empty',
    message: containing('partnership'),
  });
  expect((await asSuperuser(there, `select from pg_class where relforcerowsecurity`)).rowCount).toBeGreaterThan(5);
});

test('a restore that fails in the middle leaves the database as it was', async ({ backups }) => {
  const { here, file } = backups;
  await here.run('backup', file);
  const there = await backups.elsewhere('migrated');
  const before = [await fingerprint(there.superuser), await schemaPrint(there.superuser)];
  const failing: Migration = {
    name: '2999-01-01-0000-fails',
    path: 'x/migrations/2999-01-01-0000-fails.sql',
    sql: 'select 1 / 0',
    sha256: 'x',
  };
  await expect(restoreBackup(file, restoreOptions(there, [...readMigrations(), failing]))).rejects.toThrow(
    'division by zero',
  );
  expect([await fingerprint(there.superuser), await schemaPrint(there.superuser)]).toEqual(before);
  expect(readdirSync(there.folder)).toEqual([]);
});

test('rows that do not fit together are not let in', async ({ backups }) => {
  const { here, file } = backups;
  await asSuperuser(here, `set session_replication_role = replica; delete from person`);
  await here.run('backup', file);
  const there = await backups.elsewhere('bare');
  await expect(there.run('restore', file)).rejects.toThrow('violates foreign key constraint');
  expect(await fingerprint(there.superuser)).toEqual({});
});

test('an older backup is brought to this version', async ({ backups }) => {
  const { here, file } = backups;
  await here.run('backup', file);
  const newer: Migration = {
    name: '2999-01-01-0000-nickname',
    path: 'x/migrations/2999-01-01-0000-nickname.sql',
    sql: `alter table partnership add column nickname text not null default 'none yet'`,
    sha256: 'x',
  };
  const there = await backups.elsewhere('bare');
  await restoreBackup(file, restoreOptions(there, [...readMigrations(), newer]));
  const { rows } = await asSuperuser(there, 'select nickname from partnership');
  expect(rows).toEqual([{ nickname: 'none yet' }, { nickname: 'none yet' }]);
  expect((await asSuperuser(there, `select from migration where name = '${newer.name}'`)).rowCount).toBe(1);
});

test('a backup under a master key that was replaced since is still restored', async ({ backups }) => {
  const { here, file } = backups;
  await here.run('backup', file);
  replaceMasterKey(here.keyFile);
  expect((await (await backups.elsewhere('bare')).run('restore', file)).code).toBe(0);
});

test('a backup can be checked without touching anything', async ({ backups }) => {
  const { here, file } = backups;
  await here.run('backup', file);
  const checked = await here.run('restore', file, { check: true, json: true });
  expect(checked.code).toBe(0);
  expect(JSON.parse(checked.said)).toMatchObject({ restored: false, files: 2, bytesOfFiles: 5_000_000 });
});

test('a role that does not see every row makes no backup', async ({ backups }) => {
  const { here, file, master } = backups;
  const options = { master, filesFolder: join(here.folder, 'files'), version: '1' };
  await expect(makeBackup(file, { ...options, backup: here.owner })).rejects.toThrow(BackupRefused);
  expect(readdirSync(join(file, '..'))).toEqual([]);
});

test('a backup that cannot be written whole leaves nothing', async ({ backups }) => {
  const { here, file } = backups;
  await asSuperuser(
    here,
    `create view broken as select 1; revoke select on person from concordat_backup, concordat_app;
    revoke pg_read_all_data from concordat_backup`,
  );
  await expect(here.run('backup', file)).rejects.toThrow('permission denied');
  await asSuperuser(here, 'grant pg_read_all_data to concordat_backup');
  expect(readdirSync(join(file, '..'))).toEqual([]);
  expect(filesOf(here.folder, 'ab/first.pdf')).toBe(true);
});

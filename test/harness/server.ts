import { loadReferenceFacts } from '../../src/duties/inspections/reference.ts';
import { asRole, inDatabase, prepareServer } from '../../src/platform/database/cluster.ts';
import { type Connection, withClient } from '../../src/platform/database/connection.ts';
import { useEmbedded } from '../../src/platform/database/embedded.ts';
import { migrate } from '../../src/platform/database/migrate.ts';
import { newPasswords, type RolePasswords } from '../../src/platform/database/roles.ts';
import { addPlace, type Place } from './places.ts';

/** What a test needs to make itself a database: plain values, because they cross to other processes. */
export interface TestServer {
  admin: Connection;
  passwords: RolePasswords;
  template: string;
  /** The two partnerships of every house. */
  places: { dunmere: Place; elsewhere: Place };
}

/** Speed over safety: what a test database loses in a power cut is nothing. */
const fast = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'max_connections=300',
  'shared_buffers=256MB',
];

/** What the isolation proofs make of the template, once for a run. */
export const groundOf = (template: string): string => `${template}_ground`;

/** The template with two partnerships in it and nobody yet. */
export const houseOf = (template: string): string => `${template}_house`;

/** A server with a template database called `concordat_template_…`: migrated, with the reference facts; and the house of it. */
export async function openServer(
  folder: string,
  adminUrl?: string,
): Promise<{ server: TestServer; close(): Promise<void> }> {
  const embedded = adminUrl ? undefined : await useEmbedded(folder, fast);
  const admin: Connection = adminUrl ?? embedded?.connection ?? '';
  const passwords = newPasswords();
  const template = `concordat_template_${process.pid}`;
  await prepareServer(admin, passwords, template);
  const owner = asRole(inDatabase(admin, template), 'concordat_owner', passwords.owner);
  await migrate(owner);
  await loadReferenceFacts(owner, () => {});
  const house = await cloneDatabase({ admin, passwords, template }, houseOf(template));
  const places = {
    dunmere: await addPlace(house.owner, 'dunmere', 'Dunmere Safeguarding Children Partnership'),
    elsewhere: await addPlace(house.owner, 'elsewhere', 'Elsewhere Safeguarding Children Partnership'),
  };
  const close = async () => {
    for (const name of [template, houseOf(template), groundOf(template)]) {
      await withClient(admin, (client) => client.query(`drop database if exists ${name} with (force)`));
    }
    await embedded?.release();
  };
  return { server: { admin, passwords, template, places }, close };
}

/** A fresh clone of the template, and how each role reaches it. */
export async function cloneDatabase(
  { admin, passwords, template }: Pick<TestServer, 'admin' | 'passwords' | 'template'>,
  name: string,
) {
  await withClient(admin, async (client) => {
    await client.query(`create database ${name} template ${template} strategy file_copy`);
    await client.query(`grant connect on database ${name} to concordat_owner, concordat_app, concordat_backup;
      revoke all on database ${name} from public; grant create, temporary on database ${name} to concordat_owner`);
  });
  const database = inDatabase(admin, name);
  return {
    superuser: database,
    owner: asRole(database, 'concordat_owner', passwords.owner),
    app: asRole(database, 'concordat_app', passwords.app),
    backup: asRole(database, 'concordat_backup', passwords.backup),
    drop: () => withClient(admin, (client) => client.query(`drop database if exists ${name} with (force)`)),
  };
}

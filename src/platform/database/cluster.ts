import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Connection, withClient } from './connection.ts';
import { useEmbedded } from './embedded.ts';
import { withLock } from './lock.ts';
import { newPasswords, prepareDatabase, prepareRoles, prepareSchema, type RolePasswords } from './roles.ts';

/** How each role reaches the database; `owner` and `backup` are absent where this process must not have them. */
export interface Connections {
  app: Connection;
  owner?: Connection;
  backup?: Connection;
  embedded: boolean;
  release(): Promise<void>;
}

const name = 'concordat';

/** The embedded server in `folder` with its database and roles, made the first time. */
export async function openEmbedded(folder: string, settings: readonly string[] = []): Promise<Connections> {
  const server = await useEmbedded(folder, settings);
  const file = join(folder, 'roles.secret');
  await withLock(`${file}.lock`, async () => {
    if (existsSync(file)) return;
    const made = newPasswords();
    await prepareServer(server.connection, made, name);
    writeFileSync(`${file}.new`, JSON.stringify(made), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  });
  const passwords = JSON.parse(readFileSync(file, 'utf8')) as RolePasswords;
  const as = (role: keyof RolePasswords) => ({
    ...server.connection,
    user: `concordat_${role}`,
    password: passwords[role],
    database: name,
  });
  return { app: as('app'), owner: as('owner'), backup: as('backup'), embedded: true, release: server.release };
}

/** Makes roles, database and schema on the server that `admin` administers. */
export async function prepareServer(admin: Connection, passwords: RolePasswords, database: string): Promise<void> {
  await withClient(admin, async (client) => {
    await prepareRoles(client, passwords);
    await prepareDatabase(client, database);
  });
  await withClient(inDatabase(admin, database), prepareSchema);
}

/** The same server and role, another database. */
export function inDatabase(connection: string, database: string): string;
export function inDatabase(connection: Connection, database: string): Connection;
export function inDatabase(connection: Connection, database: string): Connection {
  if (typeof connection !== 'string') return { ...connection, database };
  const url = new URL(connection);
  url.pathname = `/${database}`;
  return url.href;
}

/** The same server and database, another role. */
export function asRole(connection: string, user: string, password: string): string;
export function asRole(connection: Connection, user: string, password: string): Connection;
export function asRole(connection: Connection, user: string, password: string): Connection {
  if (typeof connection !== 'string') return { ...connection, user, password };
  const url = new URL(connection);
  url.username = user;
  url.password = password;
  return url.href;
}

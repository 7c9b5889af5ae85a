import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asRole, inDatabase, prepareServer } from '../src/platform/database/cluster.ts';
import { type Connection, withClient } from '../src/platform/database/connection.ts';
import { Database } from '../src/platform/database/database.ts';
import { type EmbeddedServer, useEmbedded } from '../src/platform/database/embedded.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { newPasswords, type RolePasswords } from '../src/platform/database/roles.ts';
import { openSession } from '../src/platform/identity/session.store.ts';
import { sessionCookie } from '../src/platform/identity/session.ts';
import { type Account, addPartnerships, type Filling, listAccounts } from './partnerships.ts';

/** Somebody who is signed in: the cookie a browser would send, and a partnership they are in. */
export interface Visitor {
  cookie: string;
  slug: string;
}

/** One database with so many partnerships, how a program reaches it, and people signed in to it. */
export interface World {
  partnerships: number;
  /** The address of the database, with the application's rights. */
  database: string;
  /** What the program is told by its surroundings. */
  environment: Record<string, string>;
  /** Who sits in one partnership, who of them sees every action, and who sits in five (nobody, where there are fewer). */
  visitors: { one: readonly Visitor[]; reader: readonly Visitor[]; five: readonly Visitor[] };
}

/** Limits count requests by session, so there must be many; and every partnership is to be asked for. */
const sessions = 200;

/**
 * Does `work` with an embedded PostgreSQL in a folder of its own, as `script/server` would start it (each commit reaches the
 * disk), holding one database for each of `sizes`. Nothing is left of it afterwards.
 */
export async function withWorlds<T>(
  sizes: readonly number[],
  work: (worlds: readonly World[], folder: string) => Promise<T>,
  filling?: Filling,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'concordat-bench-'));
  let server: EmbeddedServer | undefined;
  try {
    server = await useEmbedded(folder);
    writeFileSync(join(folder, 'master.key'), randomBytes(32).toString('base64'));
    const made = { url: addressOf(server.connection), passwords: newPasswords(), folder };
    const worlds: World[] = [];
    for (const partnerships of sizes) worlds.push(await makeWorld(made, partnerships, filling));
    return await work(worlds, folder);
  } finally {
    await server?.release();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Server {
  url: string;
  passwords: RolePasswords;
  folder: string;
}

async function makeWorld({ url, passwords, folder }: Server, partnerships: number, filling?: Filling): Promise<World> {
  const name = `bench_${partnerships}`;
  await prepareServer(url, passwords, name);
  const superuser = inDatabase(url, name);
  const owner = asRole(superuser, 'concordat_owner', passwords.owner);
  const app = asRole(superuser, 'concordat_app', passwords.app);
  await migrate(owner);
  const accounts = await withClient(superuser, async (client) => {
    await addPartnerships(client, partnerships, filling);
    return await listAccounts(client, sessions);
  });
  return {
    partnerships,
    database: app,
    environment: {
      CONCORDAT_DATA: folder,
      CONCORDAT_KEY_FILE: join(folder, 'master.key'),
      DATABASE_URL: app,
      DATABASE_OWNER_URL: owner,
    },
    visitors: {
      one: await signIn(app, accounts.one),
      reader: await signIn(app, accounts.reader),
      five: await signIn(app, accounts.five),
    },
  };
}

/** Opens as many sessions as there are to be: several for an account, where there are fewer accounts. */
async function signIn(database: string, accounts: readonly Account[]): Promise<Visitor[]> {
  const each = accounts.length === 0 ? 0 : Math.ceil(sessions / accounts.length);
  const owners = Array.from({ length: each }, () => accounts).flat();
  const data = new Database(database, { connections: 1 });
  try {
    return await data.asAccount(undefined, async (identity) => {
      const visitors: Visitor[] = [];
      for (const { account, slug } of owners.slice(0, sessions)) {
        const token = await openSession(identity, account, 'passkey', 'The bench');
        visitors.push({ cookie: `${sessionCookie}=${token}`, slug });
      }
      return visitors;
    });
  } finally {
    await data.close();
  }
}

/** A connection as the one address that a program is told. */
export const addressOf = (connection: Connection): string => {
  if (typeof connection === 'string') return connection;
  const { host, port, user, password, database } = connection;
  return `postgresql://${user}:${encodeURIComponent(password)}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
};

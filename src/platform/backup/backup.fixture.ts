import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { test as base, type House } from '../../../test/harness/house.ts';
import { cloneDatabase } from '../../../test/harness/server.ts';
import type { CommandContext, Options } from '../command.ts';
import { readConfig } from '../config.ts';
import { asRole, inDatabase } from '../database/cluster.ts';
import { type Connection, withClient } from '../database/connection.ts';
import { Database } from '../database/database.ts';
import { prepareDatabase, prepareSchema } from '../database/roles.ts';
import { type MasterKey, readMasterKey } from '../sealed/master-key.ts';
import { headsFolder, sendHeadAway } from '../trail/heads.ts';
import { SealingKey } from '../trail/seal.ts';
import { Sealer } from '../trail/seal-job.ts';
import { backupCommands } from './commands.ts';

/** A deployment: a database, a folder of data, and the commands run on it. */
export interface Deployment {
  superuser: Connection;
  owner: Connection;
  backup: Connection;
  data: Database;
  folder: string;
  keyFile: string;
  /** @returns the exit code and what was printed and told */
  run(command: 'backup' | 'restore', file: string, options?: Options): Promise<{ code: number; said: string }>;
}

export interface Backups {
  /** Where a partnership works: people, changes, looks, seals, files. */
  here: Deployment;
  master: MasterKey;
  /** Where backups are put. */
  file: string;
  /** Another deployment with the same key file; `migrated` as a first start leaves it, or with nothing in its database. */
  elsewhere(how: 'migrated' | 'bare'): Promise<Deployment>;
}

export const test = base.extend<{ backups: Backups }>({
  backups: async ({ house }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'concordat-backup-'));
    const drops: (() => Promise<unknown>)[] = [];
    const keyFile = join(folder, 'master.key');
    const master = readMasterKey(keyFile, true);
    const here = deploymentOf(house.connections, join(folder, 'here'), keyFile, house.data);
    await fill(house, here, master);
    const elsewhere: Backups['elsewhere'] = async (how) => {
      const made = how === 'migrated' ? await cloneDatabase(inject('server'), newName()) : await bareDatabase();
      const data = new Database(made.app, { connections: 2 });
      drops.push(async () => {
        await data.close();
        await made.drop();
      });
      return deploymentOf(made, join(folder, `elsewhere-${drops.length}`), keyFile, data);
    };
    await use({ here, master, file: join(folder, 'backups', 'concordat.backup'), elsewhere });
    for (const drop of drops) await drop();
    rmSync(folder, { recursive: true });
  },
});

const newName = () => `restored_${randomBytes(6).toString('hex')}`;

async function bareDatabase() {
  const { admin, passwords } = inject('server');
  const name = newName();
  await withClient(admin, (client) => prepareDatabase(client, name));
  const superuser = inDatabase(admin, name);
  await withClient(superuser, prepareSchema);
  return {
    superuser,
    owner: asRole(superuser, 'concordat_owner', passwords.owner),
    app: asRole(superuser, 'concordat_app', passwords.app),
    backup: asRole(superuser, 'concordat_backup', passwords.backup),
    drop: () => withClient(admin, (client) => client.query(`drop database ${name} with (force)`)),
  };
}

type Reached = Record<'superuser' | 'owner' | 'app' | 'backup', Connection>;

function deploymentOf(connections: Reached, folder: string, keyFile: string, data: Database): Deployment {
  const run: Deployment['run'] = async (name, file, options = {}) => {
    const command = backupCommands.find((each) => each.name === name);
    const said: string[] = [];
    const say = (text: string) => void said.push(text);
    const context: CommandContext = {
      config: readConfig({ CONCORDAT_DATA: folder, CONCORDAT_KEY_FILE: keyFile }),
      connections: { ...connections, embedded: true, release: async () => {} },
      data,
      json: options['json'] === true,
      print: say,
      tell: say,
    };
    const code = (await command?.run(context, [file], options)) ?? -1;
    return { code, said: said.join('\n') };
  };
  return { ...connections, folder, keyFile, data, run };
}

/** Something of everything: people in two partnerships, odd text, a case key, a session, seals and unsealed entries, files. */
async function fill(house: House, { folder, superuser }: Deployment, master: MasterKey): Promise<void> {
  const who = await house.person(house.dunmere, 'business-manager');
  await house.person(house.elsewhere, 'scrutineer');
  const odd = 'Zoë \\N "quoted" \t tab\nnew line \\. “end” 👪';
  await house.data.as(who, ({ db }) =>
    db.updateTable('person').set({ name: odd }).where('id', '=', who.person).execute(),
  );
  const key = new SealingKey(master.derive('trail seal'));
  await new Sealer(house.data, key, (head) => sendHeadAway(headsFolder({ dataFolder: folder }), head)).run();
  await house.data.as(who, ({ db }) =>
    db.updateTable('person').set({ job_title: 'Manager' }).where('id', '=', who.person).execute(),
  );
  await withClient(superuser, (client) =>
    client.query(
      `insert into session (token_hash, id, account_id, ends_at, device) values ('\\x01', gen_random_uuid(), $1, now() + interval '1 hour', 'a browser')`,
      [who.account],
    ),
  );
  addFile(folder, 'ab/first.pdf', Buffer.alloc(5_000_000, 'pdf'));
  addFile(folder, 'ab/cd/empty', Buffer.alloc(0));
}

export function addFile(folder: string, path: string, bytes: Buffer): void {
  const file = join(folder, 'files', path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, bytes);
}

/** Every table with the number of its rows and a hash of them all; tables that a backup leaves out are left out. */
export async function fingerprint(connection: Connection): Promise<Record<string, string>> {
  return await withClient(connection, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
          and relname not in ('session', 'migration') order by 1`,
    );
    const prints: Record<string, string> = {};
    for (const { name } of tables) {
      const { rows } = await client.query<{ print: string }>(
        `select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as print from "${name}" t`,
      );
      prints[name] = rows[0]?.print ?? '';
    }
    return prints;
  });
}

/** Every object of the schema and how it is guarded. */
export async function schemaPrint(connection: Connection): Promise<unknown[]> {
  return await withClient(connection, async (client) => {
    const { rows } = await client.query<{ object: string }>(`
      select concat_ws(' ', 'table', relname, relkind, relowner::regrole, relrowsecurity, relforcerowsecurity, relacl) as object from pg_class where relnamespace = 'public'::regnamespace
      union all select concat_ws(' ', 'column', attrelid::regclass, attname, format_type(atttypid, atttypmod), attnotnull, col_description(attrelid, attnum))
        from pg_attribute join pg_class c on c.oid = attrelid where relnamespace = 'public'::regnamespace and attnum > 0
      union all select concat_ws(' ', 'constraint', conrelid::regclass, conname, pg_get_constraintdef(k.oid), convalidated) from pg_constraint k where connamespace = 'public'::regnamespace
      union all select concat_ws(' ', 'trigger', tgrelid::regclass, tgenabled, pg_get_triggerdef(t.oid)) from pg_trigger t where not tgisinternal
      union all select concat_ws(' ', 'policy', polrelid::regclass, polname, pg_get_expr(polqual, polrelid)) from pg_policy
      union all select concat_ws(' ', 'routine', oid::regprocedure, proowner::regrole, prosecdef, proacl) from pg_proc where pronamespace = 'public'::regnamespace
      order by 1`);
    return rows.map(({ object }) => object);
  });
}

export const filesOf = (folder: string, path: string): boolean => existsSync(join(folder, 'files', path));

import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** The passwords of the roles that sign in. */
export interface RolePasswords {
  owner: string;
  app: string;
  backup: string;
}

export const newPasswords = (): RolePasswords => ({ owner: secret(), app: secret(), backup: secret() });
const secret = () => randomBytes(24).toString('base64url');

/**
 * Makes the roles, as an administrator of the server; safe to repeat, which sets the passwords anew.
 *
 * owner: owns the schema and runs migrations · app: what the server signs in as; owns nothing · trail: owns the trail and
 * its functions · backup: reads and restores everything · jobs: owns the queue's schema.
 */
export async function prepareRoles(admin: pg.Client, passwords: RolePasswords): Promise<void> {
  const existing = await admin.query<{ rolname: string }>(
    `select rolname from pg_roles where rolname like 'concordat\\_%'`,
  );
  const names = new Set(existing.rows.map((row) => row.rolname));
  for (const [name, rights] of Object.entries(rightsOf(passwords))) {
    await admin.query(`${names.has(name) ? 'alter' : 'create'} role ${name} ${rights}`);
  }
  await admin.query(`
    grant concordat_trail, concordat_jobs to concordat_owner;
    grant pg_read_all_data, pg_write_all_data to concordat_backup;
    alter role concordat_app set statement_timeout = '15s';
    alter role concordat_app set lock_timeout = '5s';
    alter role concordat_app set idle_in_transaction_session_timeout = '15s';
    -- one row is found by its index in a small table too: at the default, reading the table whole looks cheaper
    alter role concordat_app set random_page_cost = 1.1`);
}

const rightsOf = ({ owner, app, backup }: RolePasswords) => ({
  concordat_owner: `login nosuperuser nocreatedb nocreaterole nobypassrls password ${pg.escapeLiteral(owner)}`,
  concordat_app: `login nosuperuser nocreatedb nocreaterole noinherit nobypassrls password ${pg.escapeLiteral(app)}`,
  concordat_backup: `login nosuperuser nocreatedb nocreaterole bypassrls password ${pg.escapeLiteral(backup)}`,
  concordat_trail: 'nologin nosuperuser nobypassrls',
  concordat_jobs: 'nologin nosuperuser nobypassrls',
});

/** Makes the database `name` when it is not there. `admin` is connected to another one of the same server. */
export async function prepareDatabase(admin: pg.Client, name: string): Promise<void> {
  const there = await admin.query('select 1 from pg_database where datname = $1', [name]);
  const database = pg.escapeIdentifier(name);
  if (there.rowCount === 0) {
    await admin.query(`create database ${database} template template0 encoding 'UTF8'`);
  }
  await admin.query(`
    revoke all on database ${database} from public;
    grant connect on database ${database} to concordat_owner, concordat_app, concordat_backup;
    grant create, temporary on database ${database} to concordat_owner`);
}

/** Who may do what in the schema; `admin` is connected to the database itself. */
export async function prepareSchema(admin: pg.Client): Promise<void> {
  await admin.query(`
    revoke all on schema public from public;
    alter schema public owner to concordat_owner;
    grant usage on schema public to concordat_app, concordat_trail, concordat_backup, concordat_jobs;
    create schema if not exists pgboss authorization concordat_jobs;
    grant usage on schema pgboss to concordat_app`);
}

/** The first release of each version in which every known flaw of row security is mended. */
const soundFrom: Record<number, { minor: number; flaw: string }> = {
  15: { minor: 14, flaw: 'CVE-2025-8713' },
  16: { minor: 10, flaw: 'CVE-2025-8713' },
  17: { minor: 6, flaw: 'CVE-2025-8713' },
};

/**
 * Why a server of this version cannot be trusted, or undefined.
 *
 * @param versionNumber `server_version_num`: 150018 is 15.18
 * @source postgresql.org/support/security: CVE-2023-39418, CVE-2024-10976 and CVE-2025-8713 touch row security; the last one
 *   mended is the one that counts
 */
export function flawOf(versionNumber: number): string | undefined {
  const major = Math.floor(versionNumber / 10_000);
  const minor = versionNumber % 10_000;
  if (major < 15) return `PostgreSQL ${major} is too old: Concordat needs version 15 or later`;
  const sound = soundFrom[major];
  if (!sound || minor >= sound.minor) return undefined;
  return `PostgreSQL ${major}.${minor} has a known flaw in row security (${sound.flaw}): update the server to ${major}.${sound.minor} or later`;
}

/** Why the server of this connection cannot be trusted, or undefined. */
export async function findFlaw(client: pg.ClientBase): Promise<string | undefined> {
  const { rows } = await client.query<{ version: number }>(
    `select current_setting('server_version_num')::int as version`,
  );
  return flawOf(rows[0]?.version ?? 0);
}

/** What makes a role unfit to serve people: each reason in words, none when it is fit. */
export async function reasonsAgainstServing(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ reason: string }>(`
    select reason from pg_roles,
           lateral (values (rolsuper, 'it is a superuser'), (rolbypassrls, 'it passes row security'),
                           (rolreplication, 'it can copy the whole server'), (rolcreaterole, 'it can make roles'),
                           (rolcreatedb, 'it can make databases')) as has(right_, reason)
     where rolname = current_user and right_
    union all
    select format('it is a member of %s', r.rolname)
      from pg_auth_members m join pg_roles r on r.oid = m.roleid where m.member = current_user::regrole
    union all
    select format('it owns %s', pg_describe_object(classid, objid, objsubid))
      from pg_shdepend
     where refclassid = 'pg_authid'::regclass and refobjid = current_user::regrole and deptype = 'o'
       and dbid in (0, (select oid from pg_database where datname = current_database()))
    union all
    select format('it can make tables in the schema %s', nspname)
      from pg_namespace where nspname !~ '^pg_' and has_schema_privilege(current_user, oid, 'create')
     limit 5`);
  return rows.map((row) => row.reason);
}

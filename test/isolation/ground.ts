import { randomBytes } from 'node:crypto';
import { test as base, inject } from 'vitest';
import type { Role } from '../../src/partnership/roles.ts';
import { type Connection, withClient } from '../../src/platform/database/connection.ts';
import { Database, type Who } from '../../src/platform/database/database.ts';
import { cloneDatabase, groundOf, type TestServer } from '../harness/server.ts';
import { readTables, type Table } from './catalogue.ts';
import { plantGround } from './plant.ts';
import type { Row } from './rows.ts';
import type { Side } from './words.ts';

/** One of the two example partnerships, with a person for each role. */
export interface Place {
  side: Side;
  slug: string;
  partnership: string;
  people: Readonly<Record<Role, Who>>;
  /** People of the example, by the name of their account there. */
  example: Readonly<Record<string, Who>>;
  /** Everyone in `people` is on the team of this case. */
  openCase: string;
  /** Nobody in `people` is on the team of this one. */
  shutCase: string;
  /** The canary rows, by table: the first of the open case, the second of the shut one where the table has cases. */
  rows: Readonly<Record<string, readonly Row[]>>;
}

/** Both example partnerships with canary words in every column that can hold them. */
export interface Ground {
  database: Database;
  connections: { superuser: Connection; owner: Connection; app: Connection };
  tables: readonly Table[];
  places: Readonly<Record<Side, Place>>;
  /** Moves the clock that scopes and pages read. */
  clock: { now: Date };
}

/** Tests that ask for `ground` share one database within their file, and no other file touches it. */
export const test = base.extend('ground', { scope: 'file' }, async ({}, { onCleanup }) => {
  const { ground, close } = await openGround(inject('server'));
  onCleanup(close);
  return ground;
});

/** A ground of one's own, for what spoils it. */
export async function openGround(server: TestServer): Promise<{ ground: Ground; close(): Promise<void> }> {
  const template = await templateOf(server);
  const name = `ground_${randomBytes(6).toString('hex')}`;
  const { drop, backup: _, ...connections } = await cloneDatabase({ ...server, template: template.name }, name);
  const clock = { now: new Date() };
  const database = new Database(connections.app, { connections: 4, clock: () => clock.now });
  const tables = await withClient(connections.superuser, readTables);
  const close = async () => {
    await database.close();
    await drop();
  };
  return { ground: { database, connections, tables, places: template.places, clock }, close };
}

/** The ground is planted once for a run, by whoever needs it first, and cloned by everyone. */
async function templateOf(server: TestServer): Promise<{ name: string; places: Ground['places'] }> {
  const name = groundOf(server.template);
  return await withClient(server.admin, async (admin) => {
    await admin.query('select pg_advisory_lock(hashtext($1))', [name]);
    const { rows } = await admin.query<{ notes: string | null }>(
      `select shobj_description(oid, 'pg_database') as notes from pg_database where datname = $1`,
      [name],
    );
    const notes = rows[0]?.notes;
    if (notes) return { name, places: JSON.parse(notes) as Ground['places'] };
    await admin.query(`drop database if exists ${name} with (force)`);
    const { superuser, owner, app } = await cloneDatabase(server, name);
    const places = await plantGround({ superuser, owner, app });
    await admin.query(`comment on database ${name} is ${admin.escapeLiteral(JSON.stringify(places))}`);
    return { name, places };
  });
}

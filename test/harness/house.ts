import { randomBytes } from 'node:crypto';
import { test as base, inject } from 'vitest';
import type { Role } from '../../src/partnership/roles.ts';
import { plainDate } from '../../src/platform/calendar/plain-date.ts';
import { type Connection, withClient } from '../../src/platform/database/connection.ts';
import { Database, type Who } from '../../src/platform/database/database.ts';
import { newId } from '../../src/platform/database/ids.ts';
import { cloneDatabase } from './server.ts';

/** A database of the test's own, with two partnerships in it and nobody yet. */
export interface House {
  data: Database;
  /** How each role reaches the test's database. */
  connections: { superuser: Connection; owner: Connection; app: Connection; backup: Connection };
  dunmere: Place;
  elsewhere: Place;
  /** Somebody new, with an account, in `place`, holding `roles` from long ago and without end. */
  person(place: Place, ...roles: Role[]): Promise<Who & { name: string; email: string }>;
  /** The same account in another partnership too. */
  alsoIn(who: Who, place: Place, ...roles: Role[]): Promise<Who>;
  /** Moves the clock that scopes and pages read. */
  clock: { now: Date };
}

export interface Place {
  partnership: string;
  slug: string;
  name: string;
}

/** Tests that ask for `house` get a clone of the migrated template, dropped afterwards. */
export const test = base.extend<{ house: House }>({
  house: async ({}, use) => {
    const { drop, ...connections } = await cloneDatabase(inject('server'), `test_${randomBytes(6).toString('hex')}`);
    const clock = { now: new Date() };
    const data = new Database(connections.app, { connections: 4, clock: () => clock.now });
    await use(await furnish(data, connections, clock));
    await data.close();
    await drop();
  },
});

async function furnish(data: Database, connections: House['connections'], clock: { now: Date }): Promise<House> {
  const dunmere = await addPlace(connections.owner, 'dunmere', 'Dunmere Safeguarding Children Partnership');
  const elsewhere = await addPlace(connections.owner, 'elsewhere', 'Elsewhere Safeguarding Children Partnership');
  const person: House['person'] = async (place, ...roles) => {
    const account = newId();
    const name = `Person ${account.slice(-6)}`;
    const email = `${account.slice(-12)}@agency.example`;
    await data.asAccount(undefined, ({ db }) =>
      db.insertInto('account').values({ id: account, email, name }).execute(),
    );
    const who = await alsoIn({ account, person: newId(), partnership: '' }, place, ...roles);
    return { ...who, name, email };
  };
  const alsoIn: House['alsoIn'] = async ({ account }, place, ...roles) => {
    const who = { account, person: newId(), partnership: place.partnership };
    await data.as(who, async ({ db, partnership }) => {
      await db
        .insertInto('person')
        .values({ partnership_id: partnership, id: who.person, name: `Person ${account.slice(-6)}` })
        .execute();
      await db
        .insertInto('membership')
        .values({ partnership_id: partnership, account_id: account, person_id: who.person })
        .execute();
      for (const role of roles) {
        await db
          .insertInto('role_held')
          .values({ partnership_id: partnership, id: newId(), person_id: who.person, role, from_on: longAgo })
          .execute();
      }
    });
    return who;
  };
  return { data, connections, clock, dunmere, elsewhere, person, alsoIn };
}

const longAgo = plainDate('2020-01-01');

/** As the owner, who may write reference rows; the partnership's own row inside its scope. */
export async function addPlace(owner: Connection, slug: string, name: string): Promise<Place> {
  const partnership = newId();
  await withClient(owner, async (client) => {
    await client.query('begin');
    await client.query(`set local concordat.partnership = '${partnership}'`);
    await client.query('insert into partnership_slug (slug, partnership_id) values ($1, $2)', [slug, partnership]);
    await client.query(
      `insert into partnership (partnership_id, name, short_name, regime) values ($1, $2, $3, 'england-2017-act-2026')`,
      [partnership, name, name.split(' ')[0]],
    );
    await client.query('commit');
  });
  return { partnership, slug, name };
}

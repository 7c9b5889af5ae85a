import { randomBytes } from 'node:crypto';
import { test as base, inject } from 'vitest';
import type { Role } from '../../src/partnership/roles.ts';
import { plainDate } from '../../src/platform/calendar/plain-date.ts';
import type { Connection } from '../../src/platform/database/connection.ts';
import { Database, type Who } from '../../src/platform/database/database.ts';
import { newId } from '../../src/platform/database/ids.ts';
import type { Place } from './places.ts';
import { cloneDatabase, houseOf, type TestServer } from './server.ts';

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

/** Tests that ask for `house` get a clone of the migrated template with the two partnerships in it, dropped afterwards. */
export const test = base.extend<{ house: House }>({
  house: async ({}, use) => {
    const server = inject('server');
    const name = `test_${randomBytes(6).toString('hex')}`;
    const { drop, ...connections } = await cloneDatabase({ ...server, template: houseOf(server.template) }, name);
    const clock = { now: new Date() };
    const data = new Database(connections.app, { connections: 4, clock: () => clock.now });
    await use(furnish(server.places, data, connections, clock));
    await data.close();
    await drop();
  },
});

function furnish(
  places: TestServer['places'],
  data: Database,
  connections: House['connections'],
  clock: { now: Date },
): House {
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
  return { data, connections, clock, ...places, person, alsoIn };
}

const longAgo = plainDate('2020-01-01');

import { randomBytes } from 'node:crypto';
import { test as base, inject } from 'vitest';
import { asRole, inDatabase } from './cluster.ts';
import { type Connection, withClient } from './connection.ts';
import { prepareDatabase, prepareSchema } from './roles.ts';

/** A database of the test's own that is prepared and holds no tables yet. */
export interface EmptyDatabase {
  superuser: Connection;
  owner: Connection;
  app: Connection;
}

export const test = base.extend<{ empty: EmptyDatabase }>({
  empty: async ({}, use) => {
    const { admin, passwords } = inject('server');
    const name = `empty_${randomBytes(6).toString('hex')}`;
    await withClient(admin, (client) => prepareDatabase(client, name));
    const superuser = inDatabase(admin, name);
    await withClient(superuser, prepareSchema);
    await use({
      superuser,
      owner: asRole(superuser, 'concordat_owner', passwords.owner),
      app: asRole(superuser, 'concordat_app', passwords.app),
    });
    await withClient(admin, (client) => client.query(`drop database ${name} with (force)`));
  },
});

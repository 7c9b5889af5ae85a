import pg from 'pg';
import { expect, test } from 'vitest';
import { test as houseTest } from '../../../test/harness/house.ts';
import { clientConfig, withClient } from './connection.ts';
import { isLost } from './lost.ts';

test.each([
  ['no server is there', Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })],
  ['the server is stopping', Object.assign(new Error('terminating connection'), { code: '57P01' })],
  ['it has no connection left', Object.assign(new Error('too many clients'), { code: '53300' })],
  ['the pool has none in time', new Error('timeout exceeded when trying to connect')],
])('the database is lost where %s', (_, error) => {
  expect(isLost(error)).toBe(true);
});

test.each([
  ['a query is wrong', Object.assign(new Error('division by zero'), { code: '22012' })],
  ['a query is cancelled', Object.assign(new Error('canceling statement due to user request'), { code: '57014' })],
  ['our own code fails', new TypeError('undefined is not a function')],
  ['nothing is known', undefined],
])('the database is not lost where %s', (_, error) => {
  expect(isLost(error)).toBe(false);
});

houseTest(
  'a connection that is cut off is lost for what it does, and for whatever it is asked after that',
  async ({ house }) => {
    const client = new pg.Client(clientConfig(house.connections.app));
    client.on('error', () => {});
    await client.connect();
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    const sleeping = client.query('select pg_sleep(10)').catch((error: unknown) => error);
    await withClient(house.connections.superuser, (admin) =>
      admin.query('select pg_terminate_backend($1)', [rows[0]?.pid]),
    );
    expect(isLost(await sleeping)).toBe(true);
    expect(isLost(await client.query('select 1').catch((error: unknown) => error))).toBe(true);
    await client.end();
  },
);

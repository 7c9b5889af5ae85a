import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Account, actionWithThread, addPartnerships, listAccounts } from '../../bench/partnerships.ts';
import { withClient } from '../../src/platform/database/connection.ts';
import { Database } from '../../src/platform/database/database.ts';
import { openPages, type Pages } from '../harness/pages.ts';
import { cloneDatabase } from '../harness/server.ts';
import { faultIn, modes, readCatalogue, scansOf } from './plans.ts';
import { type Sent, sentDuring } from './sent.ts';

/** As many partnerships as England has, and some. */
const partnerships = 150;

/** Both of its rows are what is asked for: together they are the version of all reference facts. */
const askedForWhole = 'reference_set is read whole';

let place: Awaited<ReturnType<typeof fill>>;
beforeAll(async () => {
  place = await fill();
});
afterAll(() => place.close());

async function fill() {
  const { drop, ...connections } = await cloneDatabase(inject('server'), `test_${randomBytes(6).toString('hex')}`);
  const accounts = await withClient(connections.superuser, async (client) => {
    await addPartnerships(client, partnerships, { tasksEach: 4, actionsEach: 60 });
    return await listAccounts(client, 1);
  });
  const data = new Database(connections.app, { connections: 4 });
  const pages = await openPages({ data });
  const close = async () => {
    await pages.app.close();
    await data.close();
    await drop();
  };
  return { connections, accounts, pages, close };
}

/** What a page asks of the database when it has been opened before, so that what a process keeps is kept. */
async function askFor({ browse }: Pages, [somebody]: readonly Account[], path: string): Promise<Sent[]> {
  if (!somebody) throw new Error('nobody to ask');
  const browser = await browse({ account: somebody.account });
  const url = path.replace('/:partnership', `/${somebody.slug}`).replace(':action', actionWithThread(somebody.slug));
  expect((await browser.get(url)).statusCode).toBe(200);
  return await sentDuring(() => browser.get(url));
}

/** What is wrong with how rows are found, and which tables they are found in. */
async function judge(sent: readonly Sent[]) {
  const faults = new Set<string>();
  const tables = new Set<string>();
  const catalogue = await withClient(place.connections.superuser, readCatalogue);
  await withClient(place.connections.app, async (client) => {
    for (const query of sent) {
      for (const mode of modes) {
        for (const scan of await scansOf(client, query, mode)) {
          tables.add(scan.table);
          const fault = faultIn(scan, catalogue);
          if (fault !== undefined && fault !== askedForWhole) faults.add(fault);
        }
      }
    }
  });
  return { faults: [...faults], tables: [...tables] };
}

const seat = ['session', 'account', 'partnership_slug', 'membership', 'person', 'role_held', 'partnership', 'duty_use'];

test.each([
  ['/today', 'one', [...seat, 'task']],
  ['/today', 'five', [...seat, 'task']],
  ['/:partnership', 'one', seat],
  ['/:partnership', 'five', seat],
  ['/:partnership/inspections/england', 'one', [...seat, 'reference_set']],
  ['/:partnership/inspections/boards-and-councils', 'one', [...seat, 'reference_set']],
  ['/:partnership/inspections/boards-and-councils/agreement.csv', 'one', [...seat, 'reference_set']],
  ['/:partnership/inspections/places', 'one', [...seat, 'reference_set']],
  ['/:partnership/inspections/places/E06000001', 'one', [...seat, 'reference_set']],
  ['/:partnership/inspections/ours', 'one', [...seat, 'reference_set', 'partnership_area']],
  ['/:partnership/agencies', 'one', [...seat, 'agency']],
  ['/:partnership/actions', 'reader', [...seat, 'action']],
  ['/:partnership/actions/:action', 'reader', [...seat, 'action', 'action_entry', 'thread_link']],
] as const)(
  '%s, for somebody in %s, finds rows by indexes that begin with whose they are',
  async (path, who, expected) => {
    const { faults, tables } = await judge(await askFor(place.pages, place.accounts[who], path));
    expect(faults).toEqual([]);
    expect(tables).toEqual(expect.arrayContaining([...expected]));
  },
);

test('an index that is lost is missed', async () => {
  const sent = await askFor(place.pages, place.accounts.five, '/today');
  await withClient(place.connections.superuser, (client) => client.query('drop index membership_of_account'));
  expect((await judge(sent)).faults.join()).toMatch(/membership is (read whole|looked for in the whole of)/);
});

import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, vi } from 'vitest';
import { withClient } from '../../src/platform/database/connection.ts';
import { Database, type Scope, type Who } from '../../src/platform/database/database.ts';
import { isLost } from '../../src/platform/database/lost.ts';
import { openSession } from '../../src/platform/identity/session.store.ts';
import { sessionCookie } from '../../src/platform/identity/session.ts';
import { chanceFrom, inParallel, pick } from './chance.ts';
import { test as base, type Ground, type Place } from './ground.ts';
import { thorough } from './sample.ts';
import './restricted-duty/tables.ts';
import { openGroundPages } from './visitor.ts';
import { canariesIn, leaksTo } from './words.ts';

vi.setConfig({ testTimeout: 600_000 });

const seed = Number(process.env['SEED'] ?? 20_261_123);

/** Two connections for everyone, so that each serves both partnerships in turn. */
const test = base.extend('two', { scope: 'file' }, async ({ ground }, { onCleanup }) => {
  const database = new Database(ground.connections.app, { connections: 2 });
  onCleanup(() => database.close());
  return database;
});

test('a connection without a scope holds no one’s context and gives no rows', async ({ two }) => {
  expect(await contextOf(two.reference)).toEqual({ account: null, person: null, partnership: null, cases: [] });
  expect(await two.reference.selectFrom('person').select('id').execute()).toEqual([]);
  expect(await two.reference.selectFrom('enquiry').select('case_id').execute()).toEqual([]);
  await two.asAccount(undefined, async ({ db }) =>
    expect(await db.selectFrom('membership').selectAll().execute()).toEqual([]),
  );
});

test(`nothing of one scope is left for the next, whether it ends well, fails, is cancelled or takes too long (seed ${seed})`, async ({
  ground,
  two,
}) => {
  const chance = chanceFrom(seed);
  const done = new Map<string, number>();
  await withMischief(ground, chance, async () => {
    await inParallel(thorough ? 10_000 : 1000, 20, async () => {
      const { name, work } = pick(chance, deeds);
      const place = pick(chance, Object.values(ground.places));
      const who = pick(chance, Object.values(place.people));
      const ended = await work(two, place, who).then(() => 'well', causeOf);
      expect(allowedEnds).toContain(ended);
      done.set(`${name} ${ended}`, (done.get(`${name} ${ended}`) ?? 0) + 1);
      const left = await contextOf(two.reference).catch(causeOf);
      expect(allowedEnds.includes(String(left)) ? nobody : left).toEqual(nobody);
    });
  });
  for (const { name } of deeds) expect([...done.keys()].filter((key) => key.startsWith(name))).not.toEqual([]);
  expect([...done.keys()].filter((key) => key.endsWith('57014')).length).toBeGreaterThan(1);
});

test('a page that somebody stops waiting for leaves nothing for the next one', async ({ ground }) => {
  const database = new Database(ground.connections.app, { connections: 2 });
  const { app } = await openGroundPages({ database });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const cookies = new Map<Place, string>();
  for (const place of Object.values(ground.places))
    cookies.set(place, await cookieOf(database, place.people['review-lead']));
  const chance = chanceFrom(seed);
  let whole = 0;
  await inParallel(thorough ? 3000 : 300, 12, async () => {
    const place = pick(chance, Object.values(ground.places));
    const path = pick(chance, ['/today', `/${place.slug}/enquiries`, `/${place.slug}/enquiries/${place.openCase}`]);
    const patience = chance() < 0.5 ? chance() * 8 : undefined;
    const body = await ask(port, path, cookies.get(place) ?? '', patience);
    if (body === undefined) return;
    whole++;
    const words = canariesIn(body);
    expect(words).toContain(`canary${place.side}`);
    expect(leaksTo(place.side, words)).toEqual([]);
  });
  await app.close();
  await database.close();
  expect(whole).toBeGreaterThan(50);
});

const nobody = { account: null, person: null, partnership: null, cases: [] };

async function contextOf(db: Scope['db']): Promise<object | undefined> {
  const { rows } = await sql<object>`
    select in_account() as account, in_person() as person, in_partnership() as partnership, in_cases() as cases`.execute(
    db,
  );
  return rows[0];
}

/** What is done in scopes; each looks at what it is given and fails when any of it is a stranger's. */
const deeds: readonly { name: string; work(two: Database, place: Place, who: Who): Promise<unknown> }[] = [
  { name: 'reads people', work: (two, place, who) => two.as(who, (scope) => readPeople(scope, place)) },
  {
    name: 'reads its case',
    work: (two, place, who) =>
      two.asCaseTeam(who, [place.openCase], async ({ db }) =>
        expect(await db.selectFrom('enquiry').select('case_id').execute()).toEqual([{ case_id: place.openCase }]),
      ),
  },
  {
    name: 'finds its account’s seats',
    work: (two, _, { account, partnership }) =>
      two.asAccount(account, async ({ db }) => {
        expect(await db.selectFrom('membership').select('partnership_id').execute()).toEqual([
          { partnership_id: partnership },
        ]);
        expect(await db.selectFrom('person').select('id').execute()).toEqual([]);
      }),
  },
  {
    name: 'fails',
    work: (two, place, who) =>
      two.asCaseTeam(who, [place.openCase], async (scope) => {
        await readPeople(scope, place);
        throw new Error('on purpose');
      }),
  },
  {
    name: 'fails without waiting',
    work: (two, place, who) =>
      two.as(who, (scope) => {
        readPeople(scope, place).catch(() => {});
        throw new Error('on purpose');
      }),
  },
  { name: 'asks wrongly', work: (two, _, who) => two.as(who, ({ db }) => sql`select 1 / 0`.execute(db)) },
  {
    name: 'takes too long',
    work: (two, _, who) =>
      two.as(who, async ({ db }) => {
        await sql`set local statement_timeout = 5`.execute(db);
        await sql`select pg_sleep(1)`.execute(db);
      }),
  },
  {
    name: 'is cancelled',
    work: (two, place, who) =>
      two.asCaseTeam(who, [place.openCase], async ({ db }) => {
        await sql`select pg_sleep(0.03)`.execute(db);
      }),
  },
  {
    name: 'comes back late',
    work: async (two, place, who) => {
      const kept = await two.as(who, (scope) => Promise.resolve(scope));
      await expect(readPeople(kept, place)).rejects.toThrow('after its scope had closed');
    },
  },
];

async function readPeople({ db }: Pick<Scope, 'db'>, { side }: Place): Promise<void> {
  const names = await db.selectFrom('person').select('name').execute();
  const words = canariesIn(JSON.stringify(names));
  expect(words).toEqual([`canary${side}`]);
}

/** Cancelled or timed out (at the query or before it), lost, wrong on purpose: everything else, a look at a stranger's row above all, is a failure. */
const allowedEnds = ['well', 'on purpose', '22012', '57014', '25P02', 'lost'];

function causeOf(error: unknown): string {
  const { code, message } = error as { code?: string; message: string };
  if (isLost(error)) return 'lost';
  return code ?? message;
}

/** Does `work` while somebody cancels whatever a connection is at, and now and then cuts one off. */
async function withMischief(ground: Ground, chance: () => number, work: () => Promise<void>): Promise<void> {
  const stop = new AbortController();
  const mischief = withClient(ground.connections.superuser, async (client) => {
    while (!stop.signal.aborted) {
      const what = chance() < 0.05 ? 'pg_terminate_backend' : 'pg_cancel_backend';
      await client.query(
        `select ${what}(pid) from pg_stat_activity
          where datname = current_database() and usename = 'concordat_app' and state <> 'idle' order by random() limit 1`,
      );
      await wait(chance() * 20);
    }
  });
  try {
    await work();
  } finally {
    stop.abort();
    await mischief;
  }
}

async function cookieOf(database: Database, { account }: Who): Promise<string> {
  const token = await database.asAccount(account, (identity) => openSession(identity, account, 'passkey', 'A test'));
  return `${sessionCookie}=${token}`;
}

/** The body of a page; undefined where whoever asked hung up after `patience` milliseconds. */
function ask(port: number, path: string, cookie: string, patience: number | undefined): Promise<string | undefined> {
  return new Promise((resolve) => {
    const asked = httpRequest({ port, path, headers: { host: 'localhost', cookie } }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        body += part;
      });
      response.on('end', () => resolve(body)).on('error', () => resolve(undefined));
    });
    asked.on('error', () => resolve(undefined)).end();
    if (patience !== undefined) setTimeout(() => asked.destroy(), patience);
  });
}

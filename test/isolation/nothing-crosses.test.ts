import { sql } from 'kysely';
import { expect, vi } from 'vitest';
import type { Database, Scope } from '../../src/platform/database/database.ts';
import { examplePartnerships } from '../../src/whole/example/people.ts';
import { addressesOf } from './addresses.ts';
import { crawl, readersOf, type Sight } from './crawl.ts';
import { test as base } from './ground.ts';
import { type Asker, askersOf } from './reach.ts';
import { thorough } from './sample.ts';
import { leaksIn } from './sights.ts';
import { openGroundPages, visit } from './visitor.ts';
import { canariesIn, sides } from './words.ts';

vi.setConfig({ testTimeout: 600_000 });

interface Crawled {
  sights: readonly Sight[];
  /** Every page there is. */
  routes: readonly string[];
  log: string;
}

/** Everything opened once by everyone; the tests look at it for different things. */
const test = base.extend('crawled', { scope: 'file' }, async ({ ground }, { onCleanup }): Promise<Crawled> => {
  const pages = await openGroundPages(ground);
  onCleanup(() => pages.app.close());
  // that what is another's is hidden, to the byte, is proven apart from this
  const options = { own: 10, foreign: 40, linksOfRoute: thorough ? 50 : 2 };
  const sights = await crawl(pages, ground, readersOf(ground), options);
  const routes = pages.routes.filter(({ method, path }) => method === 'GET' && !path.includes('*'));
  return {
    sights,
    routes: [...new Set(routes.map(({ path }) => path.replace(/(?<=.)\/$/, '')))],
    log: pages.log.join(''),
  };
});

/** Pages that a secret from a mail opens, and nothing else. */
const bySecret = [
  '/reset/:token',
  '/invitation/:token',
  '/email-change/:token',
  '/answer/:token',
  '/answer/:token/:answer',
];

/** What only an upload, or a change of words, brings about: the pages of each are proven where they are tested. */
const byWhatHappened = [
  '/:partnership/actions/:action/evidence/:evidence/file',
  '/:partnership/actions/:action/earlier/:change',
];

/** Steps that neither canary record is at: their pages show the record with the reason, and are read for words all the same. */
const notOpenToday = [
  '/:partnership/challenges/:challenge/change',
  '/:partnership/challenges/:challenge/put',
  '/:partnership/challenges/:challenge/give-view',
  '/:partnership/disagreements/:disagreement/decide',
  '/:partnership/disagreements/:disagreement/give-view',
  '/:partnership/disagreements/:disagreement/tell',
];

test('no page shows anyone a word of another partnership, or of a case they are not on', ({ crawled }) => {
  expect(leaksIn(crawled.sights)).toEqual([]);
});

test('a protected field is seen where its right is asked for, and nowhere else', ({ crawled }) => {
  const seen = crawled.sights.filter(({ canaries }) => canaries.some((word) => word.startsWith('canarysafe')));
  expect([...new Set(seen.map(({ route, reader }) => `${route} ${reader.name.split(' ')[0]}`))]).toEqual([
    '/:partnership/enquiries/:case/safe-address review-lead',
  ]);
});

test('every page was opened by somebody who may, or the proof is worth nothing', ({ crawled }) => {
  const shown = (isShown: (status: number) => boolean) =>
    new Set(crawled.sights.filter(({ status }) => isShown(status)).map(({ route }) => route));
  const [opened, withReason] = [shown((status) => status < 400), shown((status) => status === 422)];
  const unopened = crawled.routes.filter((route) => !opened.has(route));
  expect(unopened.toSorted()).toEqual([...bySecret, ...byWhatHappened, ...notOpenToday].toSorted());
  expect(notOpenToday.filter((route) => !withReason.has(route))).toEqual([]);
});

test('people do see the words of their own partnership', ({ crawled }) => {
  for (const side of sides) {
    const own = crawled.sights.filter(({ reader }) => reader.seats.some((place) => place.side === side));
    const showing = own.filter(({ canaries }) => canaries.includes(`canary${side}`)).map(({ route }) => route);
    expect(new Set(showing)).toContain('/:partnership/enquiries/:case');
    expect(new Set(showing)).toContain('/today');
  }
});

test('the log holds no name, no address, and no word of anyone', ({ crawled }) => {
  expect(canariesIn(crawled.log)).toEqual([]);
  expect(crawled.log).not.toContain('@');
  const names = examplePartnerships.flatMap(({ people, agencies }) => [...people, ...agencies].map(({ name }) => name));
  expect(names.filter((name) => crawled.log.includes(name))).toEqual([]);
  expect(crawled.log.split('\n').length).toBeGreaterThan(crawled.sights.length);
});

test('no table gives the application a row of another partnership, whoever asks', async ({ ground }) => {
  const leaks: string[] = [];
  let own = 0;
  for (const asker of askersOf(ground)) {
    for (const { name } of ground.tables.filter(({ kind }) => kind === 'partnership')) {
      const words = canariesIn(await dump(ground.database, asker, name));
      const side = sides.find((one) => ground.places[one].partnership === asker.partnership);
      const strange = words.filter((word) => !side || !word.endsWith(side));
      if (strange.length) leaks.push(`${asker.name} in ${name}: ${strange.join(', ')}`);
      own += words.length;
    }
  }
  expect(leaks).toEqual([]);
  expect(own).toBeGreaterThan(ground.tables.length);
});

/** All that the application's role reads of a table through the door that `asker` comes by; bytes as the words they may be. */
async function dump(
  database: Database,
  { account, person, partnership, cases }: Asker,
  table: string,
): Promise<string> {
  const readAll = async ({ db }: Pick<Scope, 'db'>) => {
    const { rows } = await sql<object>`select * from ${sql.table(table)}`.execute(db);
    return rows.map((row) => Object.values(row).map(inWords).join(' ')).join('\n');
  };
  if (partnership === undefined || person === undefined || account === undefined)
    return await database.asAccount(account, readAll);
  const who = { account, person, partnership };
  return cases ? await database.asCaseTeam(who, cases, readAll) : await database.as(who, readAll);
}

const inWords = (value: unknown): string => (Buffer.isBuffer(value) ? value.toString('latin1') : JSON.stringify(value));

/** Something for every field that a form may have, each with a word that would be known again. */
const typed: Readonly<Record<string, string>> = {
  words: 'canarytyped words',
  reason: 'canarytyped reason',
  summary: 'canarytyped summary',
  reference: 'canarytyped reference',
  safeAddress: 'canarytyped safe address',
  name: 'canarytyped name',
  password: 'canarytyped password',
  newPassword: 'canarytyped new password',
  code: 'canarytyped code',
  account: 'canarytyped account',
  person: 'canarytyped person',
  lead: 'canarytyped lead',
  device: 'canarytyped device',
  email: 'canarytyped@agency.example',
  next: '/canarytyped',
};

test('no word that somebody types or asks with stands in the log, or in a mail', async ({ ground }) => {
  const pages = await openGroundPages(ground);
  const { people } = ground.places.a;
  const { email } = await ground.database.asAccount(undefined, ({ db }) =>
    db.selectFrom('account').select('email').where('id', '=', people['review-lead'].account).executeTakeFirstOrThrow(),
  );
  const stranger = await visit(pages);
  await stranger.post('/forgotten-password', { email });
  for (const account of [undefined, people['business-manager'].account, people['review-lead'].account]) {
    const visitor = await visit(pages, account);
    for (const route of pages.routes.filter(({ path }) => !path.includes('*'))) {
      const [own] = addressesOf(route, ground);
      const url = own?.url ?? route.path;
      if (route.method === 'POST') await visitor.post(url, typed);
      if (route.method === 'GET') await visitor.get(`${url}?${new URLSearchParams(typed).toString()}`);
    }
    await visitor.get('/canarytyped/that/is/not/there');
  }
  const log = pages.log.join('');
  await pages.app.close();
  expect(canariesIn(log)).toEqual([]);
  expect(log).not.toContain('@');
  expect(log.split('\n').length).toBeGreaterThan(pages.routes.length);
  // the example's page of mail sends what waits, so that what is in a letter can be read there
  const letters = await ground.database.asAccount(undefined, ({ db }) =>
    db.selectFrom('example_mail').selectAll().execute(),
  );
  const sent = letters.filter(({ subject }) => !subject.startsWith('canary'));
  expect(sent.length).toBeGreaterThan(0);
  expect(canariesIn(JSON.stringify(sent.map(({ subject, body }) => [subject, body])))).toEqual([]);
});

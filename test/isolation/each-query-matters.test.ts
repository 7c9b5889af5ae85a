import { expect, inject, vi } from 'vitest';
import { withClient } from '../../src/platform/database/connection.ts';
import type { Who } from '../../src/platform/database/database.ts';
import { serviceIn } from '../../src/platform/jobs/partnerships.store.ts';
import { crawl, readersOf } from './crawl.ts';
import { test as base, type Ground, openGround } from './ground.ts';
import { hasConditions, Interception } from './interception.ts';
import { thorough } from './sample.ts';
import { leaksIn } from './sights.ts';
import { type Call, calls, harmless, operators, serviceCalls } from './store-calls.ts';
import { listStoreFunctions } from './store-functions.ts';
import { type Outcome, type Stranger, strangersOf, tryOn, unlockAllButQueries } from './stranger.ts';
import { openGroundPages } from './visitor.ts';

vi.setConfig({ testTimeout: 600_000 });

const test = base
  /** A ground where row security is off, so that what the queries say themselves is the only lock. */
  .extend('bare', { scope: 'file' }, async ({}, { onCleanup }) => {
    const { ground, close } = await openGround(inject('server'));
    await withClient(ground.connections.superuser, (client) => client.query(unlockAllButQueries(ground.tables)));
    onCleanup(close);
    return ground;
  })
  .extend('interception', { scope: 'file' }, ({}, { onCleanup }) => {
    const interception = new Interception();
    onCleanup(() => interception.end());
    return interception;
  })
  .extend('tried', { scope: 'file' }, async ({ bare, interception }): Promise<Tried[]> => {
    const tried: Tried[] = [];
    for (const attempt of attempts(bare))
      tried.push({
        ...attempt,
        ...(await tryOn(bare, interception, attempt.who, attempt.stranger, attempt.call)),
      });
    return tried;
  });

interface Try {
  name: string;
  call: Call;
  who: Who;
  stranger: Stranger;
}

/** A try and what it came to, with every query whole. */
type Tried = Try & Outcome;

/** Every call there is to try: by a person on what is another partnership's and another case's, by the service on the former. */
function* attempts(ground: Ground): Generator<Try> {
  const { otherPartnership, otherCase } = strangersOf(ground);
  const who = ground.places.a.people['review-lead'];
  for (const [name, call] of Object.entries(calls)) {
    yield { name, call, who, stranger: otherPartnership };
    yield { name, call, who, stranger: otherCase };
  }
  for (const [name, call] of Object.entries(serviceCalls)) {
    yield { name, call, who: serviceIn(who.partnership), stranger: otherPartnership };
  }
}

test('every store function that reaches a partnership’s tables is tried here', async ({ bare }) => {
  const tried = [...Object.keys(calls), ...Object.keys(serviceCalls), ...operators];
  expect(tried.toSorted()).toEqual(await listStoreFunctions(bare.tables));
});

test('no store function reads or changes what is a stranger’s, though no policy stops it', ({ tried }) => {
  const found = tried.flatMap(({ name, stranger, damage }) =>
    damage.map((what) => `${name} for ${stranger.name}: ${what}`),
  );
  expect(found).toEqual([]);
});

test('no query can lose its conditions unnoticed', async ({ bare, interception, tried }) => {
  const noticed = new Set<string>();
  const weakened = new Set<string>();
  for (const { name, call, who, stranger, queries } of tried) {
    for (const query of [...queries].filter(hasConditions)) {
      const one = `${name}: ${query}`;
      if (noticed.has(one)) continue;
      const { damage } = await interception.without(query, () => tryOn(bare, interception, who, stranger, call));
      weakened.add(one);
      if (damage.length > 0) noticed.add(one);
    }
  }
  const survivors = [...weakened.difference(noticed)].map((query) => query.split(': ')[0]);
  expect(survivors.toSorted()).toEqual(harmless);
  expect(noticed.size).toBeGreaterThan(20);
});

test('no page shows a stranger’s word, though no policy stops it', async ({ bare }) => {
  const pages = await openGroundPages(bare);
  const sampled = /^(business-manager|review-lead|practitioner) /;
  const readers = readersOf(bare).filter(({ name }) => thorough || sampled.test(name));
  const sights = await crawl(pages, bare, readers, { own: 4, foreign: 8, linksOfRoute: 1 });
  await pages.app.close();
  expect(leaksIn(sights)).toEqual([]);
  expect(sights.filter(({ status }) => status === 200).length).toBeGreaterThan(100);
});

import { expect, inject, vi } from 'vitest';
import { withClient } from '../../src/platform/database/connection.ts';
import { serviceIn } from '../../src/platform/jobs/partnerships.store.ts';
import { crawl, readersOf } from './crawl.ts';
import { test as base, openGround, thorough } from './ground.ts';
import { leaksIn } from './sights.ts';
import { calls, listStoreFunctions, operators, serviceCalls } from './store-calls.ts';
import { damageOf, strangersOf, unlockAllButQueries } from './stranger.ts';
import { openGroundPages } from './visitor.ts';

vi.setConfig({ testTimeout: 600_000 });

/** A ground where row security is off, so that what the queries say themselves is the only lock. */
const test = base.extend('bare', { scope: 'file' }, async ({}, { onCleanup }) => {
  const { ground, close } = await openGround(inject('server'));
  await withClient(ground.connections.superuser, (client) => client.query(unlockAllButQueries(ground.tables)));
  onCleanup(close);
  return ground;
});

test('every store function that reaches a partnership’s tables is tried here', async ({ bare }) => {
  const tried = [...Object.keys(calls), ...Object.keys(serviceCalls), ...operators];
  expect(tried.toSorted()).toEqual(await listStoreFunctions(bare.tables));
});

test('no store function shows or changes what is a stranger’s, though no policy stops it', async ({ bare }) => {
  const { otherPartnership, otherCase } = strangersOf(bare);
  const who = bare.places.a.people['review-lead'];
  const damage: string[] = [];
  for (const stranger of [otherPartnership, otherCase]) {
    for (const [name, call] of Object.entries(calls)) {
      damage.push(
        ...(await damageOf(bare, who, stranger, call)).map((what) => `${name} for ${stranger.name}: ${what}`),
      );
    }
  }
  for (const [name, call] of Object.entries(serviceCalls)) {
    damage.push(
      ...(await damageOf(bare, serviceIn(who.partnership), otherPartnership, call)).map((what) => `${name}: ${what}`),
    );
  }
  expect(damage).toEqual([]);
});

test('no page shows a stranger’s word, though no policy stops it', async ({ bare }) => {
  const pages = await openGroundPages(bare);
  const readers = readersOf(bare).filter(
    ({ name }) => thorough || /^(business-manager|review-lead|practitioner) /.test(name),
  );
  const sights = await crawl(pages, bare, readers, { whole: thorough, linksOfRoute: 1 });
  await pages.app.close();
  expect(leaksIn(sights)).toEqual([]);
  expect(sights.filter(({ status }) => status === 200).length).toBeGreaterThan(100);
});

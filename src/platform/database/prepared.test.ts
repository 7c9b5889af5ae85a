import type { Kysely } from 'kysely';
import { expect, vi } from 'vitest';
import { test } from '../../../test/harness/house.ts';
import type { Tables } from './database.ts';
import { prepared } from './prepared.ts';

const byName = (db: Kysely<Tables>, { name, most }: { name: string; most: number }) =>
  db
    .selectFrom('person')
    .select(['name', 'job_title'])
    .where('name', '=', name)
    .where('job_title', '=', '')
    .limit(most);

test('a prepared query is built once and asked with each one’s own values', async ({ house }) => {
  const build = vi.fn(byName);
  const select = prepared(build);
  const one = await house.person(house.dunmere, 'business-manager');
  const other = await house.person(house.elsewhere, 'business-manager');
  for (const who of [one, other, one]) {
    const found = await house.data.as(who, ({ db }) => select(db, { name: who.name, most: 5 }));
    expect(found).toEqual([{ name: who.name, job_title: '' }]);
  }
  expect(await house.data.as(one, ({ db }) => select(db, { name: other.name, most: 5 }))).toEqual([]);
  expect(await house.data.as(one, ({ db }) => select(db, { name: one.name, most: 0 }))).toEqual([]);
  expect(build).toHaveBeenCalledOnce();
});

test('a query that depends on what a value is cannot be prepared', async ({ house }) => {
  const select = prepared((db, { name }: { name: string }) =>
    db.selectFrom('person').select('name').where('name', '=', `${name} Okafor`),
  );
  const who = await house.person(house.dunmere, 'business-manager');
  await expect(house.data.as(who, ({ db }) => select(db, { name: 'Marian' }))).rejects.toThrow(
    'cannot depend on what "name" is',
  );
});

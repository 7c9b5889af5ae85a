import { expect } from 'vitest';
import type { House } from '../../../test/harness/house.ts';
import type { Browser } from '../../../test/harness/pages.ts';
import { withClient } from '../../platform/database/connection.ts';
import type { Who } from '../../platform/database/database.ts';
import { addAgency, addOrganisation } from '../agencies/agency.store.ts';
import { giveThings } from '../leaving/leaving.fixture.ts';
import type { Asked } from './reorganise.ts';
import { heldBy, kindsOf } from './transition.fixture.ts';
import { keyOf } from './transition.ts';

/** A partnership with people, groups and an agency it shares with its neighbour, and one account in both. */
export async function cast(house: House) {
  const manager = await house.person(house.dunmere, 'business-manager');
  const chair = await house.person(house.dunmere, 'independent-chair');
  const other = await house.person(house.dunmere, 'observer');
  const neighbour = await house.person(house.elsewhere, 'business-manager');
  const inBoth = await house.alsoIn(other, house.elsewhere, 'observer');
  const things = await giveThings(house, chair, other);
  const police = await house.data.as(manager, (scope) => addOrganisation(scope, 'Westry Police'));
  for (const who of [manager, neighbour])
    await house.data.as(who, (scope) =>
      addAgency(scope, { organisation: police, name: 'Westry Police', kind: 'police' }),
    );
  return { manager, chair, other, neighbour, inBoth, things };
}

export const listed = ({ partnership, slug }: House['dunmere']) => ({ partnership, slug });
export const merger = (house: House, more: Partial<Asked> = {}): Asked => ({
  kind: 'merge',
  from: [listed(house.dunmere)],
  into: [listed(house.elsewhere)],
  same: new Map(),
  dryRun: false,
  ...more,
});

/** Begins a merger on the pages, or what `fields` say. @returns the address of the transition */
export async function begin(visitor: Browser, fields = { kind: 'merge', goesTo: 'elsewhere' }): Promise<string> {
  const answer = await visitor.post('/dunmere/transition/reorganise', fields);
  expect(answer.statusCode).toBe(303);
  return String(answer.headers.location);
}

/** Carries what can go along, and ends the rest, kind by kind, as the pages let one. */
export async function answerAll(house: House, who: Who, visitor: Browser, at: string): Promise<void> {
  const held = await heldBy(house, who, 'merge');
  for (const kind of kindsOf('merge')) {
    const shown = held.filter((one) => one.kind === kind && one.stays === undefined).map(keyOf);
    if (shown.length > 0) expect((await visitor.post(`${at}/carry`, { kind, shown })).statusCode).toBe(303);
  }
  const ending = held
    .filter(({ stays }) => stays !== undefined)
    .flatMap((one): [string, string][] => [
      [keyOf(one), 'ended'],
      [`was-${keyOf(one)}`, ''],
    ]);
  await visitor.post(at, { ...Object.fromEntries(ending), because: 'It ends with the partnership' });
}

/** Every row of every table of partnerships and their trail, but for what only looks: nothing was changed where it is the same. */
export const countRows = (house: House) =>
  withClient(house.connections.superuser, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select relname as name from pg_class where relkind = 'r' and relrowsecurity and relnamespace = 'public'::regnamespace order by 1`,
    );
    const counts: Record<string, string> = {};
    for (const { name } of rows) {
      const sql = `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as all from ${name} t`;
      counts[name] = (await client.query<{ all: string }>(sql)).rows[0]?.all ?? '';
    }
    return counts;
  });

import { expect } from 'vitest';
import { sayOfDuty } from '../../src/partnership/settings/duty-use.store.ts';
import { plainDate } from '../../src/platform/calendar/plain-date.ts';
import { addressesOf } from './addresses.ts';
import { test } from './ground.ts';
import { openGroundPages, visit } from './visitor.ts';

const papers = { assessedOn: plainDate('2026-01-05'), agreedOn: plainDate('2026-01-05') };

test('a duty that a partnership does not use is not there for anyone in it, and stays with its neighbour', async ({
  ground,
}) => {
  const pages = await openGroundPages(ground);
  const { a, b } = ground.places;
  const use = (inUse: boolean) =>
    ground.database.as(a.people['business-manager'], (scope) => sayOfDuty(scope, 'enquiries', { inUse, ...papers }));
  const addresses = pages.routes
    .filter(({ method, path }) => method !== 'HEAD' && path.startsWith('/:partnership/enquiries'))
    .flatMap((route) => addressesOf(route, ground).map((address) => ({ ...address, method: route.method })));
  const ask = async (role: 'review-lead' | 'business-manager') => {
    const [here, there] = [await visit(pages, a.people[role].account), await visit(pages, b.people[role].account)];
    const statuses = { here: new Set<number>(), there: new Set<number>() };
    for (const { url, method, in: place } of addresses) {
      const [visitor, side] = place === a ? ([here, 'here'] as const) : ([there, 'there'] as const);
      const answer = method === 'POST' ? await visitor.post(url) : await visitor.get(url);
      statuses[side].add(answer.statusCode);
    }
    const menu = async (visitor: typeof here, slug: string) =>
      (await visitor.get(`/${slug}`)).body.includes(`href="/${slug}/enquiries"`);
    return { statuses, menus: [await menu(here, a.slug), await menu(there, b.slug)] };
  };

  expect(addresses.length).toBeGreaterThan(20);
  for (const role of ['review-lead', 'business-manager'] as const) {
    await use(true);
    const on = await ask(role);
    expect([...on.statuses.here]).toContain(200);
    expect(on.menus).toEqual([true, true]);

    await use(false);
    const off = await ask(role);
    expect([...off.statuses.here]).toEqual([404]);
    expect([...off.statuses.there]).toContain(200);
    expect(off.menus).toEqual([false, true]);
  }
  await pages.app.close();
});

import { randomUUID } from 'node:crypto';
import { expect, vi } from 'vitest';
import { type Address, addressesOf } from './addresses.ts';
import { chanceFrom } from './chance.ts';
import { test as base, type Ground } from './ground.ts';
import { areaUnderCurve, errorOfArea, likenessOf } from './likeness.ts';
import { thorough } from './sample.ts';
import { openGroundPages, type Route, type Visitor, visit } from './visitor.ts';

vi.setConfig({ testTimeout: 600_000 });

const test = base
  .extend('pages', { scope: 'file' }, async ({ ground }, { onCleanup }) => {
    const pages = await openGroundPages(ground);
    onCleanup(() => pages.app.close());
    return pages;
  })
  .extend('reader', { scope: 'file' }, ({ ground, pages }) =>
    visit(pages, ground.places.a.people['review-lead'].account),
  );

/** As long as the hidden one, and nobody’s. */
const noSlug = 'harrowvale';

interface Pair {
  method: string;
  hidden: string;
  missing: string;
  /** The parts of both addresses, for leaving them out of the comparison. */
  parts: readonly string[];
}

/** For each address of something hidden, one that is the same but for naming what does not exist. */
function pairsOf(routes: readonly Route[], ground: Ground): Pair[] {
  const { a, b } = ground.places;
  const hidden = (route: Route) => addressesOf(route, ground).filter((address) => isHidden(address, route));
  const isHidden = (address: Address, { path }: Route) =>
    address.in === b ||
    (address.in !== undefined && address.of === b) ||
    (path.includes(':case') && address.url.includes(a.shutCase));
  return routes
    .filter(({ method, path }) => (method === 'GET' || method === 'POST') && path.includes(':partnership'))
    .flatMap((route) =>
      hidden(route).map(({ url }) => {
        const ids = url.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? [];
        const others = ids.map(() => randomUUID());
        const missing = ids
          .reduce((text, id, at) => text.replace(id, others[at] ?? ''), url)
          .replace(`/${b.slug}`, `/${noSlug}`);
        return { method: route.method, hidden: url, missing, parts: [b.slug, noSlug, ...ids, ...others] };
      }),
    );
}

const send = (reader: Visitor, method: string, url: string) =>
  method === 'GET' ? reader.get(url) : reader.post(url, { words: 'None' });

test('whatever is hidden is answered as if it did not exist, to the byte, on every page and for every form', async ({
  ground,
  pages,
  reader,
}) => {
  const pairs = pairsOf(pages.routes, ground);
  const different: string[] = [];
  for (const { method, hidden, missing, parts } of pairs) {
    const [one, other] = [await send(reader, method, hidden), await send(reader, method, missing)];
    if (one.statusCode < 400 || likenessOf(one, parts) !== likenessOf(other, parts))
      different.push(`${method} ${hidden} and ${missing}`);
  }
  expect(different).toEqual([]);
  expect(pairs.length).toBeGreaterThan(50);
});

test('a case that is shut by a conflict of interest is answered as if it did not exist', async ({
  ground,
  pages,
  reader,
}) => {
  const { openCase, people } = ground.places.a;
  const path = `/rivermouth/enquiries/${openCase}`;
  const chair = await visit(pages, people['partnership-chair'].account);
  expect((await chair.get(path)).statusCode).toBe(200);
  await chair.post(`${path}/conflicts`, { reason: 'A relative' });
  const nowhere = randomUUID();
  const [hidden, missing] = [await chair.get(path), await chair.get(`/rivermouth/enquiries/${nowhere}`)];
  expect(likenessOf(hidden, [openCase])).toBe(likenessOf(missing, [nowhere]));
  expect((await reader.get(path)).statusCode).toBe(200);
});

const pairs = thorough ? 2000 : 300;

/** Above this, hidden could be told from missing by the clock: the limit, and what chance may add to so few pairs. */
const limit = 0.55 + (thorough ? 0 : 2.6 * errorOfArea(pairs));

/** The area under the curve of two kinds of request, asked in turn, first one and then the other by chance. */
async function compare(hidden: () => Promise<unknown>, missing: () => Promise<unknown>): Promise<number> {
  const chance = chanceFrom(11);
  const times = { hidden: [] as number[], missing: [] as number[] };
  const time = async (kind: keyof typeof times, ask: () => Promise<unknown>) => {
    const from = performance.now();
    await ask();
    times[kind].push(performance.now() - from);
  };
  for (let at = 0; at < 30; at++) await Promise.all([hidden(), missing()]);
  for (let at = 0; at < pairs; at++) {
    const order = chance() < 0.5 ? (['hidden', 'missing'] as const) : (['missing', 'hidden'] as const);
    for (const kind of order) await time(kind, kind === 'hidden' ? hidden : missing);
  }
  const area = areaUnderCurve(times.hidden, times.missing);
  return Math.max(area, 1 - area);
}

/** A machine that does much else at once blurs the clock: what can be told, or cannot, shows again when it is asked again. */
const askedAgain = { retry: 2 };

test.for([
  ['a partnership one is not in', '/harrowdale', `/${noSlug}`],
  ['a page of a partnership one is not in', '/harrowdale/enquiries', `/${noSlug}/enquiries`],
  ['a case one is not on', '/rivermouth/enquiries/SHUT', '/rivermouth/enquiries/MISSING'],
  ['a case of another partnership', '/rivermouth/enquiries/THEIRS', '/rivermouth/enquiries/MISSING'],
] as const)(
  'the clock does not tell %s from one that does not exist',
  askedAgain,
  async ([, hidden, missing], { ground, reader }) => {
    const { a, b } = ground.places;
    const url = hidden.replace('SHUT', a.shutCase).replace('THEIRS', b.openCase);
    const area = await compare(
      () => reader.get(url),
      () => reader.get(missing.replace('MISSING', randomUUID())),
    );
    expect(area).toBeLessThan(limit);
  },
);

test(
  'the clock would tell, if as little as one query more were asked for what is hidden',
  askedAgain,
  async ({ ground, reader }) => {
    const { reference } = ground.database;
    const oneMore = async () => {
      await reference.selectFrom('person').select('id').execute();
      await reader.get('/harrowdale');
    };
    expect(await compare(oneMore, () => reader.get(`/${noSlug}`))).toBeGreaterThan(limit);
  },
);

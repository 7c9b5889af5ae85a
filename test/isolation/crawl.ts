import { type Address, addressesOf, routeOf } from './addresses.ts';
import type { Ground, Place } from './ground.ts';
import { textOf } from './response-text.ts';
import { type GroundPages, type Visitor, visit } from './visitor.ts';
import { canariesIn } from './words.ts';

/** Somebody who looks at everything. */
export interface Reader {
  /** Whose eyes: the role or the example's account, and where. */
  name: string;
  account: string;
  /** The partnerships they have a seat in. */
  seats: readonly Place[];
}

/** What one page showed. */
export interface Sight {
  reader: Reader;
  route: string;
  url: string;
  status: number;
  canaries: readonly string[];
}

/** Everyone who can sign in: a person for each role in each partnership, and the accounts of the example. */
export function readersOf({ places }: Ground): Reader[] {
  const byAccount = new Map<string, Reader>();
  for (const place of Object.values(places)) {
    for (const [name, { account }] of [...Object.entries(place.people), ...Object.entries(place.example)]) {
      const known = byAccount.get(account);
      byAccount.set(account, { name: `${name} of ${place.slug}`, account, seats: [...(known?.seats ?? []), place] });
    }
  }
  return [...byAccount.values()];
}

export interface CrawlOptions {
  /** Opens every address; otherwise each reader opens a part of them, so that together they open all. */
  whole: boolean;
  /** How many linked pages of one route each reader follows. */
  linksOfRoute: number;
}

/** Opens every page that can be asked for, as every reader, and follows the links on them. */
export async function crawl(
  pages: GroundPages,
  ground: Ground,
  readers: readonly Reader[],
  options: CrawlOptions,
): Promise<Sight[]> {
  const sights: Sight[] = [];
  const addresses = pages.routes
    .filter(({ method, path }) => method === 'GET' && !path.includes('*'))
    .flatMap((route) => addressesOf(route, ground));
  for (const [at, reader] of readers.entries()) {
    const visitor = await visit(pages, reader.account);
    const mine = addresses.filter((address, nth) => options.whole || isPart(address, reader, at + nth));
    const looking = new Looking(pages, reader, visitor, sights);
    for (const { url } of mine) await looking.at(url);
    await looking.along(options.linksOfRoute);
  }
  return sights;
}

/** One's own pages with one's own identifiers always; of strangers' addresses each reader takes every fourth, another one each. */
const isPart = (address: Address, { seats }: Reader, turn: number): boolean => {
  const ownPlace = !address.in || seats.includes(address.in);
  const ownRows = !address.of || seats.includes(address.of);
  return (ownPlace && ownRows) || turn % 4 === 0;
};

class Looking {
  readonly #pages: GroundPages;
  readonly #reader: Reader;
  readonly #visitor: Visitor;
  readonly #sights: Sight[];
  readonly #seen = new Set<string>();
  readonly #links = new Set<string>();

  constructor(pages: GroundPages, reader: Reader, visitor: Visitor, sights: Sight[]) {
    this.#pages = pages;
    this.#reader = reader;
    this.#visitor = visitor;
    this.#sights = sights;
  }

  async at(url: string): Promise<void> {
    if (this.#seen.has(url)) return;
    this.#seen.add(url);
    const response = await this.#visitor.get(url);
    const text = textOf(response);
    for (const [, href = ''] of text.matchAll(/href="(\/[^"#]*)"/g)) this.#links.add(href.replaceAll('&amp;', '&'));
    const route = routeOf(this.#pages.routes, url) ?? 'none';
    this.#sights.push({ reader: this.#reader, route, url, status: response.statusCode, canaries: canariesIn(text) });
  }

  /** Follows the links of what was seen, `most` for each route, until there are no new ones. */
  async along(most: number): Promise<void> {
    const followed = new Map<string, number>();
    for (const href of this.#links) {
      const route = routeOf(this.#pages.routes, href);
      if (route === undefined || route.includes('*') || this.#seen.has(href)) continue;
      const before = followed.get(route) ?? 0;
      if (before >= most) continue;
      followed.set(route, before + 1);
      await this.at(href);
    }
  }
}

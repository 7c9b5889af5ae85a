import { type Address, addressesOf, routeOf } from './addresses.ts';
import type { Ground, Place } from './ground.ts';
import { textOf } from './response-text.ts';
import { isSampled, thorough } from './sample.ts';
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
  /** One in how many addresses inside their partnership each reader opens, where the run is sampled. */
  own: number;
  /** One in how many of the others: of another partnership, or with its identifiers. */
  foreign: number;
  /** How many linked pages of one route the leaders follow, and in a whole run everyone. */
  linksOfRoute: number;
}

/** Opens the pages that can be asked for, as every reader, and follows the links on them. */
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
  for (const reader of readers) {
    const looking = new Looking(pages, reader, await visit(pages, reader.account), sights);
    const leads = leaders.some((role) => reader.name.startsWith(role));
    for (const [nth, address] of addresses.entries()) {
      const own = isOwn(address, reader);
      const oneIn = own ? (leads ? 1 : options.own) : options.foreign;
      if (isSampled(`${reader.name} ${address.route} ${nth}`, oneIn)) await looking.at(address.url);
    }
    if (leads || thorough) await looking.along(options.linksOfRoute);
  }
  return sights;
}

/** They open everything of their own, always: of all roles these see most, and the scrutineer alone sees their workspace. */
const leaders = ['business-manager of', 'review-lead of', 'scrutineer of'];

const isOwn = (address: Address, { seats }: Reader): boolean =>
  [address.in, address.of].every((place) => !place || seats.includes(place));

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
    for (const [, href = ''] of text.matchAll(/href="([^"#]*)"/g)) this.#note(href.replaceAll('&amp;', '&'), url);
    const route = routeOf(this.#pages.routes, url) ?? 'none';
    this.#sights.push({ reader: this.#reader, route, url, status: response.statusCode, canaries: canariesIn(text) });
  }

  #note(href: string, seenAt: string): void {
    const { host, pathname, search } = new URL(href, `http://localhost${seenAt}`);
    // a paper says the same as PDF and as Word, where its words can be read
    if (host === 'localhost') this.#links.add(`${pathname}${search.replace(/\bas=pdf\b/, 'as=docx')}`);
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

import type { FastifyRequest, RouteHandlerMethod } from 'fastify';
import type { Permissions } from '../platform/access/permissions.ts';
import type { Scope } from '../platform/database/database.ts';
import type { Answer } from '../platform/http/answers.ts';
import { NotFound, RefusedWithPage } from '../platform/http/errors.ts';
import { type Answers, once } from '../platform/http/form-use.store.ts';
import type { FrameParts } from '../platform/http/respond.ts';
import { respond } from '../platform/http/respond.ts';
import { checkForm } from '../platform/http/server.ts';
import { type Handler, identify } from '../platform/identity/doors.ts';
import { rememberSlug, type Session } from '../platform/identity/session.store.ts';
import { findStanding, holdAlone, holdOpen } from './closing.store.ts';
import { closedLabel, type Farewell, farewellOf, stillChanges } from './closing.ts';
import type { Duty, NavigationItem } from './duty.ts';
import { FarewellPage, ReadOnlyPage } from './pages/closed.tsx';
import type { RecordType } from './record-type.ts';
import type { Role } from './roles.ts';
import { findSeat, listMemberships, type Seat } from './seat.store.ts';
import { isInUse } from './settings/duty-use.ts';
import { isSlug } from './slug.ts';
import type { Holding } from './transition/holding.ts';

/** A scope opened for a page: who asks, the roles they hold today, and what those allow. */
export interface SeatedScope extends Scope {
  seat: Seat;
  slug: string;
  permissions: ReadonlySet<string>;
}

/** What the doors of partnerships need to know of the whole house. */
export interface House {
  permissions: Permissions<Role>;
  navigation: readonly NavigationItem[];
  duties: readonly Pick<Duty, 'name' | 'title' | 'restricted'>[];
  /** The types of records of every floor, in the order in which people read them. */
  records: readonly RecordType[];
  /** What a partnership holds, kind by kind. */
  holdings: readonly Holding[];
}

declare module 'fastify' {
  interface FastifyInstance {
    house: House;
  }
}

/** In place of an address that no partnership has, so that it takes the same road as a partnership one is not in. */
const noPartnership = '00000000-0000-0000-0000-000000000000';

/**
 * The partnership that the address names.
 *
 * @throws {NotFound} when no partnership can have that address, whoever asks
 */
export function slugOf(request: FastifyRequest): string {
  const { partnership } = request.params as { partnership: string };
  if (!isSlug(partnership)) throw new NotFound();
  return partnership;
}

/**
 * A page inside a partnership. Who has no role there today gets the page for what does not exist.
 *
 * @param options.alone whether a posted form waits until nobody else changes anything in the partnership, and keeps others waiting
 */
export const inScope =
  (handler: Handler<SeatedScope>, options: { alone?: true } = {}): RouteHandlerMethod =>
  async (request, reply) => {
    const session = await identify(request, { slug: slugOf(request) });
    const work = (scope: SeatedScope) => answerOnce(scope, request, () => handler(scope, request));
    const answer = await enterSeated(request, session, work, options);
    return respond(request, reply, answer);
  };

/**
 * Checks the form, when one was posted, and does `work` in the partnership of the address, in the seat of whoever asks.
 *
 * @throws {NotFound} where they have none, or there is no such partnership
 * @throws {RefusedWithPage} where the partnership has closed: it is read only, and who was in it is told where it went
 */
export async function enterSeated<T>(
  request: FastifyRequest,
  session: Session,
  work: (scope: SeatedScope) => Promise<T>,
  { alone = false }: { alone?: boolean } = {},
): Promise<T> {
  const slug = slugOf(request);
  request.frame = { account: { name: session.account.name }, partnerships: 1, navigation: [], boundTo: session.id };
  if (request.method === 'POST') await checkForm(request);
  const { house, concordat } = request.server;
  const { id: account } = session.account;
  const partnership = session.partnership ?? noPartnership;
  const changes = request.method === 'POST';
  const path = request.routeOptions.url?.replace('/:partnership', '') ?? '';
  const met: { farewell: Farewell | undefined } = { farewell: undefined };
  const done = await concordat.database.enter(
    account,
    partnership,
    async (db, today) => {
      if (changes) await (alone ? holdAlone : holdOpen)({ db, partnership });
      const seat = await findSeat(db, account, partnership, today);
      if (!seat) met.farewell = farewellOf(await findStanding(db, account, partnership));
      return seat;
    },
    async (scope, seat) => {
      const seated: SeatedScope = { ...scope, seat, slug, permissions: house.permissions.of(seat.roles) };
      request.frame = frameFor(seated, house, session.id, request);
      if (isShut(path, seat, house)) throw new NotFound();
      if (changes && seat.partnership.closedOn !== undefined && !stillChanges(path))
        throw new RefusedWithPage(403, ReadOnlyPage({ home: `/${slug}` }));
      if (session.lastSlug !== slug) await rememberSlug(seated.db, session.id, slug);
      return { result: await work(seated) };
    },
  );
  if (met.farewell) throw new RefusedWithPage(410, FarewellPage({ farewell: met.farewell }));
  if (!done) throw new NotFound();
  return done.result;
}

/** What `work` answers; a posted form is worked on once, however often it is sent. */
export const answerOnce = async (
  { db, account }: Scope,
  request: FastifyRequest,
  work: () => Promise<Answer> | Answer,
): Promise<Answer> =>
  request.method === 'POST' ? await once(db, account, (request.body ?? {}) as Answers, work) : await work();

/** One of the partnerships somebody is in, and what was read there. */
export interface Place<T> {
  slug: string;
  seat: Seat;
  found: T;
}

/**
 * A page across all of somebody's partnerships: one short scope for each, so that nothing ever sees two at once. Its menu is
 * that of the partnership they opened last.
 *
 * @param read what to read in each, all of it asked at once
 * @param show the page, from what was read; the farewells are of partnerships one was in that have closed
 */
export const acrossPartnerships =
  <T>(
    read: (scope: Scope) => Promise<T>,
    show: (places: readonly Place<T>[], request: FastifyRequest, farewells: readonly Farewell[]) => Answer,
  ): RouteHandlerMethod =>
  async (request, reply) => {
    const session = await identify(request);
    const { database } = request.server.concordat;
    const { id: account } = session.account;
    const memberships = database.asAccount(account, ({ db }) => listMemberships(db, account), { atOnce: true });
    const places: Place<T>[] = [];
    const farewells: Farewell[] = [];
    for (const { slug, ...ids } of await memberships) {
      const who = { account, ...ids };
      // asked together; what was read is dropped where no role is held today
      const both = (scope: Scope) =>
        Promise.all([findSeat(scope.db, account, who.partnership, scope.today), read(scope)]);
      const [seat, found] = await database.as(who, both, { atOnce: true });
      if (seat) places.push({ slug, seat, found });
      else {
        const farewell = farewellOf(
          await database.as(who, ({ db }) => findStanding(db, account, who.partnership), { atOnce: true }),
        );
        if (farewell) farewells.push(farewell);
      }
    }
    const here = places.find(({ slug }) => slug === session.lastSlug) ?? places[0];
    request.frame = {
      account: { name: session.account.name },
      partnerships: places.length,
      boundTo: session.id,
      navigation: here ? menuOf(here, request.server.house, request.url.split('?')[0] ?? '') : [],
      ...(here ? { partnership: { slug: here.slug, name: closedLabel(here.seat.partnership) } } : {}),
    };
    return respond(request, reply, show(places, request, farewells));
  };

function frameFor({ seat, slug }: SeatedScope, house: House, session: string, request: FastifyRequest): FrameParts {
  return {
    account: { name: seat.name },
    partnership: { slug, name: closedLabel(seat.partnership) },
    partnerships: seat.partnerships,
    boundTo: session,
    navigation: menuOf({ slug, seat }, house, request.url.split('?')[0] ?? ''),
  };
}

/** The duty to which a page inside a partnership belongs: the first segment of `path`, such as `/inspections/england`. */
export const dutyAt = (path: string): string => path.split('/')[1] ?? '';

/** Whether the page at `path` inside a partnership is one of a duty that the partnership does not use. */
export function isShut(path: string, { duties }: Pick<Seat, 'duties'>, house: Pick<House, 'duties'>): boolean {
  const name = dutyAt(path);
  const duty = house.duties.find((one) => one.name === name);
  return duty !== undefined && !isInUse(duty, duties);
}

/** The menu of somebody in a partnership: what their roles let them open, and where they stand. */
export function menuOf(
  { slug, seat }: { slug: string; seat: Seat },
  house: House,
  path: string,
): FrameParts['navigation'] {
  const granted = house.permissions.of(seat.roles);
  const isAt = (href: string) => path === href || path.startsWith(`${href}/`);
  const items = house.navigation
    .filter((item) => granted.has(item.permission) && !isShut(item.path, seat, house))
    .map(({ text, path: below, also = [] }) => ({
      text,
      href: `/${slug}${below}`,
      current: [below, ...also].some((one) => isAt(`/${slug}${one}`)),
    }));
  return [{ text: 'Today', href: '/today', current: isAt('/today') }, ...items];
}

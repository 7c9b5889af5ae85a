import type { FastifyRequest, RouteHandlerMethod } from 'fastify';
import type { Permissions } from '../platform/access/permissions.ts';
import { may } from '../platform/access/permit.ts';
import type { Scope } from '../platform/database/database.ts';
import { NotFound } from '../platform/http/errors.ts';
import { type Answers, once } from '../platform/http/form-use.store.ts';
import type { FrameParts } from '../platform/http/respond.ts';
import { respond } from '../platform/http/respond.ts';
import { checkForm } from '../platform/http/server.ts';
import { type Handler, identify } from '../platform/identity/doors.ts';
import type { NavigationItem } from './duty.ts';
import type { Role } from './roles.ts';
import { findSeat, type Seat } from './seat.store.ts';

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
}

declare module 'fastify' {
  interface FastifyInstance {
    house: House;
  }
}

/** In place of an address that no partnership has, so that it takes the same road as a partnership one is not in. */
const noPartnership = '00000000-0000-0000-0000-000000000000';

/** A page inside a partnership. Who has no role there today gets the page for what does not exist. */
export const inScope = (handler: Handler<SeatedScope>): RouteHandlerMethod =>
  async (request, reply) => {
    const slug = (request.params as { partnership: string }).partnership;
    const session = await identify(request, { slug });
    request.frame = { account: { name: session.account.name }, partnerships: 1, navigation: [], boundTo: session.id };
    if (request.method === 'POST') await checkForm(request);
    const { database } = request.server.concordat;
    const { id: account } = session.account;
    const answer = await database.enter(
      account,
      session.partnership ?? noPartnership,
      (db, today) => findSeat(db, account, session.partnership ?? noPartnership, today),
      async (scope, seat) => {
        const { permissions, navigation } = request.server.house;
        const seated: SeatedScope = { ...scope, seat, slug, permissions: permissions.of(seat.roles) };
        request.frame = frameFor(seated, navigation, session.id, request);
        const work = () => handler(seated, request);
        return request.method === 'POST' ? once(scope.db, account, (request.body ?? {}) as Answers, work) : work();
      },
    );
    if (!answer) throw new NotFound();
    return respond(request, reply, answer);
  };

function frameFor(scope: SeatedScope, navigation: readonly NavigationItem[], session: string, request: FastifyRequest): FrameParts {
  const { seat, slug } = scope;
  const path = request.url.split('?')[0] ?? '';
  return {
    account: { name: seat.name },
    partnership: { slug, name: seat.partnership.name },
    partnerships: seat.partnerships,
    boundTo: session,
    navigation: [
      { text: 'Today', href: '/today', current: false },
      ...navigation
        .filter((item) => may(scope, item.permission))
        .map((item) => ({ text: item.text, href: `/${slug}${item.path}`, current: path === `/${slug}${item.path}` || path.startsWith(`/${slug}${item.path}/`) })),
    ],
  };
}

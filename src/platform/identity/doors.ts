import type { FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify';
import type { Database, IdentityScope } from '../database/database.ts';
import type { Answer } from '../http/answers.ts';
import { SignInNeeded } from '../http/errors.ts';
import { type Answers, once } from '../http/form-use.store.ts';
import { readCookie, respond } from '../http/respond.ts';
import { checkForm } from '../http/server.ts';
import { findSession, type Session } from './session.store.ts';
import { sessionCookie } from './session.ts';

/** A handler: it returns its answer, which is sent after the commit. */
export type Handler<Scope> = (scope: Scope, request: FastifyRequest) => Promise<Answer> | Answer;

/** Identity, for somebody who is signed in. */
export interface AccountScope extends IdentityScope {
  account: string;
  session: Session;
}

/** A page for anyone. It reads no session; a form on it is checked like every other. */
export const inPublic =
  (handler: Handler<IdentityScope>): RouteHandlerMethod =>
  async (request, reply) => {
    if (request.method === 'POST') await checkForm(request);
    const answer = await request.server.concordat.database.asAccount(undefined, async (scope) =>
      handler(scope, request),
    );
    return respond(request, reply, answer);
  };

/**
 * A page for anyone whose work takes several short transactions, because something slow stands between them: a password's
 * hash, another server. No connection is held meanwhile.
 */
export const inSteps =
  (handler: Handler<Database>): RouteHandlerMethod =>
  async (request, reply) => {
    if (request.method === 'POST') await checkForm(request);
    return respond(request, reply, await handler(request.server.concordat.database, request));
  };

/** A page that needs no database at all: it is there when the database is not. */
export const withoutData =
  (handler: (request: FastifyRequest) => Answer): RouteHandlerMethod =>
  (request: FastifyRequest, reply: FastifyReply) =>
    respond(request, reply, handler(request));

/**
 * A page of one's own account.
 *
 * @param options.beforeFactor whether it is there for somebody who still has to show a second factor
 */
export const inAccount =
  (handler: Handler<AccountScope>, options: { beforeFactor?: boolean } = {}): RouteHandlerMethod =>
  async (request, reply) => {
    const session = await identify(request, options);
    const navigation = session.factorDue ? [] : [{ text: 'Today', href: '/today', current: false }];
    request.frame = { account: { name: session.account.name }, partnerships: 0, navigation, boundTo: session.id };
    if (request.method === 'POST') await checkForm(request);
    const answer = await request.server.concordat.database.asAccount(session.account.id, async (scope) => {
      const work = () => handler({ ...scope, account: session.account.id, session }, request);
      return request.method === 'POST'
        ? once(scope.db, session.account.id, (request.body ?? {}) as Answers, work)
        : work();
    });
    return respond(request, reply, answer);
  };

/**
 * The session of whoever asks.
 *
 * @throws {SignInNeeded} when there is none, or a second factor is still to be shown; the way there leads back here
 */
export async function identify(
  request: FastifyRequest,
  options: { beforeFactor?: boolean; slug?: string } = {},
): Promise<Session> {
  const session = await sessionOf(request, options.slug);
  if (!session) throw new SignInNeeded(withNext('/sign-in', request));
  if (session.factorDue && !options.beforeFactor) throw new SignInNeeded(withNext('/sign-in/second-factor', request));
  return session;
}

/** The session of whoever asks, if there is one; what is still to be shown in it is another question. */
export async function sessionOf(request: FastifyRequest, slug?: string): Promise<Session | undefined> {
  const token = readCookie(request, sessionCookie);
  const { database } = request.server.concordat;
  return token === undefined ? undefined : await findSession(database.reference, token, database.now(), slug);
}

/** `path`, which remembers the page that was asked for. A form that was sent is not a page to come back to. */
export function withNext(path: string, request: FastifyRequest): string {
  const asked = request.url;
  const worthwhile = request.method === 'GET' && asked !== '/today' && asked.length < 1000;
  return worthwhile ? `${path}?next=${encodeURIComponent(asked)}` : path;
}

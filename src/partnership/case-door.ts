import type { FastifyRequest, RouteHandlerMethod } from 'fastify';
import { type CaseScope, mostCases } from '../platform/database/database.ts';
import { isId, newId } from '../platform/database/ids.ts';
import type { Answer } from '../platform/http/answers.ts';
import { NotFound, SignInNeeded } from '../platform/http/errors.ts';
import { respond } from '../platform/http/respond.ts';
import { type Handler, identify } from '../platform/identity/doors.ts';
import type { Session } from '../platform/identity/session.store.ts';
import { listOwnCases } from './case-team.store.ts';
import { answerOnce, enterSeated, type SeatedScope, slugOf } from './doors.ts';

/** A scope that admits restricted records: of the cases the person is on today, and of no other. */
export interface TeamScope extends SeatedScope, CaseScope {
  /** Set where the person is on more cases than a scope holds: `?before=` with it opens the older ones. */
  olderThan: string | undefined;
}

/**
 * A page of restricted records. Where the address names a `:case`, the scope admits that one alone; otherwise all that the
 * person is on in this duty, the newest 200 at once. A case they are not on, or have a conflict of interest in, is answered
 * like one that does not exist.
 */
export const inCaseScope = (handler: Handler<TeamScope>): RouteHandlerMethod =>
  onTeam(async (seated, request) => {
    const { case: only } = request.params as { case?: string };
    const { before } = request.query as { before?: unknown };
    if (only !== undefined && !isId(only)) throw new NotFound();
    const found = await listOwnCases(seated, {
      duty: dutyOf(request),
      only,
      before: typeof before === 'string' && isId(before) ? before : undefined,
    });
    if (only !== undefined && found.length === 0) throw new NotFound();
    return found;
  }, handler);

/**
 * A page that opens a case: the scope admits a case that does not exist yet, `scope.cases[0]`. Whoever opens it names its
 * first members and is none of them, so that nobody is alone with a restricted record or lets themselves in.
 */
export const inNewCase = (handler: Handler<TeamScope>): RouteHandlerMethod =>
  onTeam(() => Promise.resolve([newId()]), handler);

const onTeam =
  (
    findCases: (scope: SeatedScope, request: FastifyRequest) => Promise<string[]>,
    handler: Handler<TeamScope>,
  ): RouteHandlerMethod =>
  async (request, reply) => {
    const session = await identify(request, { slug: slugOf(request) });
    refuseWeak(session);
    const [seated, found] = await enterSeated(
      request,
      session,
      async (scope) => [scope, await findCases(scope, request)] as const,
    );
    const cases = found.slice(0, mostCases);
    const olderThan = found.length > mostCases ? cases.at(-1) : undefined;
    const answer: Answer = await request.server.concordat.database.asCaseTeam(seated, cases, (scope) => {
      const team: TeamScope = { ...seated, ...scope, olderThan };
      return answerOnce(team, request, () => handler(team, request));
    });
    return respond(request, reply, answer);
  };

/** Restricted records ask more of a session than other pages: a second factor, whatever the role. */
function refuseWeak(session: Session): void {
  if (!session.factor) throw new SignInNeeded('/sign-in/second-factor');
}

/** The duty whose page this is: its name is the segment of the address after the partnership's. */
const dutyOf = (request: FastifyRequest): string => request.routeOptions.url?.split('/')[2] ?? '';

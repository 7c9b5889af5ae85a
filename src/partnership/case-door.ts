import type { FastifyRequest, RouteHandlerMethod } from 'fastify';
import { type CaseScope, mostCases } from '../platform/database/database.ts';
import { isId, newId } from '../platform/database/ids.ts';
import type { Answer } from '../platform/http/answers.ts';
import { FormRefused, NotFound, SignInNeeded } from '../platform/http/errors.ts';
import { respond } from '../platform/http/respond.ts';
import { type Handler, identify, withNext } from '../platform/identity/doors.ts';
import type { Session } from '../platform/identity/session.store.ts';
import { giveCaseKey, openCaseWords } from '../platform/sealed/case-words.ts';
import { listOwnCases, type WordsScope } from './case-team.store.ts';
import { answerOnce, enterSeated, type SeatedScope, slugOf } from './doors.ts';

/** A scope that admits restricted records: of the cases the person is on today, and of no other. */
export interface TeamScope extends SeatedScope, WordsScope {
  /** Set where the person is on more cases than a scope holds: `?before=` with it opens the older ones. */
  olderThan: string | undefined;
}

/** A scope in which a case can begin. */
export interface NewCaseScope extends SeatedScope, CaseScope {
  /** What the case will be called. */
  newCase: string;
  /** Begins it: gives it the key under which its words are sealed. */
  begin(): Promise<NewCaseScope & WordsScope>;
}

/**
 * A page of restricted records. Where the address names a `:case`, the scope admits that one alone; otherwise all that the
 * person is on in this duty, the newest 200 at once. A case they are not on, or have a conflict of interest in, is answered
 * like one that does not exist.
 */
export const inCaseScope = (handler: Handler<TeamScope>): RouteHandlerMethod =>
  throughTeam(findOwnCases, async (scope, request, found) => {
    const words = await openCaseWords(scope, request.server.concordat.keys);
    return await handler(
      { ...scope, words, olderThan: found.length > mostCases ? scope.cases.at(-1) : undefined },
      request,
    );
  });

async function findOwnCases(scope: SeatedScope, request: FastifyRequest): Promise<string[]> {
  const { case: only } = request.params as { case?: string };
  const { before } = request.query as { before?: unknown };
  if (only !== undefined && !isId(only)) throw new NotFound();
  const older = typeof before === 'string' && isId(before) ? before : undefined;
  const found = await listOwnCases(scope, { duty: dutyOf(request), only, before: older });
  if (only !== undefined && found.length === 0) throw new NotFound();
  return found;
}

/**
 * A page that opens a case: the scope admits one that does not exist yet. Whoever opens it names its first members and is none
 * of them, so that nobody is alone with a restricted record or lets themselves in.
 */
export const inNewCase = (handler: Handler<NewCaseScope>): RouteHandlerMethod =>
  throughTeam(
    () => Promise.resolve([newId()]),
    async (scope, request, [newCase = '']) => {
      const { keys } = request.server.concordat;
      const begin = async () => {
        await giveCaseKey(scope, keys, newCase);
        return { ...opened, words: await openCaseWords(scope, keys) };
      };
      const opened: NewCaseScope = { ...scope, newCase, begin };
      return await handler(opened, request);
    },
  );

/** Who asks is found in one transaction, with their cases; what they ask for is done in another, which admits those. */
const throughTeam =
  (
    findCases: (scope: SeatedScope, request: FastifyRequest) => Promise<string[]>,
    handle: (scope: SeatedScope & CaseScope, request: FastifyRequest, found: readonly string[]) => Promise<Answer>,
  ): RouteHandlerMethod =>
  async (request, reply) => {
    const session = await identify(request, { slug: slugOf(request) });
    refuseWeak(session, request);
    const [seated, found] = await enterSeated(
      request,
      session,
      async (scope) => [scope, await findCases(scope, request)] as const,
    );
    const answer = await request.server.concordat.database.asCaseTeam(seated, found.slice(0, mostCases), (scope) =>
      answerOnce(scope, request, () => handle({ ...seated, ...scope }, request, found)),
    );
    return respond(request, reply, answer);
  };

/**
 * Restricted records ask more of a session than other pages: a second factor, whatever the role, and a new proof after a quarter
 * of an hour unused. A form that was sent is not saved then, and what was typed comes back to be copied.
 */
function refuseWeak(session: Session, request: FastifyRequest): void {
  if (!session.factor) throw new SignInNeeded(withNext('/sign-in/second-factor', request));
  if (!session.rested) return;
  if (request.method === 'POST') throw new FormRefused();
  throw new SignInNeeded(withNext('/account/prove', request));
}

/** The duty whose page this is: its name is the segment of the address after the partnership's. */
const dutyOf = (request: FastifyRequest): string => request.routeOptions.url?.split('/')[2] ?? '';

import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { isLost } from '../database/lost.ts';
import {
  ExpiredFormPage,
  FailedPage,
  ForbiddenPage,
  InvalidPage,
  NotFoundPage,
  TooManyPage,
  UnavailablePage,
} from '../ui/error-pages.tsx';
import { goTo } from './answers.ts';
import { Forbidden, FormRefused, RefusedWithPage, SignInNeeded } from './errors.ts';
import type { Answers } from './form-use.store.ts';
import { respond, sendPage } from './respond.ts';

/** What a thrown error looks like to the person who asked. No stack, no SQL, no constraint's name. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof SignInNeeded) return respond(request, reply, goTo(error.to));
  const status = statusOf(error);
  if (status >= 500)
    request.log.error({ request: request.id, route: request.routeOptions.url, ...describe(error) }, 'failed');
  if (status === 503) reply.header('retry-after', '10');
  if (request.frame?.account || error instanceof FormRefused) reply.header('cache-control', 'no-store'); // it shows what was typed
  return sendPage(request, reply, pageFor(error, status, request), status);
}

function pageFor(error: unknown, status: number, request: FastifyRequest): VNode {
  if (error instanceof RefusedWithPage) return error.page;
  if (error instanceof Forbidden) {
    const { roles, title } = request.server.concordat.explain(error.permission);
    return <ForbiddenPage roles={roles} what={title} ask="your partnership’s business manager" />;
  }
  if (error instanceof FormRefused) return <ExpiredFormPage answers={(request.body ?? {}) as Answers} />;
  if (status === 404) return <NotFoundPage />;
  if (status === 429) return <TooManyPage />;
  if (status === 503) return <UnavailablePage />;
  if (status < 500) return <InvalidPage />;
  return <FailedPage reference={request.id} />;
}

function statusOf(error: unknown): number {
  const { statusCode } = Object(error) as { statusCode?: unknown };
  if (typeof statusCode === 'number' && statusCode >= 400) return statusCode;
  return isLost(error) ? 503 : 500;
}

/** The kind of error and where in our code it happened: messages may hold what somebody typed, so they stay out. */
function describe(error: unknown): { error: string; code?: string; at?: string } {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code } = error as { code?: unknown };
  const at = error.stack
    ?.split('\n')
    .find((line) => /\/(src|dist)\//.test(line))
    ?.trim();
  return { error: error.name, ...(typeof code === 'string' ? { code } : {}), ...(at ? { at } : {}) };
}

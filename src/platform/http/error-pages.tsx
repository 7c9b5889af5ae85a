import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
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
import { Forbidden, FormRefused, SignInNeeded } from './errors.ts';
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

/** Connections refused, lost, or none left in time; and a database that is starting or stopping. */
const lost = /^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|57P0[123]|53300|08...)$/;

function statusOf(error: unknown): number {
  const { statusCode, code, message } = error as { statusCode?: unknown; code?: unknown; message?: unknown };
  if (typeof statusCode === 'number' && statusCode >= 400) return statusCode;
  if (typeof code === 'string' && lost.test(code)) return 503;
  if (typeof message === 'string' && /Connection terminated|timeout exceeded when trying to connect/.test(message))
    return 503;
  return 500;
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

import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import type { Frame } from '../ui/frame.ts';
import { renderBytes } from '../ui/render.tsx';
import type { Answer, CookieChange } from './answers.ts';

/** What the doors learn of a request, for the frame around every page, error pages too. */
export interface FrameParts {
  account?: { name: string };
  partnership?: { slug: string; name: string };
  partnerships: number;
  navigation: readonly { text: string; href: string; current: boolean }[];
  /** What form tokens are bound to: the session's id, or nothing before sign-in. */
  boundTo: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    frame: FrameParts | undefined;
  }
}

/** What the forms of somebody who is not signed in are bound to. Not empty: the library refuses an empty one. */
export const unbound = 'nobody';
const nobody: FrameParts = { partnerships: 0, navigation: [], boundTo: unbound };

/** Sends `answer`. Whatever is for somebody signed in is never kept by a browser or a proxy. */
export function respond(request: FastifyRequest, reply: FastifyReply, answer: Answer): FastifyReply {
  if (request.frame?.account) reply.header('cache-control', 'no-store');
  for (const cookie of answer.cookies ?? []) changeCookie(request, reply, cookie);
  switch (answer.kind) {
    case 'page':
      return sendPage(request, reply, answer.vnode, answer.status);
    case 'redirect':
      return reply.code(303).header('location', answer.to).send();
    case 'download':
      return reply
        .header('content-disposition', `attachment; filename="${answer.name}"`)
        .header('content-security-policy', `default-src 'none'; frame-ancestors 'none'; sandbox`)
        .type(answer.type)
        .send(answer.body);
    case 'json':
      return reply.code(answer.status).type('application/json; charset=utf-8').send(JSON.stringify(answer.body));
  }
}

export function sendPage(request: FastifyRequest, reply: FastifyReply, vnode: VNode, status: number): FastifyReply {
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .send(renderBytes(vnode, frameFor(request, reply)));
}

/** The form token is made only when a form asks for it: a page without one neither reads nor sets its cookie. */
function frameFor(request: FastifyRequest, reply: FastifyReply): Frame {
  const { boundTo, ...parts } = request.frame ?? nobody;
  let token: string | undefined;
  return {
    ...parts,
    nonce: reply.cspNonce.script,
    path: request.url.split('?')[0] ?? '/',
    example: request.server.concordat.example,
    get formToken() {
      token ??= reply.generateCsrf({ userInfo: boundTo });
      return token;
    },
    newFormKey: () => randomBytes(18).toString('base64url'),
  };
}

function changeCookie(request: FastifyRequest, reply: FastifyReply, { name, value, maxAge }: CookieChange): void {
  const { secure } = request.server.concordat;
  const options = cookieOptions(secure);
  const full = cookieName(name, secure);
  if (value === undefined) reply.clearCookie(full, options);
  else reply.setCookie(full, value, { ...options, ...(maxAge === undefined ? {} : { maxAge }) });
}

/** What a cookie is called on its way: over HTTPS so that a browser takes it from this host alone, never from a neighbour of its domain. */
export const cookieName = (name: string, secure: boolean): string => (secure ? `__Host-${name}` : name);

/** The cookie of that name that came with a request. */
export const readCookie = (request: FastifyRequest, name: string): string | undefined =>
  request.cookies[cookieName(name, request.server.concordat.secure)];

export const cookieOptions = (secure: boolean) => ({ path: '/', httpOnly: true, sameSite: 'lax' as const, secure });

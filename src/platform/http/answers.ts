import type { Readable } from 'node:stream';
import type { VNode } from 'preact';

/** What a handler gives back. It is sent after the commit: nobody is told "saved" by a transaction that then fails. */
export type Answer = (Page | Redirect | Download | Json) & { cookies?: readonly CookieChange[] };

interface Page {
  kind: 'page';
  vnode: VNode;
  status: number;
}

interface Redirect {
  kind: 'redirect';
  to: string;
}

interface Download {
  kind: 'download';
  name: string;
  type: string;
  body: string | Buffer | Readable;
}

interface Json {
  kind: 'json';
  body: unknown;
  status: number;
}

/** A cookie to set (`value`) or to remove (no value); always host-only, HTTP-only and `SameSite=Lax`. */
export interface CookieChange {
  name: string;
  value?: string;
  /** Seconds; absent means until the browser closes. */
  maxAge?: number;
}

/** A page; 422 is the status of a form that comes back with errors. */
export const page = (vnode: VNode, status = 200): Answer => ({ kind: 'page', vnode, status });

/**
 * See other: after a change, the page that shows it.
 *
 * @param path on this server, beginning with one slash
 * @throws {TypeError} when it leads elsewhere
 */
export function goTo(path: string): Answer {
  if (!isLocalPath(path)) throw new TypeError('a redirect leads to a path on this server');
  return { kind: 'redirect', to: path };
}

/** To another server: the organisation's single sign-on, and nowhere that anybody typed. */
export const leaveFor = (url: URL): Answer => ({ kind: 'redirect', to: url.href });

/** Whether `path` stays on this server (`//host` and `/\host` do not). */
export const isLocalPath = (path: string): boolean => /^\/(?![/\\])[^\s\\]*$/.test(path);

/** A file that the browser saves under `name`. */
export const download = (name: string, type: string, body: string | Buffer | Readable): Answer => ({
  kind: 'download',
  name: name.replaceAll(/[^A-Za-z0-9._-]+/g, '-'),
  type,
  body,
});

export const json = (body: unknown, status = 200): Answer => ({ kind: 'json', body, status });

/** `answer`, which also sets or removes cookies. */
export const withCookies = (answer: Answer, ...cookies: CookieChange[]): Answer => ({
  ...answer,
  cookies: [...(answer.cookies ?? []), ...cookies],
});

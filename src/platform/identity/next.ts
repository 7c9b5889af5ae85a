import { isLocalPath } from '../http/answers.ts';

/** Where people go who were not on their way anywhere. */
export const home = '/today';

/**
 * Where somebody was going before they had to sign in, as a query or a form says it: a path on this server, `home` for anything
 * else.
 */
export function readNext(next: unknown): string {
  if (typeof next !== 'string' || next.length > 1000) return home;
  return isLocalPath(next) && /^[\x21-\x7e]+$/.test(next) ? next : home;
}

/** `path`, which leads on to `next` afterwards. */
export const leadingTo = (path: string, next: string): string =>
  next === home ? path : `${path}?next=${encodeURIComponent(next)}`;

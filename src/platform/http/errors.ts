import type { VNode } from 'preact';

/** Missing, or hidden from whoever asks: from outside the two are the same. */
export class NotFound extends Error {
  readonly statusCode = 404;
}

/** The role the person has does not allow this. `permission` tells the page which roles do. */
export class Forbidden extends Error {
  readonly statusCode = 403;
  readonly permission: string;
  constructor(permission: string) {
    super(`needs ${permission}`);
    this.permission = permission;
  }
}

/** Nobody is signed in, or not far enough; the page at `to` is the way on. */
export class SignInNeeded extends Error {
  readonly statusCode = 303;
  readonly to: string;
  constructor(to: string) {
    super('sign-in needed');
    this.to = to;
  }
}

/** The form was used before with other answers, or carries no key or token that is ours. */
export class FormRefused extends Error {
  readonly statusCode = 403;
}

/** Refused with a page of its own, which says what stands in the way and how to go on. */
export class RefusedWithPage extends Error {
  readonly statusCode: number;
  readonly page: VNode;
  constructor(statusCode: number, page: VNode) {
    super('refused with a page');
    this.statusCode = statusCode;
    this.page = page;
  }
}

/** What was asked for, or the page for missing and hidden. */
export function found<T>(thing: T | undefined | null): T {
  if (thing === undefined || thing === null) throw new NotFound();
  return thing;
}

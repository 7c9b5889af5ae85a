import { Forbidden } from '../http/errors.ts';

/** Somebody who may do some things. */
export interface Actor {
  permissions: ReadonlySet<string>;
}

export const may = ({ permissions }: Actor, permission: string): boolean => permissions.has(permission);

/** The first line of every handler. @throws {Forbidden} when the actor's roles do not allow it */
export function permit(actor: Actor, permission: string): void {
  if (!may(actor, permission)) throw new Forbidden(permission);
}

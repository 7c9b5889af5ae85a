import type { PlainDate } from '../platform/calendar/plain-date.ts';
import type { Standing } from './closing.store.ts';

/** A partnership that has closed, as it tells those who were in it. */
export interface Farewell extends Standing {
  closedOn: PlainDate;
}

/** What a partnership tells its members once it has closed; undefined while it goes on. */
export const farewellOf = (standing: Standing | undefined): Farewell | undefined =>
  standing?.closedOn === undefined ? undefined : { ...standing, closedOn: standing.closedOn };

/** What a partnership is called at the head of its pages: one that has closed says so. */
export const closedLabel = ({ name, closedOn }: { name: string; closedOn: PlainDate | undefined }): string =>
  closedOn === undefined ? name : `${name} (closed, read only)`;

/**
 * Whether a form below `path` of a partnership is still taken after it has closed: only what settles who may read it.
 *
 * @param path inside the partnership: `/people/:person/roles/give`
 */
export const stillChanges = (path: string): boolean => /^\/(people|second-step)(\/|$)/.test(path);

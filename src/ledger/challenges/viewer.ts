import type { SeatedScope } from '../../partnership/doors.ts';
import { may } from '../../platform/access/permit.ts';

/** What somebody may know of challenges. */
export interface Viewer {
  person: string;
  agency: string | undefined;
  /**
   * `kept` by those who keep the log: all that have been put, and drafts about agencies other than their own that are not kept
   * from them; `open` to all of the partnership: those that the agency has answered, or had its time to; otherwise `own`: their
   * agency’s. Everybody sees those that they drafted or that are in their name.
   */
  sees: 'kept' | 'open' | 'own';
}

export const viewerOf = (scope: Pick<SeatedScope, 'person' | 'seat' | 'permissions'>): Viewer => ({
  person: scope.person,
  agency: scope.seat.agency,
  sees: may(scope, 'challenges.manage') ? 'kept' : may(scope, 'challenges.read') ? 'open' : 'own',
});

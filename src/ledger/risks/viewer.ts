import type { SeatedScope } from '../../partnership/doors.ts';
import { may } from '../../platform/access/permit.ts';

/** What somebody may know of risks: all of them, or those that their agency leads or they own. */
export interface Viewer {
  person: string;
  agency: string | undefined;
  all: boolean;
}

export const viewerOf = (scope: Pick<SeatedScope, 'person' | 'seat' | 'permissions'>): Viewer => ({
  person: scope.person,
  agency: scope.seat.agency,
  all: may(scope, 'risks.read'),
});

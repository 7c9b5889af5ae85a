import type { SeatedScope } from '../../partnership/doors.ts';
import { may } from '../../platform/access/permit.ts';

/** What somebody may know of disagreements. Everybody sees those that they raised, or that are or were with them. */
export interface Viewer {
  person: string;
  /** The agency whose disagreements they see; nobody’s for a practitioner. */
  agency: string | undefined;
  /** Whether they see those that went to the partnership. */
  escalated: boolean;
  all: boolean;
}

export const viewerOf = (scope: Pick<SeatedScope, 'person' | 'seat' | 'permissions'>): Viewer => ({
  person: scope.person,
  agency: may(scope, 'disagreements.read-agency') ? scope.seat.agency : undefined,
  escalated: may(scope, 'disagreements.read-escalated'),
  all: may(scope, 'disagreements.read'),
});

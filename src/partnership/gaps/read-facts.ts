import type { Scope } from '../../platform/database/database.ts';
import { listAgencies } from '../agencies/agency.store.ts';
import { listGroups } from '../groups/group.store.ts';
import { listGroupSeats } from '../groups/group-seat.store.ts';
import { kindWordsIn } from '../groups/kind-words.ts';
import { listTermsReviews } from '../groups/terms.store.ts';
import { listPeople } from '../people/person.store.ts';
import { listPriorities } from '../settings/priority.store.ts';
import { findAbout } from '../settings/settings.store.ts';
import type { GapFacts } from './facts.ts';
import { listAssistanceToday, listRolesToday } from './gap-facts.store.ts';

/** What the rules about gaps look at, as it stands today. */
export async function readGapFacts(scope: Scope): Promise<GapFacts> {
  const { law, words } = await findAbout(scope);
  return {
    today: scope.today,
    law,
    kindWords: kindWordsIn(words),
    agencies: await listAgencies(scope),
    people: await listPeople(scope),
    roles: await listRolesToday(scope),
    groups: await listGroups(scope),
    seats: await listGroupSeats(scope),
    termsReviews: await listTermsReviews(scope),
    priorities: await listPriorities(scope),
    assistance: await listAssistanceToday(scope),
  };
}

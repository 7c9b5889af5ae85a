import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { Agency } from '../agencies/agency.store.ts';
import type { Group } from '../groups/group.store.ts';
import type { GroupSeat } from '../groups/group-seat.store.ts';
import type { KindWords } from '../groups/kind-words.ts';
import { isLive } from '../groups/kinds.ts';
import { isOn, sitterOn } from '../groups/seats.ts';
import type { Assistance } from '../people/assistant.store.ts';
import type { Person } from '../people/person.store.ts';
import type { RoleHeld } from '../people/role-held.store.ts';
import type { Regime } from '../regimes/regime.ts';
import type { Priority } from '../settings/priority.store.ts';

/** Everything the rules about gaps look at, as it stands on a day. */
export interface GapFacts {
  today: PlainDate;
  /** With the partnership’s own settings. */
  law: Regime;
  /** What the partnership calls its kinds of group. */
  kindWords: KindWords;
  agencies: readonly Agency[];
  people: readonly Person[];
  roles: readonly RoleHeld[];
  groups: readonly Group[];
  seats: readonly GroupSeat[];
  /** When the newest terms of reference are to be looked at again, by group; a group without terms is not in it. */
  termsReviews: ReadonlyMap<string, PlainDate | undefined>;
  priorities: readonly Pick<Priority, 'id' | 'name' | 'lead' | 'fromOn' | 'untilOn'>[];
  assistance: readonly Assistance[];
}

export const liveGroups = ({ groups, today }: GapFacts): Group[] => groups.filter((group) => isLive(group, today));

export const liveAgencies = ({ agencies, today }: GapFacts): Agency[] =>
  agencies.filter(({ endedOn }) => endedOn === undefined || endedOn >= today);

/** The seats that are there today, in groups that sit today. */
export function liveSeats(facts: GapFacts): GroupSeat[] {
  const live = new Set(liveGroups(facts).map(({ id }) => id));
  return facts.seats.filter((seat) => live.has(seat.group) && isOn(seat, facts.today));
}

/** Whether a person is part of the partnership today: somebody’s last day is still theirs. */
export const isHere = (person: Person | undefined, today: PlainDate): boolean =>
  person !== undefined && (person.leftOn === undefined || person.leftOn >= today);

/** Who sits in a seat today and has not left; undefined where nobody does. */
export const speakerIn = (seat: GroupSeat, { people, today }: GapFacts): Person | undefined => {
  const sitter = sitterOn(seat, today);
  const person = people.find(({ id }) => id === sitter?.person);
  return isHere(person, today) ? person : undefined;
};

/** The roles held today by people who have not left. */
export const rolesToday = ({ roles, people, today }: GapFacts): RoleHeld[] => {
  const here = new Set(people.filter((person) => isHere(person, today)).map(({ id }) => id));
  return roles.filter((role) => isOn(role, today) && here.has(role.person));
};

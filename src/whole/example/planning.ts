import type { Agency } from '../../partnership/agencies/agency.store.ts';
import type { Sector } from '../../partnership/agencies/kinds.ts';
import type { Group } from '../../partnership/groups/group.store.ts';
import type { GroupSeat } from '../../partnership/groups/group-seat.store.ts';
import type { GivenRole } from '../../partnership/partnership.store.ts';
import type { Person } from '../../partnership/people/person.store.ts';
import type { RegimeId } from '../../partnership/regimes/regime.ts';
import type { DutyUse } from '../../partnership/settings/duty-use.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { Chance } from '../../platform/chance.ts';
import type { ExampleGroup, ExamplePartnership, ExamplePerson } from './described.ts';

export type PlannedAgency = Pick<
  Agency,
  'id' | 'name' | 'kind' | 'standing' | 'organisation' | 'parent' | 'emailDomains' | 'endedOn'
>;
export type PlannedPerson = Pick<Person, 'id' | 'name' | 'jobTitle' | 'agency' | 'workEmail' | 'phone' | 'leftOn'>;
export type PlannedGroup = Pick<
  Group,
  'id' | 'name' | 'kind' | 'parent' | 'purpose' | 'decides' | 'sendsUp' | 'quorumMembers' | 'fromOn' | 'endedOn'
>;
export type PlannedSeat = Pick<GroupSeat, 'id' | 'group' | 'agency' | 'capacity' | 'fromOn' | 'untilOn' | 'holders'>;
export type PlannedRole = GivenRole & { id: string; person: string };

interface From {
  id: string;
  person: string;
  untilOn: PlainDate | undefined;
}

/** All that an example partnership holds when it is made: the same for the same day, down to the identifiers. */
export interface Plan {
  about: Pick<ExamplePartnership, 'contact' | 'localWords' | 'logo'>;
  /** What its agencies are across partnerships. */
  organisations: readonly { id: string; name: string }[];
  agencies: readonly PlannedAgency[];
  people: readonly PlannedPerson[];
  groups: readonly PlannedGroup[];
  needs: readonly { group: string; sector: Sector; atLeast: number }[];
  terms: readonly { group: string; version: number; words: string; agreedOn: PlainDate; reviewOn: PlainDate }[];
  seats: readonly PlannedSeat[];
  /** Of those who have no account; those of accounts are given to them one by one. */
  roles: readonly PlannedRole[];
  priorities: readonly {
    id: string;
    name: string;
    lead: string | undefined;
    fromOn: PlainDate;
    untilOn: PlainDate | undefined;
  }[];
  assistants: readonly (From & { assists: string; fromOn: PlainDate })[];
  otherBoards: readonly (From & { board: string; capacity: string })[];
  /** Gaps that the partnership has said it lives with for a while. */
  gapAnswers: readonly {
    gap: string;
    because: string;
    acceptedUntil: PlainDate;
    answeredBy: string;
    answeredOn: PlainDate;
  }[];
  /** What people new to a seat have been shown. */
  inductions: readonly { person: string; step: string; doneOn: PlainDate; signedBy: string }[];
  /** The last look at who still needs their access, with what was said of each. */
  accessReviews: readonly { id: string; begunOn: PlainDate; finishedOn: PlainDate; answers: readonly AccessAnswer[] }[];
  /** What it has said of its duties. */
  dutyUse: readonly (DutyUse & { duty: string })[];
  /** Moves from edition to edition that are done. */
  transitions: readonly PlannedTransition[];
}

export interface PlannedTransition {
  id: string;
  from: RegimeId;
  to: RegimeId;
  begunOn: PlainDate;
  doneOn: PlainDate;
  answeredBy: string;
  /** What there was then, and whether it ended or was carried along. */
  items: readonly { kind: string; id: string; title: string; ends: boolean }[];
}

export interface AccessAnswer {
  person: string;
  answer: 'keeps' | 'ends';
  answeredBy: string;
  answeredOn: PlainDate;
}

/** A partnership as it is described, with what planning it needs: identifiers, chance, days, and who is who. */
export interface Planning {
  described: ExamplePartnership;
  newId: () => string;
  chance: Chance;
  ago: (days: number) => PlainDate;
  agencies: ReadonlyMap<string, PlannedAgency>;
  groups: ReadonlyMap<string, PlannedGroup>;
  /** Each person of the description with what is planned for them. */
  everybody: readonly (readonly [ExamplePerson, PlannedPerson])[];
}

/** How many days ago a group began. */
export const begunOf = ({ begun = 730 }: ExampleGroup): number => begun;

/**
 * The identifier of what has that name.
 *
 * @throws {Error} when nothing has, which is a mistake in the description
 */
export function idOf(planned: ReadonlyMap<string, { id: string }>, name: string): string {
  const found = planned.get(name);
  if (!found) throw new Error(`the example describes no ${name}`);
  return found.id;
}

/**
 * Who is meant by a name, or by an agency and a job title: `Westry Police: Staff officer`; before those who have left, whoever
 * has that job now.
 *
 * @throws {Error} when nobody is, which is a mistake in the description
 */
export function findPerson({ everybody }: Pick<Planning, 'everybody'>, meant: string) {
  const fitting = everybody.filter(
    ([{ name, agency, jobTitle }]) => name === meant || `${agency}: ${jobTitle}` === meant,
  );
  const found = fitting.find(([{ left }]) => left === undefined) ?? fitting[0];
  if (!found) throw new Error(`the example describes nobody as ${meant}`);
  return found;
}

import type { AgencyKind, Sector, Standing } from '../../partnership/agencies/kinds.ts';
import type { GroupKind } from '../../partnership/groups/group.store.ts';
import type { Capacity } from '../../partnership/groups/group-seat.store.ts';
import type { Role } from '../../partnership/roles.ts';

/** How an example partnership is written down. Everything in it is invented; days are counted back from the day it is made. */
export interface ExamplePartnership {
  slug: string;
  name: string;
  shortName: string;
  /** Real authorities, so that their published inspections can be shown: they stand in for the invented councils. */
  areas: readonly string[];
  contact: { words: string; email: string; phone: string };
  localWords: Readonly<Record<string, string>>;
  /** Whether it has a logo. */
  logo: boolean;
  /** Duties that hold restricted records: how many days ago their assessment and their agreement were dated. In use with both. */
  papers: readonly { duty: string; assessed: number; agreed?: number }[];
  agencies: readonly ExampleAgency[];
  people: readonly ExamplePerson[];
  groups: readonly ExampleGroup[];
  priorities: readonly ExamplePriority[];
  /** Empty seats that the partnership has said it lives with, and for how many days more; a past day is negative. */
  acceptedGaps: readonly { group: string; agency: string; because: string; until: number }[];
  /** Who assists whom, by name. */
  assistants: readonly { name: string; assists: string; ended?: number }[];
  otherBoards: readonly { name: string; board: string; capacity?: string; ended?: number }[];
}

export interface ExampleAgency {
  name: string;
  kind: AgencyKind;
  /** Left out, it is what bodies of its kind mostly are. */
  standing?: Standing;
  /** Before `.example`. */
  domain?: string;
  /** The name of the body it belongs to. */
  parent?: string;
  /** Job titles of those who speak for it or work in it, beside the people named one by one; the most senior first. */
  posts?: readonly string[];
  /** Job titles of those who have left, and how many days ago. */
  left?: Readonly<Record<string, number>>;
  ended?: number;
}

export interface ExamplePerson {
  /** What the example's sign-in page calls the account; those without one never sign in. */
  account?: string;
  name: string;
  jobTitle: string;
  /** '' for nobody's. */
  agency: string;
  /** Those held whatever seats they have; those of a seat come with it. */
  roles: readonly Role[];
  /** For roles that end by themselves: days from the day the example was made. */
  days?: number;
  /** How many days ago they left. */
  left?: number;
}

export interface ExampleGroup {
  name: string;
  kind: GroupKind;
  parent?: string;
  purpose: string;
  decides?: string;
  sendsUp?: string;
  quorum?: { members?: number; needs?: Readonly<Partial<Record<Sector, number>>> };
  /** How often it meets in a year, for its terms of reference. */
  meets: number;
  begun?: number;
  ended?: number;
  /** Its terms of reference, oldest first: when they were agreed, and in how many days they are to be reviewed; past ones are negative. */
  terms: readonly { agreed: number; review: number }[];
  seats: readonly ExampleSeat[];
}

export interface ExampleSeat {
  /** Left out for somebody independent. */
  agency?: string;
  /** A member, unless something else is said. */
  capacity?: Capacity;
  /** The name or the job title of who sits in it; otherwise one of the agency's people. */
  who?: string;
  deputy?: string;
  /** Whether a deputy is found among the agency's people; otherwise that is left to chance. */
  deputised?: boolean;
  /** For how many days nobody has sat in it. */
  vacant?: number;
  /** How many days ago the seat itself ended. */
  ended?: number;
}

export interface ExamplePriority {
  name: string;
  /** Nobody, where there is none. */
  lead?: string;
  begun: number;
  ended?: number;
}

/** Seats of members, one for each agency. */
export const seatsFor = (...agencies: readonly string[]): ExampleSeat[] => agencies.map((agency) => ({ agency }));

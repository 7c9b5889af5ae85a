import type { SeatHolder } from '../../partnership/groups/group-seat.store.ts';
import { below } from '../../platform/chance.ts';
import type { ExampleGroup, ExamplePerson, ExampleSeat } from './described.ts';
import { planRoles } from './plan-roles.ts';
import {
  begunOf,
  findPerson,
  idOf,
  type Plan,
  type PlannedPerson,
  type PlannedSeat,
  type Planning,
} from './planning.ts';

type Somebody = readonly [ExamplePerson, PlannedPerson];

/** A seat as planned, with what it was described by. */
export interface SeatMade {
  group: ExampleGroup;
  seat: ExampleSeat;
  planned: PlannedSeat;
}

/** Every seat with everybody who has sat in it, and the roles that come with that. */
export function planSeats(planning: Planning): Pick<Plan, 'seats' | 'roles'> {
  const busy = new Map<Somebody, number>();
  for (const { seats } of planning.described.groups)
    for (const seat of seats) if (seat.who !== undefined) sitsOnceMore(busy, meantBy(planning, seat, seat.who));
  const made = planning.described.groups.flatMap((group) => {
    const here = new Set<Somebody>();
    for (const seat of group.seats) if (seat.who !== undefined) here.add(meantBy(planning, seat, seat.who));
    return group.seats.map((seat) => ({ group, seat, planned: planSeat({ ...planning, busy, here }, group, seat) }));
  });
  return { seats: made.map(({ planned }) => planned), roles: planRoles(planning, made) };
}

/** Planning one group: how many seats people have already, and who is in this group. */
type GroupPlanning = Planning & { busy: Map<Somebody, number>; here: Set<Somebody> };

const sitsOnceMore = (busy: Map<Somebody, number>, somebody: Somebody) =>
  void busy.set(somebody, (busy.get(somebody) ?? 0) + 1);

/** A seat's sitter is a name, or the job title of somebody in its agency. */
const meantBy = (planning: Planning, { agency }: ExampleSeat, who: string): Somebody =>
  planning.everybody.some(([{ name }]) => name === who)
    ? findPerson(planning, who)
    : findPerson(planning, `${agency ?? ''}: ${who}`);

function planSeat(planning: GroupPlanning, group: ExampleGroup, seat: ExampleSeat): PlannedSeat {
  const { newId, ago, agencies, groups } = planning;
  const agency = agencies.get(seat.agency ?? '');
  const ended = seat.ended ?? group.ended;
  const id = newId();
  return {
    id,
    group: idOf(groups, group.name),
    agency: agency?.kind === 'independent' ? undefined : agency?.id,
    capacity: seat.capacity ?? 'member',
    fromOn: ago(begunOf(group)),
    untilOn: ended === undefined ? undefined : ago(ended),
    holders: holdersOf(planning, group, seat),
  };
}

/** A time in a seat: from so many days ago to so many days ago, or until now. */
interface Sitting {
  somebody: Somebody;
  from: number;
  until?: number | undefined;
  deputy?: boolean;
}

function holdersOf(planning: GroupPlanning, group: ExampleGroup, seat: ExampleSeat): SeatHolder[] {
  const { newId, ago } = planning;
  return sittingsIn(planning, group, seat).map(({ somebody: [, person], from, until, deputy = false }) => ({
    id: newId(),
    person: person.id,
    deputy,
    fromOn: ago(from),
    untilOn: until === undefined ? undefined : ago(until),
  }));
}

function sittingsIn(planning: GroupPlanning, group: ExampleGroup, seat: ExampleSeat): Sitting[] {
  const begun = begunOf(group);
  const ended = seat.ended ?? group.ended;
  if (seat.vacant !== undefined) {
    const last = leaverOf(planning, seat, ({ left }) => left === seat.vacant) ?? freeIn(planning, seat);
    return last ? [{ somebody: last, from: begun, until: seat.vacant }] : [];
  }
  const sitter = seat.who === undefined ? freeIn(planning, seat) : meantBy(planning, seat, seat.who);
  if (!sitter) {
    const gone = leaverOf(planning, seat, () => true);
    return gone ? [{ somebody: gone, from: begun, until: Math.max(gone[0].left ?? 0, ended ?? 0) }] : [];
  }
  const before = predecessorOf(planning, seat, sitter, { begun, ended });
  const from = before?.until === undefined ? begun : before.until - 1;
  const deputy = deputyOf(planning, seat);
  return [
    ...(before ? [before] : []),
    { somebody: sitter, from, until: ended },
    ...(deputy ? [{ somebody: deputy, from, until: ended, deputy: true }] : []),
  ];
}

/** Somebody of the seat's agency who is in this group not yet and sits least elsewhere. */
function freeIn({ everybody, busy, here }: GroupPlanning, { agency }: ExampleSeat): Somebody | undefined {
  const [first] = everybody
    .filter((one) => one[0].agency === agency && speaksForAgency(one[0], everybody) && !here.has(one))
    .toSorted((one, other) => (busy.get(one) ?? 0) - (busy.get(other) ?? 0));
  if (!first) return undefined;
  here.add(first);
  sitsOnceMore(busy, first);
  return first;
}

const elsewhere = /assistant|Solicitor|Lead member|Staff officer|administrator|worker|Chair of governors/i;

/** In a large agency those at its head leave sub-groups to others; those who are named have the seats they are named for. */
function speaksForAgency({ roles, left, jobTitle, agency }: ExamplePerson, everybody: readonly Somebody[]): boolean {
  if (roles.length > 0 || left !== undefined || elsewhere.test(jobTitle)) return false;
  const size = everybody.filter(([other]) => other.agency === agency && other.left === undefined).length;
  return size < 6 || !/^(Chief|Director|Deputy chief constable)/.test(jobTitle);
}

const leaverOf = ({ everybody }: Planning, { agency }: ExampleSeat, fits: (person: ExamplePerson) => boolean) =>
  everybody.find(
    ([person]) =>
      person.left !== undefined && person.agency === agency && !elsewhere.test(person.jobTitle) && fits(person),
  );

/** Whoever left the agency while the group sat had the seat before, where they had the same job or chance says so. */
function predecessorOf(
  planning: GroupPlanning,
  seat: ExampleSeat,
  [sitter]: Somebody,
  { begun, ended = 0 }: { begun: number; ended: number | undefined },
): Sitting | undefined {
  const { chance, everybody } = planning;
  const luck = chance();
  const within = (days: number | undefined) => days !== undefined && days > ended + 20 && days < begun - 20;
  const leaver = leaverOf(
    planning,
    seat,
    ({ left, jobTitle }) => within(left) && (jobTitle === sitter.jobTitle || (seat.who === undefined && luck < 0.6)),
  );
  if (leaver) return { somebody: leaver, from: begun, until: leaver[0].left };
  const days = ended + 30 + below(chance, Math.max(1, begun - ended - 60));
  const other = everybody.find(
    (one) => one[0].agency === seat.agency && one[0] !== sitter && speaksForAgency(one[0], everybody),
  );
  const moved = seat.who === undefined && luck < 0.35 && within(days) && other;
  return moved ? { somebody: other, from: begun, until: days } : undefined;
}

function deputyOf(planning: GroupPlanning, seat: ExampleSeat): Somebody | undefined {
  const luck = planning.chance();
  if (seat.deputy !== undefined) return findPerson(planning, seat.deputy);
  const wanted = seat.deputised ?? (seat.capacity === undefined && seat.agency !== undefined && luck < 0.35);
  return wanted ? freeIn(planning, seat) : undefined;
}

import { addDays } from '../../platform/calendar/days.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import { allowed, type Ruling, refuse } from '../directory/ruling.ts';
import { sameWords } from '../directory/words.ts';
import type { GroupSeat, SeatHolder } from '../groups/group-seat.store.ts';
import type { RoleHeld } from '../people/role-held.store.ts';
import type { Agency } from './agency.store.ts';

export type AgencyRefusal = 'no-such-body' | 'part-of-itself' | 'same-name';

interface Proposed {
  /** Absent for a new one. */
  id?: string;
  name: string;
  parent: string | undefined;
  /** Whether somebody has said that it is another one of the same name. */
  another: boolean;
}

/** Whether an agency may stand as it is proposed among `all` agencies of the partnership. */
export function rulingOnAgency({ id, name, parent, another }: Proposed, all: readonly Agency[]): Ruling<AgencyRefusal> {
  if (parent !== undefined && !all.some((agency) => agency.id === parent)) return refuse('no-such-body');
  if (id !== undefined && parent !== undefined && isWithin(parent, id, all)) return refuse('part-of-itself');
  const named = all.some((agency) => agency.id !== id && !agency.endedOn && sameWords(agency.name, name));
  return named && !another ? refuse('same-name') : allowed;
}

/** Whether agency `id` is `body` or stands anywhere below it. */
export function isWithin(id: string, body: string, all: readonly Agency[]): boolean {
  const seen = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !seen.has(at); ) {
    if (at === body) return true;
    seen.add(at);
    at = all.find((agency) => agency.id === at)?.parent;
  }
  return false;
}

export type EndingRefusal = 'ended-already' | 'goes-on' | 'seat-begins-later' | 'roles-of-access' | 'manager-role';

/** What goes on after an agency's last day, unless it ends with it. */
export interface GoingOn {
  seats: readonly GroupSeat[];
  roles: readonly RoleHeld[];
}

interface Ending {
  endedOn: PlainDate;
  /** Whether what goes on ends that day too. */
  withIt: boolean;
  /** Whether whoever ends it may end roles. */
  mayEndRoles: boolean;
}

/** Whether an agency may stop being part of the partnership after `endedOn`. */
export function rulingOnEnding(
  { endedOn: ended }: Pick<Agency, 'endedOn'>,
  { seats, roles }: GoingOn,
  { endedOn, withIt, mayEndRoles }: Ending,
): Ruling<EndingRefusal> {
  if (ended !== undefined) return refuse('ended-already');
  if (roles.length > 0 && !mayEndRoles) return refuse('roles-of-access');
  if (roles.some(({ role }) => role === 'business-manager')) return refuse('manager-role');
  if (seats.length + roles.length > 0 && !withIt) return refuse('goes-on');
  const begins = seats.flatMap((seat) => [seat.fromOn, ...openHolders(seat, endedOn).map(({ fromOn }) => fromOn)]);
  return begins.some((day) => day > endedOn) ? refuse('seat-begins-later') : allowed;
}

/** The seats of an agency that go on after `day`. */
export const seatsOpenAfter = (seats: readonly GroupSeat[], agency: string, day: PlainDate): readonly GroupSeat[] =>
  seats.filter((seat) => seat.agency === agency && (seat.untilOn === undefined || seat.untilOn > day));

/** The roles that are held after `day`. */
export const rolesOpenAfter = (roles: readonly RoleHeld[], day: PlainDate): readonly RoleHeld[] =>
  roles.filter(({ fromOn, untilOn }) => untilOn === undefined || (untilOn > day && untilOn >= fromOn));

/** Of an agency that has its last day, the seats and roles that ended with it. */
export const endedWith = ({ endedOn }: Pick<Agency, 'endedOn'>, { seats, roles }: GoingOn): GoingOn =>
  endedOn === undefined
    ? { seats: [], roles: [] }
    : {
        seats: seats.filter(({ untilOn }) => untilOn === endedOn),
        roles: roles.filter((held) => held.untilOn === endOfRole(held, endedOn)),
      };

/** The last day of a role that ends with its agency; one that would have begun later is held on no day. */
export const endOfRole = ({ fromOn }: Pick<RoleHeld, 'fromOn'>, endedOn: PlainDate): PlainDate =>
  endedOn < fromOn ? addDays(fromOn, -1) : endedOn;

/** Who would go on sitting or deputising in a seat after `day`. */
export const openHolders = ({ holders }: GroupSeat, day: PlainDate): readonly SeatHolder[] =>
  holders.filter(({ untilOn }) => untilOn === undefined || untilOn > day);

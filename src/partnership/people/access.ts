import { addDays } from '../../platform/calendar/days.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import { allowed, type Ruling, refuse } from '../directory/ruling.ts';
import type { Role } from '../roles.ts';
import type { Assistance } from './assistant.store.ts';
import type { Person } from './person.store.ts';
import { overlap } from './person-rules.ts';
import type { RoleHeld } from './role-held.store.ts';

/** A role that is about to be given. */
export interface ProposedRole {
  role: Role;
  fromOn: PlainDate;
  untilOn: PlainDate | undefined;
  /** It is held for one agency, for one group, or for the whole partnership. */
  agency: string | undefined;
  group: string | undefined;
}

export type GivingRefusal =
  | 'own-role'
  | 'left'
  | 'agency-and-group'
  | 'ends-before-it-begins'
  | 'is-over'
  | 'held-already';

/** Whether `by` may give `person` a role, beside those they hold. */
export function rulingOnGiving(
  proposed: ProposedRole,
  person: Pick<Person, 'id' | 'leftOn'>,
  held: readonly RoleHeld[],
  { by, today }: { by: string; today: PlainDate },
): Ruling<GivingRefusal> {
  const { role, fromOn, untilOn, agency, group } = proposed;
  if (person.id === by) return refuse('own-role');
  if (person.leftOn !== undefined && person.leftOn < today) return refuse('left');
  if (agency !== undefined && group !== undefined) return refuse('agency-and-group');
  if (untilOn !== undefined && untilOn < fromOn) return refuse('ends-before-it-begins');
  if (untilOn !== undefined && untilOn < today) return refuse('is-over');
  const same = held.filter((one) => one.role === role && one.agency === agency && one.group === group);
  return same.some((one) => overlap(one, proposed)) ? refuse('held-already') : allowed;
}

export type RoleEndingRefusal =
  | 'own-last-business-manager'
  | 'last-business-manager'
  | 'over-already'
  | 'before-it-begins';

/** Who is there when a role is ended. */
interface Present {
  by: string;
  today: PlainDate;
  /** Who else is a business manager without an end, and can sign in. */
  otherManagers: readonly string[];
}

/** Whether `by` may end a role so that `untilOn` is its last day. @param all every role of whoever holds it */
export function rulingOnEndingRole(
  held: RoleHeld,
  untilOn: PlainDate,
  all: readonly RoleHeld[],
  { by, today, otherManagers }: Present,
): Ruling<RoleEndingRefusal> {
  if (isOver(held, today)) return refuse('over-already');
  if (untilOn < addDays(held.fromOn, -1)) return refuse('before-it-begins');
  if (held.role !== 'business-manager' || all.some((one) => one.id !== held.id && managesOn(one, today)))
    return allowed;
  if (held.person === by) return refuse('own-last-business-manager');
  return managesOn(held, today) && otherManagers.length === 0 ? refuse('last-business-manager') : allowed;
}

/** Whether it makes somebody a business manager today, without an end. */
const managesOn = ({ role, fromOn, untilOn }: RoleHeld, today: PlainDate): boolean =>
  role === 'business-manager' && fromOn <= today && untilOn === undefined;

/** Whether a role is held no longer on `today`. */
export const isOver = ({ fromOn, untilOn }: Pick<RoleHeld, 'fromOn' | 'untilOn'>, today: PlainDate): boolean =>
  untilOn !== undefined && (untilOn < today || untilOn < fromOn);

/**
 * The last day of a role that is to end on `day`. A right is good for whole days, so one that ends today or earlier, at once,
 * was good until yesterday; one that had not begun then was good for no day.
 */
export function lastDayOf({ fromOn }: Pick<RoleHeld, 'fromOn'>, day: PlainDate, today: PlainDate): PlainDate {
  const last = day <= today ? addDays(today, -1) : day;
  const none = addDays(fromOn, -1);
  return last < none ? none : last;
}

/**
 * The roles of named assistant that end when somebody's assisting gets the last day `untilOn`: none while they assist somebody
 * else after it.
 *
 * @param known whom they assist, earlier and later too
 * @param held every role of theirs
 */
export function rolesEndingWith(
  { id, person }: Pick<Assistance, 'id' | 'person'>,
  untilOn: PlainDate,
  known: readonly Assistance[],
  held: readonly RoleHeld[],
): readonly RoleHeld[] {
  const goesOn = (one: Pick<RoleHeld, 'untilOn'>) => one.untilOn === undefined || one.untilOn > untilOn;
  if (known.some((one) => one.id !== id && one.person === person && goesOn(one))) return [];
  return held.filter(
    (one) => one.role === 'named-assistant' && one.agency === undefined && one.group === undefined && goesOn(one),
  );
}

export type InvitationRefusal = 'left' | 'no-address' | 'no-role' | 'somebody-else' | 'other-address';

/**
 * Whether somebody may be invited to sign in.
 *
 * @param signsInWith who in this partnership signs in with their address already
 */
export function rulingOnInvitation(
  person: Pick<Person, 'id' | 'leftOn' | 'workEmail' | 'signsIn'>,
  held: readonly RoleHeld[],
  signsInWith: string | undefined,
  today: PlainDate,
): Ruling<InvitationRefusal> {
  if (person.leftOn !== undefined && person.leftOn < today) return refuse('left');
  if (person.workEmail === undefined) return refuse('no-address');
  if (!held.some((one) => !isOver(one, today))) return refuse('no-role');
  if (signsInWith !== undefined && signsInWith !== person.id) return refuse('somebody-else');
  return person.signsIn && signsInWith === undefined ? refuse('other-address') : allowed;
}

import { addDays } from '../../platform/calendar/days.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import { allowed, type Ruling, refuse } from '../directory/ruling.ts';
import type { GroupSeat, SeatHolder } from './group-seat.store.ts';

type Period = Pick<SeatHolder, 'fromOn' | 'untilOn'>;

/** Whether a period of days, both ends included, has `day` in it. */
export const isOn = ({ fromOn, untilOn }: Period, day: PlainDate): boolean =>
  fromOn <= day && (untilOn === undefined || untilOn >= day);

/** Who sits in the seat on `day`; undefined where it is vacant. A deputy does not fill it. */
export const sitterOn = ({ holders }: Pick<GroupSeat, 'holders'>, day: PlainDate): SeatHolder | undefined =>
  holders.find((holder) => !holder.deputy && isOn(holder, day));

/** Who deputises in it on `day`. */
export const deputyOn = ({ holders }: Pick<GroupSeat, 'holders'>, day: PlainDate): SeatHolder | undefined =>
  holders.find((holder) => holder.deputy && isOn(holder, day));

/** The first day on which nobody sat in it, up to `day`; undefined where somebody sits, or the seat is not there that day. */
export function vacantSince(seat: GroupSeat, day: PlainDate): PlainDate | undefined {
  if (!isOn(seat, day) || sitterOn(seat, day)) return undefined;
  const left = seat.holders
    .flatMap(({ deputy, untilOn }) => (!deputy && untilOn !== undefined && untilOn < day ? [untilOn] : []))
    .toSorted()
    .at(-1);
  const free = left && addDays(left, 1);
  return free !== undefined && free > seat.fromOn ? free : seat.fromOn;
}

export type FillRefusal = 'before-seat' | 'seat-ended' | 'person-left' | 'in-it-already' | 'taken' | 'deputy-named';

/** Whether `person` may sit in the seat, or deputise in it, from a day on, without end. One person has one place in a seat. */
export function rulingOnFilling(
  seat: GroupSeat,
  { id: person, leftOn }: { id: string; leftOn: PlainDate | undefined },
  { deputy, fromOn }: Pick<SeatHolder, 'deputy' | 'fromOn'>,
): Ruling<FillRefusal> {
  if (fromOn < seat.fromOn) return refuse('before-seat');
  if (seat.untilOn !== undefined) return refuse('seat-ended');
  if (leftOn !== undefined) return refuse('person-left');
  const later = seat.holders.filter(({ untilOn }) => untilOn === undefined || untilOn >= fromOn);
  if (later.some((holder) => holder.person === person)) return refuse('in-it-already');
  if (later.some((holder) => holder.deputy === deputy)) return refuse(deputy ? 'deputy-named' : 'taken');
  return allowed;
}

export type LeaveRefusal = 'left-already' | 'before-they-sat';

/** Whether somebody's last day in a seat may be `untilOn`. */
export function rulingOnLeaving(holder: SeatHolder, untilOn: PlainDate): Ruling<LeaveRefusal> {
  if (holder.untilOn !== undefined) return refuse('left-already');
  return untilOn < holder.fromOn ? refuse('before-they-sat') : allowed;
}

export type EndRefusal = 'ended-already' | 'before-it-began' | 'somebody-later';

/** Whether the seat's last day may be `untilOn`; everybody's last day in it is then that day at the latest. */
export function rulingOnEndingSeat(seat: GroupSeat, untilOn: PlainDate): Ruling<EndRefusal> {
  if (seat.untilOn !== undefined) return refuse('ended-already');
  if (untilOn < seat.fromOn) return refuse('before-it-began');
  return seat.holders.some(({ fromOn }) => fromOn > untilOn) ? refuse('somebody-later') : allowed;
}

/** Those whose time in the seat would go on after `untilOn`. */
export const holdersAfter = ({ holders }: Pick<GroupSeat, 'holders'>, untilOn: PlainDate): SeatHolder[] =>
  holders.filter((holder) => holder.untilOn === undefined || holder.untilOn > untilOn);

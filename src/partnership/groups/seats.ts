import type { PlainDate } from '../../platform/calendar/plain-date.ts';
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

import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import { allowed, type Ruling, refuse } from '../directory/ruling.ts';
import { sameWords } from '../directory/words.ts';
import type { GroupSeat, SeatHolder } from '../groups/group-seat.store.ts';
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

export type EndingRefusal = 'ended-already' | 'seats-open' | 'seat-begins-later';

/** Whether an agency may stop being part of the partnership after `endedOn`, with its open seats ended that day or not. */
export function rulingOnEnding(
  { endedOn: ended }: Pick<Agency, 'endedOn'>,
  open: readonly GroupSeat[],
  { endedOn, endSeats }: { endedOn: PlainDate; endSeats: boolean },
): Ruling<EndingRefusal> {
  if (ended !== undefined) return refuse('ended-already');
  if (open.length > 0 && !endSeats) return refuse('seats-open');
  const begins = open.flatMap((seat) => [seat.fromOn, ...openHolders(seat, endedOn).map(({ fromOn }) => fromOn)]);
  return begins.some((day) => day > endedOn) ? refuse('seat-begins-later') : allowed;
}

/** The seats of an agency that go on after `day`. */
export const seatsOpenAfter = (seats: readonly GroupSeat[], agency: string, day: PlainDate): readonly GroupSeat[] =>
  seats.filter((seat) => seat.agency === agency && (seat.untilOn === undefined || seat.untilOn > day));

/** Who would go on sitting or deputising in a seat after `day`. */
export const openHolders = ({ holders }: GroupSeat, day: PlainDate): readonly SeatHolder[] =>
  holders.filter(({ untilOn }) => untilOn === undefined || untilOn > day);

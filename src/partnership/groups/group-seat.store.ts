import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { Scope } from '../../platform/database/database.ts';
import { newId } from '../../platform/database/ids.ts';
import type { GroupSeatTable } from '../tables.generated.ts';

export type Capacity = GroupSeatTable['capacity'];

/** A place in a group that an agency fills, and everybody who has sat in it, is sitting or will sit. */
export interface GroupSeat {
  id: string;
  group: string;
  /** Undefined for somebody independent. */
  agency: string | undefined;
  capacity: Capacity;
  fromOn: PlainDate;
  /** The last day, included. */
  untilOn: PlainDate | undefined;
  /** Oldest first. */
  holders: readonly SeatHolder[];
}

export interface SeatHolder {
  id: string;
  person: string;
  deputy: boolean;
  fromOn: PlainDate;
  untilOn: PlainDate | undefined;
}

/** Every seat of every group, those that have ended too, in the order they were made. */
export const listGroupSeats = (scope: Scope): Promise<GroupSeat[]> => readSeats(scope, {});

/** The seats of one group, those that have ended too. */
export const listSeatsOf = (scope: Scope, group: string): Promise<GroupSeat[]> => readSeats(scope, { group });

/** The same, kept from being changed by others until this transaction ends. */
export const holdSeatsOf = (scope: Scope, group: string): Promise<GroupSeat[]> =>
  readSeats(scope, { group, hold: true });

/** A seat with everybody who ever sat in it. */
export async function findGroupSeat(scope: Scope, seat: string): Promise<GroupSeat | undefined> {
  const [found] = await readSeats(scope, { seat });
  return found;
}

/** The same, kept from being changed by others until this transaction ends. */
export async function holdGroupSeat(scope: Scope, seat: string): Promise<GroupSeat | undefined> {
  const [found] = await readSeats(scope, { seat, hold: true });
  return found;
}

/** The seat in which somebody has this holding. `holder` is the id of the holding, not of the person. */
export async function findSeatHeldBy(scope: Scope, holder: string): Promise<GroupSeat | undefined> {
  const [found] = await readSeats(scope, { holder });
  return found;
}

/** The same, kept from being changed by others until this transaction ends. */
export async function holdSeatHeldBy(scope: Scope, holder: string): Promise<GroupSeat | undefined> {
  const [found] = await readSeats(scope, { holder, hold: true });
  return found;
}

interface Wanted {
  group?: string;
  seat?: string;
  holder?: string;
  hold?: boolean;
}

/** Seats, and after them those who hold them: by then whoever changed a seat that is held has finished. */
async function readSeats(scope: Scope, wanted: Wanted): Promise<GroupSeat[]> {
  const seats = await selectSeats(scope, wanted)
    .select(['id', 'group_id', 'agency_id', 'capacity', 'from_on', 'until_on'])
    .orderBy('id')
    .$if(wanted.hold === true, (query) => query.forUpdate())
    .execute();
  const holders = await scope.db
    .selectFrom('seat_holder')
    .select(['id', 'seat_id', 'person_id', 'deputy', 'from_on', 'until_on'])
    .where('partnership_id', '=', scope.partnership)
    .where('seat_id', 'in', selectSeats(scope, wanted).select('id'))
    .orderBy('from_on')
    .orderBy('id')
    .execute();
  const bySeat = Map.groupBy(holders, ({ seat_id }) => seat_id);
  return seats.map((seat) => ({
    id: seat.id,
    group: seat.group_id,
    agency: seat.agency_id ?? undefined,
    capacity: seat.capacity,
    fromOn: seat.from_on,
    untilOn: seat.until_on ?? undefined,
    holders: (bySeat.get(seat.id) ?? []).map((holder) => ({
      id: holder.id,
      person: holder.person_id,
      deputy: holder.deputy,
      fromOn: holder.from_on,
      untilOn: holder.until_on ?? undefined,
    })),
  }));
}

function selectSeats({ db, partnership }: Scope, { group, seat, holder }: Wanted) {
  let seats = db.selectFrom('group_seat').where('partnership_id', '=', partnership);
  if (group !== undefined) seats = seats.where('group_id', '=', group);
  if (seat !== undefined) seats = seats.where('id', '=', seat);
  if (holder === undefined) return seats;
  const held = db.selectFrom('seat_holder').select('seat_id').where('partnership_id', '=', partnership);
  return seats.where('id', 'in', held.where('id', '=', holder));
}

export type NewGroupSeat = Pick<GroupSeat, 'group' | 'agency' | 'capacity' | 'fromOn'>;

export async function addGroupSeat({ db, partnership }: Scope, seat: NewGroupSeat): Promise<string> {
  const id = newId();
  await db
    .insertInto('group_seat')
    .values({
      partnership_id: partnership,
      id,
      group_id: seat.group,
      agency_id: seat.agency ?? null,
      capacity: seat.capacity,
      from_on: seat.fromOn,
    })
    .execute();
  return id;
}

/** Says which day was the seat's last, or, with undefined, that it goes on. */
export async function endGroupSeat(
  { db, partnership }: Scope,
  id: string,
  untilOn: PlainDate | undefined,
): Promise<void> {
  await db
    .updateTable('group_seat')
    .set({ until_on: untilOn ?? null })
    .where('partnership_id', '=', partnership)
    .where('id', '=', id)
    .execute();
}

/** Puts somebody into a seat, or makes them its deputy, from a day. */
export async function fillSeat(
  { db, partnership }: Scope,
  seat: string,
  { person, deputy, fromOn }: Pick<SeatHolder, 'person' | 'deputy' | 'fromOn'>,
): Promise<string> {
  const id = newId();
  await db
    .insertInto('seat_holder')
    .values({ partnership_id: partnership, id, seat_id: seat, person_id: person, deputy, from_on: fromOn })
    .execute();
  return id;
}

/** Says which day was the last that somebody held a seat. `id` is the holder's, not the seat's. */
export async function leaveSeat({ db, partnership }: Scope, id: string, untilOn: PlainDate): Promise<void> {
  await db
    .updateTable('seat_holder')
    .set({ until_on: untilOn })
    .where('partnership_id', '=', partnership)
    .where('id', '=', id)
    .execute();
}

import type { Entry } from './directory.ts';
import { dayInWords, type Planning } from './lookup.ts';
import type { RowReader } from './row-reader.ts';

/** A place in a group, and who is to sit in it. */
export interface Placing {
  /** Keys. */
  group: string;
  agency: string;
  /** '' for nobody: a vacancy. */
  person: string;
  capacity: string;
  deputy: boolean;
  seatFrom: string;
  seatUntil: string;
  from: string;
  until: string;
}

/** What a placing comes to: the seat it is about, and the holder it finds there already. */
interface Found {
  seat: Entry | undefined;
  holder: Entry | undefined;
}

/**
 * The seat that a row means where it gives no reference: the one in which the person sits already, else a vacant one of that agency
 * and capacity. Nobody is ever moved out of a seat: where all are taken it is a further one.
 */
export function findSeat(planning: Planning, placing: Placing): Found {
  const { draft, today, claimed } = planning;
  const seats = draft
    .seatsOf(placing.group, placing.agency, placing.capacity)
    .filter(
      ({ facts }) =>
        (placing.seatFrom === '' || facts['fromOn'] === placing.seatFrom) &&
        isOpen(facts['untilOn'], placing.seatUntil, today),
    );
  if (placing.person === '') {
    const free = seats.filter(({ key }) => !claimed.has(key));
    return { seat: free.find((seat) => !takenBy(planning, seat, false)) ?? free[0], holder: undefined };
  }
  const theirs = new Set(draft.placesOf(placing.person).map(({ facts }) => facts['seat']));
  for (const seat of seats.filter(({ key }) => theirs.has(key))) {
    const holder = holderIn(planning, seat, placing);
    if (holder) return { seat, holder };
  }
  const main = placing.deputy
    ? seats.find((seat) => takenBy(planning, seat, false) && !takenBy(planning, seat, true))
    : undefined;
  return { seat: main ?? seats.find((seat) => !takenBy(planning, seat, placing.deputy)), holder: undefined };
}

/** Whether a day is none or not past; or is the very one that is asked for. */
const isOpen = (until = '', asked: string, today: string) => until === '' || until >= today || until === asked;

/** Whoever sits (or deputises) in the seat, today or later. */
const takenBy = ({ draft, today }: Planning, seat: Entry, deputy: boolean): Entry | undefined =>
  draft
    .holdersOf(seat.key)
    .find(({ facts }) => (facts['deputy'] === 'yes') === deputy && isOpen(facts['untilOn'], '', today));

/** The same person's place in the seat: the one that goes on, or the one of the very days that are said. */
export const holderIn = (
  { draft, today }: Planning,
  seat: Entry,
  { person, deputy, from, until }: Pick<Placing, 'person' | 'deputy' | 'from' | 'until'>,
): Entry | undefined => {
  const theirs = draft
    .holdersOf(seat.key)
    .filter(({ facts }) => facts['person'] === person && (facts['deputy'] === 'yes') === deputy);
  const ofTheseDays = theirs.find(({ facts }) => facts['fromOn'] === from && facts['untilOn'] === until);
  return ofTheseDays ?? theirs.find(({ facts }) => isOpen(facts['untilOn'], '', today));
};

/** Puts a placing into the draft; or tells the row why not. A day that is not said is today; a seat begins with its first holder. */
export function place(planning: Planning, row: RowReader, placing: Placing, { seat, holder }: Found): void {
  const { draft, claimed, today } = planning;
  const days = daysOf(placing, today);
  refuseOtherDays(row, placing, { seat, holder });
  if (!holder) refuseBackwards(row, placing, days, seat);
  if (row.reasons.length > 0) return;
  const { group, agency, capacity, seatUntil, person, deputy } = placing;
  const made = { group, agency, capacity, fromOn: days.seatFrom, untilOn: seatUntil };
  const key = seat?.key ?? draft.add('seat', made, row.line);
  claimed.add(key);
  const holding = { seat: key, person, deputy: deputy ? 'yes' : '', fromOn: days.from, untilOn: days.until };
  if (person !== '' && !holder) draft.add('holder', holding, row.line);
}

/** The days of what is new, those filled in that are not said. */
const daysOf = ({ person, from, until, seatFrom, seatUntil }: Placing, today: string) => {
  const begins = from || seatFrom || today;
  return { from: begins, until: until || seatUntil, seatFrom: seatFrom || (person === '' ? today : begins) };
};

function refuseBackwards(
  row: RowReader,
  placing: Placing,
  days: ReturnType<typeof daysOf>,
  seat: Entry | undefined,
): void {
  const { person, seatUntil } = placing;
  if (person !== '' && days.until !== '' && days.until < days.from)
    row.reject(`nobody can sit until ${dayInWords(days.until)} from ${dayInWords(days.from)}`);
  if (!seat && seatUntil !== '' && seatUntil < days.seatFrom)
    row.reject(`no seat can end on ${dayInWords(seatUntil)} that begins on ${dayInWords(days.seatFrom)}`);
}

/** What is here already keeps its days: they are changed on the group's page, where it is seen what hangs on them. */
function refuseOtherDays(row: RowReader, placing: Placing, { seat, holder }: Found): void {
  const differs = (said: string, stands = '') => said !== '' && said !== stands;
  if (seat && (differs(placing.seatFrom, seat.facts['fromOn']) || differs(placing.seatUntil, seat.facts['untilOn'])))
    row.reject('the days of a seat that is here already are changed on the page of its group');
  if (holder && (differs(placing.from, holder.facts['fromOn']) || differs(placing.until, holder.facts['untilOn']))) {
    const { fromOn = '', untilOn = '' } = holder.facts;
    const stands =
      untilOn === '' ? `from ${dayInWords(fromOn)}` : `from ${dayInWords(fromOn)} to ${dayInWords(untilOn)}`;
    row.reject(`sits there already ${stands}: other days are entered on the page of the group`);
  }
}

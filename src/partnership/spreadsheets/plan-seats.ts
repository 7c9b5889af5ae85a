import { plainWords } from '../../platform/documents/cells.ts';
import { cellsOf } from './cells-of.ts';
import type { Entry } from './directory.ts';
import { findSitter } from './find-person.ts';
import { readCapacity, saysDeputy } from './kinds-in-words.ts';
import { findReferred, keyNamed, type Planning } from './lookup.ts';
import { findSeat, holderIn, type Placing, place } from './place-seat.ts';
import { passOverKnown } from './plan-records.ts';
import type { RowReader } from './row-reader.ts';

/** What one row of the list of seats does: one seat, and somebody in it, or its deputy, or nobody. */
export function planSeat(planning: Planning, row: RowReader): void {
  const seat = findReferred(planning, row, 'seat');
  if (row.reasons.length > 0) return;
  if (seat) planKnownSeat(planning, row, seat);
  else planNamedSeat(planning, row);
}

/** A seat given by its reference stays where it is; only who sits in it can be new. */
function planKnownSeat(planning: Planning, row: RowReader, seat: Entry): void {
  const { base } = planning;
  passOverKnown(planning, row, seat);
  if (seatFields.some((field) => !isSame(planning, row, seat, field)))
    row.reject(
      'a seat that is here already is changed on the page of its group: only who sits in it can be brought in',
    );
  planning.claimed.add(seat.key);
  if (row.reasons.length > 0 || base.holdersOf(seat.key).some((holder) => saysTheSame(row, cellsOf(base, holder))))
    return;
  const { group = '', agency = '', capacity = '' } = seat.facts;
  const sitting = readSitting(planning, row, agency);
  if (row.reasons.length > 0) return;
  const placing = { group, agency, capacity, seatFrom: '', seatUntil: '', ...sitting };
  const holder = sitting.person === '' ? undefined : holderIn(planning, seat, sitting);
  repeats(planning, row, placing, seat.key);
  place(planning, row, placing, { seat, holder });
}

const seatFields = ['group', 'agency', 'capacity', 'seat-from', 'seat-until'] as const;

/** A day may be written otherwise and be the same; a name may differ in what `nameKey` passes over. */
function isSame({ draft }: Planning, row: RowReader, seat: Entry, field: (typeof seatFields)[number]): boolean {
  if (row.raw(field) === '') return true;
  if (field === 'seat-from') return row.day(field) === seat.facts['fromOn'];
  if (field === 'seat-until') return row.day(field) === seat.facts['untilOn'];
  if (field === 'capacity') return row.choice(field, readCapacity) === seat.facts['capacity'];
  return draft.named(field, row.raw(field)).some(({ key }) => key === seat.facts[field]);
}

/** Whether a row tells of somebody's place just as it stands. */
const saysTheSame = (row: RowReader, cells: Readonly<Record<string, string>>) =>
  row.raw('person-reference').toLowerCase() === cells['person-reference'] &&
  plainWords(row.raw('deputy')) === plainWords(cells['deputy'] ?? '') &&
  row.raw('from') === cells['from'] &&
  row.raw('until') === cells['until'];

function planNamedSeat(planning: Planning, row: RowReader): void {
  const group = row.text('group', 'name of the group');
  if (group === '') row.reject('no group');
  const role = row.raw('capacity');
  const groupKey = keyNamed(planning, row, 'group', group);
  const agency = keyNamed(planning, row, 'agency', row.text('agency', 'name of the agency'));
  const capacity = row.choice('capacity', readCapacity) || 'member';
  const days = { seatFrom: row.day('seat-from'), seatUntil: row.day('seat-until') };
  const sitting = readSitting(planning, row, agency);
  if (row.reasons.length > 0) return;
  const deputy = sitting.deputy || saysDeputy(role);
  const placing: Placing = { group: groupKey, agency, capacity, ...days, ...sitting, deputy };
  if (sitting.person !== '') repeats(planning, row, placing, groupKey);
  if (row.reasons.length === 0) place(planning, row, placing, findSeat(planning, placing));
}

type Sitting = Pick<Placing, 'person' | 'deputy' | 'from' | 'until'>;

function readSitting(planning: Planning, row: RowReader, agency: string): Sitting {
  const name = row.name();
  const workEmail = row.email();
  const said = name !== '' || workEmail !== '' || row.raw('person-reference') !== '';
  const person =
    said && row.reasons.length === 0 ? (findSitter(planning, row, { name, agency, workEmail })?.key ?? '') : '';
  return { person, deputy: row.yesOrNo('deputy') === 'yes', from: row.day('from'), until: row.day('until') };
}

/** The same said twice in one file is a slip: the second row is told where the first stands. */
export function repeats({ repeated }: Planning, row: RowReader, placing: Placing, where: string): void {
  const { person, capacity, deputy, from, until } = placing;
  if (person === '') return;
  const whole = [where, person, capacity, deputy, from, until].join(' ');
  const line = repeated.get(whole);
  if (line === undefined) repeated.set(whole, row.line);
  else if (line !== row.line) row.reject(`repeats line ${line}`);
}

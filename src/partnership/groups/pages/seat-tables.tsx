import { formatDay } from '../../../platform/calendar/in-words.ts';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import { type Column, DataTable, Empty } from '../../../platform/ui/patterns.tsx';
import type { GroupSeat } from '../group-seat.store.ts';
import { capacities, capacityNames } from '../kinds.ts';
import { deputyOn, isOn, sitterOn, vacantSince } from '../seats.ts';

/** What people and agencies are called, by id. */
export interface Names {
  people: ReadonlyMap<string, string>;
  agencies: ReadonlyMap<string, string>;
}

interface SeatsProps {
  /** Of the groups: `/rivermouth/groups`. */
  path: string;
  today: PlainDate;
  seats: readonly GroupSeat[];
  names: Names;
  mayChange: boolean;
}

/** Whose seat it is. */
export const agencyOfSeat = ({ agency }: Pick<GroupSeat, 'agency'>, { agencies }: Names): string =>
  agency === undefined ? 'Independent' : (agencies.get(agency) ?? 'An agency that is not known');

/** The seats there are today or will be, by agency, and those that have ended. */
export const SeatTables = ({ path, today, seats, names, mayChange }: SeatsProps) => {
  const sorted = seats.toSorted(
    (one, other) =>
      agencyOfSeat(one, names).localeCompare(agencyOfSeat(other, names), 'en-GB') ||
      capacityNames.indexOf(one.capacity) - capacityNames.indexOf(other.capacity),
  );
  const isOver = ({ untilOn }: GroupSeat) => untilOn !== undefined && untilOn < today;
  const now = sorted.filter((seat) => !isOver(seat));
  const over = sorted.filter(isOver);
  const columns = columnsOf(path, today, names, mayChange);
  return (
    <>
      {now.length > 0 ? (
        <DataTable caption="By agency" rows={now} columns={columns} />
      ) : (
        <Empty title="No seats">
          {mayChange ? 'Add a seat for each agency that belongs at this table.' : 'The office can add them.'}
        </Empty>
      )}
      {over.length > 0 && <DataTable caption="Seats that have ended" rows={over} columns={columns} />}
    </>
  );
};

const columnsOf = (path: string, today: PlainDate, names: Names, mayChange: boolean): Column<GroupSeat>[] => [
  { heading: 'Agency', cell: (seat) => agencyOfSeat(seat, names) },
  { heading: 'As', cell: ({ capacity }) => capacities[capacity] },
  {
    heading: 'Who sits in it',
    cell: (seat) => sitterInWords(seat, names, today),
    marked: (seat) => vacantSince(seat, today) !== undefined,
  },
  { heading: 'Since', narrow: true, cell: (seat) => sinceInWords(seat, today) },
  { heading: 'Deputy', cell: (seat) => deputyInWords(seat, names, today) },
  {
    heading: 'Seat',
    narrow: true,
    cell: (seat) => (
      <a class="govuk-link" href={`${path}/seats/${seat.id}`}>
        {mayChange && seat.untilOn === undefined ? 'See or change' : 'See'}
        <span class="govuk-visually-hidden">
          {' '}
          the seat of {agencyOfSeat(seat, names)}, {capacities[seat.capacity].toLowerCase()}
        </span>
      </a>
    ),
  },
];

function sitterInWords(seat: GroupSeat, { people }: Names, today: PlainDate): string {
  const sitter = sitterOn(seat, today);
  if (sitter) return people.get(sitter.person) ?? 'Not known';
  return isOn(seat, today) ? 'Vacant' : 'Nobody';
}

function sinceInWords(seat: GroupSeat, today: PlainDate): string | undefined {
  const since = sitterOn(seat, today)?.fromOn ?? vacantSince(seat, today);
  if (since) return formatDay(since, 'plain');
  return seat.fromOn > today
    ? `Begins ${formatDay(seat.fromOn, 'plain')}`
    : `Ended ${formatDay(seat.untilOn ?? today, 'plain')}`;
}

function deputyInWords(seat: GroupSeat, { people }: Names, today: PlainDate): string {
  const deputy = deputyOn(seat, today);
  return deputy ? (people.get(deputy.person) ?? 'Not known') : 'None';
}

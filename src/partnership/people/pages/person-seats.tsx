import { DataTable, Empty, StateTag } from '../../../platform/ui/patterns.tsx';
import { periodInWords } from '../../directory/period.ts';
import { capacities } from '../../groups/kinds.ts';
import { isOn } from '../../groups/seats.ts';
import type { PersonPageProps } from './person.tsx';

/** The seats somebody holds, will hold and has held, those of today first, then the latest. */
export function PersonSeats({ person, seats, groups, slug, today }: PersonPageProps) {
  const held = seats
    .flatMap((seat) => seat.holders.filter((holder) => holder.person === person.id).map((holder) => ({ seat, holder })))
    .map((one) => ({ ...one, now: isOn(one.holder, today) && isOn(one.seat, today) }))
    .toSorted((a, b) => Number(b.now) - Number(a.now) || (a.holder.fromOn < b.holder.fromOn ? 1 : -1));
  return (
    <>
      <h2 class="govuk-heading-m section-title">Seats</h2>
      {held.length === 0 ? (
        <Empty title="No seats yet">Seats are filled on the page of a group.</Empty>
      ) : (
        <DataTable
          caption="Seats now and earlier"
          rows={held}
          columns={[
            {
              heading: 'Group',
              cell: ({ seat: { group } }) => (
                <a class="govuk-link" href={`/${slug}/groups/${group}`}>
                  {groups.find(({ id }) => id === group)?.name}
                </a>
              ),
            },
            {
              heading: 'As',
              cell: ({ seat, holder }) => capacities[seat.capacity] + (holder.deputy ? ', as deputy' : ''),
            },
            { heading: 'When', cell: ({ holder }) => periodInWords(holder, today) },
            { heading: 'State', cell: ({ now, holder }) => <SeatState now={now} later={holder.fromOn > today} /> },
          ]}
        />
      )}
    </>
  );
}

const SeatState = ({ now, later }: { now: boolean; later: boolean }) => (
  <StateTag tone={now ? 'good' : 'calm'}>{now ? 'Now' : later ? 'Later' : 'Earlier'}</StateTag>
);

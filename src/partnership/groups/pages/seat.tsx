import { may, permit } from '../../../platform/access/permit.ts';
import { formatDay } from '../../../platform/calendar/in-words.ts';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import { page } from '../../../platform/http/answers.ts';
import { found } from '../../../platform/http/errors.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { Actions, DataTable, Empty, Facts, PageTitle } from '../../../platform/ui/patterns.tsx';
import { idIn } from '../../directory/answers.ts';
import { DirectoryShell } from '../../directory-shell.tsx';
import type { SeatedScope } from '../../doors.ts';
import { findGroup, type Group } from '../group.store.ts';
import { findGroupSeat, type GroupSeat, type SeatHolder } from '../group-seat.store.ts';
import { capacities } from '../kinds.ts';
import { deputyOn, isOn, sitterOn, vacantSince } from '../seats.ts';
import { readNames } from './names.ts';
import { agencyOfSeat, type Names } from './seat-tables.tsx';

/** One seat: whose it is, who sits in it, and everybody who ever did. */
export const showSeat: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.read');
  const seat = found(await findGroupSeat(scope, idIn(request, 'seat')));
  return page(
    <SeatPage
      path={`/${scope.slug}/groups`}
      today={scope.today}
      seat={seat}
      group={found(await findGroup(scope, seat.group))}
      names={await readNames(scope)}
      mayChange={may(scope, 'directory.change')}
    />,
  );
};

interface SeatModel {
  path: string;
  today: PlainDate;
  seat: GroupSeat;
  group: Group;
  names: Names;
  mayChange: boolean;
}

const SeatPage = ({ path, today, seat, group, names, mayChange }: SeatModel) => {
  const title = `${agencyOfSeat(seat, names)}: ${capacities[seat.capacity].toLowerCase()}`;
  const since = vacantSince(seat, today);
  return (
    <DirectoryShell title={`${title}, ${group.name}`} current="groups">
      <PageTitle
        title={title}
        caption={`Seat in ${group.name}`}
        {...(since ? { state: { text: 'Vacant', tone: 'warning' as const } } : {})}
      />
      {mayChange && <Actions actions={actionsOn(seat, path, today)} />}
      <Facts
        facts={[
          {
            key: 'Group',
            value: (
              <a class="govuk-link" href={`${path}/${group.id}`}>
                {group.name}
              </a>
            ),
          },
          { key: 'Since', value: formatDay(seat.fromOn, 'plain') },
          ...(since ? [{ key: 'Vacant since', value: formatDay(since, 'plain') }] : []),
          ...(seat.untilOn ? [{ key: 'Last day', value: formatDay(seat.untilOn, 'plain') }] : []),
        ]}
      />
      <Holders seat={seat} names={names} path={path} today={today} mayChange={mayChange} />
    </DirectoryShell>
  );
};

function actionsOn(seat: GroupSeat, path: string, today: PlainDate): { text: string; href: string }[] {
  if (seat.untilOn !== undefined) return [];
  const at = `${path}/seats/${seat.id}`;
  return [
    ...(sitterOn(seat, today) ? [] : [{ text: 'Fill the seat', href: `${at}/fill` }]),
    ...(deputyOn(seat, today) ? [] : [{ text: 'Name a deputy', href: `${at}/fill?as=deputy` }]),
    { text: 'End the seat', href: `${at}/end` },
  ];
}

const Holders = ({ seat, names, path, today, mayChange }: Omit<SeatModel, 'group'>) =>
  seat.holders.length === 0 ? (
    <Empty title="Nobody has sat in it">It has been vacant since it was made.</Empty>
  ) : (
    <DataTable
      caption="Who sits in it, and who did, the latest first"
      rows={seat.holders.toReversed()}
      columns={[
        { heading: 'Person', cell: ({ person }) => names.people.get(person) ?? 'Not known' },
        { heading: 'As', cell: ({ deputy }) => (deputy ? 'Deputy' : 'In the seat') },
        { heading: 'From', narrow: true, cell: ({ fromOn }) => formatDay(fromOn, 'plain') },
        { heading: 'Last day', narrow: true, cell: (holder) => untilInWords(holder, today) },
        ...(mayChange
          ? [
              {
                heading: 'Change',
                narrow: true,
                cell: (holder: SeatHolder) => <LeaveLink holder={holder} names={names} path={path} />,
              },
            ]
          : []),
      ]}
    />
  );

const untilInWords = (holder: SeatHolder, today: PlainDate): string => {
  if (holder.untilOn) return formatDay(holder.untilOn, 'plain');
  return isOn(holder, today) ? 'Goes on' : 'Yet to begin';
};

const LeaveLink = ({ holder, names, path }: { holder: SeatHolder; names: Names; path: string }) =>
  holder.untilOn === undefined ? (
    <a class="govuk-link" href={`${path}/holders/${holder.id}/leave`}>
      Leaves
      <span class="govuk-visually-hidden"> the seat: {names.people.get(holder.person) ?? 'not known'}</span>
    </a>
  ) : (
    'None'
  );

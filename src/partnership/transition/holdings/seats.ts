import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import type { Scope } from '../../../platform/database/database.ts';
import { listAgencies } from '../../agencies/agency.store.ts';
import { listGroups } from '../../groups/group.store.ts';
import {
  addGroupSeat,
  endGroupSeat,
  fillSeat,
  findGroupSeat,
  type GroupSeat,
  leaveSeat,
  listGroupSeats,
  listSeatsOf,
} from '../../groups/group-seat.store.ts';
import { capacities, isLive } from '../../groups/kinds.ts';
import { isOn } from '../../groups/seats.ts';
import { listPeople } from '../../people/person.store.ts';
import type { Arriving } from '../arriving.ts';
import { endSeatsOf, listMembers } from '../held.store.ts';
import type { Holding } from '../holding.ts';
import { fromHere, goesOn, those } from './order.ts';

/** People in a seat: when the regime changes, somebody keeps all their seats or leaves them. */
export const members: Holding = {
  kind: 'member',
  title: 'Members: people in a seat',
  tables: [],
  inRegime: true,
  onlyInRegime: true,
  list: listMembers,
  end: (scope, { id }) => endSeatsOf(scope, id),
};

/** Seats of groups that go on, with what to call them. */
async function liveSeats(scope: Scope): Promise<{ seat: GroupSeat; title: string }[]> {
  const groups = (await listGroups(scope)).filter((one) => isLive(one, scope.today));
  const group = new Map(groups.map(({ id, name }) => [id, name]));
  const agency = new Map((await listAgencies(scope)).map(({ id, name }) => [id, name]));
  return (await listGroupSeats(scope)).flatMap((seat) => {
    const of = group.get(seat.group);
    if (of === undefined || !goesOn(seat, scope.today)) return [];
    return [
      {
        seat,
        title: [`${capacities[seat.capacity]}, ${of}`, agency.get(seat.agency ?? '')].filter(Boolean).join(': '),
      },
    ];
  });
}

/** A seat in a group that was there already is another one, but where the same person sits in the same one there. */
export const seats: Holding = {
  kind: 'seat',
  title: 'Seats in groups',
  tables: ['group_seat'],
  list: async (scope) =>
    (await liveSeats(scope)).map(({ seat: { id, group, agency }, title }) => ({
      kind: 'seat',
      id,
      title,
      needs: agency === undefined ? [group] : [group, agency],
    })),
  async take(from, items) {
    const going = those(
      (await liveSeats(from)).map(({ seat }) => seat),
      items,
    );
    return async (scope, arriving) => {
      for (const { one, item } of going) {
        const seat = {
          ...one,
          group: arriving.idOf(one.group),
          agency: one.agency === undefined ? undefined : arriving.idOf(one.agency),
          fromOn: fromHere(one, scope.today),
        };
        const there = arriving.hasJoined(one.group) ? await sameSeat(scope, arriving, seat, from.today) : undefined;
        const { became, joined } = await arriving.bring(item, there, () => addGroupSeat(scope, seat));
        if (!joined && one.untilOn !== undefined) await endGroupSeat(scope, became, one.untilOn);
      }
    };
  },
};

async function sameSeat(
  scope: Scope,
  arriving: Arriving,
  seat: GroupSeat,
  today: PlainDate,
): Promise<string | undefined> {
  const people = seat.holders.filter((one) => isOn(one, today)).map(({ person }) => arriving.find(person));
  return (await listSeatsOf(scope, seat.group)).find(
    (one) =>
      one.agency === seat.agency &&
      one.capacity === seat.capacity &&
      goesOn(one, scope.today) &&
      one.holders.some((holder) => isOn(holder, scope.today) && people.includes(holder.person)),
  )?.id;
}

/** Who sits in a seat, or deputises in it, today or later. */
export const sittings: Holding = {
  kind: 'sitting',
  title: 'Who sits in them',
  tables: ['seat_holder'],
  async list(scope) {
    const names = new Map((await listPeople(scope)).map(({ id, name }) => [id, name]));
    return (await liveSeats(scope)).flatMap(({ seat, title }) =>
      seat.holders
        .filter((holder) => goesOn(holder, scope.today))
        .map(({ id, person, deputy }) => ({
          kind: 'sitting',
          id,
          title: `${names.get(person) ?? ''}${deputy ? ', deputy' : ''}: ${title}`,
          person,
          needs: [seat.id, person],
        })),
    );
  },
  async take(from, items) {
    const all = (await liveSeats(from)).flatMap(({ seat }) => seat.holders.map((one) => ({ ...one, seat: seat.id })));
    const going = those(all, items);
    return async (scope, arriving) => {
      for (const { one, item } of going) {
        const [seat, person] = [arriving.idOf(one.seat), arriving.idOf(one.person)];
        const there = (await findGroupSeat(scope, seat))?.holders.find(
          (holder) => holder.person === person && goesOn(holder, scope.today),
        );
        const { became, joined } = await arriving.bring(item, there?.id, () =>
          fillSeat(scope, seat, { person, deputy: one.deputy, fromOn: fromHere(one, scope.today) }),
        );
        if (!joined && one.untilOn !== undefined) await leaveSeat(scope, became, one.untilOn);
      }
    };
  },
};

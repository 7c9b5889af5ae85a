import { daysBetween } from '../../platform/calendar/days.ts';
import { formatDay } from '../../platform/calendar/in-words.ts';
import type { Agency } from '../agencies/agency.store.ts';
import type { Group } from '../groups/group.store.ts';
import type { GroupSeat } from '../groups/group-seat.store.ts';
import { capacities } from '../groups/kinds.ts';
import { isOn, vacantSince } from '../groups/seats.ts';
import { type GapFacts, isHere, liveGroups, liveSeats, speakerIn } from './facts.ts';
import { type Gap, ownRule } from './gap.ts';

/** For how many days a seat may be empty before that is a gap. */
export const emptyForDays = 90;

/** A seat that nobody has sat in for 90 days, counted from its first empty day. A deputy does not fill it. */
export const seatsEmpty = (facts: GapFacts): Gap[] =>
  liveSeats(facts).flatMap((seat): Gap[] => {
    const since = vacantSince(seat, facts.today);
    if (since === undefined || daysBetween(since, facts.today) < emptyForDays) return [];
    return [
      {
        rule: 'empty-seat',
        about: seat.id,
        says: `The seat of ${ownerOf(seat, facts.agencies)} in ${groupOf(seat, facts.groups)} (${capacities[seat.capacity].toLowerCase()}) has been empty since ${formatDay(since, 'plain')}`,
        asks: ownRule(`A seat is filled within ${emptyForDays} days`),
        link: `/groups/seats/${seat.id}`,
        severity: 'work',
      },
    ];
  });

const ownerOf = ({ agency }: GroupSeat, agencies: readonly Agency[]): string =>
  agency === undefined
    ? 'somebody independent'
    : (agencies.find(({ id }) => id === agency)?.name ?? 'an agency that is not known');
const groupOf = ({ group }: GroupSeat, groups: readonly Group[]): string =>
  groups.find(({ id }) => id === group)?.name ?? 'a group that is not known';

/** A group in which nobody sits as chair today. */
export function groupsUnchaired(facts: GapFacts): Gap[] {
  const chaired = new Set(
    liveSeats(facts)
      .filter((seat) => seat.capacity === 'chair' && speakerIn(seat, facts))
      .map(({ group }) => group),
  );
  return liveGroups(facts)
    .filter(({ id }) => !chaired.has(id))
    .map(({ id, name }) => ({
      rule: 'no-chair',
      about: id,
      says: `${name} has no chair`,
      asks: ownRule('Every group has a chair'),
      link: `/groups/${id}`,
      severity: 'work',
    }));
}

/** A group without terms of reference, or whose newest should have been looked at again before today. */
export const termsOverdue = (facts: GapFacts): Gap[] =>
  liveGroups(facts).flatMap(({ id, name }): Gap[] => {
    const reviewOn = facts.termsReviews.get(id);
    const says = !facts.termsReviews.has(id)
      ? `${name} has no terms of reference`
      : reviewOn !== undefined && reviewOn < facts.today
        ? `The terms of reference of ${name} should have been reviewed by ${formatDay(reviewOn, 'plain')}`
        : undefined;
    if (says === undefined) return [];
    const asks = ownRule('Every group has terms of reference, and looks at them again by the day it set');
    return [{ rule: 'no-terms', about: id, says, asks, link: `/groups/${id}/terms`, severity: 'order' }];
  });

/** A priority of today that nobody leads, or whose lead has left. */
export const prioritiesUnowned = (facts: GapFacts): Gap[] =>
  facts.priorities
    .filter((priority) => isOn(priority, facts.today))
    .filter(
      ({ lead }) =>
        !isHere(
          facts.people.find(({ id }) => id === lead),
          facts.today,
        ),
    )
    .map(({ id, name, lead }) => ({
      rule: 'priority-unowned',
      about: id,
      says: `Nobody owns the priority “${name}”${lead === undefined ? '' : ': its lead has left'}`,
      asks: ownRule('Somebody leads each priority'),
      link: '/settings/priorities',
      severity: 'work',
    }));

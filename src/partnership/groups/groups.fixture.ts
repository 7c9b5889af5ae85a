import { plainDate } from '../../platform/calendar/plain-date.ts';
import type { Group } from './group.store.ts';
import type { GroupSeat, SeatHolder } from './group-seat.store.ts';

/** A group that says nothing of itself, to be given what a test is about. */
export const aGroup = (group: Partial<Group> & Pick<Group, 'id'>): Group => ({
  name: `Group ${group.id}`,
  kind: 'sub-group',
  parent: undefined,
  purpose: '',
  decides: '',
  sendsUp: '',
  quorumMembers: undefined,
  fromOn: undefined,
  endedOn: undefined,
  ...group,
});

/** An independent member's seat of 2026 that nobody has sat in. */
export const aSeat = (seat: Partial<GroupSeat> = {}): GroupSeat => ({
  id: 'seat',
  group: 'board',
  agency: undefined,
  capacity: 'member',
  fromOn: plainDate('2026-01-01'),
  untilOn: undefined,
  holders: [],
  ...seat,
});

/** Somebody in a seat since the beginning of 2026. */
export const aHolder = (holder: Partial<SeatHolder> = {}): SeatHolder => ({
  id: 'holder',
  person: 'ada',
  deputy: false,
  fromOn: plainDate('2026-01-01'),
  untilOn: undefined,
  ...holder,
});

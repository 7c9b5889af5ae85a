import { type Sector, sectors } from '../agencies/kinds.ts';
import type { Capacity } from './group-seat.store.ts';
import { countsInQuorum } from './kinds.ts';

/** What makes a meeting quorate. */
export interface QuorumNeeds {
  /** How many seats in all; undefined where nothing is said. */
  members: number | undefined;
  /** How many seats of a sector. */
  sectors: readonly { sector: Sector; atLeast: number }[];
}

/** A seat that somebody, or their deputy, fills at a meeting. */
export interface PresentSeat {
  id: string;
  capacity: Capacity;
  sector: Sector;
}

/** `no-rule` where the group has settled nothing: a meeting is then neither quorate nor short. */
export type Quorum = { state: 'quorate' } | { state: 'no-rule' } | { state: 'short'; missing: readonly string[] };

/**
 * Whether a meeting is quorate, and if not what it lacks, in words: “2 more members”, “1 more from Police”.
 *
 * A seat counts once, however many come for it; advisers, observers and those in attendance do not count. Whoever makes up
 * a sector also counts towards the members in all.
 */
export function quorumOf(present: readonly PresentSeat[], needs: QuorumNeeds): Quorum {
  if (needs.members === undefined && needs.sectors.length === 0) return { state: 'no-rule' };
  const counted = [
    ...new Map(present.filter(({ capacity }) => countsInQuorum(capacity)).map((seat) => [seat.id, seat])).values(),
  ];
  const lacking = (needs.members ?? 0) - counted.length;
  const missing = [
    ...(lacking > 0 ? [`${lacking} more ${lacking === 1 ? 'member' : 'members'}`] : []),
    ...needs.sectors.flatMap(({ sector, atLeast }) => {
      const short = atLeast - counted.filter((seat) => seat.sector === sector).length;
      return short > 0 ? [`${short} more from ${sectors[sector]}`] : [];
    }),
  ];
  return missing.length ? { state: 'short', missing } : { state: 'quorate' };
}

/** “5 members, with at least 1 from Police and 1 from Health”; undefined where nothing is said. */
export function needsInWords({ members, sectors: wanted }: QuorumNeeds): string | undefined {
  const each = wanted.map(({ sector, atLeast }) => `${atLeast} from ${sectors[sector]}`);
  const last = each.at(-1);
  const list = each.length > 1 ? `${each.slice(0, -1).join(', ')} and ${last ?? ''}` : last;
  if (members === undefined) return list && `At least ${list}`;
  const all = `${members} ${members === 1 ? 'member' : 'members'}`;
  return list ? `${all}, with at least ${list}` : all;
}

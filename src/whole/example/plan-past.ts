import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import { managerOf } from './plan-people.ts';
import type { Plan, PlannedTransition, Planning } from './planning.ts';

/** From edition to edition of the guidance: when each move was begun and done, in days ago. */
const moves = [
  { from: 'england-2017-act-2018', to: 'england-2017-act-2023', begun: 722, done: 700 },
  { from: 'england-2017-act-2023', to: 'england-2017-act-2026', begun: 240, done: 221 },
] as const;

/**
 * The moves that a partnership of two years has behind it: every group and everybody in a seat was carried along or ended. A younger
 * one has fewer.
 */
export function planTransitions(planning: Planning, { seats }: Pick<Plan, 'seats'>): readonly PlannedTransition[] {
  const { newId, ago, groups, everybody } = planning;
  const answeredBy = managerOf(planning);
  return moves.flatMap(({ from, to, begun, done }) => {
    const [begunOn, doneOn] = [ago(begun), ago(done)];
    const sitting = new Set(
      seats.flatMap(({ holders }) => holders.filter((one) => wasOn(one, begunOn)).map(({ person }) => person)),
    );
    const held = [
      ...[...groups.values()]
        .filter(({ fromOn, endedOn }) => wasOn({ fromOn: fromOn ?? begunOn, untilOn: endedOn }, begunOn))
        .map(({ id, name, endedOn }) => ({
          kind: 'group',
          id,
          title: name,
          ends: endedOn !== undefined && endedOn <= doneOn,
        })),
      ...everybody
        .filter(([, { id }]) => sitting.has(id))
        .map(([, { id, name, leftOn }]) => ({
          kind: 'member',
          id,
          title: name,
          ends: leftOn !== undefined && leftOn <= doneOn,
        })),
    ];
    return held.length === 0 ? [] : { id: newId(), from, to, begunOn, doneOn, answeredBy, items: held };
  });
}

const wasOn = ({ fromOn, untilOn }: { fromOn: PlainDate; untilOn: PlainDate | undefined }, day: PlainDate): boolean =>
  fromOn <= day && (untilOn === undefined || untilOn >= day);

/** The papers of duties that hold restricted records, as the description dates them. */
export const planDutyUse = ({ described, ago }: Planning): Plan['dutyUse'] =>
  described.papers.map(({ duty, assessed, agreed }) => ({
    duty,
    inUse: agreed !== undefined,
    assessedOn: ago(assessed),
    agreedOn: agreed === undefined ? undefined : ago(agreed),
  }));

import type { PlainDate } from '../platform/calendar/plain-date.ts';

/** Somebody's place on the team of a restricted record. */
export interface TeamPlace {
  person: string;
  fromOn: PlainDate;
  /** The last day, included; absent means until the case ends. */
  untilOn?: PlainDate;
  /** When they were taken off before that. */
  leftAt?: Date;
}

/** Everyone who was ever on a case's team, and who must not see the case whatever their place. */
export interface Team {
  places: readonly TeamPlace[];
  conflicted: readonly string[];
}

/** Whether a place lets somebody see the case on `today`. */
export const isHeldOn = ({ fromOn, untilOn, leftAt }: TeamPlace, today: PlainDate): boolean =>
  leftAt === undefined && fromOn <= today && (untilOn === undefined || untilOn >= today);

/** Whether `person` may see the case on `today`. A conflict of interest outweighs every place and every role, the chair's too. */
export const isOnTeam = ({ places, conflicted }: Team, person: string, today: PlainDate): boolean =>
  !conflicted.includes(person) && places.some((place) => place.person === person && isHeldOn(place, today));

export type JoiningRefusal =
  | 'own-approval'
  | 'approver-not-on-team'
  | 'conflict-of-interest'
  | 'on-team-already'
  | 'over-already';
export type JoiningRuling = { allowed: true } | { allowed: false; because: JoiningRefusal };

/**
 * Whether `approver` may put somebody on a case's team. Joining always takes a second person, and the second person is on
 * the team; only the one who opens a case, whose team is still empty, names its first members from outside.
 */
export function rulingOnJoining(team: Team, joining: TeamPlace, approver: string, today: PlainDate): JoiningRuling {
  if (joining.person === approver) return refuse('own-approval');
  if (team.places.length > 0 && !isOnTeam(team, approver, today)) return refuse('approver-not-on-team');
  if (team.conflicted.includes(joining.person)) return refuse('conflict-of-interest');
  if (isOnTeam(team, joining.person, today)) return refuse('on-team-already');
  if (joining.untilOn !== undefined && (joining.untilOn < today || joining.untilOn < joining.fromOn))
    return refuse('over-already');
  return { allowed: true };
}

const refuse = (because: JoiningRefusal): JoiningRuling => ({ allowed: false, because });

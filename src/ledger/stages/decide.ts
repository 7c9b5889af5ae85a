import { allowed, type Ruling, refuse } from '../../partnership/directory/ruling.ts';

/** Somebody who would decide. */
export interface Decider {
  /** The agency they speak for. */
  agency: string | undefined;
}

/**
 * Nobody decides an escalation about their own agency.
 *
 * @param concerned the agencies that it is about
 */
export const rulingOnOwnAgency = ({ agency }: Decider, concerned: readonly string[]): Ruling<'own-agency'> =>
  agency !== undefined && concerned.includes(agency) ? refuse('own-agency') : allowed;

/** What one lead safeguarding partner has said, the latest of each last. */
export interface View<Choice extends string> {
  agency: string | undefined;
  choice: Choice;
}

export type JointRuling<Choice extends string> =
  | { decided: true; choice: Choice }
  /** `waiting` for agencies that have not said, `differ` where they have not said the same, `too-few` lead partners to be joint. */
  | { decided: false; because: 'waiting' | 'differ' | 'too-few'; waitFor: readonly string[] };

/**
 * What the lead safeguarding partners decide jointly. Those whose own agency it is about are heard and not counted, as long as
 * two others are left; where fewer are, all of them must say the same, so that none decides alone.
 *
 * @param agencies of the lead safeguarding partners
 * @param concerned the agencies that it is about
 * @param views what they have said so far, oldest first; the latest of each agency counts
 */
export function rulingOnJoint<Choice extends string>(
  agencies: readonly string[],
  concerned: readonly string[],
  views: readonly View<Choice>[],
): JointRuling<Choice> {
  const all = [...new Set(agencies)];
  const others = all.filter((agency) => !concerned.includes(agency));
  const counted = others.length >= 2 ? others : all;
  if (counted.length < 2) return { decided: false, because: 'too-few', waitFor: [] };
  const latest = new Map(
    views.flatMap(({ agency, choice }) => (agency === undefined ? [] : [[agency, choice] as const])),
  );
  const waitFor = counted.filter((agency) => !latest.has(agency));
  if (waitFor.length > 0) return { decided: false, because: 'waiting', waitFor };
  const [choice, ...different] = new Set(counted.flatMap((agency) => latest.get(agency) ?? []));
  return choice === undefined || different.length > 0
    ? { decided: false, because: 'differ', waitFor: [] }
    : { decided: true, choice };
}

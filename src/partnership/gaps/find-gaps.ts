import type { GapFacts } from './facts.ts';
import type { Gap } from './gap.ts';
import { groupsUnchaired, prioritiesUnowned, seatsEmpty, termsOverdue } from './group-gaps.ts';
import { partnersMissing, partnersUnspoken, schoolsUnheard } from './partner-gaps.ts';
import { helpersGone, overSeated, withoutAgency } from './people-gaps.ts';

const rules: readonly ((facts: GapFacts) => Gap[])[] = [
  partnersMissing,
  partnersUnspoken,
  schoolsUnheard,
  seatsEmpty,
  groupsUnchaired,
  termsOverdue,
  prioritiesUnowned,
  overSeated,
  helpersGone,
  withoutAgency,
];

/** Every gap there is, those first that the law asks about. Accepted ones are among them. */
export const findGaps = (facts: GapFacts): Gap[] => rules.flatMap((rule) => rule(facts));

import type { GapFacts } from './facts.ts';
import type { Gap, Severity } from './gap.ts';
import { groupsUnchaired, prioritiesUnowned, seatsEmpty, termsOverdue } from './group-gaps.ts';
import { partnersMissing, schoolsUnheard } from './partner-gaps.ts';
import { partnersUnspoken } from './partner-voices.ts';
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

const weights: Record<Severity, number> = { law: 0, work: 1, order: 2 };

/** Every gap there is, accepted ones too: those first that the law asks about, then what the work suffers from. */
export const findGaps = (facts: GapFacts): Gap[] =>
  rules.flatMap((rule) => rule(facts)).toSorted((one, other) => weights[one.severity] - weights[other.severity]);

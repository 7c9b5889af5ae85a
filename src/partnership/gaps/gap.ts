import type { RequiredPartner } from '../regimes/regime.ts';
import { sourceInWords } from '../regimes/said.ts';

/** What is looked for, in the order in which it is shown. */
export const gapRules = {
  'partner-missing': 'A partner the law asks for is not there',
  'partner-unspoken': 'Nobody speaks for a partner',
  'no-lead-partner': 'A safeguarding partner has no lead',
  'no-delegate': 'A safeguarding partner has no delegate',
  'school-voice': 'A kind of school has no voice',
  'empty-seat': 'A seat has been empty for long',
  'no-chair': 'A group has no chair',
  'no-terms': 'Terms of reference are missing or past their review',
  'priority-unowned': 'Nobody owns a priority',
  'too-many-seats': 'Somebody sits in too many seats',
  'left-helper': 'A deputy or assistant has left',
  'no-agency': 'Somebody with a role speaks for no agency',
} as const;
export type GapRule = keyof typeof gapRules;
export const gapRuleNames = Object.keys(gapRules) as GapRule[];

/** How much hangs on it: `law` where the regime asks, `work` where the partnership’s work suffers, `order` where records do. */
export type Severity = 'law' | 'work' | 'order';

/** Something the partnership lacks. */
export interface Gap {
  rule: GapRule;
  /** What it is about: the id of a record, or the name of a kind; with the rule it names the gap for good. */
  about: string;
  /** What is lacking, in one sentence without a full stop. */
  says: string;
  asks: Asked;
  /** Where one can do something about it, inside the partnership: `/groups/0195…`. */
  link: string;
  severity: Severity;
}

/** What asks for it, and where that is written. */
export interface Asked {
  /** In one sentence without a full stop. */
  words: string;
  source: string;
  /** Whether the regime’s words were checked in a source; what the partnership asks of itself needs no checking. */
  verified: boolean;
}

/** The name of a gap, as answers keep it: `empty-seat 0195…`. */
export const nameOf = ({ rule, about }: Pick<Gap, 'rule' | 'about'>): string => `${rule} ${about}`;

/** Where a gap is answered, inside the partnership. */
export const answerPath = (gap: Pick<Gap, 'rule' | 'about'>): string =>
  `/gaps/answer?${new URLSearchParams({ gap: nameOf(gap) }).toString()}`;

/** What the partnership asks of itself, where no law was read for it. */
export const ownRule = (words: string): Asked => ({
  words,
  source: 'the partnership’s own rule, as Concordat sets it',
  verified: true,
});

export const regimeAsks = (
  words: string,
  { source, verified }: Pick<RequiredPartner, 'source' | 'verified'>,
): Asked => ({
  words,
  source: sourceInWords(source),
  verified,
});

import { plainWords, type Reading } from '../../platform/documents/cells.ts';
import { type Priority, priorities, type SourceKind, sourceKinds } from '../actions/action.ts';

/** Words that give away what kind of source an action has; the first that fits. */
const signs: readonly (readonly [SourceKind, RegExp])[] = [
  ['child-death', /\b(?:cdop|cdr|child death)/],
  ['review', /\b(?:l?cspr|scr|review|rapid review|lcspr|practice review|case review|learning review)s?\b/],
  ['inspection', /\b(?:jtai|ilacs|ofsted|cqc|hmicfrs|inspection|inspectorate)/],
  ['audit', /\b(?:audit|section 11|s11|section 175|s175|section 157|dip sample|self assessment)/],
  ['scrutiny', /\bscrutin/],
  ['challenge', /\bchallenge/],
  ['risk', /\brisk/],
  ['disagreement', /\b(?:disagreement|escalation)/],
  ['survey', /\bsurvey/],
  ['scorecard', /\b(?:scorecard|dataset|data set|performance|dashboard)/],
  ['visit', /\b(?:visit|frontline)/],
  ['national', /\bnational/],
  ['plan', /\b(?:plan|strategy|priority)/],
  ['meeting', /\b(?:meeting|minutes|board|executive|sub ?group|committee|panel)/],
];

/** The kind of source that words speak of; something else where they give none away. */
export const sourceKindIn = (words: string): SourceKind =>
  signs.find(([, sign]) => sign.test(plainWords(words)))?.[0] ?? 'other';

/** A kind of source by our name for it, or as it gives itself away. */
export function readSourceKind(text: string): Reading<SourceKind> {
  const named = keyNamed(sourceKinds, text) ?? sourceKindIn(text);
  const isOther =
    named === 'other' && plainWords(text) !== plainWords(sourceKinds.other) && plainWords(text) !== 'other';
  return isOther
    ? { wrong: `“${text.slice(0, 60)}” is not a kind of source: write one of ${Object.values(sourceKinds).join(', ')}` }
    : { value: named };
}

const otherPriorities: Readonly<Record<Priority, RegExp>> = {
  high: /^(?:h|1|urgent|critical|very high|essential|must|priority 1|p1|red)$/,
  medium: /^(?:m|2|normal|moderate|standard|should|med|priority 2|p2|amber)$/,
  low: /^(?:l|3|could|minor|desirable|priority 3|p3|green)$/,
};

export function readPriority(text: string): Reading<Priority> {
  const words = plainWords(text);
  const named =
    keyNamed(priorities, text) ??
    (Object.keys(priorities) as Priority[]).find((one) => otherPriorities[one].test(words));
  return named ? { value: named } : { wrong: `“${text.slice(0, 60)}” is not a priority: write high, medium or low` };
}

const keyNamed = <Name extends string>(all: Readonly<Record<Name, string>>, text: string): Name | undefined =>
  (Object.keys(all) as Name[]).find((name) => plainWords(all[name]) === plainWords(text));

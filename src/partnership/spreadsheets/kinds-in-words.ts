import { plainWords, type Reading } from '../../platform/documents/cells.ts';
import { type AgencyKind, agencyKindNames, agencyKinds, standings } from '../agencies/kinds.ts';
import type { GroupKind } from '../groups/group.store.ts';
import type { KindWords } from '../groups/kind-words.ts';
import { capacities, groupKindNames, groupKinds } from '../groups/kinds.ts';
import { capital } from '../settings/words.ts';

type Pattern<T> = readonly [pattern: RegExp, value: T];

/** The value whose name or title is said, else the first whose pattern is met. */
function valueOf<T extends string>(
  text: string,
  titles: Readonly<Record<T, string | { title: string }>>,
  patterns: readonly Pattern<T>[],
): T | undefined {
  const words = plainWords(text);
  const titled = Object.entries<string | { title: string }>(titles).find(([name, facts]) =>
    [name, typeof facts === 'string' ? facts : facts.title].some((title) => plainWords(title) === words),
  );
  return (titled?.[0] as T | undefined) ?? patterns.find(([pattern]) => pattern.test(words))?.[1];
}

/** What says of a name, or of a word for a kind, what kind of agency it is; the narrower before the wider. */
const agencyPatterns: readonly Pattern<AgencyKind>[] = [
  [/\b(pcc|opcc|police and crime commissioner|police commissioner)\b/, 'police-commissioner'],
  [/\b(police|constabulary)\b/, 'police'],
  [/\b(youth justice|youth offending|yot|yjs)\b/, 'youth-justice'],
  [/\b(probation|nps)\b/, 'probation'],
  [/\b(prison|hmp|secure (unit|setting|training centre)|young offender institution|yoi)\b/, 'prison'],
  [/\bcafcass\b/, 'cafcass'],
  [/\b(fire|frs)\b/, 'fire'],
  [/\bambulance\b/, 'ambulance-service'],
  [/\bpublic health\b/, 'public-health'],
  [/\b(icb|integrated care board|ccg|clinical commissioning group)\b/, 'integrated-care-board'],
  [/\b(gp|gps|general practice|surgery|medical (centre|practice)|primary care network)\b/, 'general-practice'],
  [/\b(nhs|hospitals?|foundation trust|health trust|community health|mental health trust)\b/, 'nhs-trust'],
  [/\b(academy trust|multi academy|academies trust|mat)\b/, 'academy-trust'],
  [/\b(special school|alternative provision|pupil referral|pru)\b/, 'special-school'],
  [/\b(independent school|private school|preparatory school|prep school)\b/, 'independent-school'],
  [/\b(primary|infants?|junior) (school|academy)\b|^primary$/, 'primary-school'],
  [
    /\b(secondary|high|grammar|upper|comprehensive) (school|academy)\b|^(secondary|academy|school)$/,
    'secondary-school',
  ],
  [/\b(college|further education|fe|sixth form)\b/, 'college'],
  [/\b(nursery|nurseries|early years|childminders?|pre school|preschool|playgroup|children s centre)\b/, 'early-years'],
  [/\b(diocese|diocesan|church|mosque|synagogue|temple|gurdwara|faith)\b/, 'faith'],
  [/\b(housing|homes)\b/, 'housing'],
  [/\b(sports?|leisure)\b/, 'sport'],
  [/\b(district|borough) council\b|^district$/, 'district-council'],
  [/\b(council|local authority|la|children s (services|social care)|social care|unitary)\b/, 'local-authority'],
  [/\b(voluntary|charity|vcs|vcse|community|third sector|barnardo s|barnardos|nspcc)\b/, 'voluntary'],
  [/\b(partnership|safeguarding) (office|team|unit|business unit)\b|\bbusiness unit\b/, 'partnership-office'],
  [/\b(independent|lay member)\b/, 'independent'],
];

/** The kind of agency that a cell names. */
export function readAgencyKind(text: string): Reading<AgencyKind> {
  const value = valueOf(text, agencyKinds, agencyPatterns);
  if (value) return { value };
  const known = ['local-authority', 'police', 'nhs-trust', 'primary-school', 'voluntary'] as const;
  const some = known.map((kind) => agencyKinds[kind].title).join(', ');
  return { wrong: `“${text}” is not a kind of agency: ${some}, or another of ${agencyKindNames.length}` };
}

/** The kind of agency that a name gives away; `other` where it gives nothing away. */
export const kindByName = (name: string): AgencyKind => valueOf(name, agencyKinds, agencyPatterns) ?? 'other';

export function readStanding(text: string): Reading<string> {
  const value = valueOf(text, standings, [
    [/\b(statutory|safeguarding|lead) (safeguarding )?partner\b/, 'safeguarding-partner'],
    [/\brelevant\b/, 'relevant-agency'],
    [/^(other|none|no duty)$/, 'other'],
  ]);
  return value ? { value } : { wrong: `“${text}” is not a standing: ${Object.values(standings).join(', ')}` };
}

const groupPatterns: readonly Pattern<GroupKind>[] = [
  [/\bjoint chairs\b/, 'joint-chairs'],
  [/\bchief officers?\b/, 'chief-officers'],
  [/\btask( and)? finish\b/, 'task-and-finish'],
  [/\bexecutive\b/, 'executive'],
  [/\bco ?ordinat(ing|ion)\b/, 'co-ordinating'],
  [/\bforum\b/, 'forum'],
  [/\bpanel\b/, 'panel'],
  [/\bsub ?(group|committee)\b/, 'sub-group'],
  [/\bboard\b/, 'board'],
];

/** The kind that the partnership's own words name at the end of `text`, else what ours say. */
const groupKindIn = (text: string, words: KindWords): GroupKind | undefined =>
  groupKindNames.find((kind) => ` ${plainWords(text)}`.endsWith(` ${plainWords(words[kind])}`) && isOwn(kind, words)) ??
  valueOf(text, groupKinds, groupPatterns);

const isOwn = (kind: GroupKind, words: KindWords): boolean =>
  plainWords(words[kind]) !== plainWords(groupKinds[kind].title);

/** The kind of group that a cell names, in the partnership's own words or in ours. */
export function readGroupKind(text: string, words: KindWords): Reading<string> {
  const value = groupKindIn(text, words);
  const known = groupKindNames.map((kind) => capital(words[kind]));
  return value ? { value } : { wrong: `“${text}” is not a kind of group: ${known.join(', ')}` };
}

/** The kind of group that a name gives away; a sub-group where it gives nothing away. */
export const groupKindByName = (name: string, words: KindWords): string => groupKindIn(name, words) ?? 'sub-group';

/** As what somebody sits in a group, and whether the cell says that they deputise. */
export function readCapacity(text: string): Reading<string> {
  const value = valueOf(text, capacities, [
    [/\b(vice|deputy|co) ?chair/, 'vice-chair'],
    [/\bchair/, 'chair'],
    [/\badvis[eo]r/, 'adviser'],
    [/\b(attendance|attendee|attends|by invitation|minutes?|secretariat|clerk)\b/, 'in-attendance'],
    [/\b(observer|guest)\b/, 'observer'],
    [/\b(member|representative|rep|delegate|deputy|substitute|alternate|statutory partner|core)\b/, 'member'],
  ]);
  return value ? { value } : { wrong: `“${text}” is not a role in a group: ${Object.values(capacities).join(', ')}` };
}

/** Whether a role in a group says that somebody deputises in it, and not that they deputise for its chair. */
export const saysDeputy = (text: string): boolean =>
  /\b(deputy|substitute|alternate)\b(?! chair)/.test(plainWords(text));

import { formatDay } from '../../../platform/calendar/in-words.ts';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import { plainWords, type Reading } from '../../../platform/documents/cells.ts';
import type { Cell } from '../../../platform/documents/spreadsheet.ts';
import { type Framework, type Outcome, outcomeNames } from '../judgement.ts';

/** Why a report cannot have been published on `day`, or undefined. */
export function whyNotPublished(day: PlainDate, today: PlainDate): string | undefined {
  if (day > today) return `${formatDay(day, 'plain')} is in the future`;
  return day < '2000-01-01' ? `${formatDay(day, 'plain')} is before any inspection held here` : undefined;
}

const gradeWords: Record<string, Outcome> = {
  outstanding: 'outstanding',
  o: 'outstanding',
  '1': 'outstanding',
  good: 'good',
  g: 'good',
  '2': 'good',
  'requires improvement': 'requires-improvement',
  'requires improvement to be good': 'requires-improvement',
  ri: 'requires-improvement',
  'r i': 'requires-improvement',
  '3': 'requires-improvement',
  inadequate: 'inadequate',
  i: 'inadequate',
  '4': 'inadequate',
  'not judged': 'not-judged',
  'no judgement': 'not-judged',
  'not graded': 'not-judged',
};

/** The grade a cell means: in words, as `RI`, or as Ofsted's number from 1 to 4. */
export function readOutcome(cell: Cell): Reading<Outcome> {
  const words = plainWords(cell);
  const value = gradeWords[words] ?? (words.startsWith('not reported') ? 'not-judged' : undefined);
  if (value) return { value };
  const known = Object.values(outcomeNames).join(', ');
  return { wrong: `“${String(cell).trim()}” is not a grade: ${known}, or a number from 1 to 4` };
}

const frameworkWords: readonly [pattern: RegExp, framework: Framework][] = [
  [/\bsif\b|single inspection/, 'sif'],
  [/\bilacs\b|inspection of local authority children/, 'ilacs'],
  [/\bjtai\b|joint targeted area/, 'jtai'],
  [/\bslac\b|safeguarding and looked after/, 'slac'],
  [/\bcpi\b|protection of children|child protection/, 'cpi'],
  [/\btlac\b|targeted inspection of (services for )?looked after/, 'tlac'],
];

/** The framework a cell names, by its short or long name; "re-inspection" and the like may stand beside it. */
export function readFramework(cell: Cell): Reading<Framework> {
  const words = plainWords(cell);
  const value = frameworkWords.find(([pattern]) => pattern.test(words))?.[1];
  return value
    ? { value }
    : { wrong: `“${String(cell).trim()}” is not a framework: SIF, ILACS, JTAI, SLAC, CPI or TLAC` };
}

const kindWords: readonly [pattern: RegExp, kind: string][] = [
  [/re ?inspection/, 're-inspection'],
  [/short/, 'short'],
  [/standard/, 'standard'],
  [/visit/, 'visit'],
  [/inspection/, 'inspection'],
];

/** What sort of inspection a cell names: `re-inspection`, `short`, `standard` or plain `inspection`. */
export function readKind(cell: Cell): Reading<string> {
  const kind = kindWords.find(([pattern]) => pattern.test(plainWords(cell)))?.[1];
  if (kind === 'visit') return { wrong: 'a visit is not an inspection and judges nothing: leave the row out' };
  return kind
    ? { value: kind }
    : { wrong: `“${String(cell).trim()}” is not a kind of inspection: standard, short, inspection or re-inspection` };
}

/** An address of a report; only pages of the web, never a script. */
export function readAddress(cell: Cell): Reading<string> {
  const url = URL.parse(String(cell).trim());
  return url && /^https?:$/.test(url.protocol)
    ? { value: url.href }
    : { wrong: `“${String(cell)}” is not a web address` };
}

import { addDays } from '../../../platform/calendar/days.ts';
import { formatDay } from '../../../platform/calendar/in-words.ts';
import { type PlainDate, plainDate } from '../../../platform/calendar/plain-date.ts';
import { readWrittenDay } from '../../../platform/calendar/read-day.ts';
import type { Cell } from '../../../platform/documents/spreadsheet.ts';
import { type Framework, type Outcome, outcomeNames } from '../judgement.ts';

/** What a cell says, or in words why it cannot be read. */
export type Reading<T> = { value: T; wrong?: undefined } | { wrong: string };

/** Whether a cell says nothing: empty, or one of the signs that spreadsheets put for nothing. */
export const isBlank = (cell: Cell | undefined): boolean =>
  cell === undefined || /^(|-|–|—|\.\.|n\/a|null|none|not applicable)$/i.test(String(cell).trim());

/** The day a cell means: written as people write it, or the number by which Excel keeps a day. Times of day are dropped. */
export function readDay(cell: Cell): Reading<PlainDate> {
  const text = String(cell).trim();
  const serial = Number(text);
  if (/^\d{5}(\.\d+)?$/.test(text)) return { value: addDays(plainDate('1899-12-30'), Math.floor(serial)) };
  return readWrittenDay(text);
}

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

/** Small letters and single spaces, whatever stood between the words. */
export const plainWords = (cell: Cell): string =>
  String(cell)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();

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

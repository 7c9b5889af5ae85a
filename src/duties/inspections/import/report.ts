import { formatDay } from '../../../platform/calendar/in-words.ts';
import { isPlainDate } from '../../../platform/calendar/plain-date.ts';
import { frameworkFacts, judgementNames, judgements, outcomeNames, outcomes } from '../judgement.ts';
import type { Change } from './changes.ts';
import type { FactKey } from './gather.ts';
import { fieldNames } from './headings.ts';
import type { FileReading, ImportPlan, Refusal } from './import-rules.ts';

export type ImportResult = ImportPlan & { applied: boolean; dryRun: boolean };

/** What an import did or would do, as JSON. Names are part of the command line's contract. */
export function importAsJson({ files, refusals, changes, unchanged, applied, dryRun }: ImportResult): object {
  return {
    applied,
    dryRun,
    files,
    rejected: refusals,
    new: changes.filter(isNew).length,
    changed: changes.length - changes.filter(isNew).length,
    unchanged,
    changes: changes.map((change) => ({
      change: isNew(change) ? 'new' : 'changed',
      framework: change.framework,
      authority: { code: change.authority.code, name: change.authority.name },
      publishedOn: change.facts.get('publishedOn'),
      differences: change.differences.map(({ fact, before, after }) => ({ fact, before: before ?? null, after })),
      file: change.file,
      line: change.line,
    })),
  };
}

const isNew = ({ id }: Change) => id === undefined;

/** The same in words, a line for each thing. */
export function importInWords(result: ImportResult): string[] {
  const { files, refusals, changes, unchanged } = result;
  const reading = files.flatMap(readingInWords);
  if (refusals.length > 0) {
    const rows = refusals.length === 1 ? '1 thing stands' : `${refusals.length} things stand`;
    return [...reading, `${rows} against it:`, ...refusals.map(refusalInWords), 'Nothing was changed.'];
  }
  const fresh = changes.filter(isNew).length;
  return [
    ...reading,
    ...changes.map(changeInWords),
    countInWords(fresh, changes.length - fresh, unchanged),
    lastWord(result),
  ];
}

function readingInWords({ file, sheet, shape, rows, headings, unused }: FileReading): string[] {
  const form = shape === 'wide' ? 'a row for each inspection' : 'a row for each judgement';
  return [
    `${file}${sheet ? `, sheet “${sheet}”` : ''}: ${rows} ${rows === 1 ? 'row' : 'rows'}, ${form}`,
    ...headings.map(({ heading, as }) => `  “${heading}” is read as: ${fieldNames[as]}`),
    ...(unused.length > 0 ? [`  Not used: ${unused.map((heading) => `“${heading}”`).join(', ')}`] : []),
  ];
}

const refusalInWords = ({ file, line, reason }: Refusal) =>
  `  ${file}${line === undefined ? '' : `, line ${line}`}: ${reason}`;

function changeInWords({ id, framework, authority, facts, differences }: Change): string {
  const { short } = frameworkFacts[framework];
  const head = `  ${authority.name}, ${short}, ${wordsFor(facts.get('publishedOn'))}`;
  if (id === undefined) return `${head}: new`;
  const what = differences.map(({ fact, before, after }) => `${nameOf(fact)} ${wordsFor(before)} → ${wordsFor(after)}`);
  return `${head}: ${what.join('; ')}`;
}

const detailNames: Partial<Record<FactKey, string>> = {
  publishedOn: 'report published',
  startedOn: 'inspection began',
  endedOn: 'inspection ended',
  kind: 'kind',
  theme: 'theme',
  reportUrl: 'address',
  board: 'board',
  boardOutcome: 'board’s grade',
  boardPublishedOn: 'board review published',
};

const nameOf = (fact: FactKey): string => {
  const judgement = judgements.find((each) => each === fact);
  return judgement ? judgementNames[judgement].toLowerCase() : (detailNames[fact] ?? fact);
};

function wordsFor(value: string | undefined): string {
  if (value === undefined) return 'nothing';
  if (isPlainDate(value)) return formatDay(value, 'plain');
  const outcome = outcomes.find((each) => each === value);
  return outcome ? outcomeNames[outcome] : value;
}

const countInWords = (fresh: number, changed: number, unchanged: number) =>
  `Inspections: ${fresh} new, ${changed} changed, ${unchanged} as they were held.`;

function lastWord({ applied, dryRun, changes }: ImportResult): string {
  if (dryRun) return 'Nothing was changed: this was a dry run.';
  return applied && changes.length > 0 ? 'Imported.' : 'Nothing had to be changed.';
}

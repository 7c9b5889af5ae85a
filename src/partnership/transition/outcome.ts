import { writeCsv } from '../../platform/documents/csv.ts';
import { countInWords } from '../../platform/ui/patterns.tsx';
import type { KindOutcome, Outcome } from './arrive.ts';
import type { Came } from './arriving.ts';
import { type Holding, titleOfKind } from './holding.ts';
import type { Answered } from './transition.ts';

/** What became of a partnership that merged or split, line by line, for the operator. */
export function outcomeInWords(outcome: Outcome, dryRun: boolean): string[] {
  const { from, goesTo, doneBefore, kinds, perhaps, managers } = outcome;
  if (doneBefore) return [`${from} went into ${goesTo.join(' and ')} before. Nothing was changed.`];
  return [
    `${from} ${dryRun ? 'would go' : 'went'} into ${goesTo.join(' and ')}, and nothing ${dryRun ? 'would be' : 'is'} unaccounted for:`,
    ...kinds.filter(({ held }) => held > 0).map(kindInWords),
    ...managers.map(({ to, title }) => `New in ${to}, and can give access there: ${title}`),
    ...(perhaps.length > 0
      ? [
          `${countInWords(perhaps.length, 'thing')} came beside one of the same name. What is the same can be said with --same:`,
          ...sameRows(perhaps),
        ]
      : []),
  ];
}

const kindInWords = ({ title, held, ended, carried }: KindOutcome): string =>
  [
    `  ${title}: ${held} held`,
    ...Object.entries(carried).map(
      ([slug, { added, joined }]) => `${added + joined} to ${slug}${joined > 0 ? ` (${joined} there already)` : ''}`,
    ),
    `${ended} ended`,
  ].join(', ');

/** As the file of `--same` wants them, to be copied. */
const sameRows = (perhaps: Outcome['perhaps']): string[] =>
  writeCsv([
    ['from', 'into', 'kind', 'title', 'to'],
    ...perhaps.map((one) => [one.from, one.into, one.kind, one.title, one.to]),
  ])
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n');

/** What became of something, in words: “Carried to rivermouth, where it was already”. */
export function becameInWords({ answer, to, joined }: Pick<Answered, 'answer' | 'to' | 'joined'>): string {
  if (answer === 'ended') return 'Ended';
  if (to.length === 0) return 'Carried along';
  return `Carried to ${to.map((slug) => (joined.includes(slug) ? `${slug} (was there already)` : slug)).join(' and ')}`;
}

/** What became of each thing, as a table to take away. */
export const recordAsCsv = (answered: readonly Answered[], holdings: readonly Holding[]): string =>
  writeCsv([
    ['Kind', 'What', 'Answer', 'Why', 'Identifier'],
    ...answered.map((one) => [titleOfKind(holdings, one.kind), one.title, becameInWords(one), one.because, one.id]),
  ]);

/** What came from a partnership, as a table to take away. */
export const arrivalAsCsv = (came: readonly Came[], holdings: readonly Holding[]): string =>
  writeCsv([
    ['Kind', 'What', 'Here', 'Identifier there', 'Identifier here'],
    ...came.map(({ kind, title, joined, id, became }) => [
      titleOfKind(holdings, kind),
      title,
      joined ? 'Was here already' : 'New',
      id,
      became,
    ]),
  ]);

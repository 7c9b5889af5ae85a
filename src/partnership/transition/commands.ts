import { readFile } from 'node:fs/promises';
import { type Command, type CommandContext, type Options, UsageError } from '../../platform/command.ts';
import { isId } from '../../platform/database/ids.ts';
import { readSpreadsheet, SpreadsheetError } from '../../platform/documents/spreadsheet.ts';
import { listPartnerships, type PartnershipListed, serviceIn } from '../../platform/jobs/partnerships.store.ts';
import type { Holding } from './holding.ts';
import { outcomeInWords } from './outcome.ts';
import { CannotCarry } from './refused.ts';
import { type Asked, reorganise } from './reorganise.ts';
import { listTransitions } from './transition.store.ts';

const both = [
  {
    flag: '--same <file>',
    summary:
      'a CSV or XLSX file with the columns “from” and “into”: identifiers of what is the same, as a dry run lists them',
  },
  { flag: '--dry-run', summary: 'do all of it, take it back, and say what would have become of everything' },
];

/** What carries out, for the operator who alone may see both sides, what partnerships have prepared on their pages. */
export const reorganisationCommands = (holdings: readonly Holding[]): readonly Command[] => [
  {
    name: 'partnership merge',
    summary: 'Carry out the merger that one or more partnerships have prepared; they close, and all or nothing is done',
    options: [
      { flag: '--from <slug...>', summary: 'the partnerships that close, by their address', required: true },
      { flag: '--into <slug>', summary: 'the partnership that goes on', required: true },
      ...both,
    ],
    needs: 'database',
    run: (context, _args, options) => merge(context, options, holdings),
  },
  {
    name: 'partnership split',
    summary: 'Carry out the split that a partnership has prepared; it closes, and all or nothing is done',
    options: [
      { flag: '--from <slug>', summary: 'the partnership that closes, by its address', required: true },
      ...both,
    ],
    needs: 'database',
    run: (context, _args, options) => split(context, options, holdings),
  },
];

async function merge(context: CommandContext, options: Options, holdings: readonly Holding[]): Promise<number> {
  const known = await listPartnerships(context.data);
  const slugs = [...new Set([options['from'] ?? []].flat().map(String))];
  const into = named(known, String(options['into'] ?? ''));
  const from = slugs.map((slug) => named(known, slug));
  if (from.includes(into))
    throw new UsageError('A partnership cannot merge into itself: --into names one that goes on');
  return await carryOut(context, options, holdings, { kind: 'merge', from, into: [into] });
}

async function split(context: CommandContext, options: Options, holdings: readonly Holding[]): Promise<number> {
  const { data } = context;
  const known = await listPartnerships(data);
  const from = named(known, String(options['from'] ?? ''));
  const transitions = await data.as(serviceIn(from.partnership), listTransitions);
  const prepared = transitions.find(({ kind, givenUpOn }) => kind === 'split' && givenUpOn === undefined);
  if (!prepared)
    throw new CannotCarry(
      `${from.slug} has not prepared to split: its business manager does that at /${from.slug}/transition`,
    );
  const missing = prepared.goesTo.filter((slug) => !known.some((one) => one.slug === slug));
  if (missing.length > 0)
    throw new CannotCarry(
      `There is no partnership at /${missing.join(', /')} yet: make it with “concordat partnership create”`,
    );
  const into = prepared.goesTo.map((slug) => named(known, slug));
  return await carryOut(context, options, holdings, { kind: 'split', from: [from], into });
}

async function carryOut(
  { data, json, print, tell }: CommandContext,
  options: Options,
  holdings: readonly Holding[],
  asked: Pick<Asked, 'kind' | 'from' | 'into'>,
): Promise<number> {
  const dryRun = options['dryRun'] === true;
  const outcomes = await reorganise(data, holdings, { ...asked, same: await readSame(options['same']), dryRun });
  if (json) print(JSON.stringify({ dryRun, partnerships: outcomes }));
  else for (const line of outcomes.flatMap((outcome) => outcomeInWords(outcome, dryRun))) print(line);
  if (dryRun) tell('This was a dry run: nothing was changed.');
  return 0;
}

/** @throws {UsageError} */
function named(known: readonly PartnershipListed[], slug: string): PartnershipListed {
  const found = known.find((one) => one.slug === slug);
  if (!found) throw new UsageError(`There is no partnership at /${slug}`);
  return found;
}

/** Pairs of identifiers; columns other than `from` and `into` are for people. */
async function readSame(file: Options[string]): Promise<ReadonlyMap<string, string>> {
  if (typeof file !== 'string') return new Map();
  const [headings, ...rows] = await rowsOf(file);
  const columns = (headings?.cells ?? []).map((cell) => String(cell).trim().toLowerCase());
  const [from, into] = [columns.indexOf('from'), columns.indexOf('into')];
  if (from < 0 || into < 0) throw new UsageError('--same: the first row must name the columns “from” and “into”');
  return new Map(
    rows.map(({ line, cells }) => {
      const pair = [String(cells[from] ?? '').trim(), String(cells[into] ?? '').trim()] as const;
      if (!pair.every(isId)) throw new UsageError(`--same: line ${line} must hold two identifiers`);
      return pair;
    }),
  );
}

async function rowsOf(file: string) {
  try {
    const [sheet] = await readSpreadsheet(await readFile(file));
    return sheet?.rows ?? [];
  } catch (error) {
    if (error instanceof SpreadsheetError || (error instanceof Error && 'code' in error))
      throw new UsageError(`--same: ${file} cannot be read: ${error.message}`);
    throw error;
  }
}

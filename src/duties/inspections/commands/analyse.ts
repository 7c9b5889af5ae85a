import { type PlainDate, todayInLondon } from '../../../platform/calendar/plain-date.ts';
import { type Command, type CommandContext, type Options, UsageError } from '../../../platform/command.ts';
import { readDay } from '../../../platform/documents/cells.ts';
import type { Question } from '../analysis.ts';
import { analysisInWords } from '../analysis-in-words.ts';
import { type Basis, bases } from '../count.ts';
import { readJudgements } from '../facts.store.ts';
import { type Framework, frameworks } from '../judgement.ts';

/** `concordat inspections analyse --framework sif [--as-at DATE] [--basis …]` */
export const analyseCommand: Command = {
  name: 'inspections analyse',
  summary: 'counts judgements of boards and councils on a day, and how far they agree, by judgement and region',
  options: [
    { flag: '--framework <name>', summary: `one of ${frameworks.join(', ')}`, required: true },
    { flag: '--as-at <date>', summary: 'reports published on or before this day count; today, unless said' },
    { flag: '--basis <basis>', summary: `what is counted: ${bases.join(', ')}; all-reviews, unless said` },
  ],
  needs: 'database',
  run: runAnalyse,
};

async function runAnalyse(
  { data, json, print }: CommandContext,
  _args: readonly string[],
  options: Options,
): Promise<number> {
  const question: Question = { framework: frameworkIn(options), asAt: dayIn(options), basis: basisIn(options) };
  const judgements = await readJudgements(data.reference);
  const analysis = judgements.analyse(question);
  print(json ? JSON.stringify(analysis, null, 2) : analysisInWords(analysis).join('\n'));
  return 0;
}

function frameworkIn(options: Options): Framework {
  const named = String(options['framework'] ?? '').toLowerCase();
  const framework = frameworks.find((each) => each === named);
  if (!framework) throw new UsageError(`--framework: “${named}” is not one of ${frameworks.join(', ')}`);
  return framework;
}

function basisIn(options: Options): Basis {
  const named = options['basis'] ?? 'all-reviews';
  const basis = bases.find((each) => each === named);
  if (!basis) throw new UsageError(`--basis: “${String(named)}” is not one of ${bases.join(', ')}`);
  return basis;
}

function dayIn(options: Options): PlainDate {
  const named = options['asAt'];
  if (typeof named !== 'string') return todayInLondon(new Date());
  const reading = readDay(named);
  if (reading.wrong !== undefined) throw new UsageError(`--as-at: ${reading.wrong}`);
  return reading.value;
}

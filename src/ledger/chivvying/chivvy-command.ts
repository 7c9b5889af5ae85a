import { formatDay } from '../../platform/calendar/in-words.ts';
import { todayInLondon } from '../../platform/calendar/plain-date.ts';
import { readWrittenDay } from '../../platform/calendar/read-day.ts';
import { type Command, type CommandContext, type Options, UsageError } from '../../platform/command.ts';
import { countInWords } from '../../platform/ui/numbers.ts';
import { type Foreseen, foresee } from './foresee.ts';
import { levels, reasons } from './release.ts';
import { tones } from './rules.ts';
import { runChivvying } from './run.ts';

/** `concordat chivvy [--at DATE --dry-run]` */
export const chivvyCommand: Command = {
  name: 'chivvy',
  summary:
    'writes today’s digests, as the job does in the morning; or, with --dry-run, says what would be sent on a day: {digests: [{account, partnerships, lines: [{record, tone, due}]}], held: [{record, to, why}]}. An account is its identifier, never its address',
  options: [
    { flag: '--at <date>', summary: 'with --dry-run: the day that is asked about; today, unless said' },
    { flag: '--dry-run', summary: 'write nothing: say what would be sent, and what would wait for release' },
  ],
  needs: 'database',
  run: runChivvy,
};

async function runChivvy(context: CommandContext, _args: readonly string[], options: Options): Promise<number> {
  const { data, json, print } = context;
  const typed = options['at'];
  if (options['dryRun'] !== true) {
    if (typed !== undefined) throw new UsageError('--at says which day to look at, and goes with --dry-run');
    return await chivvyNow(context);
  }
  const reading = typeof typed === 'string' ? readWrittenDay(typed) : { value: todayInLondon(data.now()) };
  if (reading.wrong !== undefined) throw new UsageError(`--at: ${reading.wrong}`);
  const foreseen = await foresee(data, reading.value);
  if (json) print(JSON.stringify(foreseen));
  else for (const line of inWords(foreseen, formatDay(reading.value))) print(line);
  return 0;
}

async function chivvyNow({ data, json, print, tell }: CommandContext): Promise<number> {
  const { digests, failed } = await runChivvying(data);
  for (const { slug } of failed) tell(`It failed in ${slug}; started again it goes on there`);
  if (json) print(JSON.stringify({ digests, failed: failed.map(({ slug }) => slug) }));
  else print(`${countInWords(digests, 'digest')} on ${digests === 1 ? 'its' : 'their'} way`);
  return failed.length === 0 ? 0 : 1;
}

const inWords = ({ digests, held }: Foreseen, day: string): string[] => [
  `${day}: ${countInWords(digests.length, 'digest').toLowerCase()}, and ${countInWords(held.length, 'message').toLowerCase()} that would wait for release`,
  ...digests.flatMap(({ account, lines }) => [
    `Account ${account}`,
    ...lines.map(({ record, tone, due }) => `  ${record}  ${tones[tone]}  due ${due}`),
  ]),
  ...held.map(({ record, to, why }) => `Waits: ${record}  ${levels[to]}  ${reasons[why]}`),
];

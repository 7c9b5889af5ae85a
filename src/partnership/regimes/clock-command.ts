import { bankHolidaysOf } from '../../platform/calendar/bank-holiday-files.ts';
import type { BankHolidays } from '../../platform/calendar/bank-holidays.ts';
import { formatDay } from '../../platform/calendar/in-words.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import { readWrittenDay } from '../../platform/calendar/read-day.ts';
import { addWorkingDays, isWorkingDay } from '../../platform/calendar/working-days.ts';
import { type Command, type CommandSurroundings, type Options, UsageError } from '../../platform/command.ts';
import { anchorInWords, type ClockRun, lengthInWords, runClock, sourceOf, unverifiedIn } from './clock.ts';
import { type Clock, clockNames, type Regime, regimeIds } from './regime.ts';
import { inForceOn, isRegime, regimeOn, regimes } from './regimes.ts';

/** `concordat clock NAME --from DATE [--regime NAME] [--at DATE]` */
export const clockCommand: Command = {
  name: 'clock',
  summary: 'when a clock of the law or guidance runs out, and the bank holidays on the way; needs no database',
  arguments: [{ name: 'NAME', summary: `which clock: ${clockNames.join(', ')}`, required: true }],
  options: [
    {
      flag: '--from <date>',
      summary: 'the day it starts from, as 5 March 2027, 05/03/2027 or 2027-03-05; that day is not counted',
      required: true,
    },
    {
      flag: '--regime <regime>',
      summary: `the law and guidance it runs under: ${regimeIds.join(', ')}; the newest in force, unless said`,
    },
    { flag: '--at <date>', summary: 'the day on which that regime is in force; the day it starts from, unless said' },
  ],
  needs: 'nothing',
  run: runOne,
};

async function runOne(surroundings: CommandSurroundings, args: readonly string[], options: Options): Promise<number> {
  const { json, print, tell } = surroundings;
  const name = args[0] ?? '';
  const from = dayIn(options, 'from');
  const at = options['at'] === undefined ? from : dayIn(options, 'at');
  const regime = regimeIn(options, at);
  const clock = clockIn(regime, name);
  const holidays = bankHolidaysOf(regime.bankHolidays);
  checkYears(from, holidays);
  const run = runClock(clock.length.value, from, holidays);
  if (json) print(JSON.stringify(asJson(name, regime, clock, run), null, 2));
  else print(inWords(name, regime, clock, run).join('\n'));
  for (const line of remarks(regime, at, options['regime'] !== undefined, run, holidays)) tell(line);
  return 0;
}

function dayIn(options: Options, name: 'from' | 'at'): PlainDate {
  const reading = readWrittenDay(String(options[name]));
  if (reading.wrong !== undefined) throw new UsageError(`--${name}: ${reading.wrong}`);
  return reading.value;
}

function regimeIn(options: Options, at: PlainDate): Regime {
  const named = options['regime'];
  if (named !== undefined && (typeof named !== 'string' || !isRegime(named)))
    throw new UsageError(`--regime: “${String(named)}” is not one of ${regimeIds.join(', ')}`);
  const regime = named === undefined ? regimeOn('england', at) : regimes[named];
  if (!regime)
    throw new UsageError(
      `No law kept here was in force on ${formatDay(at, 'plain')}: say with --regime which is meant, one of ${regimeIds.join(', ')}`,
    );
  return regime;
}

function clockIn(regime: Regime, name: string): Clock {
  const known = clockNames.find((one) => one === name);
  const clock = known && regime.clocks[known];
  if (clock) return clock;
  const names = clockNames.filter((one) => regime.clocks[one]);
  throw new UsageError(
    known
      ? `${regime.id} has no clock “${name}”. It has: ${names.join(', ')}`
      : `There is no clock “${name}”. ${regime.id} has: ${names.join(', ')}`,
  );
}

const lastYear = 2199;

function checkYears(from: PlainDate, { since }: BankHolidays): void {
  const year = Number(from.slice(0, 4));
  if (year < since || year > lastYear)
    throw new UsageError(`--from: bank holidays are known from ${since} to ${lastYear}, and this is ${year}`);
}

const asJson = (name: string, regime: Regime, clock: Clock, { from, due, workingDays, skipped }: ClockRun) => ({
  clock: name,
  regime: regime.id,
  from,
  due,
  workingDays,
  skipped: skipped.map(({ date, name: holiday }) => ({ date, name: holiday })),
  source: sourceOf(clock),
});

function inWords(name: string, regime: Regime, clock: Clock, { from, due, workingDays, skipped }: ClockRun): string[] {
  const unverified = unverifiedIn(clock);
  const holidays = skipped.map(
    ({ date, name: holiday, substitute }) => `${formatDay(date)}, ${holiday}${substitute ? ' (substitute day)' : ''}`,
  );
  const rows: [string, string][] = [
    ['From', formatDay(from)],
    [clock.bound === 'by' ? 'Due by' : 'Not before', formatDay(due)],
    ...workingDayBefore(clock, due, bankHolidaysOf(regime.bankHolidays)),
    ['Length', `${lengthInWords(clock.length.value)} ${anchorInWords(clock)}, until ${clock.ends}`],
    ['Working days', String(workingDays)],
    ...holidays.map((holiday, at): [string, string] => [at ? '' : 'Bank holidays', holiday]),
    ['Under', `${regime.title} (${regime.id})`],
    ['Source', sourceOf(clock)],
    ...unverified.map((what, at): [string, string] => [at ? '' : 'Unverified', what]),
  ];
  return [`${clock.title} (${name})`, '', ...rows.map(([what, says]) => `${what.padEnd(15)}${says}`)];
}

/** Where a day by which something is due is no working day, the last one before it. */
function workingDayBefore({ bound }: Clock, due: PlainDate, holidays: BankHolidays): [string, string][] {
  if (bound !== 'by' || isWorkingDay(due, holidays)) return [];
  return [['', `no working day; the last one before it is ${formatDay(addWorkingDays(due, -1, holidays))}`]];
}

/** What whoever asked should know beside the answer. */
function remarks(
  regime: Regime,
  at: PlainDate,
  named: boolean,
  { due }: ClockRun,
  { publishedTo }: BankHolidays,
): string[] {
  const inForce = inForceOn(regime.nation, at);
  const others = inForce.filter(({ id }) => id !== regime.id).map(({ id }) => id);
  const day = formatDay(at, 'plain');
  return [
    ...(inForce.includes(regime) ? [] : [`${regime.id} was not in force on ${day}.`]),
    ...(!named && others.length
      ? [`On ${day} an area could also be under ${others.join(', ')}: --regime says which.`]
      : []),
    ...(!named && !regime.inForce.from.verified
      ? [
          `${regime.id} is taken to be in force from ${formatDay(regime.inForce.from.value, 'plain')}, which is unverified.`,
        ]
      : []),
    ...(Number(due.slice(0, 4)) > publishedTo
      ? [`Bank holidays are published to ${publishedTo}: one that is added or moved later is not counted here.`]
      : []),
  ];
}

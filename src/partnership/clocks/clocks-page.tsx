import type { BankHoliday, BankHolidays } from '../../platform/calendar/bank-holidays.ts';
import { formatDay } from '../../platform/calendar/in-words.ts';
import { addWorkingDays, isWorkingDay } from '../../platform/calendar/working-days.ts';
import { Input, Select } from '../../platform/ui/govuk.tsx';
import { Layout } from '../../platform/ui/layout.tsx';
import {
  Columns,
  DataTable,
  type Fact,
  Facts,
  FilterForm,
  PageTitle,
  Say,
  StateTag,
} from '../../platform/ui/patterns.tsx';
import { anchorInWords, type ClockRun, lengthInWords, runClock, unverifiedIn } from '../regimes/clock.ts';
import type { LocalSettings } from '../regimes/local-settings.ts';
import { anchors, type Clock, clockNames, type Regime } from '../regimes/regime.ts';
import { sourceInWords } from '../regimes/said.ts';
import { useHome } from '../settings/form.tsx';
import type { Question, Reading } from './question.ts';

interface ClocksModel {
  /** The regime with the partnership's own settings. */
  law: Regime;
  settings: LocalSettings;
  holidays: BankHolidays;
  reading: Reading;
}

/** When something is due by the law: one clock from a day, and all clocks of the regime. */
export const ClocksPage = ({ law, settings, holidays, reading }: ClocksModel) => (
  <Layout title="Clocks of the law" errors={reading.errors}>
    <PageTitle title="Clocks of the law" lead={`When something is due under ${law.guidance}.`} />
    <Columns aside={<Filters law={law} reading={reading} />}>
      {reading.asked ? (
        <Answer question={reading.asked} settings={settings} holidays={holidays} />
      ) : (
        <p class="govuk-body">Choose a clock and the day it starts from. That day itself is not counted.</p>
      )}
    </Columns>
    <AllClocks law={law} settings={settings} />
  </Layout>
);

const Filters = ({ law, reading: { typed, errors } }: Pick<ClocksModel, 'law' | 'reading'>) => {
  const home = useHome();
  return (
    <FilterForm list={{ path: `${home}/clocks`, filters: typed, page: 1 }} submit="Show when it is due">
      <Select
        id="clock"
        name="clock"
        label={{ text: 'Clock' }}
        items={[
          { value: '', text: 'Choose a clock', selected: typed.clock === '' },
          ...clocksOf(law).map(({ name, clock }) => ({
            value: name,
            text: clock.title,
            selected: name === typed.clock,
          })),
        ]}
        errorMessage={errors.on('clock')}
      />
      <Input
        id="from"
        name="from"
        label={{ text: 'From' }}
        hint={{ text: 'For example, 5 March 2027' }}
        value={typed.from}
        errorMessage={errors.on('from')}
        classes="govuk-input--width-10"
        spellcheck={false}
      />
    </FilterForm>
  );
};

const clocksOf = ({ clocks }: Regime) =>
  clockNames.flatMap((name) => {
    const clock = clocks[name];
    return clock ? [{ name, clock }] : [];
  });

const Answer = ({
  question,
  settings,
  holidays,
}: { question: Question } & Pick<ClocksModel, 'settings' | 'holidays'>) => {
  const { clock, from, name } = question;
  const run = runClock(clock.length.value, from, holidays);
  const own = settings.clocks?.[name];
  return (
    <>
      <h2 class="govuk-heading-m">{clock.title}</h2>
      <Say>
        {clock.bound === 'by' ? 'Due by' : 'Not before'} {formatDay(run.due)}.
      </Say>
      <Facts
        facts={[
          ...runFacts(clock, run, holidays),
          { key: 'Source', value: sourceInWords(clock.length.source) },
          ...unverifiedFacts(clock),
          ...(own ? [{ key: 'Set by you', value: ownInWords(own) }] : []),
        ]}
      />
      {Number(run.due.slice(0, 4)) > holidays.publishedTo && (
        <p class="quiet">
          Bank holidays are published to {holidays.publishedTo}: one that is added or moved later is not counted here.
        </p>
      )}
    </>
  );
};

const runFacts = (clock: Clock, { from, due, workingDays, skipped }: ClockRun, holidays: BankHolidays): Fact[] => [
  { key: 'From', value: formatDay(from) },
  { key: clock.bound === 'by' ? 'Due by' : 'Not before', value: formatDay(due) },
  ...(clock.bound === 'by' && !isWorkingDay(due, holidays)
    ? [
        {
          key: 'No working day',
          value: `The last one before it is ${formatDay(addWorkingDays(due, -1, holidays))}`,
        },
      ]
    : []),
  { key: 'Length', value: `${lengthInWords(clock.length.value)} ${anchorInWords(clock)}, until ${clock.ends}` },
  { key: 'Working days', value: String(workingDays) },
  { key: 'Bank holidays skipped', value: <Holidays skipped={skipped} /> },
];

const Holidays = ({ skipped }: { skipped: readonly BankHoliday[] }) =>
  skipped.length === 0 ? (
    <>None</>
  ) : (
    <ul class="govuk-list">
      {skipped.map(({ date, name, substitute }) => (
        <li key={date}>
          {formatDay(date)}, {name}
          {substitute && ' (substitute day)'}
        </li>
      ))}
    </ul>
  );

const unverifiedFacts = (clock: Clock): Fact[] => {
  const unverified = unverifiedIn(clock);
  if (unverified.length === 0) return [];
  return [
    {
      key: 'Unverified',
      value: (
        <ul class="govuk-list">
          {unverified.map((what) => (
            <li key={what}>{what}</li>
          ))}
        </ul>
      ),
    },
  ];
};

type OwnClock = NonNullable<NonNullable<LocalSettings['clocks']>[Question['name']]>;

const ownInWords = ({ length, starts }: OwnClock): string =>
  [length && `the length, ${lengthInWords(length)}`, starts && `the day it starts from: the day ${anchors[starts]}`]
    .filter(Boolean)
    .join('; ');

const AllClocks = ({ law, settings }: Pick<ClocksModel, 'law' | 'settings'>) => (
  <DataTable
    caption={`All clocks: ${law.title}`}
    columns={[
      { heading: 'Clock', cell: ({ clock }) => clock.title },
      { heading: 'Length', narrow: true, cell: ({ clock }) => lengthInWords(clock.length.value) },
      { heading: 'From the day', cell: ({ clock }) => anchors[clock.starts.value] },
      {
        heading: 'Checked',
        narrow: true,
        cell: ({ name, clock }) => {
          if (clock.length.verified && clock.starts.verified) return <StateTag tone="good">Settled</StateTag>;
          if (settings.clocks?.[name]) return <StateTag>Set by you</StateTag>;
          return <StateTag tone="warning">Unverified</StateTag>;
        },
      },
      { heading: 'Source', cell: ({ clock }) => sourceInWords(clock.length.source) },
    ]}
    rows={clocksOf(law)}
  />
);

import { permit } from '../../../platform/access/permit.ts';
import { formatDay } from '../../../platform/calendar/in-words.ts';
import { page } from '../../../platform/http/answers.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { Layout } from '../../../platform/ui/layout.tsx';
import { DataTable, Facts, PageTitle, StateTag } from '../../../platform/ui/patterns.tsx';
import type { SeatedScope } from '../../doors.ts';
import { lengthInWords } from '../../regimes/clock.ts';
import { anchors, type Clock, type ClockName, clockNames, type Regime, type Switch } from '../../regimes/regime.ts';
import { partnersOn } from '../../regimes/regimes.ts';
import { sourceInWords } from '../../regimes/said.ts';
import { useHome } from '../form.tsx';
import { isOpen, openParts } from '../law.ts';
import { type About, findAbout } from '../settings.store.ts';

export const showLaw: Handler<SeatedScope> = async (scope) => {
  permit(scope, 'settings.change');
  const about = await findAbout(scope);
  return page(<LawPage about={about} partners={partnersOn(about.law, scope.today)} />);
};

const LawPage = ({ about, partners }: { about: About; partners: Regime['partners'] }) => {
  const home = useHome();
  const { law } = about;
  return (
    <Layout title="The law you work under" backLink={{ href: `${home}/settings`, text: 'Settings' }}>
      <PageTitle
        title="The law you work under"
        lead="What was checked in the law or guidance is settled. What nobody has checked is a default, marked as unverified, and you may set it otherwise."
      />
      <Facts facts={regimeFacts(law, `${home}/transition`)} />
      <Clocks about={about} />
      <Sections about={about} />
      <Partners partners={partners} />
    </Layout>
  );
};

const regimeFacts = (law: Regime, transition: string) => [
  {
    key: 'Regime and edition',
    value: law.title,
    action: { text: 'Move to another', about: 'regime or edition', href: transition },
  },
  { key: 'Guidance', value: law.guidance },
  {
    key: 'In force',
    value: [
      `from ${formatDay(law.inForce.from.value, 'plain')}${law.inForce.from.verified ? '' : ' (unverified)'}`,
      law.inForce.until &&
        `to ${formatDay(law.inForce.until.value, 'plain')}${law.inForce.until.verified ? '' : ' (unverified)'}`,
    ]
      .filter(Boolean)
      .join(' '),
  },
];

export const Standing = ({ verified, set }: { verified: boolean; set: boolean }) => {
  if (verified) return <StateTag tone="good">Settled</StateTag>;
  return set ? <StateTag>Set by you</StateTag> : <StateTag tone="warning">Unverified</StateTag>;
};

const Clocks = ({ about: { law, settings } }: { about: About }) => {
  const rows = clockNames.flatMap((name) => {
    const clock = law.clocks[name];
    const own = settings.clocks?.[name];
    return clock ? [{ name, clock, length: own?.length !== undefined, starts: own?.starts !== undefined }] : [];
  });
  return (
    <DataTable
      caption="Clocks of the law"
      columns={[
        { heading: 'Clock', cell: ({ clock }) => clock.title },
        {
          heading: 'Length',
          cell: ({ clock, length }) => (
            <>
              {lengthInWords(clock.length.value)} <Standing verified={clock.length.verified} set={length} />
            </>
          ),
        },
        {
          heading: 'From the day',
          cell: ({ clock, starts }) => (
            <>
              {anchors[clock.starts.value]} <Standing verified={clock.starts.verified} set={starts} />
            </>
          ),
        },
        { heading: 'Source', cell: ({ clock }) => sourceInWords(clock.length.source) },
        { heading: 'To set', cell: ({ name, clock }) => <SetClock name={name} clock={clock} /> },
      ]}
      rows={rows}
    />
  );
};

const SetClock = ({ name, clock }: { name: ClockName; clock: Clock }) => {
  const home = useHome();
  const { length, starts } = openParts(clock);
  if (!length && !starts) return <>Nothing</>;
  return (
    <a class="govuk-link" href={`${home}/settings/law/clocks/${name}`}>
      Set<span class="govuk-visually-hidden"> {clock.title}</span>
    </a>
  );
};

/** A section whose day the program does not know is the partnership's to date. */
const Sections = ({ about: { regime, law } }: { about: About }) => {
  const home = useHome();
  if (law.switches.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">Sections that wait for their day</h2>
      <Facts
        facts={law.switches.map((section) => {
          const open = regime.switches.some((one) => one.id === section.id && isOpen(one));
          const href = `${home}/settings/law/sections/${section.id}`;
          return {
            key: section.title,
            value: <SectionInWords section={section} />,
            ...(open && { action: { text: 'Set', about: `the first day of: ${section.title}`, href } }),
          };
        })}
      />
    </>
  );
};

const SectionInWords = ({ section: { asks, source, inForceFrom, expected } }: { section: Switch }) => (
  <>
    <p class="govuk-body">
      {inForceFrom
        ? `In force from ${formatDay(inForceFrom, 'plain')}.`
        : `Off: no day is set${expected === undefined ? '' : `; expected ${expected}`}.`}
    </p>
    <ul class="govuk-list govuk-list--bullet">
      {asks.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
    <p class="quiet">{sourceInWords(source)}</p>
  </>
);

const Partners = ({ partners }: { partners: Regime['partners'] }) => (
  <DataTable
    caption="Partners the law asks for"
    columns={[
      { heading: 'Partner', cell: ({ title }) => title },
      { heading: 'Standing', cell: ({ standing }) => standing.replaceAll('-', ' ') },
      { heading: 'How many', cell: ({ howMany }) => (howMany === 'one' ? 'One' : 'Every one in the area') },
      { heading: 'Checked', narrow: true, cell: ({ verified }) => <Standing verified={verified} set={false} /> },
      { heading: 'Source', cell: ({ source }) => sourceInWords(source) },
    ]}
    rows={partners}
  />
);

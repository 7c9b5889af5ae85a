import { formatDay } from '../../../platform/calendar/in-words.ts';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import {
  Actions,
  DataTable,
  Empty,
  FilterChoice,
  FilterText,
  type ListAddress,
  Listing,
  listHref,
  PageTitle,
  StateTag,
  type Tone,
} from '../../../platform/ui/patterns.tsx';
import { type ChallengeSections, ChallengeShell } from '../../challenge-shell.tsx';
import { stageInWords } from '../../stages/stages.ts';
import {
  type Disagreement,
  type DisagreementStanding,
  outcomes,
  referenceOf,
  standingOf,
  standings,
  subjects,
} from '../disagreement.ts';
import { perPage } from '../list-disagreements.ts';

const tones: Readonly<Record<DisagreementStanding, Tone>> = {
  open: 'warning',
  overdue: 'bad',
  answered: 'plain',
  untold: 'warning',
  ended: 'calm',
};

/** How a disagreement stands, as its tag shows it. */
export const standingTag = (standing: DisagreementStanding) => ({ text: standings[standing], tone: tones[standing] });

interface ListPageProps {
  list: ListAddress;
  rows: readonly Disagreement[];
  found: number;
  all: number;
  /** Of agencies, by id. */
  names: ReadonlyMap<string, string>;
  sections: ChallengeSections;
  may: { setStages: boolean };
  today: PlainDate;
}

/** The disagreements that the reader may know of. */
export const DisagreementListPage = ({ list, rows, found, all, names, sections, may, today }: ListPageProps) => (
  <ChallengeShell title="Disagreements" current="disagreements" sections={sections}>
    <PageTitle
      title="Disagreements"
      lead="Where two agencies disagree about their work with a family, it goes up step by step, each with a clock, until it is settled."
    />
    <Actions
      actions={[
        { text: 'Raise a disagreement', href: `${list.path}/raise` },
        ...(may.setStages ? [{ text: 'Stages and their clocks', href: `${list.path}/stages` }] : []),
      ]}
    />
    <Listing
      list={list}
      found={found}
      all={all}
      perPage={perPage}
      one="disagreement"
      filters={<Filters list={list} />}
      empty={
        <Empty title={all === 0 ? 'No disagreements that you can see' : 'No disagreements match these filters'}>
          {all === 0
            ? 'You see those that you raised, that you have to answer, and those of your agency.'
            : 'Clear the filters or choose others.'}
        </Empty>
      }
    >
      <Rows {...{ list, rows, names, today }} />
    </Listing>
  </ChallengeShell>
);

const Rows = ({ list, rows, names, today }: Pick<ListPageProps, 'list' | 'rows' | 'names' | 'today'>) => (
  <DataTable
    caption="Disagreements"
    list={list}
    rows={rows}
    columns={[
      {
        heading: 'Disagreement',
        sort: 'number',
        cell: (row) => (
          <a class="govuk-link" href={`${list.path}/${row.id}`}>
            {referenceOf(row)}: {subjects[row.subject].toLowerCase()}
          </a>
        ),
      },
      { heading: 'Raised by', cell: ({ raisingAgency }) => names.get(raisingAgency) },
      { heading: 'With', cell: ({ otherAgency }) => names.get(otherAgency) },
      { heading: 'Stage', sort: 'stage', cell: ({ stage }) => stageInWords('disagreement', stage) },
      { heading: 'Due', sort: 'due', narrow: true, cell: ({ dueOn }) => formatDay(dueOn, 'plain') },
      {
        heading: 'State',
        cell: (row) => {
          const { text, tone } = standingTag(standingOf(row, today));
          return (
            <>
              <StateTag tone={tone}>{text}</StateTag>
              {row.urgent && row.outcome === undefined && <> urgent</>}
              {row.outcome && <> {outcomes[row.outcome]}</>}
            </>
          );
        },
      },
    ]}
    downloads={[
      {
        text: 'These disagreements (CSV)',
        href: listHref({ ...list, path: `${list.path}/disagreements.csv`, page: 1 }),
      },
    ]}
  />
);

const Filters = ({ list }: { list: ListAddress }) => (
  <>
    <FilterText list={list} name="text" label="Words, reference or number" />
    <FilterChoice
      list={list}
      name="standing"
      label="State"
      any="Any state"
      choices={[
        ['open', 'Not ended'],
        ['overdue', standings.overdue],
        ['ended', standings.ended],
        ['untold', standings.untold],
      ]}
    />
    <FilterChoice list={list} name="subject" label="About" any="Anything" choices={Object.entries(subjects)} />
    <FilterChoice
      list={list}
      name="stage"
      label="Stage"
      any="Any stage"
      choices={[1, 2, 3, 4, 5].map((stage) => [String(stage), stageInWords('disagreement', stage)] as const)}
    />
    <FilterChoice list={list} name="urgent" label="Track" any="Urgent or not" choices={[['yes', 'Urgent']]} />
  </>
);

import type { Agency } from '../../../partnership/agencies/agency.store.ts';
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
} from '../../../platform/ui/patterns.tsx';
import { type ChallengeSections, ChallengeShell } from '../../challenge-shell.tsx';
import { stageInWords } from '../../stages/stages.ts';
import { evidenceKinds, positions, referenceOf, standingOf, standings } from '../challenge.ts';
import type { Listed } from '../challenge-list.store.ts';
import { perPage } from '../list-challenges.ts';
import { standingTag } from './standing.ts';

interface LogPageProps {
  list: ListAddress;
  rows: readonly Listed[];
  found: number;
  all: number;
  agencies: readonly Agency[];
  sections: ChallengeSections;
  may: { draft: boolean; setStages: boolean; readAll: boolean };
  today: PlainDate;
}

/** The challenge log: number, evidence, answer, deadline, effect. */
export const LogPage = ({ list, rows, found, all, agencies, sections, may, today }: LogPageProps) => (
  <ChallengeShell title="Challenges" current="challenges" sections={sections}>
    <PageTitle
      title="Challenges"
      lead="What was put to an agency on evidence, what it answered, and what changed for children."
    />
    <Actions
      actions={[
        ...(may.draft ? [{ text: 'Draft a challenge', href: `${list.path}/draft` }] : []),
        ...(may.setStages ? [{ text: 'Stages and their clocks', href: `${list.path}/stages` }] : []),
      ]}
    />
    <Listing
      list={list}
      found={found}
      all={all}
      perPage={perPage}
      one="challenge"
      filters={<Filters list={list} agencies={may.readAll ? agencies : []} />}
      empty={all === 0 ? <NoneYet /> : <NoneFound path={list.path} />}
    >
      <DataTable
        caption="The challenge log"
        list={list}
        rows={rows}
        columns={[
          {
            heading: 'Challenge',
            sort: 'number',
            cell: (row) => (
              <a class="govuk-link" href={`${list.path}/${row.id}`}>
                {referenceOf(row)}: {row.subject}
              </a>
            ),
          },
          { heading: 'To', sort: 'agency', cell: ({ agencyName }) => agencyName },
          { heading: 'Evidence', cell: ({ evidenceKind }) => evidenceKinds[evidenceKind] },
          { heading: 'Answer', cell: ({ position }) => (position ? positions[position] : 'None yet') },
          { heading: 'Due', sort: 'due', narrow: true, cell: ({ dueOn }) => formatDay(dueOn, 'plain') },
          { heading: 'Effect for children', cell: ({ effect }) => effect || 'Not yet known' },
          {
            heading: 'State',
            cell: (row) => {
              const { tone, text } = standingTag(standingOf(row, today));
              return <StateTag tone={tone}>{text}</StateTag>;
            },
          },
        ]}
        downloads={[
          { text: 'These challenges (CSV)', href: listHref({ ...list, path: `${list.path}/challenges.csv`, page: 1 }) },
        ]}
      />
    </Listing>
  </ChallengeShell>
);

const NoneYet = () => (
  <Empty title="No challenges that you can see">
    A challenge is seen by the agency first, and by the rest of the partnership once the agency has answered or its day
    has passed.
  </Empty>
);

const NoneFound = ({ path }: { path: string }) => (
  <Empty title="No challenges match these filters">
    Show{' '}
    <a class="govuk-link" href={path}>
      the whole log
    </a>{' '}
    or choose other filters.
  </Empty>
);

const Filters = ({ list, agencies }: { list: ListAddress; agencies: readonly Agency[] }) => (
  <>
    <FilterText list={list} name="text" label="Words or number" />
    <FilterChoice
      list={list}
      name="standing"
      label="State"
      any="Any state"
      choices={[['open', 'Not over'], ...Object.entries(standings)]}
    />
    {agencies.length > 0 && (
      <FilterChoice
        list={list}
        name="agency"
        label="To"
        any="Any agency"
        choices={agencies.map(({ id, name }) => [id, name] as const)}
      />
    )}
    <FilterChoice
      list={list}
      name="stage"
      label="Stage"
      any="Any stage"
      choices={[1, 2, 3, 4].map((stage) => [String(stage), stageInWords('challenge', stage)] as const)}
    />
    <FilterChoice list={list} name="raised" label="Raised by" any="Anybody" choices={[['mine', 'Me']]} />
  </>
);

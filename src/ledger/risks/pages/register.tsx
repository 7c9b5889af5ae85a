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
import { perPage } from '../list-risks.ts';
import { categories, referenceOf, standingOf, standings } from '../risk.ts';
import type { Listed } from '../risk-list.store.ts';
import type { Scale } from '../score.ts';
import { scoreTag, standingTag } from './standing.ts';

interface RegisterProps {
  list: ListAddress;
  rows: readonly Listed[];
  found: number;
  all: number;
  agencies: readonly Agency[];
  scale: Scale;
  sections: ChallengeSections;
  may: { raise: boolean; manage: boolean; readAll: boolean };
  today: PlainDate;
}

/** The risk register: what might happen, its score, who owns it, when it is reviewed. */
export const RegisterPage = ({ list, rows, found, all, agencies, scale, sections, may, today }: RegisterProps) => (
  <ChallengeShell title="Risks" current="risks" sections={sections}>
    <PageTitle
      title="Risks"
      lead="What might happen that would make children less safe, how likely and how bad it is, and what holds it back."
    />
    <Actions
      actions={[
        ...(may.raise ? [{ text: 'Raise a risk', href: `${list.path}/raise` }] : []),
        { text: 'Heat table', href: `${list.path}/heat` },
        ...(may.manage ? [{ text: 'How risks are scored', href: `${list.path}/scale` }] : []),
      ]}
    />
    <Listing
      list={list}
      found={found}
      all={all}
      perPage={perPage}
      one="risk"
      filters={<Filters list={list} agencies={may.readAll ? agencies : []} />}
      empty={all === 0 ? <NoneYet /> : <NoneFound path={list.path} />}
    >
      <Register {...{ list, rows, scale, today }} />
    </Listing>
  </ChallengeShell>
);

const Register = ({ list, rows, scale, today }: Pick<RegisterProps, 'list' | 'rows' | 'scale' | 'today'>) => (
  <DataTable
    caption="The risk register"
    list={list}
    rows={rows}
    columns={[
      {
        heading: 'Risk',
        sort: 'number',
        cell: (row) => (
          <a class="govuk-link" href={`${list.path}/${row.id}`}>
            {referenceOf(row)}: {row.title}
          </a>
        ),
      },
      { heading: 'Category', cell: ({ category }) => categories[category] },
      {
        heading: 'Score',
        sort: 'score',
        narrow: true,
        cell: ({ current }) => <ScoreTag {...{ current, scale }} />,
      },
      {
        heading: 'Aimed at',
        narrow: true,
        cell: ({ target }) => <ScoreTag current={target} scale={scale} />,
      },
      { heading: 'Owner', cell: ({ ownerName }) => ownerName ?? 'Nobody' },
      { heading: 'Lead agency', sort: 'agency', cell: ({ agencyName }) => agencyName ?? 'The partnership' },
      {
        heading: 'Next review',
        sort: 'review',
        narrow: true,
        cell: ({ reviewOn }) => formatDay(reviewOn, 'plain'),
      },
      {
        heading: 'State',
        cell: (row) => {
          const { tone, text } = standingTag(standingOf(row, today));
          return <StateTag tone={tone}>{text}</StateTag>;
        },
      },
    ]}
    downloads={[
      { text: 'These risks (CSV)', href: listHref({ ...list, path: `${list.path}/risks.csv`, page: 1 }) },
      ...papers.map(({ text, as }) => ({ text, href: paperHref(list, as) })),
    ]}
  />
);

const papers = [
  { text: 'Paper for a board (Word)', as: 'docx' },
  { text: 'Paper for a board (Excel)', as: 'xlsx' },
  { text: 'Paper for a board (PDF)', as: 'pdf' },
] as const;

function paperHref(list: ListAddress, as: string): string {
  const href = listHref({ ...list, path: `${list.path}/paper`, page: 1 });
  return `${href}${href.includes('?') ? '&' : '?'}as=${as}`;
}

const ScoreTag = ({ current, scale }: { current: Listed['current']; scale: Scale }) => {
  const { tone, text } = scoreTag(current, scale);
  return <StateTag tone={tone}>{text}</StateTag>;
};

const NoneYet = () => (
  <Empty title="No risks that you can see">
    Whoever keeps the register raises a risk, with an owner and a day on which it is reviewed.
  </Empty>
);

const NoneFound = ({ path }: { path: string }) => (
  <Empty title="No risks match these filters">
    Show{' '}
    <a class="govuk-link" href={`${path}?standing=any`}>
      the whole register
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
      any="All that are not closed"
      choices={[['any', 'Closed or not'], ...Object.entries(standings)]}
    />
    <FilterChoice
      list={list}
      name="category"
      label="Category"
      any="Any category"
      choices={Object.entries(categories)}
    />
    {agencies.length > 0 && (
      <FilterChoice
        list={list}
        name="agency"
        label="Lead agency"
        any="Any agency"
        choices={agencies.map(({ id, name }) => [id, name] as const)}
      />
    )}
    <FilterChoice list={list} name="owner" label="Owner" any="Anybody" choices={[['mine', 'Me']]} />
  </>
);

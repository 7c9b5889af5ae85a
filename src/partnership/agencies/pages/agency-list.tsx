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
} from '../../../platform/ui/patterns.tsx';
import { isOver, perPage, rowsOnPage } from '../../directory/list.ts';
import { DirectoryShell } from '../../directory-shell.tsx';
import type { Agency } from '../agency.store.ts';
import { agencyKinds, sectorOf, sectors, standings } from '../kinds.ts';

interface AgencyListProps {
  list: ListAddress;
  /** Those that the list's address asks for. */
  shown: readonly Agency[];
  all: readonly Agency[];
  today: PlainDate;
  mayChange: boolean;
}

export const AgencyListPage = ({ list, shown, all, today, mayChange }: AgencyListProps) => (
  <DirectoryShell title="Agencies" current="agencies">
    <PageTitle title="Agencies" lead="Who works together here, and what each has a duty to do." />
    {mayChange && (
      <Actions
        actions={[
          { text: 'Add an agency', href: `${list.path}/add` },
          { text: 'Bring in a spreadsheet', href: list.path.replace(/agencies$/, 'import') },
        ]}
      />
    )}
    <Listing
      list={list}
      found={shown.length}
      all={all.length}
      perPage={perPage}
      one="agency"
      many="agencies"
      empty={all.length === 0 ? <NoneYet /> : <NoneFound path={list.path} />}
      filters={<Filters list={list} />}
    >
      <DataTable
        caption="Agencies by name"
        rows={rowsOnPage(shown, list)}
        columns={[
          {
            heading: 'Agency',
            cell: ({ id, name }) => (
              <a class="govuk-link" href={`${list.path}/${id}`}>
                {name}
              </a>
            ),
          },
          { heading: 'Kind', cell: ({ kind }) => agencyKinds[kind].title },
          { heading: 'Sector', cell: ({ kind }) => sectors[sectorOf(kind)] },
          { heading: 'Standing', cell: (agency) => standingOf(agency, today) },
        ]}
        downloads={[
          { text: 'These agencies (CSV)', href: listHref({ ...list, path: `${list.path}/agencies.csv`, page: 1 }) },
        ]}
      />
    </Listing>
  </DirectoryShell>
);

/** What it is under the regime, or that it was. */
const standingOf = ({ standing, endedOn }: Agency, today: PlainDate): string =>
  isOver(endedOn, today) && endedOn
    ? `No longer part of the partnership, since ${formatDay(endedOn, 'plain')}`
    : standings[standing];

const NoneYet = () => (
  <Empty title="No agencies yet">
    Add the council, the police and health first, then everybody who works with them.
  </Empty>
);

const NoneFound = ({ path }: { path: string }) => (
  <Empty title="No agencies match these filters">
    Show{' '}
    <a class="govuk-link" href={`${path}?state=all`}>
      all agencies
    </a>
    , those that have ended too, or choose other filters.
  </Empty>
);

const Filters = ({ list }: { list: ListAddress }) => (
  <>
    <FilterText list={list} name="text" label="Name or kind" />
    <FilterChoice list={list} name="sector" label="Sector" any="All sectors" choices={Object.entries(sectors)} />
    <FilterChoice list={list} name="standing" label="Standing" any="Any standing" choices={Object.entries(standings)} />
    <FilterChoice
      list={list}
      name="state"
      label="Part of the partnership"
      any="Now"
      choices={[
        ['ended', 'No longer'],
        ['all', 'Now or earlier'],
      ]}
    />
  </>
);

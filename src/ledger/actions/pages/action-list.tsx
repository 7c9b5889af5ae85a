import { formatDay } from '../../../platform/calendar/in-words.ts';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import { Input, Select } from '../../../platform/ui/govuk.tsx';
import {
  Actions,
  type Column,
  DataTable,
  Empty,
  filterOf,
  type ListAddress,
  Listing,
  listHref,
  PageTitle,
  StateTag,
} from '../../../platform/ui/patterns.tsx';
import { type ActionSections, ActionsShell } from '../../actions-shell.tsx';
import { priorities, sourceKinds, standingOf, states } from '../action.ts';
import type { ActionRow } from '../action-list.store.ts';
import { rowsPerPage, views } from '../action-list.ts';
import { type Choices, itemsOf } from '../choices.ts';
import type { SavedView } from '../saved-view.store.ts';
import { SavedViews } from './saved-views.tsx';
import { standingTag } from './standing.ts';

export interface ActionListProps {
  list: ListAddress;
  sections: ActionSections;
  rows: readonly ActionRow[];
  /** How many the list's address asks for, and how many there are in all. */
  found: number;
  all: number;
  choices: Pick<Choices, 'agencies' | 'groups'>;
  today: PlainDate;
  saved: readonly SavedView[];
  may: { raise: boolean; import: boolean; change: boolean; many: boolean; seeAll: boolean };
}

/** The actions that its address asks for, a page at a time. */
export const ActionListPage = ({ list, sections, rows, found, all, choices, saved, today, may }: ActionListProps) => (
  <ActionsShell title="Actions" current="actions" sections={sections}>
    <PageTitle title="Actions" lead="What was promised, by whom, until when, and how it stands." />
    <Actions
      actions={[
        ...(may.raise ? [{ text: 'Raise an action', href: `${list.path}/raise` }] : []),
        ...(may.many
          ? [{ text: 'Change many of these', href: listHref({ ...list, path: `${list.path}/many`, page: 1 }) }]
          : []),
        ...(may.import ? [{ text: 'Bring in a tracker', href: `${list.path}/import` }] : []),
      ]}
    />
    <SavedViews
      views={saved}
      path={list.path}
      query={listHref({ ...list, page: 1 }).split('?')[1] ?? ''}
      mayRemoveShared={may.change}
    />
    <Listing
      list={list}
      found={found}
      all={all}
      perPage={rowsPerPage}
      one="action"
      many="actions"
      empty={all === 0 ? <NoneYet mayRaise={may.raise} /> : <NoneFound path={list.path} />}
      filters={<Filters list={list} choices={choices} seeAll={may.seeAll} />}
    >
      <DataTable
        caption="Actions"
        list={list}
        rows={rows}
        columns={columnsFor(list, today)}
        downloads={downloads(list)}
      />
    </Listing>
  </ActionsShell>
);

const columnsFor = ({ path }: ListAddress, today: PlainDate): readonly Column<ActionRow>[] => [
  {
    heading: 'Action',
    sort: 'number',
    cell: ({ id, number, title }) => (
      <>
        <span class="quiet">{number}</span>{' '}
        <a class="govuk-link" href={`${path}/${id}`}>
          {title}
        </a>
      </>
    ),
  },
  { heading: 'Lead agency', sort: 'agency', cell: ({ leadAgency }) => leadAgency ?? 'No agency' },
  { heading: 'Owner', cell: ({ owner }) => owner ?? 'Nobody' },
  { heading: 'Due', sort: 'due', narrow: true, cell: ({ dueOn }) => formatDay(dueOn, 'plain') },
  { heading: 'Priority', sort: 'priority', cell: ({ priority }) => priorities[priority] },
  { heading: 'State', sort: 'state', narrow: true, cell: (row) => <State row={row} today={today} /> },
];

const State = ({ row, today }: { row: ActionRow; today: PlainDate }) => {
  const { text, tone } = standingTag(standingOf(row, today));
  return (
    <>
      <StateTag tone={tone}>{text}</StateTag>
      {row.blocked && <span class="quiet"> Something is in the way</span>}
      {row.askedUntil && <span class="quiet"> Asks for more time</span>}
    </>
  );
};

/** The same actions, to take away: every one that the address asks for, not this page of them alone. */
function downloads(list: ListAddress) {
  const paper = (as: string) =>
    listHref({ ...list, path: `${list.path}/board-paper`, filters: { ...list.filters, as }, page: 1 });
  return [
    { text: 'Table for a board paper (Word)', href: paper('docx') },
    { text: 'Table for a board paper (PDF)', href: paper('pdf') },
    { text: 'Table for a board paper (Excel)', href: paper('xlsx') },
  ];
}

const NoneYet = ({ mayRaise }: { mayRaise: boolean }) => (
  <Empty title="No actions yet">
    {mayRaise
      ? 'Raise the first, or bring in the tracker that you have kept until now.'
      : 'Once somebody promises something, it stands here.'}
  </Empty>
);

const NoneFound = ({ path }: { path: string }) => (
  <Empty title="No actions match these filters">
    Show{' '}
    <a class="govuk-link" href={`${path}?state=all`}>
      all actions
    </a>
    , those that are finished too, or choose other filters.
  </Empty>
);

const choose = (list: ListAddress, name: string, label: string, items: readonly { value: string; text: string }[]) => (
  <Select id={name} name={name} label={{ text: label }} value={filterOf(list, name)} items={[...items]} />
);
const itemsFrom = (none: string, all: Readonly<Record<string, string>>) => [
  { value: '', text: none },
  ...Object.entries(all).map(([value, text]) => ({ value, text })),
];

const Filters = ({ list, choices, seeAll }: Pick<ActionListProps, 'list' | 'choices'> & { seeAll: boolean }) => (
  <>
    <Input
      id="text"
      name="text"
      label={{ text: 'Words or number' }}
      value={filterOf(list, 'text')}
      classes="govuk-input--width-20"
    />
    {choose(list, 'view', 'Whose', itemsFrom(seeAll ? 'Everybody’s' : 'All that I see', views))}
    {choose(list, 'state', 'State', [
      { value: '', text: 'Open' },
      ...Object.entries(states).map(([value, text]) => ({ value, text })),
      { value: 'all', text: 'Open or finished' },
    ])}
    {choose(list, 'agency', 'Agency', itemsOf('Any agency', choices.agencies))}
    {choose(list, 'group', 'Group', itemsOf('Any group', choices.groups))}
    {choose(list, 'source', 'Comes from', itemsFrom('Anywhere', sourceKinds))}
    {choose(list, 'priority', 'Priority', itemsFrom('Any priority', priorities))}
    {choose(list, 'due', 'Due', itemsFrom('At any time', { week: 'In the next 7 days', month: 'In the next 31 days' }))}
  </>
);

import { formatDay } from '../../../platform/calendar/in-words.ts';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import {
  Actions,
  type Column,
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
import { type ActionSections, ActionsShell } from '../../actions-shell.tsx';
import { priorities, sourceKinds, standingOf, states } from '../action.ts';
import type { ActionRow } from '../action-list.store.ts';
import { rowsPerPage, views } from '../action-list.ts';
import type { Choices } from '../choices.ts';
import type { SavedView } from '../saved-view.store.ts';
import { SavedViews } from './saved-views.tsx';
import { standingTag } from './standing.ts';

export interface ActionListProps {
  list: ListAddress;
  sections: ActionSections;
  rows: readonly ActionRow[];
  /** How many the list's address asks for. */
  found: number;
  /** Whether there is any action at all. */
  any: boolean;
  choices: Pick<Choices, 'agencies' | 'groups'>;
  today: PlainDate;
  saved: readonly SavedView[];
  may: { raise: boolean; import: boolean; change: boolean; many: boolean; seeAll: boolean };
}

/** The actions that its address asks for, a page at a time. */
export const ActionListPage = ({ list, sections, rows, found, any, choices, saved, today, may }: ActionListProps) => (
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
      perPage={rowsPerPage}
      one="action"
      many="actions"
      empty={any ? <NoneFound path={list.path} /> : <NoneYet mayRaise={may.raise} />}
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
  const tracker = (as: string) => listHref({ ...list, path: `${list.path}/actions.${as}`, page: 1 });
  return [
    { text: 'Table for a board paper (Word)', href: paper('docx') },
    { text: 'Table for a board paper (PDF)', href: paper('pdf') },
    { text: 'Table for a board paper (Excel)', href: paper('xlsx') },
    { text: 'Tracker to work on and bring back (Excel)', href: tracker('xlsx') },
    { text: 'Tracker to work on and bring back (CSV)', href: tracker('csv') },
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

const pairs = (all: Readonly<Record<string, string>>) => Object.entries(all);
const named = (all: Choices['agencies']) => all.map(({ id, name }) => [id, name] as const);

const Filters = ({ list, choices, seeAll }: Pick<ActionListProps, 'list' | 'choices'> & { seeAll: boolean }) => (
  <>
    <FilterText list={list} name="text" label="Words or number" />
    <FilterChoice
      list={list}
      name="view"
      label="Whose"
      any={seeAll ? 'Everybody’s' : 'All that I see'}
      choices={pairs(views)}
    />
    <FilterChoice list={list} name="state" label="State" any="Open" choices={stateChoices} />
    <FilterChoice list={list} name="agency" label="Agency" any="Any agency" choices={named(choices.agencies)} />
    <FilterChoice list={list} name="group" label="Group" any="Any group" choices={named(choices.groups)} />
    <FilterChoice list={list} name="source" label="Comes from" any="Anywhere" choices={pairs(sourceKinds)} />
    <FilterChoice list={list} name="priority" label="Priority" any="Any priority" choices={pairs(priorities)} />
    <FilterChoice list={list} name="due" label="Due" any="At any time" choices={dueChoices} />
  </>
);

const stateChoices = [...pairs(states), ['all', 'Open or finished'] as const];
const dueChoices = [
  ['week', 'In the next 7 days'],
  ['month', 'In the next 31 days'],
] as const;

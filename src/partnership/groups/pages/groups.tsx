import { may, permit } from '../../../platform/access/permit.ts';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import { page } from '../../../platform/http/answers.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import {
  Actions,
  type Column,
  countInWords,
  DataTable,
  Empty,
  FilterChoice,
  FilterForm,
  type ListAddress,
  PageTitle,
  readListAddress,
} from '../../../platform/ui/patterns.tsx';
import { DirectoryShell } from '../../directory-shell.tsx';
import type { SeatedScope } from '../../doors.ts';
import { listPeople, type Person } from '../../people/person.store.ts';
import { capital } from '../../settings/words.ts';
import { type Group, listGroups } from '../group.store.ts';
import { type GroupSeat, listGroupSeats } from '../group-seat.store.ts';
import { type KindWords, kindWordsOf, layerTitles } from '../kind-words.ts';
import { groupKinds, isLive, type Layer, layerNames } from '../kinds.ts';
import { isOn, sitterOn } from '../seats.ts';

/** A group as the list shows it. */
interface GroupRow {
  group: Group;
  parent: string | undefined;
  chair: string | undefined;
  seats: number;
  vacant: number;
}

/** Every group by its layer, with who chairs it and how many of its seats are empty. */
export const showGroups: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.read');
  const path = `/${scope.slug}/groups`;
  const list = readListAddress(path, request.query as Record<string, unknown>, {
    filters: ['layer', 'state'],
    sorts: [],
  });
  const groups = await listGroups(scope);
  const rows = rowsOf(groups, await listGroupSeats(scope), await listPeople(scope), scope.today);
  return page(
    <GroupsPage
      list={list}
      rows={rows.filter(({ group }) => isShown(group, list, scope.today))}
      all={groups.length}
      words={await kindWordsOf(scope)}
      mayChange={may(scope, 'directory.change')}
    />,
  );
};

/** Those that sit today, unless those that have ended are asked for. */
function isShown(group: Group, { filters }: ListAddress, today: PlainDate): boolean {
  const layer = filters['layer'];
  const live = isLive(group, today);
  return (
    (layer === undefined || groupKinds[group.kind].layer === layer) && (filters['state'] === 'ended' ? !live : live)
  );
}

function rowsOf(
  groups: readonly Group[],
  seats: readonly GroupSeat[],
  people: readonly Person[],
  today: PlainDate,
): GroupRow[] {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const groupNames = new Map(groups.map(({ id, name }) => [id, name]));
  const byGroup = Map.groupBy(
    seats.filter((seat) => isOn(seat, today)),
    ({ group }) => group,
  );
  return groups.map((group) => {
    const own = byGroup.get(group.id) ?? [];
    const chair = own.flatMap((seat) => (seat.capacity === 'chair' ? (sitterOn(seat, today) ?? []) : []))[0];
    return {
      group,
      parent: group.parent && groupNames.get(group.parent),
      chair: chair && names.get(chair.person),
      seats: own.length,
      vacant: own.filter((seat) => sitterOn(seat, today) === undefined).length,
    };
  });
}

interface GroupsModel {
  list: ListAddress;
  rows: readonly GroupRow[];
  all: number;
  words: KindWords;
  mayChange: boolean;
}

const GroupsPage = ({ list, rows, all, words, mayChange }: GroupsModel) => (
  <DirectoryShell title="Groups" current="groups">
    <PageTitle
      title="Groups"
      lead="Board, executive, sub-groups and panels: what each is for, who sits in it, and where nobody does."
    />
    <Actions
      actions={[
        ...(mayChange ? [{ text: 'Add a group', href: `${list.path}/add` }] : []),
        { text: 'See the structure', href: `${list.path}/structure` },
      ]}
    />
    <FilterForm list={list}>
      <Filters list={list} words={words} />
    </FilterForm>
    {rows.length === 0 ? (
      <NoGroups list={list} all={all} words={words} mayChange={mayChange} />
    ) : (
      <>
        <p class="count">{countInWords(rows.length, 'group')}</p>
        {layerNames.map((layer) => (
          <LayerTable key={layer} layer={layer} path={list.path} rows={rows} words={words} />
        ))}
      </>
    )}
  </DirectoryShell>
);

const Filters = ({ list, words }: Pick<GroupsModel, 'list' | 'words'>) => (
  <>
    <FilterChoice
      list={list}
      name="layer"
      label="Layer"
      any="All layers"
      choices={layerNames.map((layer) => [layer, layerTitles(words)[layer]])}
    />
    <FilterChoice list={list} name="state" label="State" any="Sitting now" choices={[['ended', 'Ended']]} />
  </>
);

function NoGroups({ list, all, words, mayChange }: Omit<GroupsModel, 'rows'>) {
  if (all > 0)
    return (
      <Empty title="No groups match these filters">
        Show{' '}
        <a class="govuk-link" href={list.path}>
          all groups
        </a>
        , or choose another layer.
      </Empty>
    );
  return (
    <Empty title="No groups yet">
      {mayChange
        ? `Begin with the ${words.board} or the ${words.executive}; the groups that report to it come after.`
        : 'The business manager or the office can add them.'}
    </Empty>
  );
}

interface LayerProps extends Pick<GroupsModel, 'rows' | 'words'> {
  layer: Layer;
  path: string;
}

const LayerTable = ({ layer, path, rows, words }: LayerProps) => {
  const own = rows.filter(({ group }) => groupKinds[group.kind].layer === layer);
  return own.length === 0 ? null : (
    <DataTable caption={layerTitles(words)[layer]} rows={own} columns={columnsAt(path, words)} />
  );
};

const columnsAt = (path: string, words: KindWords): Column<GroupRow>[] => [
  {
    heading: 'Group',
    cell: ({ group }) => (
      <a class="govuk-link" href={`${path}/${group.id}`}>
        {group.name}
      </a>
    ),
  },
  { heading: 'Kind', cell: ({ group }) => capital(words[group.kind]) },
  { heading: 'Reports to', cell: ({ parent }) => parent ?? 'Nobody' },
  { heading: 'Chair', cell: ({ chair }) => chair ?? 'None' },
  { heading: 'Seats', cell: ({ seats }) => seats, numeric: true },
  { heading: 'Vacant', cell: ({ vacant }) => vacant, numeric: true, marked: ({ vacant }) => vacant > 0 },
];

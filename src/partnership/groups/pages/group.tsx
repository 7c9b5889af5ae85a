import { may, permit } from '../../../platform/access/permit.ts';
import { formatDay } from '../../../platform/calendar/in-words.ts';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import { page } from '../../../platform/http/answers.ts';
import { found } from '../../../platform/http/errors.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { Actions, type Fact, Facts, PageTitle } from '../../../platform/ui/patterns.tsx';
import { idIn } from '../../directory/answers.ts';
import { DirectoryShell } from '../../directory-shell.tsx';
import type { SeatedScope } from '../../doors.ts';
import { capital } from '../../settings/words.ts';
import { findGroup, type Group, listGroups } from '../group.store.ts';
import { type Capacity, type GroupSeat, listSeatsOf } from '../group-seat.store.ts';
import { kindWordsOf } from '../kind-words.ts';
import { isLive } from '../kinds.ts';
import { getQuorumNeeds } from '../quorum.store.ts';
import { needsInWords } from '../quorum.ts';
import { isOn, sitterOn } from '../seats.ts';
import { listTerms, type Terms } from '../terms.store.ts';
import { readNames } from './names.ts';
import { type Names, SeatTables } from './seat-tables.tsx';
import { TypedWords } from './typed-words.tsx';

/** One group: what it is for, who sits in it and where nobody does. */
export const showGroup: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.read');
  const group = found(await findGroup(scope, idIn(request, 'group')));
  const [terms] = await listTerms(scope, group.id);
  return page(
    <GroupPage
      path={`/${scope.slug}/groups`}
      today={scope.today}
      group={group}
      kind={capital((await kindWordsOf(scope))[group.kind])}
      groups={await listGroups(scope)}
      seats={await listSeatsOf(scope, group.id)}
      quorum={needsInWords(await getQuorumNeeds(scope, group))}
      terms={terms}
      names={await readNames(scope)}
      mayChange={may(scope, 'directory.change')}
    />,
  );
};

interface GroupModel {
  path: string;
  today: PlainDate;
  group: Group;
  /** What the partnership calls such a group. */
  kind: string;
  groups: readonly Group[];
  seats: readonly GroupSeat[];
  quorum: string | undefined;
  terms: Terms | undefined;
  names: Names;
  mayChange: boolean;
}

const GroupPage = (model: GroupModel) => {
  const { path, today, group, kind, seats, names, mayChange } = model;
  const live = isLive(group, today);
  return (
    <DirectoryShell title={group.name} current="groups">
      <PageTitle
        title={group.name}
        caption={kind}
        {...(live ? {} : { state: { text: 'Ended', tone: 'calm' as const } })}
      />
      {mayChange && <Actions actions={actionsOn(group, path)} />}
      <Facts facts={factsOf(model)} />
      <h2 class="govuk-heading-m section-title">Seats</h2>
      <SeatTables path={path} today={today} seats={seats} names={names} mayChange={mayChange} />
    </DirectoryShell>
  );
};

const actionsOn = ({ id, endedOn }: Group, path: string) => [
  ...(endedOn === undefined ? [{ text: 'Add a seat', href: `${path}/${id}/seats/add` }] : []),
  { text: 'Change the group', href: `${path}/${id}/change` },
  endedOn === undefined
    ? { text: 'End the group', href: `${path}/${id}/end` }
    : { text: 'Let it go on', href: `${path}/${id}/again` },
];

function factsOf({ path, today, group, groups, seats, quorum, terms, names, mayChange }: GroupModel): Fact[] {
  const parent = groups.find(({ id }) => id === group.parent);
  const below = groups.filter((one) => one.parent === group.id && isLive(one, today));
  const change = (about: string, href: string) => (mayChange ? { action: { text: 'Change', about, href } } : {});
  return [
    { key: 'Reports to', value: parent ? <GroupLinks path={path} groups={[parent]} /> : 'Nobody' },
    { key: 'Reporting to it', value: below.length ? <GroupLinks path={path} groups={below} /> : 'No group' },
    { key: 'Purpose', value: inLines(group.purpose) },
    { key: 'Decides', value: inLines(group.decides) },
    { key: 'Must send up', value: inLines(group.sendsUp) },
    { key: 'Chair', value: holdersInWords('chair', seats, names, today) },
    { key: 'Vice-chair', value: holdersInWords('vice-chair', seats, names, today) },
    { key: 'Quorum', value: quorum, ...change('quorum', `${path}/${group.id}/quorum`) },
    { key: 'Terms of reference', value: <TermsFact terms={terms} href={`${path}/${group.id}/terms`} today={today} /> },
    { key: 'Began', value: group.fromOn && formatDay(group.fromOn, 'plain') },
    ...(group.endedOn ? [{ key: 'Last day', value: formatDay(group.endedOn, 'plain') }] : []),
  ];
}

/** Who holds a capacity today, by its seats: a seat nobody fills is said to be vacant. */
function holdersInWords(
  capacity: Capacity,
  seats: readonly GroupSeat[],
  { people }: Names,
  today: PlainDate,
): string | undefined {
  const held = seats.filter((seat) => seat.capacity === capacity && isOn(seat, today));
  if (held.length === 0) return 'No seat for one';
  return held
    .map((seat) => {
      const sitter = sitterOn(seat, today);
      return sitter ? (people.get(sitter.person) ?? 'Not known') : 'Vacant';
    })
    .join(', ');
}

const inLines = (text: string) => (text === '' ? undefined : <TypedWords text={text} />);

const GroupLinks = ({ path, groups }: { path: string; groups: readonly Group[] }) => (
  <ul class="govuk-list">
    {groups.map(({ id, name }) => (
      <li key={id}>
        <a class="govuk-link" href={`${path}/${id}`}>
          {name}
        </a>
      </li>
    ))}
  </ul>
);

const TermsFact = ({ terms, href, today }: { terms: Terms | undefined; href: string; today: PlainDate }) => (
  <>
    {terms ? `Version ${terms.version}, agreed on ${formatDay(terms.agreedOn, 'plain')}. ` : 'None yet. '}
    {terms?.reviewOn &&
      `${terms.reviewOn < today ? 'Review was due on' : 'To be reviewed on'} ${formatDay(terms.reviewOn, 'plain')}. `}
    <a class="govuk-link" href={href}>
      {terms ? 'Read them' : 'See terms of reference'}
    </a>
  </>
);

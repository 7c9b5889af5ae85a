import type { ComponentChildren } from 'preact';
import { formatDay } from '../../../platform/calendar/in-words.ts';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import { Form } from '../../../platform/ui/form.tsx';
import { Button } from '../../../platform/ui/govuk.tsx';
import { Actions, countInWords, DataTable, Empty, Facts, PageTitle, StateTag } from '../../../platform/ui/patterns.tsx';
import { type Change, History } from '../../directory/history.tsx';
import { isOver } from '../../directory/list.ts';
import { periodInWords } from '../../directory/period.ts';
import { DirectoryShell } from '../../directory-shell.tsx';
import type { Group } from '../../groups/group.store.ts';
import type { GroupSeat } from '../../groups/group-seat.store.ts';
import { capacities } from '../../groups/kinds.ts';
import { deputyOn, isOn, sitterOn } from '../../groups/seats.ts';
import type { Person } from '../../people/person.store.ts';
import type { RoleHeld } from '../../people/role-held.store.ts';
import type { Agency } from '../agency.store.ts';
import { endedWith, type GoingOn } from '../agency-rules.ts';
import { agencyKinds, standings } from '../kinds.ts';

export interface AgencyFacts {
  agency: Agency;
  agencies: readonly Agency[];
  people: readonly Person[];
  groups: readonly Group[];
  /** Those of this agency, earlier ones too. */
  seats: readonly GroupSeat[];
  /** Those held for it, earlier ones too. */
  roles: readonly RoleHeld[];
  changes: readonly Change[];
}

interface AgencyPageProps extends AgencyFacts {
  /** The address of the partnership. */
  slug: string;
  today: PlainDate;
  mayChange: boolean;
}

/** One agency: what it is, its people, and its seats. */
export function AgencyPage({ agency, agencies, people, groups, seats, roles, changes, ...rest }: AgencyPageProps) {
  const { slug, today, mayChange } = rest;
  const here = `/${slug}/agencies/${agency.id}`;
  const parent = agencies.find(({ id }) => id === agency.parent);
  const below = agencies.filter(({ parent: of }) => of === agency.id);
  return (
    <DirectoryShell title={agency.name} current="agencies">
      <PageTitle title={agency.name} caption={agencyKinds[agency.kind].title} {...stateOf(agency, today)} />
      {mayChange && <WhatToDo agency={agency} ended={endedWith(agency, { seats, roles })} here={here} />}
      <Facts
        facts={[
          { key: 'Standing', value: standings[agency.standing] },
          {
            key: 'Part of',
            value: parent ? <Link href={`/${slug}/agencies/${parent.id}`}>{parent.name}</Link> : 'No other body',
          },
          ...(below.length
            ? [{ key: 'Bodies below it', value: <Names path={`/${slug}/agencies`} all={below} /> }]
            : []),
          { key: 'E-mail domains', value: agency.emailDomains.join(', ') },
        ]}
      />
      <PeopleOf people={people.filter(({ agency: of }) => of === agency.id)} slug={slug} today={today} />
      {mayChange && !isOver(agency.endedOn, today) && (
        <p>
          <Link href={`/${slug}/people/add?agency=${agency.id}`}>Add a person who speaks for it</Link>
        </p>
      )}
      <SeatsOf seats={seats} groups={groups} people={people} slug={slug} today={today} />
      <History changes={changes} />
    </DirectoryShell>
  );
}

const stateOf = ({ endedOn }: Agency, today: PlainDate) =>
  endedOn === undefined
    ? {}
    : {
        state: { text: isOver(endedOn, today) ? 'No longer part' : 'Ending', tone: 'calm' as const },
        lead: `Its last day in the partnership ${isOver(endedOn, today) ? 'was' : 'is'} ${formatDay(endedOn)}.`,
      };

const WhatToDo = ({ agency, ended, here }: { agency: Agency; ended: GoingOn; here: string }) =>
  agency.endedOn === undefined ? (
    <Actions
      actions={[
        { text: 'Change', href: `${here}/change` },
        { text: 'No longer part of the partnership', href: `${here}/end` },
      ]}
    />
  ) : (
    <Form action={`${here}/again`}>
      {ended.seats.length + ended.roles.length > 0 && <p>{staysEnded(ended)}</p>}
      <Button text="It is part of the partnership again" classes="govuk-button--secondary" preventDoubleClick />
    </Form>
  );

/** “Two seats and one role that ended with it stay ended …” */
const staysEnded = ({ seats, roles }: GoingOn): string =>
  `${countInWords(seats.length, 'seat')} and ${countInWords(roles.length, 'role').toLowerCase()} that ended with it stay ended if it is part of the partnership again: seats are given on the page of a group, roles on the page of a person.`;

const Link = ({ href, children }: { href: string; children: ComponentChildren }) => (
  <a class="govuk-link" href={href}>
    {children}
  </a>
);

const Names = ({ path, all }: { path: string; all: readonly { id: string; name: string }[] }) => (
  <ul class="govuk-list">
    {all.map(({ id, name }) => (
      <li key={id}>
        <Link href={`${path}/${id}`}>{name}</Link>
      </li>
    ))}
  </ul>
);

const PeopleOf = ({ people, slug, today }: { people: readonly Person[]; slug: string; today: PlainDate }) => (
  <>
    <h2 class="govuk-heading-m section-title">People</h2>
    {people.length === 0 ? (
      <Empty title="Nobody speaks for it yet">When somebody does, they stand here with how to reach them.</Empty>
    ) : (
      <DataTable
        caption={`${countInWords(people.length, 'person', 'people')}, by name`}
        rows={people}
        columns={[
          { heading: 'Name', cell: ({ id, name }) => <Link href={`/${slug}/people/${id}`}>{name}</Link> },
          { heading: 'Job title', cell: ({ jobTitle }) => jobTitle },
          { heading: 'E-mail', cell: ({ workEmail }) => workEmail },
          {
            heading: 'Here',
            cell: ({ leftOn }) => (leftOn && isOver(leftOn, today) ? `Left ${formatDay(leftOn, 'plain')}` : 'Now'),
          },
        ]}
      />
    )}
  </>
);

interface SeatsOfProps extends Pick<AgencyFacts, 'seats' | 'groups' | 'people'> {
  slug: string;
  today: PlainDate;
}

function SeatsOf({ seats, groups, people, slug, today }: SeatsOfProps) {
  const person = (id: string | undefined) => people.find((one) => one.id === id);
  const linked = (id: string | undefined) =>
    id === undefined ? undefined : <Link href={`/${slug}/people/${id}`}>{person(id)?.name}</Link>;
  return (
    <>
      <h2 class="govuk-heading-m section-title">Seats in groups</h2>
      {seats.length === 0 ? (
        <Empty title="No seats yet">Seats are given to an agency on the page of a group.</Empty>
      ) : (
        <DataTable
          caption={seatsInWords(seats, today)}
          rows={seats}
          columns={[
            {
              heading: 'Group',
              cell: ({ group }) => (
                <Link href={`/${slug}/groups/${group}`}>{groups.find(({ id }) => id === group)?.name}</Link>
              ),
            },
            { heading: 'As', cell: ({ capacity }) => capacities[capacity] },
            {
              heading: 'Who sits in it',
              cell: (seat) =>
                !isOn(seat, today)
                  ? 'Nobody now'
                  : (linked(sitterOn(seat, today)?.person) ?? <StateTag tone="warning">Vacant</StateTag>),
            },
            { heading: 'Deputy', cell: (seat) => linked(deputyOn(seat, today)?.person) ?? 'None' },
            { heading: 'When', cell: (seat) => periodInWords(seat, today) },
          ]}
        />
      )}
    </>
  );
}

/** “Three seats now, one of them vacant”. */
function seatsInWords(seats: readonly GroupSeat[], today: PlainDate): string {
  const now = seats.filter((seat) => isOn(seat, today));
  const vacant = now.filter((seat) => sitterOn(seat, today) === undefined).length;
  return `${countInWords(now.length, 'seat')} now, ${vacant === 0 ? 'none' : countInWords(vacant, 'of them', 'of them').toLowerCase()} vacant`;
}

import type { WaitingInvitation } from '../../../platform/identity/invitation.store.ts';
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
import type { Agency } from '../../agencies/agency.store.ts';
import { perPage, rowsOnPage } from '../../directory/list.ts';
import { DirectoryShell } from '../../directory-shell.tsx';
import type { Group } from '../../groups/group.store.ts';
import type { Listed } from '../person-list.ts';
import { MailWaits } from './mail-waits.tsx';

interface PersonListProps {
  list: ListAddress;
  /** Those that the list's address asks for. */
  shown: readonly Listed[];
  all: readonly Listed[];
  agencies: readonly Agency[];
  groups: readonly Group[];
  /** Invitations that wait because this server sends no mail. */
  waiting: readonly WaitingInvitation[];
  mayChange: boolean;
}

export const PersonListPage = ({ list, shown, all, agencies, groups, waiting, mayChange }: PersonListProps) => (
  <DirectoryShell title="People" current="people">
    <PageTitle title="People" lead="Who speaks for whom, whether or not they ever sign in." />
    <Actions
      actions={[
        ...(mayChange ? [{ text: 'Add a person', href: `${list.path}/add` }] : []),
        { text: 'Directory to print', href: list.path.replace(/people$/, 'directory') },
      ]}
    />
    <MailWaits waiting={waiting} />
    <Listing
      list={list}
      found={shown.length}
      all={all.length}
      perPage={perPage}
      one="person"
      many="people"
      empty={all.length === 0 ? <NoneYet /> : <NoneFound path={list.path} />}
      filters={<Filters list={list} agencies={agencies} groups={groups} />}
    >
      <DataTable
        caption="People by name"
        rows={rowsOnPage(shown, list)}
        columns={[
          {
            heading: 'Name',
            cell: ({ id, name }) => (
              <a class="govuk-link" href={`${list.path}/${id}`}>
                {name}
              </a>
            ),
          },
          { heading: 'Job title', cell: ({ jobTitle }) => jobTitle },
          { heading: 'Speaks for', cell: ({ agencyName }) => agencyName ?? 'Nobody but themselves' },
          { heading: 'Sits in', cell: (person) => person.groups.map(({ name }) => name).join(', ') || 'No group' },
        ]}
        downloads={[
          { text: 'These people (CSV)', href: listHref({ ...list, path: `${list.path}/people.csv`, page: 1 }) },
          { text: 'Their contacts (vCard)', href: listHref({ ...list, path: `${list.path}/people.vcf`, page: 1 }) },
        ]}
      />
    </Listing>
  </DirectoryShell>
);

const NoneYet = () => (
  <Empty title="No people yet">Add somebody, or bring your list of contacts in from a spreadsheet.</Empty>
);

const NoneFound = ({ path }: { path: string }) => (
  <Empty title="No people match these filters">
    Show{' '}
    <a class="govuk-link" href={`${path}?state=all`}>
      everybody
    </a>
    , those who have left too, or choose other filters.
  </Empty>
);

const choicesOf = (all: readonly { id: string; name: string }[]) => all.map(({ id, name }) => [id, name] as const);

const Filters = ({ list, agencies, groups }: Pick<PersonListProps, 'list' | 'agencies' | 'groups'>) => (
  <>
    <FilterText list={list} name="text" label="Name, job title or e-mail" />
    <FilterChoice list={list} name="agency" label="Agency" any="All agencies" choices={choicesOf(agencies)} />
    <FilterChoice list={list} name="group" label="Group" any="In any group or none" choices={choicesOf(groups)} />
    <FilterChoice
      list={list}
      name="state"
      label="Part of the partnership"
      any="Now"
      choices={[
        ['ended', 'Have left'],
        ['all', 'Now or earlier'],
      ]}
    />
  </>
);

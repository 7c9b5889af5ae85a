import { formatDay } from '../../../platform/calendar/in-words.ts';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import type { WaitingInvitation } from '../../../platform/identity/invitation.store.ts';
import { Actions, Downloads, Facts, PageTitle } from '../../../platform/ui/patterns.tsx';
import type { Agency } from '../../agencies/agency.store.ts';
import { type Change, History } from '../../directory/history.tsx';
import { isOver } from '../../directory/list.ts';
import { DirectoryShell } from '../../directory-shell.tsx';
import type { Group } from '../../groups/group.store.ts';
import type { GroupSeat } from '../../groups/group-seat.store.ts';
import type { Assistance } from '../assistant.store.ts';
import type { SignedStep } from '../induction.store.ts';
import type { OtherBoard } from '../other-board.store.ts';
import type { Person } from '../person.store.ts';
import type { RoleHeld } from '../role-held.store.ts';
import { MailWaits } from './mail-waits.tsx';
import { Assistants, Induction, OtherBoards } from './person-parts.tsx';
import { PersonRoles } from './person-roles.tsx';
import { PersonSeats } from './person-seats.tsx';

export interface PersonPageProps {
  person: Person;
  agencies: readonly Agency[];
  groups: readonly Group[];
  /** Those of everybody. */
  seats: readonly GroupSeat[];
  assistance: readonly Assistance[];
  boards: readonly OtherBoard[];
  steps: readonly SignedStep[];
  roles: readonly RoleHeld[];
  /** Of people, by id. */
  names: ReadonlyMap<string, string>;
  changes: readonly Change[];
  /** Their invitation, where it waits because this server sends no mail. */
  waiting: readonly WaitingInvitation[];
  /** The address of the partnership. */
  slug: string;
  today: PlainDate;
  /** What whoever looks may do. */
  may: { change: boolean; access: boolean; secondStep: boolean };
}

/** One person: whom they speak for, where they sit, who assists them, what they were shown, what they may do. */
export function PersonPage(props: PersonPageProps) {
  const { person, agencies, changes, slug, today } = props;
  const here = `/${slug}/people/${person.id}`;
  const agency = agencies.find(({ id }) => id === person.agency);
  return (
    <DirectoryShell title={person.name} current="people">
      <PageTitle
        title={person.name}
        {...(person.jobTitle && { caption: person.jobTitle })}
        {...stateOf(person, today)}
      />
      <Actions actions={actionsFor(person, props, here)} />
      <MailWaits waiting={props.waiting} />
      <Facts
        facts={[
          {
            key: 'Speaks for',
            value: agency ? (
              <a class="govuk-link" href={`/${slug}/agencies/${agency.id}`}>
                {agency.name}
              </a>
            ) : (
              'Nobody but themselves'
            ),
          },
          { key: 'Job title', value: person.jobTitle },
          {
            key: 'Work e-mail',
            value: person.workEmail && (
              <a class="govuk-link" href={`mailto:${person.workEmail}`}>
                {person.workEmail}
              </a>
            ),
          },
          { key: 'Telephone', value: person.phone },
          { key: 'Signs in', value: person.signsIn ? 'Has an account here' : 'Does not sign in here' },
        ]}
      />
      <Downloads links={[{ text: 'Contact (vCard)', href: `${here}/contact.vcf` }]} />
      <PersonSeats {...props} />
      <Assistants {...props} here={here} />
      <OtherBoards {...props} here={here} />
      <Induction {...props} here={here} />
      <PersonRoles {...props} here={here} />
      <History changes={changes} />
    </DirectoryShell>
  );
}

const stateOf = ({ leftOn }: Person, today: PlainDate) =>
  leftOn === undefined
    ? {}
    : {
        state: { text: isOver(leftOn, today) ? 'Has left' : 'Leaving', tone: 'calm' as const },
        lead: `Their last day in the partnership ${isOver(leftOn, today) ? 'was' : 'is'} ${formatDay(leftOn)}.`,
      };

function actionsFor(
  { leftOn, signsIn }: Person,
  { slug, may, today }: Pick<PersonPageProps, 'slug' | 'may' | 'today'>,
  here: string,
) {
  if (isOver(leftOn, today)) return may.access ? [{ text: 'Leaving, and coming back', href: `${here}/leaving` }] : [];
  return [
    ...(may.change ? [{ text: 'Change', href: `${here}/change` }] : []),
    ...(may.access
      ? [
          { text: 'Give a role', href: `${here}/roles/give` },
          { text: signsIn ? 'Send the invitation again' : 'Invite to sign in', href: `${here}/invite` },
          { text: 'Leaving', href: `${here}/leaving` },
        ]
      : []),
    ...(may.secondStep && signsIn ? [{ text: 'They lost their second step', href: `/${slug}/second-step` }] : []),
  ];
}

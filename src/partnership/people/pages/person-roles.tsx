import { DataTable, Empty, StateTag } from '../../../platform/ui/patterns.tsx';
import { periodInWords } from '../../directory/period.ts';
import { isRole, roles as roleFacts } from '../../roles.ts';
import { isOver } from '../access.ts';
import type { RoleHeld } from '../role-held.store.ts';
import type { PersonPageProps } from './person.tsx';

/** What a role is called; one that this version does not know is called as it is kept. */
export const roleTitle = (role: string): string => (isRole(role) ? roleFacts[role].title : role);

/** For what a role is held. */
export const heldFor = (
  { agency, group }: Pick<RoleHeld, 'agency' | 'group'>,
  { agencies, groups }: Pick<PersonPageProps, 'agencies' | 'groups'>,
): string =>
  agency !== undefined
    ? (agencies.find(({ id }) => id === agency)?.name ?? '')
    : group !== undefined
      ? (groups.find(({ id }) => id === group)?.name ?? '')
      : 'The whole partnership';

/** The roles somebody holds, will hold and has held: the latest first. */
export function PersonRoles(props: PersonPageProps & { here: string }) {
  const { person, roles, today, may, here } = props;
  return (
    <>
      <h2 class="govuk-heading-m section-title">Roles</h2>
      {roles.length === 0 ? (
        <Empty title="No roles">{person.name} may see and do nothing here.</Empty>
      ) : (
        <DataTable
          caption="Roles now and earlier, the latest first"
          rows={roles.toReversed()}
          columns={[
            { heading: 'Role', cell: ({ role }) => roleTitle(role) },
            { heading: 'For', cell: (held) => heldFor(held, props) },
            { heading: 'When', cell: (held) => whenHeld(held, props) },
            { heading: 'State', cell: (held) => <RoleState held={held} today={today} /> },
            ...(may.access
              ? [
                  {
                    heading: 'Access',
                    cell: (held: RoleHeld) =>
                      isOver(held, today) ? (
                        'Ended'
                      ) : (
                        <a class="govuk-link" href={`${here}/roles/${held.id}/end`}>
                          End <span class="govuk-visually-hidden">{roleTitle(held.role)}</span>
                        </a>
                      ),
                  },
                ]
              : []),
          ]}
        />
      )}
    </>
  );
}

const whenHeld = (held: RoleHeld, { today }: Pick<PersonPageProps, 'today'>): string =>
  held.untilOn !== undefined && held.untilOn < held.fromOn
    ? `given and taken back ${periodInWords({ fromOn: held.fromOn, untilOn: undefined }, today).replace(/^(since|from) /, '')}`
    : periodInWords(held, today);

const RoleState = ({ held, today }: { held: RoleHeld; today: PersonPageProps['today'] }) =>
  isOver(held, today) ? (
    <StateTag tone="calm">Earlier</StateTag>
  ) : held.fromOn > today ? (
    <StateTag tone="calm">Later</StateTag>
  ) : (
    <StateTag tone="good">Holds it</StateTag>
  );

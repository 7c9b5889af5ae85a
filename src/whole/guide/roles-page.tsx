import { type Role, roleNames, roles } from '../../partnership/roles.ts';
import type { Permissions } from '../../platform/access/permissions.ts';
import { Layout } from '../../platform/ui/layout.tsx';

/** Who may do what, made from the permission tables: it cannot say anything else than the program does. */
export const RolesPage = ({ permissions }: { permissions: Permissions<Role> }) => (
  <Layout title="Roles and what they may do">
    <h1 class="govuk-heading-xl">Roles and what they may do</h1>
    <p class="govuk-body-l">
      Somebody may hold several roles at once, for one group or agency or for all, from one day to another. What they
      may do is all of it together.
    </p>
    {roleNames.map((role) => (
      <section key={role} aria-labelledby={role}>
        <h2 class="govuk-heading-m" id={role}>
          {roles[role].title}
        </h2>
        <p class="govuk-body">
          {roles[role].about}.{' '}
          {roles[role].factor ? 'Signs in with a second factor.' : 'May sign in with a password alone.'}
        </p>
        <ul class="govuk-list govuk-list--bullet">
          {granted(permissions, role).map(([name, permission]) => (
            <li key={name}>May {permission.title}</li>
          ))}
        </ul>
      </section>
    ))}
  </Layout>
);

const granted = (permissions: Permissions<Role>, role: Role) =>
  Object.entries(permissions.table).filter(([, permission]) => permission.roles.includes(role));

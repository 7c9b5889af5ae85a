import { passOn } from '../../leaving/hand-over.store.ts';
import { turnOf } from '../../leaving/leaving.ts';
import { giveRole } from '../../partnership.store.ts';
import { overlap } from '../../people/person-rules.ts';
import { listRolesHeld } from '../../people/role-held.store.ts';
import { roles as facts, isRole } from '../../roles.ts';
import { listHeldRoles, type RoleOfSomebody } from '../held.store.ts';
import type { Holding } from '../holding.ts';
import type { Held } from '../transition.ts';
import { fromHere, those } from './order.ts';

/** Roles that people hold, for an agency, a group or the whole partnership: what they may do goes no further than before. */
export const roles: Holding = {
  kind: 'role',
  title: 'Roles',
  tables: ['role_held'],
  inRegime: true,
  remains: true,
  list: async (scope) => (await listHeldRoles(scope)).map(toHeld),
  end: (scope, { id, person }) =>
    passOn(scope, person ?? '', { kind: 'role', id }, undefined, turnOf({ lastOn: scope.today }, scope.today)),
  async take(from, items) {
    const going = those(await listHeldRoles(from), items);
    return async (scope, arriving) => {
      for (const { one, item } of going) {
        if (!isRole(one.role)) throw new Error(`no role is called ${one.role}`);
        const { role, untilOn } = one;
        const person = arriving.idOf(one.person);
        const agency = one.agency === undefined ? undefined : arriving.idOf(one.agency);
        const group = one.group === undefined ? undefined : arriving.idOf(one.group);
        const given = { role, fromOn: fromHere(one, scope.today), untilOn };
        const there = (await listRolesHeld(scope, person)).find(
          (held) => held.role === role && held.agency === agency && held.group === group && overlap(held, given),
        );
        await arriving.bring(item, there?.id, () =>
          giveRole(scope, person, {
            role,
            fromOn: given.fromOn,
            ...(untilOn && { untilOn }),
            ...(agency && { agency }),
            ...(group && { group }),
          }),
        );
      }
    };
  },
};

const toHeld = ({ id, role, name, person, agency, group }: RoleOfSomebody): Held => ({
  kind: 'role',
  id,
  title: `${isRole(role) ? facts[role].title : role}: ${name}`,
  person,
  role,
  needs: [person, agency, group].filter((one) => one !== undefined),
  ...(isRole(role) ? {} : { stays: 'This version of Concordat does not know the role' }),
});

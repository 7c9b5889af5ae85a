import type { Holding } from '../../partnership/transition/holding.ts';
import type { Scope } from '../../platform/database/database.ts';
import { endLiaison, findLiaison, type Liaison, listLiaison, setLiaison } from './liaison.store.ts';

type Named = Liaison & { officer: NonNullable<Liaison['officer']> };

/** Agencies of the partnership that have somebody to ring. */
const listNamed = async (scope: Scope): Promise<Named[]> =>
  (await listLiaison(scope)).flatMap(({ officer, ...one }) =>
    officer && (one.endedOn === undefined || one.endedOn >= scope.today) ? [{ ...one, officer }] : [],
  );

/** An agency has one; it is known in a transition by the agency. */
const before = 'ring-';
const idOf = (agency: string): string => `${before}${agency}`;

/** Whom to ring at an agency. One that has somebody there already keeps them. */
export const liaisonHolding: Holding = {
  kind: 'liaison',
  title: 'Who to ring when agencies disagree',
  tables: ['liaison_officer'],
  remains: true,
  list: async (scope) =>
    (await listNamed(scope)).map(({ agency, agencyName, officer }) => ({
      kind: 'liaison',
      id: idOf(agency),
      title: `${agencyName}: ${officer.name}`,
      person: officer.person,
      needs: [agency, officer.person],
    })),
  async take(from, items) {
    const named = await listNamed(from);
    return async (scope, arriving) => {
      for (const item of items) {
        const one = named.find(({ agency }) => idOf(agency) === item.id);
        if (!one) continue;
        const agency = arriving.idOf(one.agency);
        const there = (await listNamed(scope)).some((each) => each.agency === agency);
        await arriving.bring(item, there ? idOf(agency) : undefined, async () => {
          await setLiaison(scope, agency, { person: arriving.idOf(one.officer.person), reach: one.officer.reach });
          return idOf(agency);
        });
      }
    };
  },
  owned: {
    ends: 'It ends: the agency has nobody to ring',
    list: async (scope, person) =>
      (await listNamed(scope))
        .filter(({ officer }) => officer.person === person)
        .map(({ agency, agencyName }) => ({ id: idOf(agency), title: `Is who to ring at ${agencyName}` })),
    async pass(scope, person, id, to) {
      const agency = id.slice(before.length);
      if ((await findLiaison(scope, agency))?.person !== person) return;
      if (to === undefined) await endLiaison(scope, agency);
      else await setLiaison(scope, agency, { person: to, reach: '' }); // when and how to reach somebody is their own
    },
  },
};

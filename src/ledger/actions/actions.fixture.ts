import { type Browser, test as pagesTest } from '../../../test/harness/pages.ts';
import { addAgency } from '../../partnership/agencies/agency.store.ts';
import { changePerson, findPerson } from '../../partnership/people/person.store.ts';
import { addDays } from '../../platform/calendar/days.ts';
import type { Who } from '../../platform/database/database.ts';
import { addEvidence } from '../evidence/evidence.store.ts';
import { findAction, type NewAction, raiseActions } from './action.store.ts';

/** Tests that ask for them get two agencies, who owns actions and who verifies them, and a way to raise one. */
export const test = pagesTest.extend<{
  manager: Who;
  office: Browser;
  health: string;
  police: string;
  owner: Who;
  olive: Browser;
  delegate: Browser;
  neighbour: Browser;
  /** Raises an action of health that Olive owns, due in ten days; with evidence where it is said. */
  raise(different?: Partial<NewAction> & { shown?: boolean }): Promise<string>;
  find(id: string): Promise<Awaited<ReturnType<typeof findAction>>>;
}>({
  manager: async ({ house }, use) => {
    await use(await house.person(house.dunmere, 'business-manager'));
  },
  office: async ({ pages, manager }, use) => {
    await use(await pages.browse(manager));
  },
  health: async ({ house, manager }, use) => {
    await use(await house.data.as(manager, (scope) => addAgency(scope, { name: 'Dunmere Health', kind: 'nhs-trust' })));
  },
  police: async ({ house, manager }, use) => {
    await use(await house.data.as(manager, (scope) => addAgency(scope, { name: 'Dunmere Police', kind: 'police' })));
  },
  owner: async ({ house, manager, health }, use) => {
    const owner = await house.person(house.dunmere, 'agency-representative');
    await house.data.as(manager, async (scope) => {
      const person = await findPerson(scope, owner.person);
      await changePerson(scope, owner.person, { ...person, name: 'Olive Owner', agency: health });
    });
    await use(owner);
  },
  olive: async ({ pages, owner }, use) => {
    await use(await pages.browse(owner));
  },
  delegate: async ({ house, pages, manager, police }, use) => {
    const delegate = await house.person(house.dunmere, 'safeguarding-partner-delegate');
    await house.data.as(manager, async (scope) => {
      const person = await findPerson(scope, delegate.person);
      await changePerson(scope, delegate.person, { ...person, name: 'Petra Police', agency: police });
    });
    await use(await pages.browse(delegate));
  },
  neighbour: async ({ house, pages }, use) => {
    await use(await pages.browse(await house.person(house.elsewhere, 'business-manager')));
  },
  raise: async ({ house, manager, health, owner }, use) => {
    await use(({ shown = false, ...different } = {}) =>
      house.data.as(manager, async (scope) => {
        const made = {
          title: 'Train every school nurse',
          leadAgency: health,
          owner: owner.person,
          sourceKind: 'meeting',
          dueOn: addDays(scope.today, 10),
          ...different,
        } as const;
        const [id = ''] = await raiseActions(scope, [made]);
        if (shown) await addEvidence(scope, { record: { kind: 'action', id }, title: 'Register of who was trained' });
        return id;
      }),
    );
  },
  find: async ({ house, manager }, use) => {
    await use((id) => house.data.as(manager, (scope) => findAction(scope, id)));
  },
});

import { type Browser, test as pagesTest } from '../../../test/harness/pages.ts';
import { addAgency } from '../../partnership/agencies/agency.store.ts';
import type { Role } from '../../partnership/roles.ts';
import { addDays } from '../../platform/calendar/days.ts';
import { todayInLondon } from '../../platform/calendar/plain-date.ts';
import type { Who } from '../../platform/database/database.ts';

export const today = todayInLondon(new Date());

/** Somebody signed in, and who they are. */
export interface Someone extends Who {
  browser: Browser;
}

/** Tests that ask for them get a council and a police force, people who speak for them, the office and a chair. */
export const test = pagesTest.extend<{
  agencies: { council: string; police: string; health: string };
  /** A new person of an agency, with roles, signed in. */
  someone: (agency: string | undefined, ...roles: Role[]) => Promise<Someone>;
  office: Someone;
  chair: Someone;
}>({
  agencies: async ({ house }, use) => {
    const manager = await house.person(house.dunmere, 'business-manager');
    await use(
      await house.data.as(manager, async (scope) => ({
        council: await addAgency(scope, { name: 'Dunmere Council', kind: 'local-authority' }),
        police: await addAgency(scope, { name: 'Dunmere Police', kind: 'police' }),
        health: await addAgency(scope, { name: 'Dunmere Health', kind: 'integrated-care-board' }),
      })),
    );
  },
  someone: async ({ house, pages }, use) => {
    await use(async (agency, ...roles) => {
      const who = await house.person(house.dunmere, ...roles);
      await house.data.as(who, ({ db, partnership }) =>
        db
          .updateTable('person')
          .set({ agency_id: agency ?? null })
          .where('partnership_id', '=', partnership)
          .where('id', '=', who.person)
          .execute(),
      );
      return { ...who, browser: await pages.browse(who) };
    });
  },
  office: async ({ someone }, use) => {
    await use(await someone(undefined, 'business-manager'));
  },
  chair: async ({ someone }, use) => {
    await use(await someone(undefined, 'independent-chair'));
  },
});

/** A day as its three fields. */
export const dayFields = (name: string, day: string): Record<string, string> => {
  const [year = '', month = '', date = ''] = day.split('-');
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year };
};

/** What somebody types into the form of a draft. */
export const aDraft = (agency: string, said: Record<string, string> = {}): Record<string, string> => ({
  agency,
  subject: 'Conferences are late',
  concern: 'One in three is held after the day',
  evidenceKind: 'figure',
  evidence: '67% in time, July to September',
  evidenceAddress: 'https://figures.example/q2',
  expected: 'What will change, by when',
  ...dayFields('dueOn', addDays(today, 20)),
  ...said,
});

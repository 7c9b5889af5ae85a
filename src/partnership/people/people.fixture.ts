import { type Browser, test as pagesTest } from '../../../test/harness/pages.ts';
import type { Who } from '../../platform/database/database.ts';
import { addAgency } from '../agencies/agency.store.ts';
import { addPerson } from './person.store.ts';

/** Tests that ask for them get a school and its head, who does not sign in, and those who look at them. */
export const test = pagesTest.extend<{
  manager: Who;
  office: Browser;
  reader: Browser;
  neighbour: Browser;
  school: string;
  ada: string;
}>({
  manager: async ({ house }, use) => {
    await use(await house.person(house.dunmere, 'business-manager'));
  },
  office: async ({ pages, manager }, use) => {
    await use(await pages.browse(manager));
  },
  reader: async ({ house, pages }, use) => {
    await use(await pages.browse(await house.person(house.dunmere, 'scrutineer')));
  },
  neighbour: async ({ house, pages }, use) => {
    await use(await pages.browse(await house.person(house.elsewhere, 'business-manager')));
  },
  school: async ({ house, manager }, use) => {
    await use(
      await house.data.as(manager, (scope) => addAgency(scope, { name: 'Quay School', kind: 'secondary-school' })),
    );
  },
  ada: async ({ house, manager, school }, use) => {
    const ada = { name: 'Ada Quay', jobTitle: 'Head', agency: school, workEmail: 'ada.quay@school.example' };
    await use(await house.data.as(manager, (scope) => addPerson(scope, ada)));
  },
});

/** A day as its three fields. */
export const dayFields = (name: string, day: string): Record<string, string> => {
  const [year = '', month = '', date = ''] = day.split('-');
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year };
};

/** What a form on the page says that it is based on. */
export const basisIn = (html: string): string => /name="basis" value="([^"]*)"/.exec(html)?.[1] ?? '';

/** Opens the form of a last day and sends it: as somebody does, based on what stood there. */
export async function sayLastDay(browser: Browser, url: string, day: string) {
  return await browser.post(url, { ...dayFields('untilOn', day), basis: basisIn((await browser.get(url)).body) });
}

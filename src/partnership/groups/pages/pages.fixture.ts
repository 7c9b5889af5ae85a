import { type Browser, test } from '../../../../test/harness/pages.ts';
import { plainDate } from '../../../platform/calendar/plain-date.ts';
import { addAgency } from '../../agencies/agency.store.ts';
import { addPerson } from '../../people/person.store.ts';
import { addGroup } from '../group.store.ts';
import { addGroupSeat } from '../group-seat.store.ts';

/** The words of a page without its markup. */
export const wordsOf = (html: string) =>
  html
    .replaceAll(/<(script|style|head)[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');
/** Where groups are. */
export const here = '/dunmere/groups';
export const longAgo = plainDate('2020-01-01');
/** A day as the three fields of a form. */
export const on = (name: string, day: string) => {
  const [year = '', month = '', date = ''] = day.split('-');
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year };
};
/** The fields of a form as the page shows them, so that what it was based on is sent back. */
export const basisOn = async (browser: Browser, path: string) => ({
  basis: /name="basis" value="([^"]*)"/.exec((await browser.get(path)).body)?.[1] ?? '',
});

/** A board with the police's seat in it, and somebody of the office in front of it. */
export const withBoard = test.extend<{
  board: { id: string; seat: string; police: string; ada: string; ben: string };
  office: Browser;
}>({
  board: async ({ house }, use) => {
    const who = await house.person(house.dunmere, 'business-manager');
    await use(
      await house.data.as(who, async (scope) => {
        const id = await addGroup(scope, {
          name: 'Dunmere Board',
          kind: 'board',
          purpose: 'Sees that children are safe',
        });
        const police = await addAgency(scope, { name: 'Dunmere Police', kind: 'police' });
        const seat = await addGroupSeat(scope, { group: id, agency: police, capacity: 'chair', fromOn: longAgo });
        const ada = await addPerson(scope, { name: 'Ada Chief', agency: police });
        const ben = await addPerson(scope, { name: 'Ben Deputy', agency: police });
        return { id, seat, police, ada, ben };
      }),
    );
  },
  office: async ({ house, pages }, use) => {
    await use(await pages.browse(await house.person(house.dunmere, 'business-support')));
  },
});

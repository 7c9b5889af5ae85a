import { describe, expect } from 'vitest';
import { type Browser, openPages } from '../../../test/harness/pages.ts';
import { addDays } from '../../platform/calendar/days.ts';
import { formatDay } from '../../platform/calendar/in-words.ts';
import { todayInLondon } from '../../platform/calendar/plain-date.ts';
import { findAccountByEmail } from '../../platform/identity/account.store.ts';
import { listWaitingInvitations } from '../../platform/identity/invitation.store.ts';
import { forgetOldMail } from '../../platform/mail/outbox.store.ts';
import { giveRole } from '../partnership.store.ts';
import { dayFields, sayLastDay, test } from './people.fixture.ts';
import { addPerson, findPerson } from './person.store.ts';
import { endRole, listRolesHeld } from './role-held.store.ts';

const today = todayInLondon(new Date());
const observer = { role: 'observer', ...dayFields('fromOn', today) };

describe('refused:', () => {
  test('the office without a business manager’s rights gives no role, ends none and invites nobody', async ({
    house,
    pages,
    ada,
  }) => {
    const support = await pages.browse(await house.person(house.dunmere, 'business-support'));
    for (const end of ['roles/give', `roles/${ada}/end`, 'invite']) {
      expect([end, (await support.get(`/dunmere/people/${ada}/${end}`)).statusCode]).toEqual([end, 403]);
      expect([end, (await support.post(`/dunmere/people/${ada}/${end}`, observer)).statusCode]).toEqual([end, 403]);
    }
  });

  test('a business manager neither gives themselves a role nor ends their own last one', async ({
    office,
    house,
    manager,
  }) => {
    await house.person(house.dunmere, 'business-manager');
    const at = `/dunmere/people/${manager.person}/roles`;
    const given = await office.post(`${at}/give`, observer);
    expect([given.statusCode, given.body.includes('Nobody gives themselves a role')]).toEqual([422, true]);
    const [held] = await house.data.as(manager, (scope) => listRolesHeld(scope, manager.person));
    const ended = await sayLastDay(office, `${at}/${held?.id}/end`, today);
    expect([ended.statusCode, ended.body.includes('your own last role')]).toEqual([422, true]);
  });

  test('a role of an agency of elsewhere, and one that has no role’s name', async ({ office, ada }) => {
    const url = `/dunmere/people/${ada}/roles/give`;
    const strange = await office.post(url, { ...observer, agency: '00000000-0000-7000-8000-000000000000' });
    expect(strange.statusCode).toBe(422);
    expect((await office.post(url, { ...observer, role: 'constructor' })).statusCode).toBe(422);
  });

  test('an invitation without a role, without an address, or with the address of somebody else here', async ({
    office,
    house,
    manager,
    ada,
  }) => {
    const invite = async (person: string) => (await office.post(`/dunmere/people/${person}/invite`)).body;
    expect(await invite(ada)).toContain('Give them a role first');
    const other = await house.person(house.dunmere, 'observer');
    const [nobody, same] = await house.data.as(manager, async (scope) => {
      const people = [
        await addPerson(scope, { name: 'Bo' }),
        await addPerson(scope, { name: 'Cy', workEmail: other.email }),
      ];
      for (const one of people) await giveRole(scope, one, { role: 'observer', fromOn: today });
      return people;
    });
    expect(await invite(String(nobody))).toContain('not known');
    expect(await invite(String(same))).toContain('Somebody else of this partnership');
  });
});

test('a role is given from a day to a day for one agency, and not twice', async ({
  office,
  house,
  manager,
  ada,
  school,
}) => {
  const url = `/dunmere/people/${ada}/roles/give`;
  const answers = { ...observer, agency: school, ...dayFields('untilOn', '2099-03-31') };
  expect((await office.post(url, answers)).statusCode).toBe(303);
  const [held] = await house.data.as(manager, (scope) => listRolesHeld(scope, ada));
  expect(held).toMatchObject({ role: 'observer', agency: school, fromOn: today, untilOn: '2099-03-31' });
  expect((await office.post(url, answers)).body).toContain('They hold this role already');
});

test('a role that is ended today ends at once, while its holder is signed in', async ({
  office,
  house,
  pages,
  manager,
}) => {
  const lay = await house.person(house.dunmere, 'lay-member');
  const browser = await pages.browse(lay);
  expect((await browser.get('/dunmere/agencies')).statusCode).toBe(200);
  const [held] = await house.data.as(manager, (scope) => listRolesHeld(scope, lay.person));
  const url = `/dunmere/people/${lay.person}/roles/${held?.id}/end`;
  expect((await sayLastDay(office, url, today)).statusCode).toBe(303);
  expect((await browser.get('/dunmere/agencies')).statusCode).toBe(404);
  expect((await sayLastDay(office, url, today)).body).toContain('It has ended already');
});

test('a role that is given and taken back on one day was held on none', async ({ office, house, manager, ada }) => {
  await office.post(`/dunmere/people/${ada}/roles/give`, observer);
  const [held] = await house.data.as(manager, (scope) => listRolesHeld(scope, ada));
  expect((await sayLastDay(office, `/dunmere/people/${ada}/roles/${held?.id}/end`, today)).statusCode).toBe(303);
  expect((await office.get(`/dunmere/people/${ada}`)).body).toMatch(
    /given and taken back[\s\S]*Last day as observer[\s\S]*Given the role of observer/,
  );
});

test('two business managers who end each other’s role do not leave the partnership without one', async ({
  house,
  pages,
  manager,
}) => {
  const second = await house.person(house.dunmere, 'business-manager');
  const [mine] = await house.data.as(manager, (scope) => listRolesHeld(scope, manager.person));
  const [theirs] = await house.data.as(manager, (scope) => listRolesHeld(scope, second.person));
  const ending = Promise.withResolvers<void>();
  const first = house.data.as(manager, async (scope) => {
    await endRole(scope, String(theirs?.id), today);
    await ending.promise;
  });
  const browser = await pages.browse(second);
  const later = sayLastDay(browser, `/dunmere/people/${manager.person}/roles/${mine?.id}/end`, today);
  await new Promise((resolve) => setTimeout(resolve, 300));
  ending.resolve();
  await first;
  expect((await later).statusCode).toBe(422);
});

test('an invitation lets somebody in as the person they are, and asks for the second step that their role asks for', async ({
  office,
  house,
  manager,
  ada,
}) => {
  await office.post(`/dunmere/people/${ada}/roles/give`, observer);
  const invited = await office.post(`/dunmere/people/${ada}/invite`);
  expect(invited.statusCode).toBe(303);
  expect((await house.data.as(manager, (scope) => findPerson(scope, ada)))?.signsIn).toBe(true);
  const account = await house.data.asAccount(undefined, (scope) =>
    findAccountByEmail(scope, 'ada.quay@school.example'),
  );
  expect(account).toMatchObject({ name: 'Ada Quay', factorRequired: true });
  expect((await office.post(`/dunmere/people/${ada}/invite`)).statusCode).toBe(303); // sent again
});

describe('an invitation on a server', () => {
  const pagesOf = async (browser: Browser, ada: string) =>
    await Promise.all(
      ['', `/${ada}`, `/${ada}/invite`].map(async (path) => (await browser.get(`/dunmere/people${path}`)).body),
    );
  const said = (pages: readonly string[]) => pages.map((body) => /This server sends no mail yet/.test(body));

  test('without mail is said to wait, until when, and what to do', async ({ office, reader, house, ada }) => {
    await office.post(`/dunmere/people/${ada}/roles/give`, observer);
    expect(said(await pagesOf(office, ada))).toEqual([false, false, true]);
    await office.post(`/dunmere/people/${ada}/invite`);
    const shown = await pagesOf(office, ada);
    expect(said(shown)).toEqual([true, true, true]);
    for (const body of shown.slice(0, 2)) {
      expect(body).toContain(`until ${formatDay(addDays(today, 7))} at the longest`);
      expect(body).toContain('Ask whoever runs the server to set up mail');
    }
    expect(said(await pagesOf(reader, ada))).toEqual([false, false, false]);
    house.clock.now = new Date(house.clock.now.getTime() + 8 * 86_400_000);
    await house.data.asAccount(undefined, forgetOldMail);
    expect((await office.get(`/dunmere/people/${ada}`)).body).not.toContain('waits');
  });

  test('of another partnership is not told of', async ({ house, manager, ada, neighbour, office }) => {
    await office.post(`/dunmere/people/${ada}/roles/give`, observer);
    await office.post(`/dunmere/people/${ada}/invite`);
    const elsewhere = { ...manager, partnership: house.elsewhere.partnership };
    expect(await house.data.as(elsewhere, (scope) => listWaitingInvitations(scope, scope.partnership))).toEqual([]);
    expect((await neighbour.get('/elsewhere/people')).body).not.toContain('sends no mail');
  });

  test('with a mail server says nothing of the kind', async ({ house, manager, ada, office }) => {
    await office.post(`/dunmere/people/${ada}/roles/give`, observer);
    await office.post(`/dunmere/people/${ada}/invite`);
    const env = { SMTP_URL: 'smtp://localhost', MAIL_FROM: 'no-reply@concordat.example' };
    const { app, browse } = await openPages(house, [], env);
    expect(said(await pagesOf(await browse(manager), ada))).toEqual([false, false, false]);
    await app.close();
  });
});

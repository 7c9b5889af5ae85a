import { expect } from 'vitest';
import { test } from '../../../../test/harness/pages.ts';
import { addDays } from '../../../platform/calendar/days.ts';
import { findRules } from '../chivvying-rules.store.ts';
import { addHeld, listHeld } from '../held-message.store.ts';
import { listTold } from '../reminder.store.ts';
import { defaultRules } from '../rules.ts';
import { answersOfRules } from '../rules-form.ts';
import { anActionOf, inPlace } from '../world.fixture.ts';

const reading = ['', '/preview', '/told', '/in-the-way', '/timeliness', '/nobody-owns'];
const seenOn = (html: string) => html.match(/name="seen" value="([^"]*)"/)?.[1] ?? '';

test('the chair sees what is in the way and what would be sent; an agency’s lead sees their own absence alone', async ({
  house,
  pages,
}) => {
  const chair = await pages.browse(await house.person(house.dunmere, 'independent-chair'));
  const lead = await pages.browse(await house.person(house.dunmere, 'agency-safeguarding-lead'));
  for (const path of [...reading, '/release-list', '/settings', '/away'])
    expect([path, (await chair.get(`/dunmere/chivvying${path}`)).statusCode]).toEqual([path, 200]);
  for (const path of [...reading, '/release-list', '/settings', '/quiet'])
    expect([path, (await lead.get(`/dunmere/chivvying${path}`)).statusCode]).toEqual([path, 403]);
  expect((await lead.get('/dunmere/chivvying/away')).statusCode).toBe(200);
});

test('a partnership sets its own days; what cannot be meant comes back as it was typed, and nobody saves over another', async ({
  house,
  pages,
}) => {
  const manager = await pages.browse(await house.person(house.dunmere, 'business-manager'));
  const path = '/dunmere/chivvying/settings';
  const seen = seenOn((await manager.get(path)).body);
  const fields = { ...(answersOfRules(defaultRules) as Record<string, string>), seen };
  const wrong = await manager.post(path, { ...fields, daysAfter: 'often' });
  expect(wrong.statusCode).toBe(422);
  expect(wrong.body).toContain('value="often"');
  expect(await manager.post(path, { ...fields, daysAfter: '2, 9', memberAfter: '' })).toMatchObject({
    statusCode: 303,
  });
  const rules = await inPlace(house.data, house.dunmere.partnership, findRules);
  expect(rules).toEqual({ ...defaultRules, daysAfter: [2, 9], memberAfter: undefined });
  expect((await manager.post(path, fields)).body).toContain('Somebody else changed this');
});

test('a message that waits is let out or dropped with a reason, once, and not by the agency it is about', async ({
  house,
  pages,
}) => {
  const owner = await house.person(house.dunmere, 'agency-representative');
  const member = await house.person(house.dunmere, 'agency-representative');
  const office = await house.person(house.dunmere, 'business-manager');
  const { partnership } = house.dunmere;
  const dueOn = await inPlace(house.data, partnership, async ({ today }) => addDays(today, -20));
  const action = await anActionOf(house.data, owner, { dueOn });
  const held = await inPlace(house.data, partnership, async (scope) => {
    await addHeld(scope, scope.today, [{ action, dueOn, level: 'member', to: member.person, why: 'overdue' }]);
    return (await listHeld(scope))[0]?.id ?? '';
  });
  const path = `/dunmere/chivvying/release-list/${held}`;
  const browser = await pages.browse(office);
  expect((await browser.get(path)).body).toContain('Action 1 (Westry Police), due');
  expect(await browser.post(path, { settling: 'drop' })).toMatchObject({ statusCode: 422 });
  expect(await browser.post(path, { settling: 'release' })).toMatchObject({ statusCode: 303 });
  const told = await inPlace(house.data, partnership, (scope) => listTold(scope, { limit: 5 }));
  expect(told).toMatchObject([{ tone: 'above', toldOn: undefined, action }]);
  expect((await browser.post(path, { settling: 'release' })).body).toContain('settled this message meanwhile');
});

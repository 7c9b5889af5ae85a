import { expect } from 'vitest';
import { type House, test } from '../../../test/harness/house.ts';
import { addPerson } from '../../partnership/people/person.store.ts';
import { addDays } from '../../platform/calendar/days.ts';
import { plainDate } from '../../platform/calendar/plain-date.ts';
import type { Who } from '../../platform/database/database.ts';
import { record } from '../actions/action.store.ts';
import { saveRules } from './chivvying-rules.store.ts';
import { listHeld } from './held-message.store.ts';
import { listTold } from './reminder.store.ts';
import { defaultRules } from './rules.ts';
import { runChivvying } from './run.ts';
import { anActionOf, aPostOffice, inPlace } from './world.fixture.ts';

const monday = plainDate('2026-06-01');

/** The morning of a day, `days` after Monday 1 June 2026. */
const morning = (house: House, days: number) => {
  house.clock.now = new Date(`${addDays(monday, days)}T06:10:00Z`);
};

const anAction = (house: House, owner: Pick<Who, 'person' | 'partnership'>, title: string, safeForEmail = true) =>
  anActionOf(house.data, owner, { title, safeForEmail, dueOn: monday });

test('an account in two partnerships hears once a day of what both ask, and not at all where nothing is due', async ({
  house,
}) => {
  morning(house, 1);
  const post = aPostOffice();
  const ada = await house.person(house.dunmere, 'agency-representative');
  const there = await house.alsoIn(ada, house.elsewhere, 'agency-representative');
  await house.person(house.dunmere, 'agency-representative');
  await anAction(house, ada, 'Tell the board what came of the visit');
  await anAction(house, there, 'A title that says too much', false);
  expect(await runChivvying(house.data)).toEqual({ digests: 1, failed: [] });
  expect(await runChivvying(house.data)).toEqual({ digests: 0, failed: [] });
  expect(await post.deliver(house.data)).toBe(1);
  expect(await runChivvying(house.data)).toEqual({ digests: 0, failed: [] });
  const [letter] = post.taken;
  expect(letter).toMatchObject({ to: ada.email, subject: 'Two things need you' });
  expect(letter?.text).toContain('Action 1 (Westry Police), due 1 June 2026: Tell the board what came of the visit');
  expect(letter?.text).not.toContain('says too much');
  expect(letter?.text.match(/Action 1 \(Westry Police\)\n\nhttp:\/\/localhost\/answer\/[\w.-]+\n/g)).toHaveLength(1);
  expect(new Set(letter?.text.match(/\/answer\/\S+/g)).size).toBe(2);
});

test('what was answered between the run and the sending is not asked again', async ({ house }) => {
  morning(house, 1);
  const post = aPostOffice();
  const ada = await house.person(house.dunmere, 'agency-representative');
  const id = await anAction(house, ada, 'Tell the board');
  await runChivvying(house.data);
  await house.data.as(ada, (scope) =>
    record(scope, id, { kind: 'claimed' }, { state: 'claimed-done', claimedBy: ada.person }),
  );
  expect(await post.deliver(house.data)).toBe(0);
  expect(post.taken).toEqual([]);
});

test('a partnership that closed between the run and the sending asks nothing, and nothing is written in it', async ({
  house,
}) => {
  morning(house, 1);
  const post = aPostOffice();
  const ada = await house.person(house.dunmere, 'agency-representative');
  const there = await house.alsoIn(ada, house.elsewhere, 'agency-representative');
  await anAction(house, ada, 'Tell the board that has closed');
  await anAction(house, there, 'Tell the board that goes on');
  await runChivvying(house.data);
  await inPlace(house.data, ada.partnership, ({ db, partnership, today }) =>
    db.updateTable('partnership').set({ closed_on: today }).where('partnership_id', '=', partnership).execute(),
  );
  expect(await post.deliver(house.data)).toBe(1);
  expect(post.taken[0]?.text).toContain('Tell the board that goes on');
  expect(post.taken[0]?.text).not.toContain('Tell the board that has closed');
  const links = await inPlace(house.data, ada.partnership, ({ db }) =>
    db.selectFrom('answer_link').select('action_id').execute(),
  );
  expect(links).toEqual([]);
});

test('a letter that could not be sent for a day is the digest of the day on which it is', async ({ house }) => {
  morning(house, 1);
  const post = aPostOffice();
  const ada = await house.person(house.dunmere, 'agency-representative');
  await anAction(house, ada, 'Tell the board');
  await runChivvying(house.data);
  post.open = false;
  await post.deliver(house.data);
  morning(house, 2);
  await anAction(house, ada, 'Something else');
  expect(await runChivvying(house.data)).toMatchObject({ digests: 0 });
  post.open = true;
  await post.deliver(house.data);
  expect(await runChivvying(house.data)).toMatchObject({ digests: 0 });
  expect(post.taken).toHaveLength(1);
  expect(post.taken[0]?.text).toContain('Something else');
  const told = await inPlace(house.data, house.dunmere.partnership, (scope) => listTold(scope, { limit: 10 }));
  expect(told.map(({ toldOn }) => toldOn)).toEqual(['2026-06-03', '2026-06-03']);
});

test('somebody who never signs in is written to where the partnership says so, and once for all their partnerships', async ({
  house,
}) => {
  morning(house, 1);
  const post = aPostOffice();
  const about = { name: 'Joan', workEmail: 'joan.reed@school.example' };
  for (const { partnership } of [house.dunmere, house.elsewhere]) {
    const person = await inPlace(house.data, partnership, (scope) => addPerson(scope, about));
    await anAction(house, { person, partnership }, 'Tell the board');
  }
  expect(await runChivvying(house.data)).toMatchObject({ digests: 0 });
  const waits = await inPlace(house.data, house.dunmere.partnership, listHeld);
  expect(waits).toMatchObject([{ level: 'owner', why: 'no-way' }]);
  morning(house, 8);
  for (const { partnership } of [house.dunmere, house.elsewhere])
    await inPlace(house.data, partnership, (scope) => saveRules(scope, { ...defaultRules, mailWithoutAccount: true }));
  expect(await runChivvying(house.data)).toMatchObject({ digests: 1 });
  await post.deliver(house.data);
  expect(post.taken).toMatchObject([{ to: 'joan.reed@school.example', subject: 'Two things need you' }]);
  expect(await inPlace(house.data, house.dunmere.partnership, listHeld)).toEqual([]);
});

test('an address that refused us is no way to tell anybody: somebody has to', async ({ house }) => {
  morning(house, 1);
  const ada = await house.person(house.dunmere, 'agency-representative');
  const id = await anAction(house, ada, 'Tell the board');
  await house.data.asAccount(undefined, ({ db, now }) =>
    db.insertInto('refused_address').values({ address: ada.email, refused_at: now, reply_code: '550' }).execute(),
  );
  expect(await runChivvying(house.data)).toMatchObject({ digests: 0 });
  expect(await inPlace(house.data, house.dunmere.partnership, listHeld)).toMatchObject([{ action: id, why: 'no-way' }]);
});

test('whoever has left hears nothing, and a partnership that fails does not keep the others from being told', async ({
  house,
}) => {
  morning(house, 1);
  const post = aPostOffice();
  const ada = await house.person(house.dunmere, 'agency-representative');
  const ben = await house.person(house.elsewhere, 'agency-representative');
  await anAction(house, ada, 'Tell the board');
  await anAction(house, ben, 'Tell the board');
  await runChivvying(house.data);
  await house.data.as(ada, ({ db, partnership }) =>
    db.deleteFrom('membership').where('partnership_id', '=', partnership).where('person_id', '=', ada.person).execute(),
  );
  await post.deliver(house.data);
  expect(post.taken.map(({ to }) => to)).toEqual([ben.email]);
  morning(house, 8);
  const broken = Object.create(house.data) as typeof house.data;
  broken.as = (who, work) =>
    who.partnership === house.dunmere.partnership ? Promise.reject(new Error('broken')) : house.data.as(who, work);
  broken.asAccount = (account, work) => house.data.asAccount(account, work);
  broken.now = () => house.clock.now;
  Object.defineProperty(broken, 'reference', { value: house.data.reference });
  expect(await runChivvying(broken)).toMatchObject({ digests: 1, failed: [{ slug: 'dunmere' }] });
});

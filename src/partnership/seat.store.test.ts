import { expect } from 'vitest';
import { test } from '../../test/harness/house.ts';
import { addDays } from '../platform/calendar/days.ts';
import { todayInLondon } from '../platform/calendar/plain-date.ts';
import type { Database, Who } from '../platform/database/database.ts';
import { addAgency } from './agencies/agency.store.ts';
import { giveRole } from './partnership.store.ts';
import { findSeat, listMemberships } from './seat.store.ts';

const seatOf = (data: Database, { account, partnership }: Who) =>
  data.enter(
    account,
    partnership,
    (db, today) => findSeat(db, account, partnership, today),
    async (_, seat) => seat,
  );

test('an account has no seat in a partnership it is not a member of', async ({ house }) => {
  const who = await house.person(house.dunmere, 'business-manager');
  expect(await seatOf(house.data, { ...who, partnership: house.elsewhere.partnership })).toBeUndefined();
});

test('a role counts from its first day to its last, both included, and not a day longer', async ({ house }) => {
  const who = await house.person(house.dunmere);
  const today = todayInLondon(house.clock.now);
  const [fromOn, untilOn] = [addDays(today, 1), addDays(today, 2)];
  await house.data.as(who, (scope) => giveRole(scope, who.person, { role: 'inspector', fromOn, untilOn }));
  const rolesInDays = async (days: number) => {
    house.clock.now = new Date(Date.parse(`${addDays(today, days)}T12:00:00Z`));
    return (await seatOf(house.data, who))?.roles ?? [];
  };
  expect(await rolesInDays(0)).toEqual([]);
  expect(await rolesInDays(1)).toEqual(['inspector']);
  expect(await rolesInDays(2)).toEqual(['inspector']);
  expect(await rolesInDays(3)).toEqual([]);
});

test('several roles are one seat', async ({ house }) => {
  const who = await house.person(house.dunmere, 'business-manager', 'panel-member');
  const seat = await seatOf(house.data, who);
  expect(seat?.roles.toSorted()).toEqual(['business-manager', 'panel-member']);
  expect(seat?.partnership.name).toBe(house.dunmere.name);
});

test('an account finds its own partnerships before any is open, and nobody else’s', async ({ house }) => {
  const who = await house.person(house.dunmere, 'business-manager');
  const both = await house.alsoIn(who, house.elsewhere, 'observer');
  await house.person(house.elsewhere, 'business-manager');
  const mine = await house.data.asAccount(who.account, ({ db }) => listMemberships(db, who.account));
  expect(mine.map(({ slug, person }) => [slug, person])).toEqual([
    ['dunmere', who.person],
    ['elsewhere', both.person],
  ]);
});

test('a role that opens restricted work asks its account for a second factor; another does not', async ({ house }) => {
  const who = await house.person(house.dunmere);
  const asks = async () => {
    const row = await house.data.asAccount(who.account, ({ db }) =>
      db.selectFrom('account').select('factor_required').where('id', '=', who.account).executeTakeFirstOrThrow(),
    );
    return row.factor_required;
  };
  const give = (role: 'practitioner' | 'review-lead') =>
    house.data.as(who, (scope) => giveRole(scope, who.person, { role, fromOn: scope.today }));
  await give('practitioner');
  expect(await asks()).toBe(false);
  await give('review-lead');
  expect(await asks()).toBe(true);
});

test('an agency of one partnership cannot be given to a person of another', async ({ house }) => {
  const ours = await house.person(house.dunmere, 'business-manager');
  const theirs = await house.person(house.elsewhere, 'business-manager');
  const agency = await house.data.as(theirs, async (scope) =>
    addAgency(scope, { name: 'A council', kind: 'local-authority' }),
  );
  const take = house.data.as(ours, ({ db, partnership }) =>
    db.updateTable('person').set({ agency_id: agency }).where('partnership_id', '=', partnership).execute(),
  );
  await expect(take).rejects.toMatchObject({ code: '23503' });
});

test('an account ends no membership outside the partnership that is open, not even its own', async ({ house }) => {
  const who = await house.person(house.dunmere, 'business-manager');
  await house.alsoIn(who, house.elsewhere, 'observer');
  const end = (partnership: string) =>
    house.data.as(who, ({ db }) =>
      db
        .deleteFrom('membership')
        .where('partnership_id', '=', partnership)
        .where('account_id', '=', who.account)
        .executeTakeFirst(),
    );
  await expect(end(house.elsewhere.partnership)).rejects.toThrow('row-level security');
  expect((await end(house.dunmere.partnership)).numDeletedRows).toBe(1n);
});

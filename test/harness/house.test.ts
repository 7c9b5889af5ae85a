import { expect } from 'vitest';
import { test } from './house.ts';

test('nobody sees a person of another partnership', async ({ house }) => {
  const ours = await house.person(house.dunmere, 'business-manager');
  const theirs = await house.person(house.elsewhere, 'business-manager');
  const seenBy = (who: typeof ours) => house.data.as(who, ({ db }) => db.selectFrom('person').select('id').execute());
  expect(await seenBy(ours)).toEqual([{ id: ours.person }]);
  expect(await seenBy(theirs)).toEqual([{ id: theirs.person }]);
});

test('without a scope there are no rows', async ({ house }) => {
  await house.person(house.dunmere, 'business-manager');
  expect(await house.data.reference.selectFrom('person').selectAll().execute()).toEqual([]);
});

test('every change is in the trail with who made it', async ({ house }) => {
  const who = await house.person(house.dunmere, 'business-manager');
  const entries = await house.data.as(who, ({ db }) =>
    db
      .selectFrom('trail_entry')
      .select(['act', 'record', 'person_id', 'account_id'])
      .where('record', '=', 'role_held')
      .execute(),
  );
  expect(entries).toEqual([{ act: 'insert', record: 'role_held', person_id: who.person, account_id: who.account }]);
});

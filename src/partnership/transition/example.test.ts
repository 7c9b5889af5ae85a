import { expect } from 'vitest';
import { openPages, test } from '../../../test/harness/pages.ts';
import { duties } from '../../app.ts';
import { withClient } from '../../platform/database/connection.ts';
import type { Who } from '../../platform/database/database.ts';
import { findExampleAccount } from '../../whole/example/example.store.ts';
import { loadExample } from '../../whole/example/load.ts';
import { exampleEmail } from '../../whole/example/people.ts';
import { listMemberships } from '../seat.store.ts';
import { findAbout } from '../settings/settings.store.ts';
import { heldBy, kindsOf, listHeldFor } from './transition.fixture.ts';
import { changeRegime, listAnswered, listTransitions } from './transition.store.ts';
import { keyOf, reconcile, unansweredIn } from './transition.ts';

test('the example moves from the 2004 Act to the 2017 Act with nothing unaccounted', async ({ house }) => {
  await withClient(house.connections.owner, (client) => client.query('delete from partnership_slug'));
  await loadExample(house.data, duties);
  const account =
    (await house.data.asAccount(undefined, (scope) => findExampleAccount(scope, exampleEmail('business-manager')))) ??
    '';
  const [place] = await house.data.asAccount(account, ({ db }) => listMemberships(db, account));
  const who: Who = { account, person: place?.person ?? '', partnership: place?.partnership ?? '' };
  await house.data.as(who, (scope) => changeRegime(scope, 'england-2004-act'));
  const held = await heldBy(house, who);
  for (const kind of ['member', 'group', 'role'])
    expect(held.filter((one) => one.kind === kind).length).toBeGreaterThan(5);

  const pages = await openPages(house);
  const visitor = await pages.browse(who);
  const at = String((await visitor.post('/rivermouth/transition', { to: 'england-2017-act-2018' })).headers.location);
  const page = (await visitor.get(at)).body;
  for (const words of ['serious case review (SCR)', 'rapid review', `${held.length} things are unanswered`])
    expect(page).toContain(words);
  const ending = held.find((one) => one.role === 'independent-chair');
  const key = ending ? keyOf(ending) : '';
  await visitor.post(at, { [key]: 'ended', [`was-${key}`]: '', because: 'The partners chair it themselves' });
  for (const kind of kindsOf('regime')) {
    const shown = held.filter((one) => one.kind === kind && one !== ending).map(keyOf);
    const preview = (await visitor.get(`${at}/carry?kind=${kind}`)).body;
    for (const one of shown) expect(preview).toContain(`value="${one}"`);
    await visitor.post(`${at}/carry`, { kind, shown });
  }
  expect((await visitor.get(at)).body).toContain('Everything is accounted for');
  expect((await visitor.post(`${at}/move`)).statusCode).toBe(303);
  await pages.app.close();

  const after = await house.data.as(who, async (scope) => {
    const [done] = await listTransitions(scope);
    const answered = await listAnswered(scope, done?.id ?? '');
    return { done, answered, regime: (await findAbout(scope)).regime.id, left: await listHeldFor(scope) };
  });
  expect(after).toMatchObject({ regime: 'england-2017-act-2018', done: { doneOn: expect.any(String) as string } });
  expect(after.answered).toHaveLength(held.length);
  expect(unansweredIn(reconcile(held, after.answered))).toBe(0);
  expect(after.left.map(keyOf).toSorted()).toEqual(
    held
      .filter((one) => one !== ending)
      .map(keyOf)
      .toSorted(),
  );
});

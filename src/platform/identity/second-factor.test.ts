import { describe, expect } from 'vitest';
import { type House, test } from '../../../test/harness/house.ts';
import {
  anAccount,
  codeFor,
  goodPassword,
  letters,
  openIdentity,
  signIn,
  Visitor,
  withApp,
} from './identity.fixture.tsx';

const later = (house: House, seconds: number) => {
  house.clock.now = new Date(house.clock.now.getTime() + seconds * 1000);
};
const seedOn = (visitor: Visitor) => visitor.document.querySelector('main ol code')?.textContent ?? '';

describe('a role that asks for a second factor', () => {
  test('leads to setting one up at the first sign-in, and to where one was going after that', async ({ house }) => {
    const app = await openIdentity(house);
    const { email } = await anAccount(house, { factorRequired: true });
    const visitor = await signIn(new Visitor(app), email, goodPassword, '/sign-in?next=%2Fdunmere%2Finspections');
    expect(visitor.heading).toBe('Set up a second step');
    for (const path of ['/today', '/account', '/account/email', '/account/sessions', '/account/password'])
      expect((await visitor.open(path)).path).toContain('/account/second-factor');
    await visitor.open('/account/second-factor/authenticator?next=%2Fdunmere%2Finspections');
    expect(visitor.document.querySelector('svg[role=img] path')).not.toBeNull();
    await visitor.send({ code: '000000' });
    expect([visitor.status, visitor.errors.length]).toEqual([422, 1]);
    await visitor.send({ code: await codeFor(seedOn(visitor), house.clock.now) });
    expect(visitor.path).toBe('/dunmere/inspections');
    expect((await letters(house)).map(({ subject }) => subject)).toContain(
      'A second step was added to your Concordat account',
    );
  });

  test('asks for it at every sign-in', async ({ house }) => {
    const app = await openIdentity(house);
    const { id, email } = await anAccount(house, { factorRequired: true });
    const code = await withApp(house, id);
    const visitor = await signIn(new Visitor(app), email);
    expect([visitor.path, visitor.heading]).toEqual(['/sign-in/second-factor', 'Show your second step']);
    expect((await visitor.open('/today')).path).toBe('/sign-in/second-factor');
    await visitor.send({ code: await code() });
    expect(visitor.path).toBe('/today');
  });

  test('holds for sessions that stood before the role was given', async ({ house }) => {
    const app = await openIdentity(house);
    const { id, email } = await anAccount(house);
    const visitor = await signIn(new Visitor(app), email);
    await house.data.asAccount(undefined, ({ db }) =>
      db.updateTable('account').set({ factor_required: true }).where('id', '=', id).execute(),
    );
    expect((await visitor.open('/today')).heading).toBe('Set up a second step');
  });
});

test('whoever has a factor is asked for it, though no role asks', async ({ house }) => {
  const app = await openIdentity(house);
  const { id, email } = await anAccount(house);
  await withApp(house, id);
  expect((await signIn(new Visitor(app), email)).path).toBe('/sign-in/second-factor');
});

describe('a password alone', () => {
  test.for([
    '/account/second-factor',
    '/account/second-factor/authenticator',
    '/account/second-factor/passkey',
    '/account/second-factor/printed-codes',
  ])('does not open %s to a thief, to add a factor of their own', async (path, { house }) => {
    const app = await openIdentity(house);
    const { id, email } = await anAccount(house, { factorRequired: true });
    await withApp(house, id);
    const thief = await signIn(new Visitor(app), email);
    expect((await thief.open(path)).heading).toBe('Show your second step');
    const form = { _csrf: thief.hidden('_csrf'), _key: thief.hidden('_key'), code: '123456', seed: 'x' };
    await thief.post(path, form);
    expect(thief.heading).not.toContain('Your printed codes');
    expect((await thief.open('/today')).path).toBe('/sign-in/second-factor');
  });

  test('does not open an account whose printed codes are all used', async ({ house }) => {
    const app = await openIdentity(house);
    const { id, email } = await anAccount(house, { factorRequired: true });
    const owner = await signIn(new Visitor(app), email);
    await owner.open('/account/second-factor/printed-codes');
    await owner.send({});
    await house.data.asAccount(id, ({ db, now }) => db.updateTable('printed_code').set({ used_at: now }).execute());
    const thief = await signIn(new Visitor(app), email);
    expect(thief.heading).toBe('All your printed codes are used');
    expect((await thief.open('/account/second-factor/printed-codes')).heading).toBe('All your printed codes are used');
  });
});

describe('a code', () => {
  test('counts once, also for two who show it at the same time', async ({ house }) => {
    const app = await openIdentity(house);
    const { id, email } = await anAccount(house, { factorRequired: true });
    const code = await (await withApp(house, id))();
    const visitors = [new Visitor(app), new Visitor(app), new Visitor(app)];
    for (const visitor of visitors) await signIn(visitor, email);
    await Promise.all(visitors.map((visitor) => visitor.send({ code })));
    expect(visitors.map(({ path }) => path).sort((a, b) => (a < b ? -1 : 1))).toEqual([
      '/sign-in/second-factor',
      '/sign-in/second-factor',
      '/today',
    ]);
    const refused = visitors.find(({ path }) => path !== '/today');
    expect(refused?.errors).toEqual([
      'That code is not right, or was used before. Wait for the next one, or use another printed code',
    ]);
    later(house, 31);
  });

  test('that is older than the last one used is refused', async ({ house }) => {
    const app = await openIdentity(house);
    const { id, email } = await anAccount(house, { factorRequired: true });
    const app30 = await withApp(house, id);
    const before = await app30();
    later(house, 30);
    await (await signIn(new Visitor(app), email)).send({ code: await app30() });
    const thief = await signIn(new Visitor(app), email);
    expect((await thief.send({ code: before })).status).toBe(422);
  });

  test('is slowed down when it is guessed, from here and from everywhere', async ({ house }) => {
    const app = await openIdentity(house);
    const { id, email } = await anAccount(house, { factorRequired: true });
    const code = await withApp(house, id);
    const thief = await signIn(new Visitor(app), email);
    const statuses = [];
    for (let i = 0; i < 6; i++) statuses.push((await thief.send({ code: String(100_000 + i) })).status);
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
    expect((await thief.send({ code: await code() })).errors[0]).toContain('too many tries');
    const { n } = await house.data.reference
      .selectFrom('throttle')
      .select(({ fn }) => fn.max('tries').as('n'))
      .executeTakeFirstOrThrow();
    expect(n).toBe(5);
  });

  test('guessed by a thief does not keep the owner out of a browser they have used', async ({ house }) => {
    const app = await openIdentity(house);
    const { id, email } = await anAccount(house, { factorRequired: true });
    const code = await withApp(house, id);
    const owner = await (await signIn(new Visitor(app), email)).send({ code: await code() });
    await (await owner.open('/sign-out')).send({});
    const thief = await signIn(new Visitor(app), email);
    for (let i = 0; i < 8; i++) await thief.send({ code: String(100_000 + i) });
    later(house, 30);
    await signIn(owner, email);
    expect((await owner.send({ code: await code() })).path).toBe('/today');
  });

  test('may be typed with a gap', async ({ house }) => {
    const app = await openIdentity(house);
    const { id, email } = await anAccount(house, { factorRequired: true });
    const code = await (await withApp(house, id))();
    const visitor = await signIn(new Visitor(app), email);
    expect((await visitor.send({ code: ` ${code.slice(0, 3)} ${code.slice(3)}` })).path).toBe('/today');
  });
});

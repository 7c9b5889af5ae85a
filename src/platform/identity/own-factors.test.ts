import { describe, expect } from 'vitest';
import { type House, test } from '../../../test/harness/house.ts';
import { agreeToFactorReset, askFactorReset } from './factor-reset.store.ts';
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
const codesOn = (visitor: Visitor) =>
  [...visitor.document.querySelectorAll('main ol code')].map((code) => code.textContent);
const seedOn = (visitor: Visitor) => visitor.document.querySelector('main ol code')?.textContent ?? '';

describe('printed codes', () => {
  async function withCodes(house: House) {
    const app = await openIdentity(house);
    const { id, email } = await anAccount(house, { factorRequired: true });
    const owner = await signIn(new Visitor(app), email);
    await owner.open('/account/second-factor/printed-codes');
    await owner.send({});
    const codes = codesOn(owner);
    return { app, id, email, owner, codes };
  }

  test('are shown once, open once each, and are kept as hashes', async ({ house }) => {
    const { app, email, owner, codes } = await withCodes(house);
    expect(codes).toHaveLength(10);
    expect((await owner.open('/today')).path).toBe('/today');
    expect(codesOn(await owner.open('/account/second-factor/printed-codes'))).toEqual([]);
    const rows = JSON.stringify(await house.data.reference.selectFrom('printed_code').selectAll().execute());
    for (const code of codes) expect(rows).not.toContain(code);

    const [first = '', second = ''] = codes;
    const visitor = await signIn(new Visitor(app), email);
    expect((await visitor.send({ code: first.toUpperCase() })).path).toBe('/today');
    const again = await signIn(new Visitor(app), email);
    expect((await again.send({ code: first })).status).toBe(422);
    expect((await again.send({ code: second })).path).toBe('/today');
  });

  test('of an old sheet stop working when a new one is printed', async ({ house }) => {
    const { app, email, owner, codes } = await withCodes(house);
    await owner.open('/account/second-factor/printed-codes');
    await owner.send({});
    const visitor = await signIn(new Visitor(app), email);
    expect((await visitor.send({ code: codes[0] ?? '' })).status).toBe(422);
    expect((await visitor.send({ code: codesOn(owner)[0] ?? '' })).path).toBe('/today');
  });

  test('of somebody else open nothing', async ({ house }) => {
    const { app, codes } = await withCodes(house);
    const { id, email } = await anAccount(house, { factorRequired: true });
    await withApp(house, id);
    const visitor = await signIn(new Visitor(app), email);
    expect((await visitor.send({ code: codes[0] ?? '' })).status).toBe(422);
  });

  test('that run low lead to a new sheet while there is still one left', async ({ house }) => {
    const { app, email, codes } = await withCodes(house);
    let path = '';
    for (const code of codes.slice(0, 7)) {
      const visitor = await signIn(new Visitor(app), email);
      ({ path } = await visitor.send({ code }));
    }
    expect(path).toBe('/account/second-factor/printed-codes');
  });
});

describe('removing a factor', () => {
  async function inside(house: House, factorRequired: boolean) {
    const app = await openIdentity(house);
    const { id, email } = await anAccount(house, { factorRequired });
    const code = await withApp(house, id);
    const owner = await (await signIn(new Visitor(app), email)).send({ code: await code() });
    await letters(house);
    const { id: factor } = await house.data.reference
      .selectFrom('authenticator')
      .select('id')
      .executeTakeFirstOrThrow();
    return { app, id, email, owner, factor };
  }

  test('is refused for the last one where the role asks for one', async ({ house }) => {
    const { owner, factor } = await inside(house, true);
    await owner.open(`/account/second-factor/${factor}/remove`);
    await owner.send({});
    expect([owner.status, owner.errors]).toEqual([
      422,
      ['Your role asks for a second step, and this is your last one. Add another before you remove it'],
    ]);
  });

  test('is done where another is left, and told', async ({ house }) => {
    const { owner, factor } = await inside(house, true);
    await owner.open('/account/second-factor/printed-codes');
    await owner.send({});
    await owner.open(`/account/second-factor/${factor}/remove`);
    await owner.send({});
    expect(owner.path).toBe('/account/second-factor');
    expect((await letters(house)).map(({ subject }) => subject)).toContain(
      'A second step was removed from your Concordat account',
    );
    expect(await house.data.reference.selectFrom('authenticator').selectAll().execute()).toEqual([]);
  });

  test('needs something shown lately', async ({ house }) => {
    const { owner, factor } = await inside(house, false);
    later(house, 660);
    await owner.open(`/account/second-factor/${factor}/remove`);
    expect(owner.heading).toBe('Is it still you?');
    await owner.send({ password: goodPassword });
    expect(owner.path).toBe(`/account/second-factor/${factor}/remove`);
    await owner.send({});
    expect(owner.path).toBe('/account/second-factor');
  });

  test('of somebody else is not found', async ({ house }) => {
    const { owner } = await inside(house, false);
    const { id } = await anAccount(house);
    await withApp(house, id);
    const { id: theirs } = await house.data.reference
      .selectFrom('authenticator')
      .select('id')
      .where('account_id', '=', id)
      .executeTakeFirstOrThrow();
    expect((await owner.open(`/account/second-factor/${theirs}/remove`)).status).toBe(404);
    expect((await owner.open('/account/second-factor/nothing/remove')).status).toBe(404);
  });

  test('by two people, when its owner has lost all, ends every session and is told twice', async ({ house }) => {
    const { app, id, email, owner } = await inside(house, true);
    const manager = await anAccount(house);
    const chair = await anAccount(house);
    const asks = (by: string) => house.data.asAccount(by, (scope) => askFactorReset(scope, id, by));
    const agrees = (request: string, by: string) =>
      house.data.asAccount(by, (scope) => agreeToFactorReset(scope, request, by));
    expect(await asks(id)).toBeUndefined();
    const request = (await asks(manager.id)) ?? '';
    expect(await agrees(request, manager.id)).toEqual({ allowed: false, because: 'same-person' });
    expect((await owner.open('/today')).path).toBe('/today');
    const rulings = await Promise.all([agrees(request, chair.id), agrees(request, chair.id)]);
    expect(rulings.filter((ruling) => ruling?.allowed)).toHaveLength(1);
    expect((await owner.open('/today')).path).toBe('/sign-in');
    expect((await letters(house)).filter(({ to }) => to === email).map(({ subject }) => subject)).toEqual([
      'Somebody asked to remove all second steps from your Concordat account',
      'All second steps were removed from your Concordat account',
    ]);
    expect((await signIn(new Visitor(app), email)).heading).toBe('Set up a second step');
  });
});

test('seeds are sealed, and sealed for their owner alone', async ({ house }) => {
  const app = await openIdentity(house);
  const { email } = await anAccount(house, { factorRequired: true });
  const other = await anAccount(house, { factorRequired: true });
  const visitor = await signIn(new Visitor(app), email);
  await visitor.open('/account/second-factor/authenticator');
  const seed = seedOn(visitor).replaceAll(' ', '');
  const sealed = visitor.hidden('seed');
  expect(Buffer.from(sealed, 'base64url').includes(seed)).toBe(false);

  const thief = await signIn(new Visitor(app), other.email);
  await thief.open('/account/second-factor/authenticator');
  await thief.send({ code: await codeFor(seed, house.clock.now), seed: sealed });
  expect([thief.status, thief.errors]).toEqual([422, ['This page had been open for too long. Scan the new picture']]);

  await visitor.send({ code: await codeFor(seed, house.clock.now) });
  expect(visitor.path).toBe('/today');
  const [row] = await house.data.reference.selectFrom('authenticator').select('seed_sealed').execute();
  expect(row?.seed_sealed.includes(seed)).toBe(false);
});

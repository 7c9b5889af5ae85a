import { describe, expect } from 'vitest';
import { type House, test } from '../../../test/harness/house.ts';
import { anAccount, goodPassword, letters, openIdentity, signIn, Visitor, withApp } from './identity.fixture.tsx';
import { findSession, renewSession } from './session.store.ts';
import { provedWithin } from './session.ts';
import { sweepIdentity } from './sweep.store.ts';

const later = (house: House, minutes: number) => {
  house.clock.now = new Date(house.clock.now.getTime() + minutes * 60_000);
};
const mac = { 'user-agent': 'Mozilla/5.0 (Macintosh; Intel Mac OS X) Safari/605' };

describe('a session ends', () => {
  test('after half an hour without use, and not while it is used', async ({ house }) => {
    const app = await openIdentity(house);
    const { email } = await anAccount(house);
    const visitor = await signIn(new Visitor(app), email);
    for (let i = 0; i < 4; i++) {
      later(house, 29);
      expect((await visitor.open('/today')).path).toBe('/today');
    }
    later(house, 31);
    expect((await visitor.open('/today')).path).toBe('/sign-in');
  });

  test('after twelve hours, used or not', async ({ house }) => {
    const app = await openIdentity(house);
    const { email } = await anAccount(house);
    const visitor = await signIn(new Visitor(app), email);
    for (let i = 0; i < 28; i++) {
      later(house, 25);
      await visitor.open('/today');
    }
    expect(visitor.path).toBe('/today');
    later(house, 21);
    expect((await visitor.open('/today')).path).toBe('/sign-in');
  });

  test('when its owner signs out: by a form, not by a link', async ({ house }) => {
    const app = await openIdentity(house);
    const { email } = await anAccount(house);
    const visitor = await signIn(new Visitor(app), email);
    const token = visitor.cookies.get('session') ?? '';
    await visitor.open('/sign-out');
    expect(visitor.heading).toBe('Sign out?');
    expect((await visitor.open('/today')).path).toBe('/today');
    await (await visitor.open('/sign-out')).send({});
    expect([visitor.path, visitor.cookies.has('session')]).toEqual(['/sign-in?after=sign-out', false]);
    visitor.cookies.set('session', token);
    expect((await visitor.open('/today')).path).toBe('/sign-in');
  });

  test('when its owner ends it elsewhere, at once', async ({ house }) => {
    const app = await openIdentity(house);
    const { email } = await anAccount(house);
    const here = await signIn(new Visitor(app), email);
    const lost = await signIn(new Visitor(app, mac), email);
    await here.open('/account/sessions');
    expect(here.document.querySelectorAll('main .task').length).toBe(2);
    const id =
      [...here.document.querySelectorAll('button[name=session]')].map((one) => one.getAttribute('value') ?? '')[0] ??
      '';
    await here.send({}, { session: id });
    expect((await lost.open('/today')).path).toBe('/sign-in');
    expect((await here.open('/today')).path).toBe('/today');
  });

  test('when its owner ends all others', async ({ house }) => {
    const app = await openIdentity(house);
    const { email } = await anAccount(house);
    const others = [await signIn(new Visitor(app), email), await signIn(new Visitor(app, mac), email)];
    const here = await signIn(new Visitor(app), email);
    await (await here.open('/account/sessions')).send({}, { session: 'others' });
    for (const other of others) expect((await other.open('/today')).path).toBe('/sign-in');
    expect((await here.open('/today')).path).toBe('/today');
  });

  test('but not somebody else’s', async ({ house }) => {
    const app = await openIdentity(house);
    const ours = await signIn(new Visitor(app), (await anAccount(house)).email);
    const theirs = await anAccount(house);
    const them = await signIn(new Visitor(app), theirs.email);
    const { id } = await house.data.reference
      .selectFrom('session')
      .select('id')
      .where('account_id', '=', theirs.id)
      .executeTakeFirstOrThrow();
    await ours.open('/sign-out');
    await ours.post('/account/sessions', { _csrf: ours.hidden('_csrf'), _key: ours.hidden('_key'), session: id });
    expect(ours.path).toBe('/account/sessions');
    expect((await them.open('/today')).path).toBe('/today');
  });
});

describe('a token', () => {
  test('is worth nothing once more was proved in its session', async ({ house }) => {
    const app = await openIdentity(house);
    const { id, email } = await anAccount(house, { factorRequired: true });
    const code = await withApp(house, id);
    const owner = await signIn(new Visitor(app), email);
    const thief = new Visitor(app);
    thief.cookies.set('session', owner.cookies.get('session') ?? '');
    await owner.send({ code: await code() });
    expect(owner.path).toBe('/today');
    expect((await thief.open('/today')).path).toBe('/sign-in');

    const before = owner.cookies.get('session');
    later(house, 11);
    await (await owner.open('/account/password')).send({ password: goodPassword });
    expect(owner.cookies.get('session')).not.toBe(before);
    thief.cookies.set('session', before ?? '');
    expect((await thief.open('/today')).path).toBe('/sign-in');
  });

  test('is new at every sign-in: none that was planted before counts', async ({ house }) => {
    const app = await openIdentity(house);
    const { email } = await anAccount(house);
    const visitor = new Visitor(app);
    visitor.cookies.set('session', 'planted-by-somebody-else');
    await signIn(visitor, email);
    expect(visitor.path).toBe('/today');
    expect(visitor.cookies.get('session')).not.toBe('planted-by-somebody-else');
  });

  test('does not live longer for being renewed', async ({ house }) => {
    const { id } = await anAccount(house);
    const { openSession } = await import('./session.store.ts');
    const token = await house.data.asAccount(id, (scope) => openSession(scope, id, undefined, 'A test'));
    const ends = () => house.data.reference.selectFrom('session').select('ends_at').executeTakeFirstOrThrow();
    const first = await ends();
    later(house, 20);
    const session = await findSession(house.data.reference, token, house.clock.now);
    if (!session) throw new Error('it stands');
    const renewed = await house.data.asAccount(id, (scope) => renewSession(scope, session));
    expect(await ends()).toEqual(first);
    expect(await findSession(house.data.reference, token, house.clock.now)).toBeUndefined();
    expect((await findSession(house.data.reference, renewed, house.clock.now))?.provedAt).toEqual(house.clock.now);
  });
});

test('something was proved lately for ten minutes and no longer', () => {
  const now = new Date('2026-11-23T09:00:00Z');
  const at = (minutes: number) => ({ provedAt: new Date(now.getTime() - minutes * 60_000) });
  expect([provedWithin(10, at(10), now), provedWithin(10, at(10.1), now)]).toEqual([true, false]);
});

test('a new password signs out everywhere else and is told', async ({ house }) => {
  const app = await openIdentity(house);
  const { email } = await anAccount(house);
  const elsewhere = await signIn(new Visitor(app, mac), email);
  const here = await signIn(new Visitor(app), email);
  await letters(house);
  await (await here.open('/account/password')).send({ 'new-password': 'short' });
  expect([here.status, here.errors[0]]).toEqual([422, expect.stringContaining('12 characters or more')]);
  await here.send({ 'new-password': 'lantern pebble orchestra' });
  expect(here.path).toBe('/account');
  expect(here.body).toContain('password changed');
  expect((await elsewhere.open('/today')).path).toBe('/sign-in');
  expect((await letters(house)).map(({ to, subject }) => [to, subject])).toEqual([
    [email, 'The password of your Concordat account was changed'],
  ]);
  expect((await signIn(new Visitor(app), email)).status).toBe(422);
  expect((await signIn(new Visitor(app), email, 'lantern pebble orchestra')).path).toBe('/today');
});

test('what has served is forgotten, what has not stays', async ({ house }) => {
  const app = await openIdentity(house);
  const { email } = await anAccount(house);
  await signIn(new Visitor(app), email);
  await signIn(new Visitor(app), email, 'a wrong password');
  const tables = ['session', 'throttle', 'known_device', 'form_use', 'account_event'] as const;
  const counts = async () =>
    Promise.all(
      tables.map(async (table) => (await house.data.reference.selectFrom(table).selectAll().execute()).length),
    );
  await house.data.asAccount(undefined, sweepIdentity);
  expect(await counts()).toEqual([1, 2, 1, 0, 1]);
  later(house, 3 * 1440);
  await house.data.asAccount(undefined, sweepIdentity);
  expect(await counts()).toEqual([0, 0, 1, 0, 1]);
  later(house, 1000 * 1440);
  await house.data.asAccount(undefined, sweepIdentity);
  expect(await counts()).toEqual([0, 0, 0, 0, 0]);
});

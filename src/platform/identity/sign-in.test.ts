import { describe, expect } from 'vitest';
import { test } from '../../../test/harness/house.ts';
import { anAccount, goodPassword, letters, openIdentity, signIn, Visitor } from './identity.fixture.tsx';

const notRight = ['The email address or the password is not right. Check both, or choose a new password'];

describe('nobody is let in', () => {
  test('with a wrong password, an unknown address or an account without a password: all three look the same', async ({
    house,
  }) => {
    const app = await openIdentity(house);
    const { email } = await anAccount(house);
    const { email: invited } = await anAccount(house, { password: false });
    const bodies = [];
    for (const [who, password] of [
      [email, 'not the password'],
      ['nobody@agency.example', goodPassword],
      [invited, goodPassword],
    ] as const) {
      const visitor = await signIn(new Visitor(app), who, password);
      expect([visitor.status, visitor.path, visitor.errors]).toEqual([422, '/sign-in', notRight]);
      expect(visitor.cookies.has('session')).toBe(false);
      bodies.push(withoutSecrets(visitor.body).replaceAll(who, 'ADDRESS'));
    }
    expect(new Set(bodies).size).toBe(1);
  });

  test('to an account that was closed', async ({ house }) => {
    const app = await openIdentity(house);
    const { id, email } = await anAccount(house);
    const before = await signIn(new Visitor(app), email);
    await house.data.asAccount(undefined, ({ db, now }) =>
      db.updateTable('account').set({ closed_at: now }).where('id', '=', id).execute(),
    );
    expect((await signIn(new Visitor(app), email)).errors).toEqual(notRight);
    expect((await before.open('/today')).path).toBe('/sign-in');
  });

  test('with a form that is not ours, or comes from elsewhere', async ({ house }) => {
    const app = await openIdentity(house);
    const { email } = await anAccount(house);
    const visitor = await new Visitor(app).open('/sign-in');
    expect(await visitor.post('/sign-in', { email, password: goodPassword })).toBe(403);
    const elsewhere = await new Visitor(app, { origin: 'https://evil.example' }).open('/sign-in');
    expect((await elsewhere.send({ email, password: goodPassword })).status).toBe(403);
  });

  test('with nothing typed, and what was typed is kept but never the password', async ({ house }) => {
    const app = await openIdentity(house);
    const empty = await signIn(new Visitor(app), '', '');
    expect([empty.status, empty.errors]).toEqual([422, ['Enter your email address', 'Enter your password']]);
    const wrong = await signIn(new Visitor(app), 'Jo Brown', 'hunter2-hunter2');
    expect(wrong.errors).toEqual(['Enter an email address in the correct format, like name@example.com']);
    expect(wrong.document.querySelector('#email')?.getAttribute('value')).toBe('Jo Brown');
    expect(wrong.body).not.toContain('hunter2');
  });
});

test('with address and password somebody is in, whatever case they type the address in', async ({ house }) => {
  const app = await openIdentity(house);
  const { id, email } = await anAccount(house);
  const visitor = await signIn(new Visitor(app), ` ${email.toUpperCase()} `);
  expect([visitor.status, visitor.path]).toEqual([200, '/today']);
  expect(visitor.body).toContain(id);
  expect((await visitor.open('/sign-in')).path).toBe('/today');
});

describe('after signing in', () => {
  test('people are where they were going', async ({ house }) => {
    const app = await openIdentity(house);
    const { email } = await anAccount(house);
    const visitor = await new Visitor(app).open('/dunmere/inspections?framework=sif');
    expect(visitor.path).toBe(`/sign-in?next=${encodeURIComponent('/dunmere/inspections?framework=sif')}`);
    await visitor.send({ email, password: 'a wrong password' });
    await visitor.send({ email, password: goodPassword });
    expect(visitor.path).toBe('/dunmere/inspections?framework=sif');
  });

  test.for([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/bücher',
    '/%0d%0aset-cookie:x',
  ])('nobody is sent to %j', async (next, { house }) => {
    const app = await openIdentity(house);
    const { email } = await anAccount(house);
    const visitor = await signIn(new Visitor(app), email, goodPassword, `/sign-in?next=${encodeURIComponent(next)}`);
    expect(['/today', '/%0d%0aset-cookie:x']).toContain(visitor.path);
    expect(visitor.cookies.has('x')).toBe(false);
  });
});

describe('wrong guesses', () => {
  test('slow down whoever makes them, and nobody else', async ({ house }) => {
    const app = await openIdentity(house);
    const { email } = await anAccount(house);
    const thief = new Visitor(app, { 'x-real-ip': 'ignored' });
    for (let i = 0; i < 5; i++) expect((await signIn(thief, email, `guess number ${i}`)).status).toBe(422);
    const sixth = await signIn(thief, email, goodPassword);
    expect([sixth.status, sixth.errors]).toEqual([
      429,
      ['There have been too many tries. Try again in 30 seconds, or choose a new password'],
    ]);
    later(house, 31);
    expect((await signIn(new Visitor(app), email, 'guess number 6')).status).toBe(422);
    const again = await signIn(new Visitor(app), email, goodPassword);
    expect(again.errors).toEqual(['There have been too many tries. Try again in 60 seconds, or choose a new password']);
    later(house, 61);
    expect((await signIn(new Visitor(app), email)).path).toBe('/today');
  });

  test('for an address that nobody has are slowed down in the same way', async ({ house }) => {
    const app = await openIdentity(house);
    const statuses = [];
    for (let i = 0; i < 6; i++)
      statuses.push((await signIn(new Visitor(app), 'nobody@agency.example', 'whatever it may be')).status);
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
  });

  test('sent all at once are all counted', async ({ house }) => {
    const app = await openIdentity(house);
    const { email } = await anAccount(house);
    const visitors = await Promise.all(Array.from({ length: 12 }, () => new Visitor(app).open('/sign-in')));
    const answers = await Promise.all(visitors.map((visitor) => visitor.send({ email, password: 'a wrong password' })));
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([
      ...Array<number>(5).fill(422),
      ...Array<number>(7).fill(429),
    ]);
  });

  test('of strangers never lock the owner out of a browser they have used', async ({ house }) => {
    const app = await openIdentity(house);
    const { email } = await anAccount(house);
    const owner = await signIn(new Visitor(app), email);
    await owner.open('/sign-out');
    await owner.send({});
    for (let i = 0; i < 20; i++) await signIn(new Visitor(app), email, `guess number ${i}`);
    expect((await signIn(new Visitor(app), email)).status).toBe(429);
    expect((await signIn(owner, email)).path).toBe('/today');
  });

  test('from one address at many accounts are slowed down too', async ({ house }) => {
    const app = await openIdentity(house);
    const { email } = await anAccount(house);
    const { subjectOf, countTry } = await import('./throttle.store.ts');
    const { keys } = await import('./identity.fixture.tsx');
    for (let i = 0; i < 60; i++)
      await house.data.asAccount(undefined, (scope) => countTry(scope, [subjectOf(keys, 'address', '127.0.0.1')]));
    expect((await signIn(new Visitor(app), email)).status).toBe(429);
  });
});

describe('a letter goes to the owner', () => {
  test('when a browser is new to the account, and not again for the same browser', async ({ house }) => {
    const app = await openIdentity(house);
    const { email } = await anAccount(house);
    const visitor = await signIn(new Visitor(app), email);
    const [letter, ...more] = await letters(house);
    expect(more).toEqual([]);
    expect([letter?.to, letter?.subject]).toEqual([email, 'Your Concordat account was opened on a new device']);
    expect(letter?.text).toContain('Firefox on Windows');
    await visitor.open('/sign-out');
    await visitor.send({});
    await signIn(visitor, email);
    expect(await letters(house)).toEqual([]);
    await signIn(new Visitor(app, { 'user-agent': 'Mozilla/5.0 (Macintosh; Intel Mac OS X) Safari/605' }), email);
    expect((await letters(house)).map(({ text }) => text)).toEqual([expect.stringContaining('Safari on Mac')]);
  });
});

test('what opens an account stands on no page, is kept by no browser and not kept in clear', async ({ house }) => {
  const app = await openIdentity(house);
  const { email } = await anAccount(house);
  const visitor = await signIn(new Visitor(app), email);
  const token = visitor.cookies.get('session') ?? '';
  expect(token).toHaveLength(43);
  const answer = await app.inject({ url: '/account', headers: { host: 'localhost', cookie: `session=${token}` } });
  expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'no-store']);
  expect(answer.body).not.toContain(token);
  for (const table of ['session', 'known_device', 'account_event'] as const) {
    const rows = JSON.stringify(await house.data.reference.selectFrom(table).selectAll().execute());
    expect(rows).not.toContain(token);
    expect(rows).not.toContain(visitor.cookies.get('device'));
  }
});

test('over HTTPS every cookie is for this host alone, out of reach of scripts and of other sites', async ({
  house,
}) => {
  const app = await openIdentity(house, { CONCORDAT_URL: 'https://concordat.example' });
  const { email } = await anAccount(house);
  const set: string[] = [];
  const visitor = new Visitor(app, {}, (header) => set.push(header));
  await signIn(visitor, email);
  expect(visitor.path).toBe('/today');
  expect(set.map((header) => header.split('=')[0])).toEqual(['__Host-form', '__Host-session', '__Host-device']);
  for (const header of set) expect(header).toMatch(/; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
});

/** The page without what differs at each visit. */
const withoutSecrets = (html: string) =>
  html.replaceAll(/nonce="[^"]*"/g, 'nonce').replaceAll(/name="_(csrf|key)" value="[^"]*"/g, '');
const later = (house: { clock: { now: Date } }, seconds: number) => {
  house.clock.now = new Date(house.clock.now.getTime() + seconds * 1000);
};

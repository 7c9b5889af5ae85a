import { describe, expect } from 'vitest';
import { type House, test } from '../../../test/harness/house.ts';
import {
  anAccount,
  goodPassword,
  letters,
  linkIn,
  openIdentity,
  signIn,
  Visitor,
  withApp,
} from './identity.fixture.tsx';
import { invitationLink, invite } from './invite.ts';
import { partnershipOf } from './link-token.store.ts';

const other = 'lantern pebble orchestra';
const invitePriya = (house: House, email = 'priya.shah@council.example') =>
  house.data.asAccount(undefined, (scope) =>
    invite(scope, {
      email,
      name: 'Priya Shah',
      partnership: house.dunmere.partnership,
      partnershipName: house.dunmere.name,
    }),
  );
const later = (house: House, hours: number) => {
  house.clock.now = new Date(house.clock.now.getTime() + hours * 3_600_000);
};

describe('an invitation', () => {
  test.for([
    ['safeguarding@school.example', 'shared-mailbox'],
    ['Priya <priya@council.example>', 'not-an-address'],
  ] as const)('to %s is refused, and nothing is left behind', async ([email, because], { house }) => {
    expect(await invitePriya(house, email)).toEqual({ invited: false, because });
    expect(await letters(house)).toEqual([]);
    expect(await house.data.reference.selectFrom('account').selectAll().execute()).toEqual([]);
  });

  test('leads from the letter to a password and in, and does not work again', async ({ house }) => {
    const app = await openIdentity(house);
    await invitePriya(house);
    const [letter] = await letters(house);
    expect([letter?.to, letter?.subject]).toEqual([
      'priya.shah@council.example',
      `${house.dunmere.name} has invited you to Concordat`,
    ]);
    const link = linkIn(letter);
    expect(partnershipOf(link.split('/')[2] ?? '')).toBe(house.dunmere.partnership);

    const priya = await new Visitor(app).open(link);
    expect([priya.status, priya.heading]).toEqual([200, 'Welcome, Priya Shah']);
    await priya.send({ 'new-password': 'Password2026!' });
    expect([priya.status, priya.errors]).toEqual([
      422,
      ['Digits or signs at the end of a common password are tried first too. Choose another'],
    ]);
    expect(priya.body).not.toContain('Password2026!');
    await priya.send({ 'new-password': goodPassword });
    expect(priya.path).toBe('/today');
    expect(await letters(house)).toEqual([]);

    for (const again of [new Visitor(app), priya]) {
      await again.open(link);
      expect([again.status, again.heading]).toEqual([404, 'This link does not work any more']);
    }
    expect((await signIn(new Visitor(app), 'priya.shah@council.example')).path).toBe('/today');
  });

  test('is read by mail scanners without being used up', async ({ house }) => {
    const app = await openIdentity(house);
    await invitePriya(house);
    const link = linkIn((await letters(house))[0]);
    for (let i = 0; i < 3; i++) await new Visitor(app).open(link);
    const priya = await new Visitor(app).open(link);
    expect((await priya.send({ 'new-password': goodPassword })).path).toBe('/today');
  });

  test('is answered once, by whoever comes first', async ({ house }) => {
    const app = await openIdentity(house);
    await invitePriya(house);
    const link = linkIn((await letters(house))[0]);
    const visitors = await Promise.all([1, 2, 3].map(() => new Visitor(app).open(link)));
    const ends = await Promise.all(visitors.map((visitor) => visitor.send({ 'new-password': goodPassword })));
    expect(ends.filter(({ path }) => path === '/today')).toHaveLength(1);
  });

  test('expires after two weeks', async ({ house }) => {
    const app = await openIdentity(house);
    await invitePriya(house);
    const link = linkIn((await letters(house))[0]);
    later(house, 14 * 24 - 1);
    expect((await new Visitor(app).open(link)).status).toBe(200);
    later(house, 2);
    expect((await new Visitor(app).open(link)).status).toBe(404);
  });

  test('to somebody who has an account opens nothing: they sign in as ever', async ({ house }) => {
    const app = await openIdentity(house);
    await anAccount(house, { email: 'priya.shah@council.example' });
    expect(await invitePriya(house)).toMatchObject({ invited: true });
    const visitor = await new Visitor(app).open(linkIn((await letters(house))[0]));
    expect([visitor.heading, visitor.document.querySelectorAll('input[type=password]').length]).toEqual([
      'Welcome back, Priya Shah',
      0,
    ]);
    expect((await signIn(new Visitor(app), 'priya.shah@council.example')).path).toBe('/today');
  });

  test('can be handed over by an operator who has no mail server', async ({ house }) => {
    const app = await openIdentity(house);
    const invited = await invitePriya(house);
    if (!invited.invited) throw new Error('invited');
    const link = await house.data.asAccount(undefined, (scope) =>
      invitationLink(scope, '', invited.account, house.dunmere.partnership),
    );
    expect((await new Visitor(app).open(link)).heading).toBe('Welcome, Priya Shah');
  });

  test('leads to a second factor where a role asks for one', async ({ house }) => {
    const app = await openIdentity(house);
    await invitePriya(house);
    await house.data.asAccount(undefined, ({ db }) =>
      db.updateTable('account').set({ factor_required: true }).execute(),
    );
    const priya = await new Visitor(app).open(linkIn((await letters(house))[0]));
    await priya.send({ 'new-password': goodPassword });
    expect([priya.path, priya.heading]).toEqual(['/account/second-factor', 'Set up a second step']);
    expect((await priya.open('/today')).path).toBe('/account/second-factor');
  });
});

async function askForReset(house: House, email: string) {
  const app = await openIdentity(house);
  const visitor = await new Visitor(app).open('/forgotten-password');
  await visitor.send({ email });
  return { app, visitor };
}

describe('a forgotten password', () => {
  test('is the same page for an address that nobody has, and no letter', async ({ house }) => {
    const { email } = await anAccount(house);
    const { visitor: known } = await askForReset(house, email);
    const { visitor: unknown } = await askForReset(house, 'nobody@agency.example');
    expect([known.status, known.heading]).toEqual([200, 'Look in your mailbox']);
    expect(bare(unknown.body)).toBe(bare(known.body));
    expect((await letters(house)).map(({ to }) => to)).toEqual([email]);
  });

  test('is chosen anew by whoever holds the mailbox; everything the old one had opened is shut', async ({ house }) => {
    const { email } = await anAccount(house);
    const { app } = await askForReset(house, email);
    const thief = await signIn(new Visitor(app), email);
    const [letter] = await letters(house);
    const owner = await new Visitor(app).open(linkIn(letter));
    await owner.send({ 'new-password': other });
    expect(owner.path).toBe('/sign-in?after=reset');
    expect((await thief.open('/today')).path).toBe('/sign-in');
    expect((await signIn(new Visitor(app), email)).status).toBe(422);
    expect((await signIn(owner, email, other)).path).toBe('/today');
    expect((await new Visitor(app).open(linkIn(letter))).status).toBe(404);
    expect((await letters(house)).map(({ subject }) => subject)).toContain(
      'The password of your Concordat account was changed',
    );
  });

  test('does not get round a second factor', async ({ house }) => {
    const { id, email } = await anAccount(house);
    await withApp(house, id);
    const { app } = await askForReset(house, email);
    const visitor = await new Visitor(app).open(linkIn((await letters(house))[0]));
    await visitor.send({ 'new-password': other });
    await signIn(visitor, email, other);
    expect(visitor.path).toBe('/sign-in/second-factor');
    expect((await visitor.open('/account/second-factor/authenticator')).path).toContain('/sign-in/second-factor');
  });

  test('asked for many times fills nobody’s mailbox, and every link of the hour works until one is used', async ({
    house,
  }) => {
    const { email } = await anAccount(house);
    for (let i = 0; i < 5; i++) await askForReset(house, email);
    const sent = await letters(house);
    expect(sent).toHaveLength(3);
    const app = await openIdentity(house);
    expect((await new Visitor(app).open(linkIn(sent[0]))).status).toBe(200);
    const visitor = await new Visitor(app).open(linkIn(sent[2]));
    await visitor.send({ 'new-password': other });
    expect((await new Visitor(app).open(linkIn(sent[0]))).status).toBe(404);
  });

  test('asked for too often from one place has to wait', async ({ house }) => {
    const statuses = [];
    for (let i = 0; i < 11; i++) statuses.push((await askForReset(house, `nobody${i}@agency.example`)).visitor.status);
    expect(statuses).toEqual([...Array<number>(10).fill(200), 429]);
  });

  test('has a link for two hours', async ({ house }) => {
    const { email } = await anAccount(house);
    const { app } = await askForReset(house, email);
    const link = linkIn((await letters(house))[0]);
    later(house, 2.1);
    expect((await new Visitor(app).open(link)).status).toBe(404);
  });

  test('is no use with a link of another kind', async ({ house }) => {
    const app = await openIdentity(house);
    await invitePriya(house);
    const invitation = linkIn((await letters(house))[0]);
    expect((await new Visitor(app).open(invitation.replace('/invitation/', '/reset/'))).status).toBe(404);
  });
});

test('no link is kept in clear', async ({ house }) => {
  await invitePriya(house);
  const token = linkIn((await letters(house))[0]).split('/')[2] ?? '';
  for (const table of ['link_token', 'outbox', 'mail_ended', 'account'] as const) {
    expect(JSON.stringify(await house.data.reference.selectFrom(table).selectAll().execute())).not.toContain(
      token.split('.')[1],
    );
  }
  expect(token.length).toBeGreaterThan(40);
});

const bare = (html: string) =>
  html.replaceAll(/nonce="[^"]*"/g, 'nonce').replaceAll(/name="_(csrf|key)" value="[^"]*"/g, '');

import { describe, expect } from 'vitest';
import { type House, test } from '../../../test/harness/house.ts';
import { anAccount, goodPassword, letters, linkIn, openIdentity, signIn, Visitor } from './identity.fixture.tsx';

const later = (house: House, hours: number) => {
  house.clock.now = new Date(house.clock.now.getTime() + hours * 3_600_000);
};

describe('a change of address', () => {
  async function begin(house: House, to: string) {
    const app = await openIdentity(house);
    const { id, email } = await anAccount(house);
    const owner = await signIn(new Visitor(app), email);
    await letters(house);
    await owner.open('/account/email');
    await owner.send({ email: to });
    return { app, id, email, owner };
  }
  const emailOf = async (house: House, id: string) =>
    (await house.data.reference.selectFrom('account').select('email').where('id', '=', id).executeTakeFirstOrThrow())
      .email;
  const confirm = async (app: Awaited<ReturnType<typeof openIdentity>>, link: string) =>
    (await new Visitor(app).open(link)).send({});

  test('is made when both mailboxes have agreed, in either order, and not before', async ({ house }) => {
    const { app, id, email } = await begin(house, 'new@agency.example');
    const sent = await letters(house);
    expect(sent.map(({ to }) => to).sort((a, b) => (a < b ? -1 : 1))).toEqual(
      [email, 'new@agency.example'].sort((a, b) => (a < b ? -1 : 1)),
    );
    const [first, second] = sent.map(linkIn);
    expect((await confirm(app, second ?? '')).heading).toBe('Thank you: one more to go');
    expect(await emailOf(house, id)).toBe(email);
    expect((await confirm(app, first ?? '')).heading).toBe('Your email address has been changed');
    expect(await emailOf(house, id)).toBe('new@agency.example');
    expect((await letters(house)).map(({ to, subject }) => [to, subject])).toEqual([
      [email, 'The email address of your Concordat account was changed'],
    ]);
    expect((await signIn(new Visitor(app), 'new@agency.example')).path).toBe('/today');
    expect((await signIn(new Visitor(app), email)).status).toBe(422);
  });

  test('is not made by following links: mail scanners do', async ({ house }) => {
    const { app, id, email } = await begin(house, 'new@agency.example');
    for (const letter of await letters(house)) await new Visitor(app).open(linkIn(letter));
    expect(await emailOf(house, id)).toBe(email);
  });

  test('to an address that somebody has looks the same, and comes to nothing', async ({ house }) => {
    const { email: taken } = await anAccount(house);
    const { id, email, owner } = await begin(house, taken);
    expect([owner.status, owner.heading]).toEqual([200, 'Look in both mailboxes']);
    expect((await letters(house)).map(({ to }) => to)).toEqual([email]);
    expect(await emailOf(house, id)).toBe(email);
  });

  test('to a mailbox that several people read is refused in words', async ({ house }) => {
    const { owner } = await begin(house, 'office@school.example');
    expect([owner.status, owner.errors[0]]).toEqual([422, expect.stringContaining('several people read')]);
    expect(await letters(house)).toEqual([]);
  });

  test('needs a password that was shown lately', async ({ house }) => {
    const app = await openIdentity(house);
    const { email } = await anAccount(house);
    const owner = await signIn(new Visitor(app), email);
    later(house, 0.2);
    await owner.open('/account/email');
    expect([owner.path, owner.heading]).toEqual([
      `/account/prove?next=${encodeURIComponent('/account/email')}`,
      'Is it still you?',
    ]);
    await owner.send({ password: 'not the password' });
    expect([owner.status, owner.errors]).toEqual([422, ['The password is not right']]);
    await owner.send({ password: goodPassword });
    expect(owner.path).toBe('/account/email');
  });

  test('lapses after a day', async ({ house }) => {
    const { app, id, email } = await begin(house, 'new@agency.example');
    const links = (await letters(house)).map(linkIn);
    later(house, 25);
    for (const link of links) expect((await new Visitor(app).open(link)).status).toBe(404);
    expect(await emailOf(house, id)).toBe(email);
  });
});

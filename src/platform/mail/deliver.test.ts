import { afterEach, expect } from 'vitest';
import { z } from 'zod';
import { type House, test } from '../../../test/harness/house.ts';
import { deliverDue, waits } from './deliver.ts';
import { mailKind } from './mail-kind.ts';
import { openMailServer, openNotify } from './mail-server.fixture.ts';
import { type Address, readAddress, type Transport } from './message.ts';
import { notifyTransport } from './notify.ts';
import { claimDue, confirmAddress, sendLater } from './outbox.store.ts';
import { smtpTransport } from './smtp.ts';

const from = 'Concordat <no-reply@concordat.example>';
const reminder = mailKind({
  name: 'reminder',
  data: z.object({ partnership: z.string() }),
  compose: ({ url }, { partnership }) => ({
    subject: `${partnership} needs you`,
    paragraphs: ['Something needs you.', `${url}/today`],
  }),
});

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});
async function aMailServer(waitSeconds = 5) {
  const server = await openMailServer();
  const transport = smtpTransport(server.url, from, waitSeconds);
  open.push(transport, server);
  return { ...server, transport };
}

const deliver = (house: House, transport: Transport) =>
  deliverDue({
    database: house.data,
    transport,
    kinds: [reminder],
    url: 'https://concordat.example',
    log: { error: () => {} },
  });
const remind = (house: House, recipient: Parameters<typeof sendLater>[1]) =>
  house.data.asAccount(undefined, (scope) => sendLater(scope, recipient, reminder, { partnership: 'Dunmere' }));
const later = (house: House, minutes: number) => {
  house.clock.now = new Date(house.clock.now.getTime() + minutes * 60_000);
};
const outcomes = async (house: House) =>
  (await house.data.reference.selectFrom('mail_ended').select('outcome').orderBy('ended_at').execute()).map(
    ({ outcome }) => outcome,
  );

test('a letter reaches the one it is for, and nobody else', async ({ house }) => {
  const { received, transport } = await aMailServer();
  const who = await house.person(house.dunmere, 'business-manager');
  await remind(house, { account: who.account });
  expect(await deliver(house, transport)).toBe(1);
  expect(received).toMatchObject([
    {
      envelope: [who.email],
      to: [who.email],
      cc: undefined,
      bcc: undefined,
      html: false,
      attachments: 0,
      subject: 'Dunmere needs you',
      text: 'Something needs you.\n\nhttps://concordat.example/today\n',
    },
  ]);
  expect(await outcomes(house)).toEqual(['sent']);
  expect(await deliver(house, transport)).toBe(0);
});

test('what did not happen is not announced', async ({ house }) => {
  const { received, transport } = await aMailServer();
  const { account } = await house.person(house.dunmere, 'business-manager');
  const failing = house.data.asAccount(account, async (scope) => {
    await sendLater(scope, { account }, reminder, { partnership: 'Dunmere' });
    throw new Error('and then the change failed');
  });
  await expect(failing).rejects.toThrow('the change failed');
  expect(await deliver(house, transport)).toBe(0);
  expect(received).toEqual([]);
});

test('several processes that send at once send each message once', async ({ house }) => {
  const { received, transport } = await aMailServer();
  const { account } = await house.person(house.dunmere, 'business-manager');
  for (let i = 0; i < 40; i++) await remind(house, { account });
  const sent = await Promise.all([1, 2, 3].map(() => deliver(house, transport)));
  expect(sent.reduce((a, b) => a + b)).toBe(40);
  expect(received).toHaveLength(40);
  expect(new Set(received.map(({ messageId }) => messageId)).size).toBe(40);
});

test('a mailbox that does not exist is not tried again, and hears nothing until it is confirmed', async ({ house }) => {
  const { received, manners, transport } = await aMailServer();
  const { account, email } = await house.person(house.dunmere, 'business-manager');
  manners.next = ['no-such-mailbox'];
  await remind(house, { account });
  await deliver(house, transport);
  await remind(house, { account });
  await deliver(house, transport);
  expect(await outcomes(house)).toEqual(['refused', 'not-needed']);
  expect(received).toEqual([]);
  await house.data.asAccount(undefined, (scope) => confirmAddress(scope, email));
  await remind(house, { account });
  expect(await deliver(house, transport)).toBe(1);
});

test('a busy server is tried again later, and not before', async ({ house }) => {
  const { received, manners, transport } = await aMailServer();
  const { account } = await house.person(house.dunmere, 'business-manager');
  manners.next = ['busy', 'busy'];
  await remind(house, { account });
  for (const minutes of [0, 0.5, 0.6, 1, 1.5]) {
    later(house, minutes);
    await deliver(house, transport);
  }
  expect(received).toHaveLength(1);
  expect(await outcomes(house)).toEqual(['sent']);
});

test.for([
  ['falls silent', 'silent-after-data'],
  ['hangs up', 'drops-after-data'],
] as const)(
  'a server that %s after taking a message gets it again under the same name',
  async ([, manner], { house }) => {
    const { received, manners, transport } = await aMailServer(1);
    const { account } = await house.person(house.dunmere, 'business-manager');
    manners.next = [manner];
    await remind(house, { account });
    expect(await deliver(house, transport)).toBe(0);
    later(house, 2);
    expect(await deliver(house, transport)).toBe(1);
    const [first, second, ...more] = received;
    expect(more).toEqual([]);
    expect(second?.messageId).toBe(first?.messageId);
  },
);

test('a server that is away for days costs nothing but time, and in the end the message is given up', async ({
  house,
}) => {
  const { account } = await house.person(house.dunmere, 'business-manager');
  const nowhere = smtpTransport('smtp://127.0.0.1:1', from, 1);
  await remind(house, { account });
  for (const minutes of [0, ...waits]) {
    expect(await outcomes(house)).toEqual([]);
    later(house, minutes + 0.01);
    await deliver(house, nowhere);
  }
  expect(await outcomes(house)).toEqual(['given-up']);
});

test('a message goes where its account is reached when it is sent, or nowhere', async ({ house }) => {
  const { received, transport } = await aMailServer();
  const moved = await house.person(house.dunmere, 'business-manager');
  const left = await house.person(house.dunmere, 'scrutineer');
  await remind(house, { account: moved.account });
  await remind(house, { account: left.account });
  await house.data.asAccount(undefined, async ({ db, now }) => {
    await db.updateTable('account').set({ email: 'moved@agency.example' }).where('id', '=', moved.account).execute();
    await db.updateTable('account').set({ closed_at: now }).where('id', '=', left.account).execute();
  });
  await deliver(house, transport);
  expect(received.map(({ to }) => to)).toEqual([['moved@agency.example']]);
  expect((await outcomes(house)).sort()).toEqual(['not-needed', 'sent']);
});

test('a message whose sender died is taken over when its lease ends, not before', async ({ house }) => {
  const { received, transport } = await aMailServer();
  await remind(house, { address: 'somebody@agency.example' as Address });
  expect(await house.data.asAccount(undefined, (scope) => claimDue(scope, 180))).toBeDefined();
  later(house, 2);
  await deliver(house, transport);
  expect(received).toHaveLength(0);
  later(house, 2);
  await deliver(house, transport);
  expect(received).toHaveLength(1);
});

test('GOV.UK Notify takes a message, and is asked before it is told again', async ({ house }) => {
  const notify = await openNotify();
  open.push(notify);
  const transport = notifyTransport(notify.settings, 2);
  const { account, email } = await house.person(house.dunmere, 'business-manager');
  await remind(house, { account });
  notify.answers.loseNext = true;
  expect(await deliver(house, transport)).toBe(0);
  later(house, 2);
  expect(await deliver(house, transport)).toBe(1);
  expect(notify.sent).toMatchObject([
    {
      email_address: email,
      template_id: notify.settings.templateId,
      personalisation: {
        subject: 'Dunmere needs you',
        body: 'Something needs you.\n\nhttps://concordat.example/today\n',
      },
    },
  ]);
});

test('GOV.UK Notify says which addresses are wrong, at once or later', async ({ house }) => {
  const notify = await openNotify();
  open.push(notify);
  const transport = notifyTransport(notify.settings, 2);
  const { account } = await house.person(house.dunmere, 'business-manager');
  notify.answers.next = [{ status: 400, message: 'email_address Not a valid email address' }];
  await remind(house, { account });
  await deliver(house, transport);
  expect(await outcomes(house)).toEqual(['refused']);
  notify.failed.push(
    { email_address: 'Left@agency.example', created_at: new Date().toISOString() },
    { email_address: 'long.ago@agency.example', created_at: '2026-01-01T00:00:00Z' },
  );
  expect(await transport.refusedOfLate?.()).toEqual([readAddress('left@agency.example')]);
});

test('GOV.UK Notify out of order is tried again', async ({ house }) => {
  const notify = await openNotify();
  open.push(notify);
  const transport = notifyTransport(notify.settings, 2);
  const { account } = await house.person(house.dunmere, 'business-manager');
  notify.answers.next = [
    { status: 500, message: 'Exception' },
    { status: 400, message: 'template_id is not a valid UUID' },
  ];
  await remind(house, { account });
  await deliver(house, transport);
  later(house, 2);
  await deliver(house, transport);
  later(house, 3);
  expect(await deliver(house, transport)).toBe(1);
});

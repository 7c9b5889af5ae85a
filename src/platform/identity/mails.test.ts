import { describe, expect } from 'vitest';
import { test } from '../../../test/harness/house.ts';
import { readConfig } from '../config.ts';
import { exampleTransport, listExampleMail } from '../mail/example-mail.store.ts';
import type { MailKind } from '../mail/mail-kind.ts';
import type { Message } from '../mail/message.ts';
import { readAddress } from '../mail/message.ts';
import { sendLater } from '../mail/outbox.store.ts';
import { deliverExampleMail, transportOf } from '../mail/send-job.ts';
import { beginEmailChange } from './email-change.store.ts';
import { anAccount, letters, siteUrl } from './identity.fixture.tsx';
import {
  changedMail,
  emailLeftMail,
  emailNewMail,
  emailOldMail,
  identityMails,
  invitationMail,
  newDeviceMail,
  resetMail,
} from './mails.ts';

const at = '2026-11-23T09:00:00.000Z';

test('every letter is one line of subject and plain words, and leads nowhere but here', async ({ house }) => {
  const { id, email } = await anAccount(house);
  const to = readAddress(email);
  const fresh = readAddress('new@agency.example');
  if (!to || !fresh) throw new Error('addresses');
  await house.data.asAccount(id, async (scope) => {
    await beginEmailChange(scope, id, fresh);
    const say = <Data>(kind: MailKind<Data>, data: Data, address = false) =>
      sendLater(
        scope,
        address ? { address: kind.name === 'email-change-new' ? fresh : to } : { account: id },
        kind,
        data as never,
      );
    await say(invitationMail, { partnership: house.dunmere.partnership, partnershipName: house.dunmere.name });
    await say(resetMail, {}, true);
    await say(newDeviceMail, { device: 'Firefox on Windows', at });
    for (const change of [
      'password-changed',
      'factor-added',
      'factor-removed',
      'factors-reset-asked',
      'factors-reset',
      'email-changed',
      'sign-on-linked',
      'sign-on-unlinked',
    ] as const)
      await say(changedMail, { change, at });
    await say(emailOldMail, {});
    await say(emailNewMail, { account: id }, true);
    await say(emailLeftMail, { at }, true);
  });
  const sent = await letters(house);
  expect(sent).toHaveLength(14);
  expect(new Set(sent.map(({ subject }) => subject)).size).toBeGreaterThanOrEqual(12);
  for (const { subject, text } of sent) {
    expect(subject).toMatch(/^[^\n\r]{10,120}$/);
    expect(text).not.toMatch(/<|>|undefined|null|NaN|\[object/);
    for (const [address] of text.matchAll(/\w+:\/\/\S+/g)) expect(address.startsWith(`${siteUrl}/`)).toBe(true);
    expect(text).not.toContain('Priya');
  }
  expect(identityMails).toHaveLength(7);
});

test('a letter whose data are not what its kind holds is not written', async ({ house }) => {
  const { id } = await anAccount(house);
  const wrong = house.data.asAccount(id, (scope) =>
    sendLater(scope, { account: id }, changedMail, { change: 'everything' as never, at }),
  );
  await expect(wrong).rejects.toThrow('Invalid');
  expect(await letters(house)).toEqual([]);
});

describe('without a way to send', () => {
  const none = readConfig({});
  test('mail waits, and no link is made for it', async ({ house }) => {
    const { email } = await anAccount(house);
    const to = readAddress(email);
    if (!to) throw new Error('an address');
    await house.data.asAccount(undefined, (scope) => sendLater(scope, { address: to }, resetMail, {}));
    expect(transportOf(none, house.data, false)).toBeUndefined();
    expect(await house.data.reference.selectFrom('link_token').selectAll().execute()).toEqual([]);
    expect(await letters(house)).toHaveLength(1);
  });

  test('the example keeps it for its page, newest first, each once', async ({ house }) => {
    const { id } = await anAccount(house);
    await house.data.asAccount(id, async (scope) => {
      await sendLater(scope, { account: id }, changedMail, { change: 'password-changed', at });
      await sendLater(scope, { account: id }, changedMail, { change: 'factor-added', at });
    });
    const delivery = { database: house.data, kinds: identityMails, url: siteUrl, log: { error: () => {} } };
    await deliverExampleMail(delivery);
    await deliverExampleMail(delivery);
    const mails = await listExampleMail(house.data);
    expect(mails.map(({ subject }) => subject)).toEqual([
      'A second step was added to your Concordat account',
      'The password of your Concordat account was changed',
    ]);
    const again: Message = {
      id: mails[0]?.id ?? '',
      to: readAddress('x@agency.example') ?? ('' as never),
      subject: 'x',
      text: 'x',
    };
    await exampleTransport(house.data).send(again, 1);
    expect(await listExampleMail(house.data)).toHaveLength(2);
  });
});

import { z } from 'zod';
import { formatMoment } from '../calendar/in-words.ts';
import { type AnyMailKind, mailKind, type Occasion } from '../mail/mail-kind.ts';
import { confirmAddress } from '../mail/outbox.store.ts';
import { findAccountByEmail } from './account.store.ts';
import { findEmailChange } from './email-change.store.ts';
import { countLinks, makeLink } from './link-token.store.ts';

const instant = z.iso.datetime();
const when = (at: string) => formatMoment(new Date(at));
const notYou = 'If this was not you, change your password now and tell your partnership’s business manager.';

/** The account a letter is for; letters about an account are never sent to a bare address. */
function accountOf({ recipient }: Occasion): string {
  if (!('account' in recipient)) throw new TypeError('this letter goes to an account');
  return recipient.account;
}

/** To somebody invited, known or not: the link tells nobody which. */
export const invitationMail = mailKind({
  name: 'invitation',
  data: z.object({ partnership: z.uuid(), partnershipName: z.string() }),
  async compose(occasion, { partnership, partnershipName }) {
    await confirmAddress(occasion, occasion.to);
    const token = await makeLink(occasion, 'invitation', accountOf(occasion), partnership);
    return {
      subject: `${partnershipName} has invited you to Concordat`,
      paragraphs: [
        `${partnershipName} works in Concordat and has made you a member. To begin, open this link:`,
        `${occasion.url}/invitation/${token}`,
        'The link works once and for 14 days. It is for you alone: please do not pass it on.',
        'If you did not expect this, you need do nothing.',
      ],
    };
  },
});

/** At most three in an hour: more would only fill somebody’s mailbox. */
const resetsAnHour = 3;

/** To whoever asked; nothing is sent where there is no account. */
export const resetMail = mailKind({
  name: 'reset-password',
  data: z.object({}),
  async compose(occasion) {
    const account = await findAccountByEmail(occasion, occasion.to);
    if (!account || (await countLinks(occasion, 'reset', account.id)) >= resetsAnHour) return undefined;
    const token = await makeLink(occasion, 'reset', account.id);
    return {
      subject: 'Choose a new password for Concordat',
      paragraphs: [
        'Somebody, we hope you, asked to choose a new password for your Concordat account. To do so, open this link:',
        `${occasion.url}/reset/${token}`,
        'The link works once and for two hours. If you did not ask, you need do nothing: your password stays as it is.',
      ],
    };
  },
});

export const newDeviceMail = mailKind({
  name: 'new-device',
  data: z.object({ device: z.string(), at: instant }),
  compose: ({ url }, { device, at }) => ({
    subject: 'Your Concordat account was opened on a new device',
    paragraphs: [
      `Your password was used on a device we have not seen before: ${device}, ${when(at)}.`,
      `If this was you, you need do nothing. ${notYou}`,
      `You can see where you are signed in, and end it, here:`,
      `${url}/account/sessions`,
    ],
  }),
});

/** What was changed, as the letter about it says it. */
const changes = {
  'password-changed': 'The password of your Concordat account was changed',
  'factor-added': 'A second step was added to your Concordat account',
  'factor-removed': 'A second step was removed from your Concordat account',
  'factors-reset-asked': 'Somebody asked to remove all second steps from your Concordat account',
  'factors-reset': 'All second steps were removed from your Concordat account',
  'email-changed': 'The email address of your Concordat account was changed',
  'sign-on-linked': 'Your organisation’s sign-in was connected to your Concordat account',
  'sign-on-unlinked': 'Your organisation’s sign-in was disconnected from your Concordat account',
} as const;
export type Change = keyof typeof changes;

/** To the owner, whenever what opens the account changes. */
export const changedMail = mailKind({
  name: 'account-changed',
  data: z.object({ change: z.enum(Object.keys(changes) as [Change, ...Change[]]), at: instant }),
  compose: ({ url }, { change, at }) => ({
    subject: changes[change],
    paragraphs: [
      `${changes[change]}, ${when(at)}.`,
      `If this was you, you need do nothing. ${notYou}`,
      `${url}/account`,
    ],
  }),
});

/** To the mailbox an account has, when it is to have another. */
export const emailOldMail = mailKind({
  name: 'email-change-old',
  data: z.object({}),
  async compose(occasion) {
    const account = accountOf(occasion);
    if (!(await findEmailChange(occasion, account))) return undefined;
    const token = await makeLink(occasion, 'email-old', account);
    return {
      subject: 'Change the email address of your Concordat account',
      paragraphs: [
        'Somebody, we hope you, asked to use another email address for your Concordat account. To agree, open this link:',
        `${occasion.url}/email-change/${token}`,
        `The link works for one day. Nothing changes until you agree here and at the new address. ${notYou}`,
      ],
    };
  },
});

/** To the mailbox it is to have; nothing is sent where somebody has that address already. */
export const emailNewMail = mailKind({
  name: 'email-change-new',
  data: z.object({ account: z.uuid() }),
  async compose(occasion, { account }) {
    const change = await findEmailChange(occasion, account);
    if (change?.newEmail !== occasion.to || (await findAccountByEmail(occasion, occasion.to))) return undefined;
    const token = await makeLink(occasion, 'email-new', account);
    return {
      subject: 'Confirm this email address for Concordat',
      paragraphs: [
        'Somebody, we hope you, asked to use this address for a Concordat account. To confirm that it is yours, open this link:',
        `${occasion.url}/email-change/${token}`,
        'The link works for one day. If you did not ask for this, you need do nothing.',
      ],
    };
  },
});

/** To the mailbox an account no longer has. */
export const emailLeftMail = mailKind({
  name: 'email-left',
  data: z.object({ at: instant }),
  compose: (_occasion, { at }) => ({
    subject: changes['email-changed'],
    paragraphs: [
      `${changes['email-changed']}, ${when(at)}. We shall write to the new address from now on.`,
      'If this was not you, tell your partnership’s business manager now.',
    ],
  }),
});

/** Every letter about accounts. */
export const identityMails: readonly AnyMailKind[] = [
  invitationMail,
  resetMail,
  newDeviceMail,
  changedMail,
  emailOldMail,
  emailNewMail,
  emailLeftMail,
];

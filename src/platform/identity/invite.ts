import type { IdentityScope } from '../database/database.ts';
import { readAddress } from '../mail/message.ts';
import { sendLater } from '../mail/outbox.store.ts';
import { accountFor } from './account.store.ts';
import { makeLink } from './link-token.store.ts';
import { invitationMail } from './mails.ts';
import { isSharedMailbox } from './shared-mailbox.ts';

/** Somebody to be invited, and by which partnership. */
export interface Invitation {
  email: string;
  /** What to call them, where they have no account yet. */
  name: string;
  /** Identifier of the partnership; named inside the link. */
  partnership: string;
  partnershipName: string;
}

export type Invited =
  | { invited: true; account: string }
  | { invited: false; because: 'not-an-address' | 'shared-mailbox' };

/**
 * Invites somebody by e-mail, in the caller's transaction, and gives their account, made where there was none. Whether there was
 * one cannot be told from the answer, the letter's subject or the time it takes.
 */
export async function invite(scope: Pick<IdentityScope, 'db' | 'now'>, invitation: Invitation): Promise<Invited> {
  const email = readAddress(invitation.email);
  if (email === undefined) return { invited: false, because: 'not-an-address' };
  if (isSharedMailbox(email)) return { invited: false, because: 'shared-mailbox' };
  const account = await accountFor(scope, email, invitation.name);
  const { partnership, partnershipName } = invitation;
  await sendLater(scope, { account }, invitationMail, { partnership, partnershipName });
  return { invited: true, account };
}

/** An invitation's link, made now: for an operator without a mail server, to be passed on by hand and shown once. */
export async function invitationLink(
  scope: Pick<IdentityScope, 'db' | 'now'>,
  url: string,
  account: string,
  partnership: string,
): Promise<string> {
  return `${url}/invitation/${await makeLink(scope, 'invitation', account, partnership)}`;
}

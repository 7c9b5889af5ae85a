import { isSharedMailbox } from '../../platform/identity/shared-mailbox.ts';
import { type Address, readAddress } from '../../platform/mail/message.ts';

/** The address, where it is one that one person alone reads. */
export function mailboxOf(email: string | null | undefined): Address | undefined {
  const address = readAddress(email ?? '');
  return address === undefined || isSharedMailbox(address) ? undefined : address;
}
